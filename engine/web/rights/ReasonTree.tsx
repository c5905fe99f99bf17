import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import type { Reason } from '#engine/access/reasons.ts'
import { useLanguage } from '../language.tsx'

/** Whether something holds, as a mark that is read out too. */
export function HoldsMark({ holds }: { holds: boolean }) {
  const { t } = useLanguage()
  return (
    <span className={holds ? 'zk-holds' : 'zk-holds-not'}>
      {holds ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}
      <span className="zk-read-out">{holds ? t('满足', 'met') : t('不满足', 'not met')}</span>
    </span>
  )
}

/** A right as the tree of its reasons: what each part asks, whether that is so, and what is so instead. */
export function ReasonTree({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useLanguage()
  return (
    <ul className="zk-reasons">
      {reasons.map((reason, i) => (
        <li key={i}>
          <HoldsMark holds={reason.holds} />
          <span>
            {reason.words}
            {!reason.holds && reason.fact ? (
              <span className="zk-hint"> {t(`（现在是：${reason.fact}）`, `(it is: ${reason.fact})`)}</span>
            ) : null}
            {reason.of && reason.of.length > 1 && reason.join !== 'not' ? (
              <span className="zk-hint">
                {' '}
                · {reason.join === 'any' ? t('满足任一项即可', 'any of these') : t('须同时满足', 'all of these')}
              </span>
            ) : null}
          </span>
          {reason.of ? <ReasonTree reasons={reason.of} /> : null}
        </li>
      ))}
    </ul>
  )
}
