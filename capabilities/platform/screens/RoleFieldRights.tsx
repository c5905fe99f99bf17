import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { fieldLevelWords, scopeWords } from '#engine/record/right-words.ts'
import { scopes } from '#engine/access/rules.ts'
import { useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { FieldRightRow } from './setup-data.ts'

/** Fields that a role sees or changes otherwise than the record they stand on. */
export function RoleFieldRights({
  rights,
  onChange,
}: {
  rights: readonly FieldRightRow[]
  onChange: ((rights: FieldRightRow[]) => void) | undefined
}) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const records = (data?.records ?? []).filter(({ shapesAccess }) => !shapesAccess)
  const recordOf = (name: string) => data?.records.find((entry) => entry.name === name)
  const nameOf = (name: string) => say(recordOf(name)?.words ?? { zh: name, en: name })
  const fieldOf = ({ record, field }: FieldRightRow) =>
    say(recordOf(record)?.fields.find(({ name }) => name === field)?.words ?? { zh: field, en: field })
  const set = (at: number, change: Partial<FieldRightRow>) =>
    onChange?.(rights.map((right, i) => (i === at ? { ...right, ...change } : right)))
  if (!onChange)
    return rights.length === 0 ? (
      <p className="zk-hint">{t('所有字段随记录的权限。', 'All fields go with their record.')}</p>
    ) : (
      <ul className="zk-field-rights">
        {rights.map((right, i) => (
          <li key={i}>
            {nameOf(right.record)} · {fieldOf(right)}：<strong>{say(fieldLevelWords[right.level])}</strong>
            <span className="zk-hint"> {say(scopeWords[right.within as 'all'])}</span>
          </li>
        ))}
      </ul>
    )
  const first = records.find(({ name }) => name === 'customer') ?? records[0]
  return (
    <>
      <ul className="zk-field-rights zk-field-rights-edit">
        {rights.map((right, i) => (
          <li key={i}>
            <Select
              size="small"
              aria-label={t('对象', 'Record')}
              value={right.record}
              onChange={(record) => set(i, { record, field: recordOf(record)?.title ?? '' })}
              options={records.map(({ name, words }) => ({ value: name, label: say(words) }))}
              popupMatchSelectWidth={false}
            />
            <Select
              size="small"
              aria-label={t('字段', 'Field')}
              value={right.field}
              onChange={(field) => set(i, { field })}
              showSearch={{ optionFilterProp: 'label' }}
              options={(recordOf(right.record)?.fields ?? [])
                .filter(({ system }) => !system)
                .map(({ name, words }) => ({ value: name, label: say(words) }))}
              popupMatchSelectWidth={false}
            />
            <Select
              size="small"
              aria-label={t('权限', 'Right')}
              value={right.level as string}
              onChange={(level: string) => set(i, { level: level as FieldRightRow['level'] })}
              options={Object.entries(fieldLevelWords).map(([level, text]) => ({ value: level, label: say(text) }))}
              popupMatchSelectWidth={false}
            />
            <Select
              size="small"
              aria-label={t('范围', 'Within')}
              value={right.within}
              onChange={(within) => set(i, { within })}
              options={scopes.filter((scope) => scope !== 'chosen').map((scope) => ({ value: scope, label: say(scopeWords[scope]) }))}
              popupMatchSelectWidth={false}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t(`去掉“${fieldOf(right)}”的字段权限`, `Remove the right to "${fieldOf(right)}"`)}
              onClick={() => onChange(rights.filter((_, k) => k !== i))}
            />
          </li>
        ))}
      </ul>
      {first ? (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...rights, { record: first.name, field: first.title, level: 'masked', within: 'all' }])}
        >
          {t('限制一个字段', 'Limit a field')}
        </Button>
      ) : null}
    </>
  )
}
