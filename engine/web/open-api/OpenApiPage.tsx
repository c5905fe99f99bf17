import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { api as server } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProblemState, Quiet } from '../states.tsx'
import { entriesByTag, search, type ApiDocument, type Entry } from './api-document.ts'
import { OperationView } from './OperationView.tsx'
import './open-api.css'

/** The interface, to be read and tried: by record and topic, with one's own rights, the fields of this place included. */
export default function OpenApiPage() {
  const { t, locale } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['openapi', locale],
    queryFn: () => server.get<ApiDocument>('/openapi.json', { query: { lang: locale } }),
    staleTime: 60_000,
    retry: false,
  })
  usePageTitle(t('开放接口', 'Open interface'))
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('开放接口', 'Open interface')}</h1>
        <span className="zk-spring" />
        <Button href={`/api/v1/openapi.json?lang=${locale}`} target="_blank">
          {t('查看 openapi.json', 'View openapi.json')}
        </Button>
        <Button href="/api/v1/client.ts">{t('下载 TypeScript 客户端', 'Download the TypeScript client')}</Button>
      </header>
      {data ? <Browser api={data} /> : <Skeleton active />}
    </section>
  )
}

function Browser({ api }: { api: ApiDocument }) {
  const { t } = useLanguage()
  const byTag = useMemo(() => entriesByTag(api), [api])
  const [tag, setTag] = useState(() => (byTag.has('customer') ? 'customer' : (api.tags[0]?.name ?? '')))
  const [typed, setTyped] = useState('')
  const [token, setToken] = useState('')
  const entries = typed.trim() ? search([...byTag.values()].flat(), typed).slice(0, 60) : (byTag.get(tag) ?? [])
  return (
    <div className="zk-api">
      <nav className="zk-api-tags" aria-label={t('对象与主题', 'Records and topics')}>
        <Input
          value={typed}
          allowClear
          placeholder={t('搜索接口', 'Search the interface')}
          aria-label={t('搜索接口', 'Search the interface')}
          onChange={({ target }) => setTyped(target.value)}
        />
        {[true, false].map((isRecord) => (
          <TagList
            key={String(isRecord)}
            title={isRecord ? t('对象', 'Records') : t('主题', 'Topics')}
            tags={api.tags.filter((each) => Boolean(each['x-record']) === isRecord)}
            current={typed ? '' : tag}
            onChoose={(name) => {
              setTag(name)
              setTyped('')
            }}
          />
        ))}
      </nav>
      <div className="zk-api-main">
        <p className="zk-api-about">{api.info.description}</p>
        <div className="zk-api-token">
          <label htmlFor="zk-api-token">{t('令牌', 'Token')}</label>
          <Input.Password
            id="zk-api-token"
            value={token}
            autoComplete="off"
            placeholder={t('不填则用您的会话', 'Your own session where empty')}
            onChange={({ target }) => setToken(target.value.trim())}
          />
        </div>
        {entries.length === 0 ? (
          <Quiet mark="⌕" title={t('没有符合的接口', 'Nothing of the interface fits')} />
        ) : (
          <Operations api={api} entries={entries} token={token} />
        )}
      </div>
    </div>
  )
}

function TagList({
  title,
  tags,
  current,
  onChoose,
}: {
  title: string
  tags: ApiDocument['tags']
  current: string
  onChoose(name: string): void
}) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {tags.map(({ name, description }) => (
          <li key={name}>
            <button
              type="button"
              className="zk-api-tag"
              aria-current={name === current ? 'true' : undefined}
              onClick={() => onChoose(name)}
            >
              {description}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const Operations = ({ api, entries, token }: { api: ApiDocument; entries: readonly Entry[]; token: string }) => (
  <div className="zk-api-operations">
    {entries.map((entry) => (
      <OperationView key={`${entry.method} ${entry.path}`} api={api} entry={entry} token={token} />
    ))}
  </div>
)
