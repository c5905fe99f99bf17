import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Segmented, Select, Skeleton, Switch } from 'antd'
import type { ReactNode } from 'react'
import type { MailTime } from '#engine/notice/define-notice.ts'
import type { NoticeWishes } from '#engine/notice/wishes.ts'
import { api, type Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { useOwnLanguage } from './own-language.ts'
import { usePageTitle } from './page-title.ts'
import { preferencesQuery, type Preferences } from './preferences.ts'
import { ProblemState } from './states.tsx'

/** What one chooses for oneself: language, what one is told of and how, when mail may come. Each choice is kept as it is made. */
export function PreferencesPage() {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const speak = useOwnLanguage()
  const { data, error } = useQuery(preferencesQuery)
  usePageTitle(t('设置', 'Preferences'))
  if (error) return <ProblemState problem={error} />
  if (!data) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 10 }} />
  const wishes = data.values.notices
  // Shown at once; should it not be kept, what is kept is shown again.
  const choose = (part: Partial<NoticeWishes>) => {
    const notices = { ...wishes, ...part }
    client.setQueryData(preferencesQuery.queryKey, { ...data, values: { ...data.values, notices } })
    api.put<Preferences>('/me/preferences', { notices }).then(
      (now) => client.setQueryData(preferencesQuery.queryKey, now),
      (problem: Problem) => {
        message.error(problem.message)
        void client.invalidateQueries({ queryKey: preferencesQuery.queryKey })
      },
    )
  }
  return (
    <section className="zk-preferences">
      <h1>{t('设置', 'Preferences')}</h1>
      <section aria-labelledby="preferences-language">
        <h2 id="preferences-language">{t('语言', 'Language')}</h2>
        <p className="zk-hint">{t('界面和发给您的邮件使用这种语言。', 'Screens and mails to you are in this language.')}</p>
        <Segmented
          aria-label={t('语言', 'Language')}
          value={locale}
          onChange={speak}
          options={[
            { value: 'zh', label: <span lang="zh-CN">中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </section>
      <section aria-labelledby="preferences-notices">
        <h2 id="preferences-notices">{t('通知', 'Notices')}</h2>
        {data.mail ? null : (
          <p className="zk-preferences-note" role="note">
            {t(
              '邮件还没有设置好，通知只在产品内显示。管理员设置邮件服务器后即可选择。',
              'Mail is not set up yet; notices appear in the product only. Once an administrator has set a mail server you can choose here.',
            )}
          </p>
        )}
        <Kinds preferences={data} onChoose={(kinds) => choose({ kinds: { ...wishes.kinds, ...kinds } })} />
      </section>
      {data.mail ? (
        <section aria-labelledby="preferences-mail">
          <h2 id="preferences-mail">{t('邮件时间', 'When mail comes')}</h2>
          <Digest digest={wishes.digest} onChoose={(digest) => choose({ digest })} />
          <Quiet quiet={wishes.quiet} onChoose={(quiet) => choose({ quiet })} />
        </section>
      ) : null}
    </section>
  )
}

function Kinds({ preferences, onChoose }: { preferences: Preferences; onChoose(kinds: NoticeWishes['kinds']): void }) {
  const { t, say } = useLanguage()
  const mails: { value: MailTime; label: string }[] = [
    { value: 'now', label: t('立即', 'At once') },
    { value: 'digest', label: t('汇总', 'In the digest') },
    { value: 'never', label: t('不发', 'Never') },
  ]
  return (
    <table className="zk-kinds">
      <thead>
        <tr>
          <th scope="col">{t('什么事', 'What')}</th>
          <th scope="col">{t('产品内', 'In the product')}</th>
          <th scope="col">{t('邮件', 'Mail')}</th>
        </tr>
      </thead>
      <tbody>
        {preferences.notices.map(({ kind, words, hint, ...usual }) => {
          const { product, mail } = preferences.values.notices.kinds[kind] ?? usual
          const name = say(words)
          return (
            <tr key={kind}>
              <th scope="row">
                {name}
                {hint ? <small className="zk-hint">{say(hint)}</small> : null}
              </th>
              <td>
                <Switch
                  size="small"
                  checked={product}
                  onChange={(isOn) => onChoose({ [kind]: { product: isOn, mail } })}
                  aria-label={t(`${name}：产品内`, `${name}: in the product`)}
                />
              </td>
              <td>
                <Select
                  value={mail}
                  options={mails}
                  disabled={!preferences.mail}
                  onChange={(next) => onChoose({ [kind]: { product, mail: next } })}
                  aria-label={t(`${name}：邮件`, `${name}: mail`)}
                  popupMatchSelectWidth={false}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="zk-preference">
      <span>{label}</span>
      <div>{children}</div>
    </div>
  )
}

const halfHours = Array.from({ length: 48 }, (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`)

/** A time of day by the half hour, written alike in every browser. */
function Clock({ value, label, onChoose }: { value: string; label: string; onChoose(time: string): void }) {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].sort()
  return (
    <Select
      className="zk-clock"
      value={value}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={onChoose}
      aria-label={label}
      popupMatchSelectWidth={false}
    />
  )
}

function Digest({ digest, onChoose }: { digest: NoticeWishes['digest']; onChoose(digest: NoticeWishes['digest']): void }) {
  const { t } = useLanguage()
  const weekdays = [
    t('周一', 'Monday'),
    t('周二', 'Tuesday'),
    t('周三', 'Wednesday'),
    t('周四', 'Thursday'),
    t('周五', 'Friday'),
    t('周六', 'Saturday'),
    t('周日', 'Sunday'),
  ]
  return (
    <Line label={t('汇总邮件', 'Digest')}>
      <Select
        value={digest.days}
        options={[
          { value: 'workdays' as const, label: t('周一至周五', 'Monday to Friday') },
          { value: 'daily' as const, label: t('每天', 'Every day') },
          { value: 'weekly' as const, label: t('每周', 'Every week') },
        ]}
        onChange={(days) => onChoose({ ...digest, days })}
        aria-label={t('汇总哪些天发', 'Days of the digest')}
        popupMatchSelectWidth={false}
      />
      {digest.days === 'weekly' ? (
        <Select
          value={digest.weekday}
          options={weekdays.map((label, i) => ({ value: i + 1, label }))}
          onChange={(weekday) => onChoose({ ...digest, weekday })}
          aria-label={t('汇总星期几发', 'Weekday of the digest')}
          popupMatchSelectWidth={false}
        />
      ) : null}
      <Clock value={digest.at} label={t('汇总几点发', 'Time of the digest')} onChoose={(at) => onChoose({ ...digest, at })} />
    </Line>
  )
}

function Quiet({ quiet, onChoose }: { quiet: NoticeWishes['quiet']; onChoose(quiet: NoticeWishes['quiet']): void }) {
  const { t } = useLanguage()
  return (
    <Line label={t('免打扰', 'Quiet hours')}>
      <Switch
        size="small"
        checked={quiet !== null}
        onChange={(isOn) => onChoose(isOn ? { from: '21:00', to: '08:00' } : null)}
        aria-label={t('免打扰', 'Quiet hours')}
      />
      {quiet ? (
        <>
          <Clock value={quiet.from} label={t('免打扰开始', 'Quiet from')} onChoose={(from) => onChoose({ ...quiet, from })} />
          <span>{t('至', 'to')}</span>
          <Clock value={quiet.to} label={t('免打扰结束', 'Quiet until')} onChoose={(to) => onChoose({ ...quiet, to })} />
          <span className="zk-hint">{t('期间的邮件在结束时发', 'Mail of that time comes at its end')}</span>
        </>
      ) : (
        <span className="zk-hint">{t('这段时间不发邮件', 'No mail in this time')}</span>
      )}
    </Line>
  )
}
