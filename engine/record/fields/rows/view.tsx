import type { FieldDescription } from '#engine/record/describe.ts'
import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { viewOf } from '#engine/web/views.ts'
import { WideTable } from '#engine/web/WideTable.tsx'

type Row = Record<string, unknown>

export const rowsView: FieldView = {
  Show({ value, field }) {
    const { say } = useLanguage()
    const rows = value as Row[]
    return (
      <WideTable label={say(field.words)}>
        <thead>
          <tr>
            {field.columns!.map((column) => (
              <th key={column.name}>{say(column.words)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // Rows have no identity of their own; their place is all there is.
            <tr key={i}>
              {field.columns!.map((column) => (
                <td key={column.name}>{isThere(row[column.name]) ? <Cell column={column} value={row[column.name]} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    )
  },
}

const isThere = (value: unknown) => value !== null && value !== undefined

function Cell({ column, value }: { column: FieldDescription; value: unknown }) {
  const { Show } = viewOf(column.kind)
  return <Show value={value} field={column} />
}
