import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { fieldAt, useDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { SetupState } from './setup-data.ts'
import { SortableList } from './SortableList.tsx'

type Of = 'facts' | 'columns' | 'related'

const unlisted = new Set(['note', 'rows', 'condition', 'words'])

/** Fields, columns or related lists in an order: what there is to choose from, and how it is called. */
export function NameList({
  record,
  setup,
  of,
  names,
  onChange,
}: {
  record: RecordDescription
  setup: SetupState
  of: Of
  names: readonly string[]
  onChange(names: string[]): void
}) {
  const { t, say, locale } = useLanguage()
  const { data } = useDescription()
  const records = data?.records ?? []
  const labelOf = (name: string) => {
    if (of !== 'related') return say(fieldAt(records, record, name)?.words) || name
    const [other = '', field = ''] = name.split('.')
    const linked = records.find((entry) => entry.name === other)
    if (other === record.name) return t(`下级${record.words.zh}`, `${record.plural} below it`)
    const title = linked ? (locale === 'zh' ? linked.words.zh : linked.plural) : other
    const by = linked?.fields.find((entry) => entry.name === field)
    // A record type may link here by several fields.
    const isOnly = setup.layout.relatable.filter((path) => path.startsWith(`${other}.`)).length === 1
    return isOnly ? title : `${title} · ${say(by?.words) || field}`
  }
  const all =
    of === 'related'
      ? setup.layout.relatable
      : setup.fields
          .filter((field) => !unlisted.has(field.kind) && !(of === 'facts' && (field.system || field.name === record.title)))
          .map((field) => field.name)
  const rest = all.filter((name) => !names.includes(name))
  const isFull = of === 'facts' && names.length >= 8
  // The first column, the title, stays.
  const isFixed = (name: string) => of === 'columns' && name === names[0] && name === record.title
  return (
    <>
      <SortableList
        items={names}
        keyOf={(name) => name}
        labelOf={labelOf}
        label={{ facts: t('页首要点', 'Facts at the head'), columns: t('列', 'Columns'), related: t('相关列表', 'Related lists') }[of]}
        onChange={onChange}
        render={(name) => (
          <>
            <span className="zk-setup-name">{labelOf(name)}</span>
            {isFixed(name) ? null : (
              <Button
                type="text"
                size="small"
                onClick={() => onChange(names.filter((other) => other !== name))}
                aria-label={t(`去掉${labelOf(name)}`, `Remove ${labelOf(name)}`)}
              >
                ×
              </Button>
            )}
          </>
        )}
      />
      {rest.length > 0 && !isFull ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((name) => ({ key: name, label: labelOf(name) })),
            onClick: ({ key }) => onChange([...names, key]),
            className: 'zk-long-menu',
          }}
        >
          <Button size="small" icon={<PlusOutlined aria-hidden />}>
            {t('添加', 'Add')}
          </Button>
        </Dropdown>
      ) : null}
    </>
  )
}
