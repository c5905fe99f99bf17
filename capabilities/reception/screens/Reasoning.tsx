import { useLanguage } from '#engine/web/language.tsx'
import type { Step } from '../rules/case.ts'

/** Every rule that was asked, in its order: the one that decided, and why the others did not. */
export function Reasoning({ steps }: { steps: readonly Step[] }) {
  const { t, say } = useLanguage()
  return (
    <details className="zk-desk-steps">
      <summary>{t('依据哪条、排除哪些', 'Which rule, and which were passed over')}</summary>
      <ol>
        {steps.map(({ rule, fits, why }, i) => (
          <li key={`${rule} ${i}`} className={fits ? 'zk-desk-fits' : 'zk-faint'}>
            <b>{rule}</b> {fits ? '✓' : '–'} {say(why)}
          </li>
        ))}
      </ol>
    </details>
  )
}
