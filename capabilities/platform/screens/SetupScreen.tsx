import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { Problem } from '#engine/web/api.ts'
import { useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useNarrow } from '#engine/web/narrow.ts'
import { usePageTitle } from '#engine/web/page-title.ts'
import { ProblemState } from '#engine/web/states.tsx'
import { ClassesTab } from './ClassesTab.tsx'
import { ChoicesTab } from './ChoicesTab.tsx'
import { FieldsTab } from './FieldsTab.tsx'
import { LayoutTab } from './LayoutTab.tsx'
import { NumbersTab } from './NumbersTab.tsx'

const tabs = ['fields', 'choices', 'layout', 'numbers', 'classes'] as const
type Tab = (typeof tabs)[number]

/** One place for what an administrator sets up while everybody works: fields, choices, layouts, numbers, one record type after the other. */
export default function SetupScreen() {
  const { t, say } = useLanguage()
  const { data: description } = useDescription()
  const isNarrow = useNarrow(900)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { record?: string; tab?: string }
  const title = t('设置', 'Setup')
  usePageTitle(title)
  // What the company is about first, as the menu has it; what the platform itself is made of last.
  const records = useMemo(() => {
    const all = description?.records ?? []
    const first = (description?.menu ?? []).flatMap((entry) => all.find((record) => record.name === entry.record) ?? [])
    // What the platform keeps for itself is no place for fields of one's own.
    const rest = all.filter((record) => !first.includes(record) && record.capability !== 'platform')
    return [...first, ...rest].sort((a, b) => Number(a.capability === 'platform') - Number(b.capability === 'platform'))
  }, [description])
  if (!description?.me.roles.includes('administrator'))
    return <ProblemState problem={new Problem(403, { title: t('只有管理员可以设置。', 'Only an administrator sets this up.') })} />
  const record = records.find((entry) => entry.name === search.record) ?? records[0]
  const tab: Tab = tabs.find((name) => name === search.tab) ?? 'fields'
  const go = (next: { record?: string; tab?: Tab }) =>
    void navigate({ to: '/setup' as never, search: { record: record?.name, tab, ...next } as never, replace: true })
  const shared = { record: record! }
  return (
    <section className="zk-setup" aria-label={title}>
      <header className="zk-setup-head">
        <h1>{title}</h1>
        <p className="zk-hint">
          {t('保存后立即对所有人生效，正打开的页面也会更新。', 'What is saved here holds for everybody at once, on open pages too.')}
        </p>
      </header>
      {isNarrow ? (
        <Select
          value={record?.name}
          onChange={(name: string) => go({ record: name })}
          options={records.map((entry) => ({ value: entry.name, label: say(entry.words) }))}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('对象', 'Record type')}
          className="zk-setup-pick"
        />
      ) : (
        <RecordRail records={records} chosen={record} onChoose={(name) => go({ record: name })} />
      )}
      <div className="zk-setup-body">
        {record ? (
          <Tabs
            key={record.name}
            activeKey={tab}
            onChange={(next) => go({ tab: next as Tab })}
            destroyOnHidden
            {...(isNarrow ? { tabBarGutter: 14 } : {})}
            items={[
              { key: 'fields', label: t('字段', 'Fields'), children: <FieldsTab {...shared} /> },
              { key: 'choices', label: t('选项', 'Choices'), children: <ChoicesTab {...shared} /> },
              { key: 'layout', label: t('布局', 'Layout'), children: <LayoutTab {...shared} /> },
              { key: 'numbers', label: t('编号', 'Numbers'), children: <NumbersTab {...shared} /> },
              { key: 'classes', label: t('密级', 'Classes'), children: <ClassesTab {...shared} /> },
            ]}
          />
        ) : null}
      </div>
    </section>
  )
}

function RecordRail({
  records,
  chosen,
  onChoose,
}: {
  records: readonly RecordDescription[]
  chosen: RecordDescription | undefined
  onChoose(name: string): void
}) {
  const { t, say } = useLanguage()
  const [typed, setTyped] = useState('')
  const shown = records.filter((record) =>
    `${record.words.zh}${record.words.en}${record.name}`.toLowerCase().includes(typed.trim().toLowerCase()),
  )
  return (
    <nav className="zk-setup-rail" aria-label={t('对象', 'Record types')}>
      {records.length > 12 ? (
        <Input
          size="small"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t('查找对象', 'Find a record type')}
          aria-label={t('查找对象', 'Find a record type')}
          allowClear
        />
      ) : null}
      <ul>
        {shown.map((record) => {
          const custom = record.fields.filter((field) => field.custom).length
          const isHere = record === chosen
          return (
            <li key={record.name}>
              <button type="button" className={isHere ? 'zk-here' : undefined} aria-current={isHere} onClick={() => onChoose(record.name)}>
                {say(record.words)}
                {custom > 0 ? (
                  <small className="zk-faint" title={t(`${custom} 个自定义字段`, `${custom} custom fields`)}>
                    {' '}
                    {custom}
                  </small>
                ) : null}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
