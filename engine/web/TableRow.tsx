import { memo } from 'react'
import type { Item } from '#engine/access/present.ts'
import { FieldText, isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import type { Column } from './list-columns.ts'
import { PlainContext } from './plain.ts'
import { viewOf } from './views.ts'

interface Props {
  item: Item
  columns: readonly Column[]
  index: number
  isCard: boolean
  isSelected: boolean
  isActive: boolean
  /** Tracks of the grid, and where the row stands in a table that draws only what is in sight. */
  template: string
  height: number
  top?: number
  /** Which cells may be changed where they stand; absent where none may. */
  isChangeable?: ((item: Item, path: string) => boolean) | undefined
}

const pencil = (
  <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden>
    <path d="m11 2 3 3-8.5 8.5L2 14l.5-3.5zM9.5 3.5l3 3" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
  </svg>
)

export const cellClass = ({ field }: Column, i: number): string =>
  `zk-cell${i === 0 ? ' zk-cell-first' : ''}${viewOf(field.kind).align === 'right' ? ' zk-cell-right' : ''}`

/** One row of a list; on a phone a card of two lines. Drawn anew only when something of it has changed. */
export const TableRow = memo(function TableRow(props: Props) {
  const { item, columns, index, isCard, isSelected, isActive, template, height, top, isChangeable } = props
  const { t } = useLanguage()
  return (
    <div
      role="row"
      data-index={index}
      data-id={item.id}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`zk-row${isSelected ? ' zk-row-selected' : ''}${top === undefined ? ' zk-row-flow' : ''}`}
      style={{ gridTemplateColumns: template, height, ...(top === undefined ? {} : { top }) }}
    >
      <div role="gridcell" className="zk-cell zk-cell-check">
        <input type="checkbox" className="zk-check" checked={isSelected} readOnly aria-label={t('选择', 'Select')} tabIndex={-1} />
      </div>
      {isCard ? (
        <PlainContext value={true}>
          <Card item={item} columns={columns} />
        </PlainContext>
      ) : (
        columns.map((column, i) => (
          <div key={column.path} role="gridcell" data-path={column.path} className={cellClass(column, i)}>
            <span>
              <CellText item={item} column={column} dash="" />
            </span>
            {i > 0 && isChangeable?.(item, column.path) ? <CellPencil {...column} /> : null}
          </div>
        ))
      )}
    </div>
  )
})

function CellPencil({ path, field }: Column) {
  const { t } = useLanguage()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="zk-cell-edit"
      data-edit={path}
      aria-label={t(`修改${field.words.zh}`, `Change ${field.words.en.toLowerCase()}`)}
    >
      {pencil}
    </button>
  )
}

function CellText({ item, column: { path, field, Show }, dash }: { item: Item; column: Column; dash?: string }) {
  return Show ? <Show item={item} /> : <FieldText item={item} field={field} path={path} {...(dash === undefined ? {} : { dash })} />
}

/** A row as two lines: its name, and what else the list says as far as it fits. */
function Card({ item, columns: [first, ...rest] }: { item: Item; columns: readonly Column[] }) {
  const { say } = useLanguage()
  return (
    <div role="gridcell" className="zk-card">
      <b>{first ? <FieldText item={item} field={first.field} path={first.path} /> : null}</b>
      <span className="zk-card-facts">
        {rest
          .filter(({ path, field, Show }) => Show || (!isEmpty(item[path]) && !(field.kind === 'yesNo' && !item[path])))
          .slice(0, 5)
          .map((column) =>
            // Without its heading a "yes" says nothing.
            column.field.kind === 'yesNo' ? (
              <span key={column.path}>{say(column.field.words)}</span>
            ) : (
              <span key={column.path}>
                <CellText item={item} column={column} />
              </span>
            ),
          )}
      </span>
    </div>
  )
}

/** Rows that are on their way: as many lines as columns, in the places where the values will stand. */
export function WaitingRow({ columns, template, height, top }: { columns: number; template: string; height: number; top: number }) {
  return (
    <div className="zk-row zk-row-waiting" aria-hidden style={{ gridTemplateColumns: template, height, top }}>
      <span className="zk-cell" />
      {Array.from({ length: columns }, (_, i) => (
        <span key={i} className="zk-cell">
          <i className="zk-bone" />
        </span>
      ))}
    </div>
  )
}
