import { Button } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { inputOf } from '#engine/web/inputs.ts'

type Row = Record<string, unknown>

const blank = (kind: string) => (kind === 'yesNo' ? false : kind === 'choices' || kind === 'links' || kind === 'rows' ? [] : null)

export function RowsInput({ id, value, onChange, field, disabled }: InputProps) {
  const { t, say } = useLanguage()
  const rows = (value as Row[] | null) ?? []
  const change = (at: number, name: string, next: unknown) => onChange(rows.map((row, i) => (i === at ? { ...row, [name]: next } : row)))
  return (
    <div className="zk-rows">
      <table>
        <thead>
          <tr>
            {field.columns!.map((column) => (
              <th key={column.name}>{say(column.words)}</th>
            ))}
            <th aria-label={t('操作', 'Actions')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {field.columns!.map((column) => {
                const { Input } = inputOf(column.kind)
                return (
                  <td key={column.name}>
                    <label className="zk-unseen" htmlFor={`${id}-${i}-${column.name}`}>
                      {say(column.words)}
                    </label>
                    <Input
                      id={`${id}-${i}-${column.name}`}
                      field={column}
                      value={row[column.name] ?? null}
                      onChange={(next) => change(i, column.name, next)}
                      disabled={disabled ?? false}
                    />
                  </td>
                )
              })}
              <td>
                <Button type="text" size="small" onClick={() => onChange(rows.filter((_, k) => k !== i))} disabled={disabled ?? false}>
                  {t('移除', 'Remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        onClick={() =>
          onChange([...rows, Object.fromEntries(field.columns!.map((column) => [column.name, column.default ?? blank(column.kind)]))])
        }
        disabled={disabled ?? false}
      >
        {t('添加一行', 'Add a row')}
      </Button>
    </div>
  )
}
