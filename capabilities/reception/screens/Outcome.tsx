import { useLanguage } from '#engine/web/language.tsx'
import { ruleNames } from '../records/ruling.ts'
import type { Asked, Picture } from './desk-data.ts'
import { Reasoning } from './Reasoning.tsx'

/** Who receives, why, whether that uses a turn, and how a deal would fall. */
export function Outcome({ asked, picture }: { asked: Asked; picture: Picture }) {
  const { t, say } = useLanguage()
  const name = (id: string | null) =>
    id === 'department' || id === null
      ? t('部门', 'the department')
      : (asked.names[id] ?? picture.ring.find(({ user }) => user === id)?.name ?? '')
  const turns = {
    none: t('不占轮次', 'no turn used'),
    rotation: t('占一轮', 'uses a turn'),
    own: t('占本人的轮次', 'uses his own turn'),
  }
  return (
    <div className="zk-desk-outcome" aria-live="polite">
      <p>
        <b>
          {asked.receiver
            ? t(`由${name(asked.receiver)}接待`, `${name(asked.receiver)} receives`)
            : asked.waits
              ? t('等候：没有人空闲', 'Waits: nobody is free')
              : t('由经理裁定', 'A manager rules')}
        </b>
        <span className="zk-faint">{turns[asked.turn]}</span>
      </p>
      <p>
        {say(ruleNames[asked.rule as 'R1'])}
        {t('：', ': ')}
        {say(asked.because)}
      </p>
      {asked.commission.length > 0 ? (
        <p className="zk-faint">
          {t('如成交，奖金：', 'Of a deal: ')}
          {asked.commission.map(({ user, percent }) => `${name(user)} ${percent}%`).join(t('，', ', '))}
        </p>
      ) : null}
      <Reasoning steps={asked.steps} />
    </div>
  )
}
