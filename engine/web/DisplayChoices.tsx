import { AppstoreOutlined, CalendarOutlined, HolderOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button, Checkbox, Segmented, Select } from 'antd'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { calendarFieldsOf } from './calendar-fields.ts'
import { fieldAt, useDescription } from './description.ts'
import { boardFieldsOf, groupFieldsOf, totalFieldsOf } from './groups.ts'
import { useLanguage } from './language.tsx'
import type { ListLayout, ListState } from './list-state.ts'

export interface DisplayProps {
  record: RecordDescription
  state: ListState
  columns: readonly string[]
  onChange(state: ListState): void
}

/** How a list is laid out: as a table, perhaps in groups with totals, as a board, as a calendar; and which columns it has. */
export function DisplayChoices({ record, state, columns, onChange }: DisplayProps) {
  const { t, say } = useLanguage()
  const layout = state.layout ?? 'table'
  const boards = boardFieldsOf(record)
  const days = calendarFieldsOf(record)
  const layouts = [
    { value: 'table' as const, icon: <UnorderedListOutlined aria-hidden />, label: t('表格', 'Table') },
    ...(boards.length > 0 ? [{ value: 'board' as const, icon: <AppstoreOutlined aria-hidden />, label: t('看板', 'Board') }] : []),
    ...(days.length > 0 ? [{ value: 'calendar' as const, icon: <CalendarOutlined aria-hidden />, label: t('日历', 'Calendar') }] : []),
  ]
  const groups = layout === 'board' ? boards : layout === 'calendar' ? days : groupFieldsOf(record)
  const totals = totalFieldsOf(record)
  const label = (field: FieldDescription) => ({ value: field.name, label: say(field.words) })
  const change = (next: ListLayout) => onChange({ ...state, layout: next === 'table' ? undefined : next, group: undefined })
  return (
    <div className="zk-display">
      {layouts.length > 1 ? (
        <Segmented<ListLayout> aria-label={t('显示方式', 'Display')} value={layout} onChange={change} options={layouts} block />
      ) : null}
      {groups.length > 0 ? (
        <label>
          <span>{layout === 'board' ? t('分列', 'Columns by') : layout === 'calendar' ? t('日期', 'Day') : t('分组', 'Group by')}</span>
          <Select
            value={state.group ?? (layout === 'table' ? '' : groups[0]!.name)}
            onChange={(name) => onChange({ ...state, group: name || undefined })}
            options={[...(layout === 'table' ? [{ value: '', label: t('不分组', 'No groups') }] : []), ...groups.map(label)]}
            popupMatchSelectWidth={false}
          />
        </label>
      ) : null}
      {totals.length > 0 && (layout === 'board' || state.group) && layout !== 'calendar' ? (
        <label>
          <span>{t('合计', 'Totals')}</span>
          <Select
            mode="multiple"
            value={state.totals ?? []}
            onChange={(names: string[]) => onChange({ ...state, totals: names.length > 0 ? names : undefined })}
            options={totals.map(label)}
            placeholder={t('不合计', 'None')}
            popupMatchSelectWidth={false}
          />
        </label>
      ) : null}
      {layout === 'table' || layout === 'board' ? (
        <Columns record={record} columns={columns} onChange={(next) => onChange({ ...state, columns: next })} />
      ) : null}
    </div>
  )
}

/** Chooses the columns of a list and their order. The first column, the title, stays. */
function Columns({
  record,
  columns,
  onChange,
}: {
  record: RecordDescription
  columns: readonly string[]
  onChange(columns: string[] | undefined): void
}) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const label = (path: string) => {
    const field = fieldAt(data?.records ?? [], record, path)
    return field ? say(field.words) : path
  }
  const open = record.fields
    .filter(({ kind, name }) => !['note', 'rows', 'condition'].includes(kind) && name !== record.title)
    .map(({ name }) => name)
  const rest = [...new Set([...record.list.columns, ...open])].filter((path) => !columns.includes(path))
  const move = (path: string, by: number) => {
    const from = columns.indexOf(path)
    const to = Math.max(1, Math.min(columns.length - 1, from + by))
    const next = columns.filter((other) => other !== path)
    next.splice(to, 0, path)
    onChange(next)
  }
  return (
    <div className="zk-columns" role="group" aria-label={t('列', 'Columns')}>
      {columns.map((path, i) => (
        <div
          key={path}
          className="zk-column"
          draggable={i > 0}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', path)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            const moved = event.dataTransfer.getData('text/plain')
            if (columns.includes(moved) && i > 0) move(moved, i - columns.indexOf(moved))
          }}
        >
          <Checkbox checked disabled={i === 0} onChange={() => onChange(columns.filter((other) => other !== path))}>
            {label(path)}
          </Checkbox>
          {i > 0 ? (
            <Button
              type="text"
              size="small"
              className="zk-column-move"
              icon={<HolderOutlined aria-hidden />}
              aria-label={t(`用上下键移动“${label(path)}”`, `Move "${label(path)}" with the arrow keys`)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowUp') move(path, -1)
                else if (event.key === 'ArrowDown') move(path, 1)
                else return
                event.preventDefault()
              }}
            />
          ) : null}
        </div>
      ))}
      <hr />
      {rest.map((path) => (
        <div key={path} className="zk-column">
          <Checkbox checked={false} onChange={() => onChange([...columns, path])}>
            {label(path)}
          </Checkbox>
        </div>
      ))}
      <Button type="text" size="small" onClick={() => onChange(undefined)}>
        {t('恢复默认', 'Back to the default')}
      </Button>
    </div>
  )
}
