import { CheckOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select, Tooltip } from 'antd'
import { grantWords, scopeWords, separateWords } from '#engine/record/right-words.ts'
import { scopes } from '#engine/access/rules.ts'
import { useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { LinkPicker } from '#engine/web/LinkPicker.tsx'
import type { FieldDescription } from '#engine/record/describe.ts'
import { rightColumns, scopeColumns, type GrantColumn, type GrantRow, type RoleDifference } from '../rules/role-differences.ts'

const wordsOf = (column: GrantColumn) => ({ ...grantWords, ...separateWords })[column as 'card']

const chosenField: FieldDescription = {
  name: 'departments',
  kind: 'links',
  to: 'department',
  words: { zh: '指定部门', en: 'Chosen departments' },
}

/**
 * What a role grants, record type by record type: how far it sees, changes and deletes, and the rights apart. What is not as it was shipped is
 * marked. On a phone each record type is a block of its own.
 */
export function GrantTable({
  label,
  grants,
  differences,
  onChange,
}: {
  label: string
  grants: readonly GrantRow[]
  differences: readonly RoleDifference[]
  /** Absent where the table is only read. */
  onChange: ((grants: GrantRow[]) => void) | undefined
}) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const nameOf = (record: string) =>
    record === '*'
      ? t('所有对象', 'All records')
      : say(data?.records.find(({ name }) => name === record)?.words ?? { zh: record, en: record })
  const set = (record: string, change: Partial<GrantRow>) =>
    onChange?.(grants.map((grant) => (grant.record === record ? { ...grant, ...change } : grant)))
  const free = (data?.records ?? []).filter(({ name }) => !grants.some(({ record }) => record === name))
  const differs = (record: string, column: RoleDifference['column']) =>
    differences.find((entry) => entry.record === record && entry.column === column)
  const shippedAs = ({ shipped }: RoleDifference): string =>
    typeof shipped === 'string' ? say(scopeWords[shipped as 'all']) : shipped ? t('有', 'granted') : t('没有', 'not granted')
  const cell = (grant: GrantRow, column: GrantColumn) => {
    const of = `${nameOf(grant.record)} · ${say(wordsOf(column))}`
    const value = grant[column]
    if (typeof value === 'boolean')
      return onChange ? (
        <Checkbox aria-label={of} checked={value} onChange={(event) => set(grant.record, { [column]: event.target.checked })} />
      ) : value ? (
        <CheckOutlined className="zk-holds" aria-label={t('有', 'granted')} />
      ) : (
        <span className="zk-faint">—</span>
      )
    if (!onChange) return value === 'none' ? <span className="zk-faint">—</span> : say(scopeWords[value])
    return (
      <Select
        size="small"
        aria-label={of}
        value={value}
        onChange={(next) => set(grant.record, { [column]: next })}
        popupMatchSelectWidth={false}
        options={scopes.map((scope) => ({ value: scope, label: say(scopeWords[scope]) }))}
      />
    )
  }
  return (
    <>
      <div className="zk-grants" role="region" aria-label={label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('对象', 'Record')}</th>
              {[...scopeColumns, ...rightColumns].map((column) => (
                <th key={column} scope="col">
                  {say(wordsOf(column))}
                </th>
              ))}
              {onChange ? <th scope="col">{t('去掉', 'Remove')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <tr key={grant.record} className={differs(grant.record, 'row') ? 'zk-differs' : undefined}>
                <th scope="row">
                  {nameOf(grant.record)}
                  {grant.record === '*' ? <small className="zk-hint">{t('系统设置除外', 'save those of the system')}</small> : null}
                  {scopeColumns.some((column) => grant[column] === 'chosen') && onChange ? (
                    <LinkPicker
                      isMany
                      id={`departments-${grant.record}`}
                      field={chosenField}
                      label={t('指定部门', 'Chosen departments')}
                      value={grant.departments}
                      onChange={(departments) => set(grant.record, { departments: (departments ?? []) as unknown[] })}
                    />
                  ) : null}
                </th>
                {[...scopeColumns, ...rightColumns].map((column) => {
                  const difference = differs(grant.record, column)
                  return (
                    <td key={column} data-label={say(wordsOf(column))} className={difference ? 'zk-differs' : undefined}>
                      {cell(grant, column)}
                      {difference ? (
                        <Tooltip title={t(`出厂：${shippedAs(difference)}`, `As shipped: ${shippedAs(difference)}`)}>
                          <small tabIndex={0} className="zk-differs-mark">
                            {t('已改', 'changed')}
                          </small>
                        </Tooltip>
                      ) : null}
                    </td>
                  )
                })}
                {onChange ? (
                  <td data-label={t('去掉', 'Remove')}>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={t(`去掉${nameOf(grant.record)}的权限`, `Remove the grant for ${nameOf(grant.record)}`)}
                      onClick={() => onChange(grants.filter(({ record }) => record !== grant.record))}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onChange ? (
        <Select<string>
          className="zk-grants-more"
          aria-label={t('为一种对象单独授权', 'Grant something of one record type')}
          placeholder={t('为一种对象单独授权…', 'Grant something of one record type …')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(record) => onChange([...grants, { ...blank, record }])}
          options={[
            ...(grants.some(({ record }) => record === '*') ? [] : [{ value: '*', label: t('所有对象', 'All records') }]),
            ...free.map(({ name, words }) => ({ value: name, label: say(words) })),
          ]}
        />
      ) : null}
    </>
  )
}

const blank: GrantRow = {
  record: '',
  card: 'none',
  full: 'own',
  edit: 'none',
  create: false,
  recycle: 'none',
  departments: [],
  export: false,
  approve: false,
  bulk: false,
  merge: false,
  reveal: false,
  audit: false,
  erase: false,
}
