import { CheckCircleFilled } from '@ant-design/icons'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { steps, stepsTaken, type ContactSteps, type Step } from '../rules/important-contact.ts'

/** How far an important contact has come: preparation before it, record and follow-up behind. */
export function ThreeSteps({ values }: { values: Readonly<Record<string, unknown>> }) {
  const { t, say } = useLanguage()
  if (values.isImportant !== true) return null
  const taken = stepsTaken(values as unknown as ContactSteps)
  const told: Record<Step, string> = {
    preparation: t('目标、谈话要点', 'goal, talking points'),
    record: t('结果或内容', 'outcome or content'),
    followUp: t('下一步和日期，或无需跟进的原因', 'next step with its day, or why none'),
  }
  return (
    <ol className="zk-three-steps" aria-label={t('重要联系的三步', 'The three steps of an important contact')}>
      {(Object.keys(steps) as Step[]).map((step, i) => (
        <li key={step} className={taken[step] ? 'zk-three-step zk-three-step-taken' : 'zk-three-step'}>
          <span className="zk-three-step-sign" aria-hidden>
            {taken[step] ? <CheckCircleFilled /> : i + 1}
          </span>
          <span>
            <b>{say(steps[step])}</b>
            <small>{taken[step] ? t('已填', 'done') : told[step]}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

export const StepsOfActivity = ({ item }: PanelProps) => <ThreeSteps values={item} />
