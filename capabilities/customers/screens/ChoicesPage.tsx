import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton, Switch } from 'antd'
import { api, Problem } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { useComplain } from '#engine/web/undo.tsx'
import type { Words } from '#engine/text/words.ts'
import { channels, type Channel } from '../rules/consent.ts'

interface Choice {
  id: string
  name: Words
  wording: Words
  channels: { channel: Channel; isGranted: boolean; at: string | null }[]
}

/** What somebody wants to hear from the company: chosen by himself, in force at once. */
export default function ChoicesPage({ rest }: { rest: string }) {
  const { t, say, locale, change } = useLanguage()
  const client = useQueryClient()
  const complain = useComplain()
  usePageTitle(t('我的偏好', 'My choices'))
  const path = `/preference-page/${encodeURIComponent(rest)}`
  const { data, error } = useQuery({ queryKey: ['choices', rest], queryFn: () => api.get<{ items: Choice[] }>(path), retry: false })
  const choose = (purpose: string, channel: Channel, isGranted: boolean) =>
    api
      .post(path, { purpose, channel, isGranted })
      .catch(complain)
      .finally(() => client.invalidateQueries({ queryKey: ['choices', rest] }))
  const mayHear = data?.items.some((item) => item.channels.some(({ isGranted }) => isGranted)) ?? false
  const stopAll = async () => {
    for (const item of data?.items ?? [])
      for (const { channel, isGranted } of item.channels) if (isGranted) await choose(item.id, channel, false)
  }
  return (
    <main className="zk-choices">
      <header>
        <h1>{t('您愿意收到什么', 'What you would like to hear')}</h1>
        <Button size="small" type="text" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => change(locale === 'zh' ? 'en' : 'zh')}>
          {locale === 'zh' ? 'English' : '中文'}
        </Button>
      </header>
      {error ? (
        <p role="alert">
          {error instanceof Problem ? error.message : t('暂时无法打开，稍后再试。', 'It cannot be opened just now. Try again later.')}
        </p>
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data?.items.length === 0 ? (
        <p className="zk-hint">{t('目前没有需要您同意的内容。', 'There is nothing to agree to at present.')}</p>
      ) : null}
      {data?.items.map((item) => (
        <section key={item.id} aria-label={say(item.name)}>
          <h2>{say(item.name)}</h2>
          <p>{say(item.wording)}</p>
          <ul>
            {item.channels.map(({ channel, isGranted }) => (
              <li key={channel}>
                <span>{say(channels[channel])}</span>
                <Switch
                  checked={isGranted}
                  aria-label={`${say(item.name)} · ${say(channels[channel])}`}
                  onChange={(next) => void choose(item.id, channel, next)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {mayHear ? <Button onClick={() => void stopAll()}>{t('全部停止', 'Stop everything')}</Button> : null}
      <footer className="zk-hint">
        {t('更改立即生效，可随时再改。', 'Changes take effect at once; you can change them again at any time.')}
      </footer>
    </main>
  )
}
