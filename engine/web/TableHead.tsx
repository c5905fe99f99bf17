import { useLanguage } from './language.tsx'
import { sortedBy, sortsOf, type Column } from './list-columns.ts'
import { cellClass } from './TableRow.tsx'

/** Headings of a list: a click orders by one, a click with Shift orders by it behind the others. */
export function TableHead({
  columns,
  tracks,
  sort,
  onSort,
  check,
}: {
  columns: readonly Column[]
  tracks: { template: string; width: number }
  sort: string
  onSort(sort: string): void
  check: { isAll: boolean; isSome: boolean; onChange(): void }
}) {
  const { t, say } = useLanguage()
  const sorts = sortsOf(sort)
  return (
    <div className="zk-table-head" role="row" style={{ gridTemplateColumns: tracks.template, minWidth: tracks.width }}>
      <div role="columnheader" className="zk-cell zk-cell-check">
        <input
          type="checkbox"
          className="zk-check"
          ref={(box) => void (box && (box.indeterminate = !check.isAll && check.isSome))}
          checked={check.isAll}
          onChange={check.onChange}
          aria-label={t('全选已加载的行', 'Select all loaded rows')}
        />
      </div>
      {columns.map(({ path, field }, i) => {
        const at = sorts.findIndex((entry) => entry.name === path)
        const label = say(field.words)
        const isDescending = sorts[at]?.isDescending
        return (
          <div
            key={path}
            role="columnheader"
            aria-sort={at < 0 ? undefined : isDescending ? 'descending' : 'ascending'}
            className={cellClass({ path, field }, i)}
          >
            {field.sortable && !path.includes('.') ? (
              <button
                type="button"
                className="zk-sort"
                title={t('点击排序，按住 Shift 再加一个', 'Click to sort; with Shift, sort by it as well')}
                onClick={(event) => onSort(sortedBy(sort, path, event.shiftKey))}
              >
                {label}
                <span aria-hidden>
                  {at < 0 ? '' : isDescending ? ' ↓' : ' ↑'}
                  {at >= 0 && sorts.length > 1 ? <small>{at + 1}</small> : null}
                </span>
              </button>
            ) : (
              label
            )}
          </div>
        )
      })}
    </div>
  )
}
