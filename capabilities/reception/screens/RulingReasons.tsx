import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import type { Step } from '../rules/case.ts'
import { ruleNames } from '../records/ruling.ts'

interface Replay {
  isPossible: boolean
  isSame?: boolean
  rule?: string
}

/** The ruling in plain words: the shares, the rule that decided, the rules passed over; and once more with the rules of its day. */
export function RulingReasons({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const [isAsked, setAsked] = useState(false)
  const replay = useQuery({
    queryKey: ['record', 'ruling', item.id, 'replay'],
    queryFn: ({ signal }) => api.get<Replay>(`/rulings/${item.id}/replay`, { signal }),
    enabled: isAsked,
  })
  const steps = ((item.steps as { rule: string; fits: boolean; zh: string; en: string }[] | undefined) ?? []).map(
    ({ rule, fits, zh, en }): Step => ({ rule, fits, why: { zh, en } }),
  )
  return (
    <div className="zk-ruled">
      {item.reason ? <p>{String(item.reason)}</p> : null}
      <ol className="zk-desk-steps">
        {steps.map(({ rule, fits, why }, i) => (
          <li key={`${rule} ${i}`} className={fits ? 'zk-desk-fits' : 'zk-faint'}>
            <b>{rule}</b> {fits ? '✓' : '–'} {say(why)}
          </li>
        ))}
      </ol>
      <p>
        <Button size="small" onClick={() => setAsked(true)}>
          {t('用当日规则重算', 'Reckon again with the rules of that day')}
        </Button>{' '}
        {replay.data ? (
          <span aria-live="polite">
            {!replay.data.isPossible
              ? t('经理裁定，没有可重算的事实', 'A manager’s ruling: no facts to reckon with')
              : replay.data.isSame
                ? t('结果相同', 'The same result')
                : t(`结果不同：${say(ruleNames[replay.data.rule as 'R1'])}`, `Another result: ${say(ruleNames[replay.data.rule as 'R1'])}`)}
          </span>
        ) : null}
      </p>
    </div>
  )
}
