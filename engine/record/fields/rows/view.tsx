import type { ReactNode } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { viewOf } from '#engine/web/views.ts'
import { WideTable } from '#engine/web/WideTable.tsx'
import type { Row } from './paste.ts'

export const rowsView: FieldView = {
  Show: ({ value, field }) => (
    <RowsTable field={field}>
      {(value as Row[]).map((row, i) => (
        // Rows have no identity of their own; their place is all there is.
        <tr key={i}>
          {field.columns!.map((column) => (
            <td key={column.name}>{isThere(row[column.name]) ? <Cell column={column} value={row[column.name]} /> : null}</td>
          ))}
        </tr>
      ))}
    </RowsTable>
  ),
}

const isThere = (value: unknown) => value !== null && value !== undefined

function Cell({ column, value }: { column: FieldDescription; value: unknown }) {
  const { Show } = viewOf(column.kind)
  return <Show value={value} field={column} />
}

/** A small table under the headings of its columns. */
export function RowsTable({ field, last, children }: { field: FieldDescription; last?: ReactNode; children: ReactNode }) {
  const { say } = useLanguage()
  return (
    <WideTable label={say(field.words)}>
      <thead>
        <tr>
          {field.columns!.map((column) => (
            <th key={column.name} scope="col">
              {say(column.words)}
              {last && column.required ? (
                <span className="zk-required" aria-hidden>
                  {' '}
                  *
                </span>
              ) : null}
            </th>
          ))}
          {last}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </WideTable>
  )
}
