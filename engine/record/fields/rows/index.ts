import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type Fields, type ValueOf } from '#engine/record/field.ts'
import { sharedFault } from '#engine/record/fault.ts'
import { fill, words } from '#engine/text/words.ts'
import { kindOf } from '../index.ts'

export interface RowsOptions extends FieldOptions {
  max?: number
}

type RowValue<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> }

/** A small table inside a record: order lines, contact hours. An empty list where there is none, never null. */
export const rows = <const F extends Fields, const O extends RowsOptions>(
  columns: F,
  options: O,
): Field<RowValue<F>[], true, O & { columns: F }> => ({
  kind: 'rows',
  options: { ...options, columns },
})

/** The schema of one row of the table. */
export function rowSchema(columns: Fields): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const schema = kindOf(column).schema(column.options)
        const fallback =
          column.options.default ?? (column.kind === 'yesNo' ? false : ['choices', 'links', 'rows'].includes(column.kind) ? [] : null)
        if (column.options.required)
          return [name, column.options.default === undefined ? schema : schema.default(column.options.default as never)]
        return [name, schema.nullable().default(fallback as never)]
      }),
    ),
  )
}

export const rowsKind: FieldKind<RowsOptions & { columns: Fields }> = {
  name: 'rows',
  words: words('明细', 'Rows'),
  schema: (options) => z.array(rowSchema(options.columns)).max(options.max ?? 200),
  fault(issue, options) {
    const [, name, ...rest] = issue.path
    const column = typeof name === 'string' ? options.columns[name] : undefined
    if (column) return kindOf(column).fault({ ...issue, path: rest }, column.options)
    if (issue.code === 'unrecognized_keys') return fill(words('没有“{n}”这一列', 'There is no column "{n}"'), { n: issue.keys.join(', ') })
    return sharedFault(issue) ?? words('应为多行明细', 'Must be a list of rows')
  },
  operators: ['empty', 'notEmpty'],
  read: (raw) => {
    throw new Unreadable(words(`明细不能从一个单元格“${raw}”读取`, `rows cannot be read from the one cell "${raw}"`))
  },
  show: (value: Record<string, unknown>[], options, locale) =>
    value
      .map((row) =>
        Object.entries(options.columns)
          .filter(([name]) => row[name] !== null && row[name] !== undefined)
          .map(([name, column]) => kindOf(column).show(row[name] as never, column.options, locale))
          .join(' '),
      )
      .join(locale === 'zh' ? ';' : '; '),
}
