import { EditOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import { FieldText, isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import type { Column } from './list-columns.ts'
import { viewOf } from './views.ts'

interface Props {
  item: Item
  columns: readonly Column[]
  index: number
  isCard: boolean
  isSelected: boolean
  isActive: boolean
  style: CSSProperties
  onToggle(): void
  onOpen(): void
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  /** Which cells may be changed where they stand; absent where none may. */
  editing?: { isOpen(path: string): boolean; begin(path: string): void } | undefined
}

/** One row of a list; on a phone a card of two lines. */
export function TableRow({ item, columns, index, isCard, isSelected, isActive, style, onToggle, onOpen, onKeyDown, editing }: Props) {
  const { t, say } = useLanguage()
  return (
    <div
      role="row"
      data-index={index}
      data-id={item.id}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      className={`zk-row${isSelected ? ' zk-row-selected' : ''}`}
      style={style}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <div role="gridcell" className="zk-cell zk-cell-check" onClick={(event) => event.stopPropagation()}>
        <Checkbox checked={isSelected} onChange={onToggle} aria-label={t('选择', 'Select')} tabIndex={-1} />
      </div>
      {isCard ? <Card item={item} columns={columns} /> : null}
      {(isCard ? [] : columns).map(({ path, field }, i) => {
        const isChangeable = i > 0 && (editing?.isOpen(path) ?? false)
        return (
          <div
            key={path}
            role="gridcell"
            data-path={path}
            className={`zk-cell${i === 0 ? ' zk-cell-first' : ''}${viewOf(field.kind).align === 'right' ? ' zk-cell-right' : ''}`}
          >
            <span>
              <FieldText item={item} field={field} path={path} dash="" />
            </span>
            {isChangeable ? (
              <button
                type="button"
                tabIndex={-1}
                className="zk-cell-edit"
                aria-label={t(`修改${field.words.zh}`, `Change ${say(field.words).toLowerCase()}`)}
                onClick={(event) => {
                  event.stopPropagation()
                  editing!.begin(path)
                }}
              >
                <EditOutlined aria-hidden />
              </button>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}

/** A row as two lines: its name, and what else the list says as far as it fits. */
function Card({ item, columns: [first, ...rest] }: { item: Item; columns: readonly Column[] }) {
  const { say } = useLanguage()
  return (
    <div role="gridcell" className="zk-card">
      <b>{first ? <FieldText item={item} field={first.field} path={first.path} /> : null}</b>
      <span className="zk-card-facts">
        {rest
          .filter(({ path, field }) => !isEmpty(item[path]) && !(field.kind === 'yesNo' && !item[path]))
          .slice(0, 5)
          .map(({ path, field }) =>
            // Without its heading a "yes" says nothing.
            field.kind === 'yesNo' ? (
              <span key={path}>{say(field.words)}</span>
            ) : (
              <FieldText key={path} item={item} field={field} path={path} />
            ),
          )}
      </span>
    </div>
  )
}
