import { accessTo } from '#engine/access/shape-access.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { verbOf } from '#engine/action/derived.ts'
import type { Item } from '#engine/action/outcome.ts'
import { performWithin } from '#engine/action/perform.ts'
import type { Refusal } from '#engine/action/refusal.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import type { Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'
import { plain } from '#engine/text/normal.ts'
import type { Along } from './import-fields.ts'
import { headingOf, type Pass } from './pass.ts'
import { isEmpty, type Change } from './plan.ts'
import type { ReadRow } from './rows.ts'

/** A creation makes its first contact along. Where the row goes to a record that is there, its contact is found or made under that. */

/** The inputs of a row that are about a record made along, by that record's fields. */
const valuesOf = ({ inputs }: Along, row: ReadRow): Record<string, unknown> =>
  Object.fromEntries([...inputs].flatMap(([input, field]) => (isEmpty(row.values[input]) ? [] : [[field, row.values[input]]])))

/** Takes out of new rows what the importer does not want to be made along. */
export function leaveOutAlong({ along, links }: Pass, values: Record<string, unknown>): Record<string, unknown> {
  const out = along.filter(({ child }) => links.get(child.name) === 'match')
  if (out.length === 0) return values
  return Object.fromEntries(Object.entries(values).filter(([name]) => !out.some(({ inputs }) => inputs.has(name))))
}

async function childrenOf({ runtime, actor }: Pass, tx: Transaction, child: Shape, ids: readonly string[]): Promise<StoredRow[]> {
  const under = sql.id('t', columnsOf(child.fields.get(child.chain[0]!)!).main)
  const found = await tx.arrays(
    sql`select t.id from ${sql.id(snake(child.name))} t where ${under} = any(${ids}::uuid[]) and t.deleted_at is null and ${compileSql(runtime.house, child, accessTo(runtime.house, actor, child).card.condition, 't')} order by t.id limit 20000`,
  )
  return readRows(
    tx,
    child,
    found.map(([id]) => id as string),
  )
}

/** Whether values tell of a record: by what identifies it, else by its title. */
function isSame(child: Shape, values: Record<string, unknown>, row: Readonly<Record<string, unknown>>): boolean {
  const fields = [...child.fields.values()].filter(({ field }) => field.options.identity)
  const equal = (name: string, kind: (typeof fields)[number]['kind']) => {
    const [a, b] = [values[name], row[name]].map((value) => (isEmpty(value) ? null : (kind.normalise?.(value as never) ?? String(value))))
    return a === null || b === null ? undefined : a === b
  }
  const told = fields.map(({ name, kind }) => equal(name, kind))
  if (told.includes(true)) return true
  const { title } = child.record
  return !told.includes(false) && typeof values[title] === 'string' && plain(values[title]) === plain(String(row[title] ?? ''))
}

/** Finds or makes what changed rows carry along, each row about a record of its own. @returns how many records were made or filled in, by row. */
export async function settleAlong(
  pass: Pass,
  tx: Transaction,
  changes: readonly Change[],
  events: StoredEvent[],
): Promise<Map<ReadRow, number>> {
  const done = new Map<ReadRow, number>()
  for (const along of pass.along) {
    const open = changes.filter(({ row }) => Object.keys(valuesOf(along, row)).length > 0)
    if (open.length > 0) await settleOne(pass, tx, along, open, done, events)
  }
  return done
}

async function settleOne(
  pass: Pass,
  tx: Transaction,
  along: Along,
  open: readonly Change[],
  done: Map<ReadRow, number>,
  events: StoredEvent[],
): Promise<void> {
  const { runtime, shape, actor, operation, links } = pass
  const { child } = along
  const under = child.chain[0]!
  const known = Map.groupBy(await childrenOf(pass, tx, child, [...new Set(open.map(({ id }) => id))]), (row) => row[under] as string)
  const edit = verbOf(runtime.house, child, 'edit')
  const edits: { row: ReadRow; item: Item }[] = []
  const creates: { row: ReadRow; item: Item }[] = []
  for (const { row, id, rule } of open) {
    const values = valuesOf(along, row)
    const found = known.get(id)?.find((sibling) => isSame(child, values, sibling))
    if (found) {
      const patch = Object.entries(values).filter(
        ([name, value]) => name in edit.input && (rule === 'update' ? found[name] !== value : isEmpty(found[name])),
      )
      if (patch.length > 0) edits.push({ row, item: { id: found.id, input: Object.fromEntries(patch) } })
    } else if (links.get(child.name) !== 'match')
      creates.push({ row, item: { input: { [child.record.title]: row.values[shape.record.title], ...values, [under]: id } } })
  }
  const settle = (list: typeof edits, items: readonly { refusal?: Refusal }[]) =>
    list.forEach(({ row }, i) => {
      const refusal = items[i]!.refusal
      if (!refusal) done.set(row, (done.get(row) ?? 0) + 1)
      else
        row.problems.push({
          column: headingOf(
            pass,
            [...along.inputs.keys()].find((name) => name in row.values)!,
          ),
          field: '',
          fatal: false,
          words: Object.values(refusal.fields ?? {})[0] ?? refusal.words,
        })
    })
  const run = async (action: typeof edit, list: typeof edits) => {
    if (list.length === 0) return
    const items = list.map(({ item }) => item)
    const outcome = await performWithin(tx, runtime, actor, action, items, { partial: true, operation })
    events.push(...outcome.events)
    settle(list, outcome.items)
  }
  await run(edit, edits)
  await run(verbOf(runtime.house, child, 'create'), creates)
}
