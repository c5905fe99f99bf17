import { Link } from '@tanstack/react-router'
import { useLanguage } from '#engine/web/language.tsx'
import type { Decision } from './decision-data.ts'

/** One decision: who was given it, why, and on demand who else could have been and who could not. */
export function DecisionLine({ decision }: { decision: Decision }) {
  const { t, say, locale } = useLanguage()
  const { at, user, reason, about, fit, out, isReplayed } = decision
  const when = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
  return (
    <li>
      <p className="zk-decision-head">
        {about ? (
          <Link to="/$record/$id" params={{ record: about.record, id: about.id }}>
            {about.title || '—'}
          </Link>
        ) : about === null ? (
          <span className="zk-faint">{t('无权查看的记录', 'A record you may not see')}</span>
        ) : null}
        <b>{user ? t(`→ ${user.title}`, `→ ${user.title}`) : t('待分配', 'Waits')}</b>
        <time dateTime={at}>{when}</time>
      </p>
      <p>{say(reason)}</p>
      {fit && out ? (
        <details>
          <summary>{t(`候选 ${fit.length} 人，不能接 ${out.length} 人`, `${fit.length} could, ${out.length} could not`)}</summary>
          <dl>
            {fit.map((one) => [<dt key={one.user}>{one.name}</dt>, <dd key={`${one.user} why`}>{say(one.because)}</dd>])}
            {out.map((one) => [
              <dt key={one.user}>{one.name}</dt>,
              <dd key={`${one.user} why`} className="zk-faint">
                {say(one.because)}
              </dd>,
            ])}
          </dl>
          <p className="zk-faint">
            {isReplayed
              ? t('以当时的事实重算，结果相同。', 'Made again from the facts of that moment, it comes out the same.')
              : t('规则已变：以当时的事实重算，结果不同。', 'The rules have changed: made again, it comes out otherwise.')}
          </p>
        </details>
      ) : null}
    </li>
  )
}
