import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { SiteSetting } from '../records/site-setting.ts'
import { usualSettings } from '../rules/settings.ts'

interface Part {
  rule: string
  commission: { user: string | null; percent: string }[]
}
interface Answer {
  cases: number
  changed: { ruling: string; customer: string; before: Part; after: Part; names: Record<string, string> }[]
  faults?: Record<string, { zh: string; en: string }>
}

type Name = keyof typeof usualSettings
const names = Object.keys(usualSettings).filter((name) => typeof usualSettings[name as Name] !== 'string') as Name[]

/** One rule of the site, changed for a moment, on the cases of the past: which of them would have gone otherwise. Nothing is changed by it. */
export function WhatIf({ item }: PanelProps) {
  const { t, say } = useLanguage()
  const [name, setName] = useState<Name>('validMonths')
  const [value, setValue] = useState<number | boolean>(3)
  const site = (item.site as { id: string } | null)?.id
  const tried = useMutation({ mutationFn: () => api.post<Answer>(`/reception/sites/${site}/what-if`, { changes: { [name]: value } }) })
  const label = (one: Name) => {
    const { options } = SiteSetting.fields[one as 'validMonths']
    return say({ zh: options.zh, en: options.en })
  }
  const shares = ({ rule, commission }: Part, called: Record<string, string>) =>
    `${rule} ${commission.map(({ user, percent }) => `${user ? (called[user] ?? '') : t('部门', 'department')} ${percent}%`).join(t('，', ', '))}`
  return (
    <div className="zk-what-if">
      <p>
        <Select
          aria-label={t('规则', 'Rule')}
          showSearch={{ optionFilterProp: 'label' }}
          value={name}
          popupMatchSelectWidth={false}
          onChange={(next) => {
            setName(next)
            setValue(usualSettings[next] as number | boolean)
            tried.reset()
          }}
          options={names.map((one) => ({ value: one, label: label(one) }))}
        />{' '}
        {typeof value === 'boolean' ? (
          <Switch aria-label={label(name)} checked={value} onChange={setValue} />
        ) : (
          <InputNumber controls={false} aria-label={label(name)} min={0} max={365} value={value} onChange={(next) => setValue(next ?? 0)} />
        )}{' '}
        <Button loading={tried.isPending} onClick={() => tried.mutate()}>
          {t('用过去的案例试算', 'Try on past cases')}
        </Button>
      </p>
      {tried.data?.faults
        ? Object.values(tried.data.faults).map((fault) => (
            <p key={fault.en} className="zk-desk-bad">
              {say(fault)}
            </p>
          ))
        : null}
      {tried.data && !tried.data.faults ? (
        <>
          <p aria-live="polite">
            {t(
              `试算 ${tried.data.cases} 例，${tried.data.changed.length} 例结果不同`,
              `${tried.data.cases} cases tried, ${tried.data.changed.length} would have gone otherwise`,
            )}
          </p>
          <ul>
            {tried.data.changed.slice(0, 20).map((one) => (
              <li key={one.ruling}>
                <Link to="/$record/$id" params={{ record: 'ruling', id: one.ruling }}>
                  {one.customer}
                </Link>
                {t('：', ': ')}
                {shares(one.before, one.names)} → {shares(one.after, one.names)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
