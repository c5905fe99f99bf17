import type { SequenceOptions } from '#engine/record/fields/sequence/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import type { Database, Transaction } from '#engine/store/database.ts'
import { giveNumbers } from '#engine/store/numbers.ts'
import type { StoredRow } from '#engine/store/rows.ts'

interface Numbering {
  database: Database
  tx: Transaction
  house: House
  today: string
  /** How many records the work will probably make. */
  expected: number
  /** Rows by id, as the work sees them. */
  read(shape: Shape, ids: readonly string[]): Promise<(id: string) => StoredRow | undefined>
}

/** Gives running numbers to new rows. They are fetched for all targets of an action at once, and handed out as they are needed. */
export function openNumbering({ database, tx, house, today, expected, read }: Numbering) {
  const spareNumbers = new Map<string, string[]>()

  async function departmentCodes(shape: Shape, rows: readonly StoredRow[]): Promise<Map<StoredRow, string>> {
    const key = shape.record.access?.department
    const departments = key ? house.shapes.get(linkTarget(shape.record.fields[key]!))! : undefined
    if (!key || !departments) return new Map()
    const idOf = (row: StoredRow) => row[key] as string | null
    const rowOf = await read(
      departments,
      rows.map(idOf).filter((id) => id !== null),
    )
    return new Map(rows.map((row) => [row, (rowOf(idOf(row) ?? '')?.code as string | null | undefined) ?? '']))
  }

  return async (shape: Shape, field: KnownField, rows: readonly StoredRow[]): Promise<void> => {
    const options = field.field.options as unknown as SequenceOptions
    const codes = options.pattern.includes('{department}') ? await departmentCodes(shape, rows) : undefined
    for (const [department, group] of Map.groupBy(rows, (row) => codes?.get(row) ?? '')) {
      const key = [shape.name, field.name, department].join()
      const spare = spareNumbers.get(key) ?? []
      const n = group.length
      if (spare.length < n)
        spare.push(
          ...(await giveNumbers(database, tx, { shape, field, day: today, department }, options.gapless ? n : Math.max(n, expected))),
        )
      spareNumbers.set(key, spare)
      for (const row of group) row[field.name] = spare.shift()
    }
  }
}
