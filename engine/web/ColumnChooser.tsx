import { HolderOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Tooltip } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useDescription, fieldAt } from './description.ts'
import { useLanguage } from './language.tsx'

/** Chooses the columns of a list and their order. The first column, the title, stays. */
export function ColumnChooser({
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
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
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
                <HolderOutlined
                  className="zk-faint"
                  tabIndex={0}
                  aria-label={t('用上下键移动', 'Move with the arrow keys')}
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
      }
    >
      <Tooltip title={t('列', 'Columns')}>
        <Button icon={<SettingOutlined aria-hidden />} aria-label={t('选择列', 'Choose columns')} />
      </Tooltip>
    </Popover>
  )
}
