import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import type { Item } from '#engine/action/outcome.ts'
import { perform } from '#engine/action/perform.ts'
import type { Refusal } from '#engine/action/refusal.ts'
import { linkTarget, type Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { words, type Words } from '#engine/text/words.ts'
import { importFields, type ImportRow } from './importing.ts'
import { lookUp, resolveTitles, titlesWanted } from './lookup.ts'
import type { ReadRow } from './rows.ts'

/** Stands for the id of a record that a preview would make; no cell of a file can hold it. */
const toBeMade = '\u0000'

/** What became of one row of a file. */
export interface RowVerdict {
  row: ReadRow
  what: 'new' | 'changed' | 'duplicate' | 'failed' | 'skipped'
  reasons: { column: string; words: Words }[]
  /** The record it is, or is a duplicate of. */
  id?: string
}

/** One walk through a file: for whom, into what, and what it remembers on the way. */
export interface Pass {
  runtime: Runtime
  actor: Actor
  shape: Shape
  row: ImportRow
  operation: string
  mode: 'run' | 'preview'
  /** Keys of rows seen earlier in the file: a row twice is a duplicate of the first. */
  seen: Map<string, number>
  /** Titles that link columns of later rows may name: rows of the file itself. */
  later: { line: number; field: string; title: string }[]
}

/** Looks up what link columns name; makes what is missing where that is wanted; says what could not be found. */
async function settleLinks(pass: Pass, rows: readonly ReadRow[]): Promise<void> {
  const { runtime, actor, shape, row, mode } = pass
  const fields = importFields(runtime, shape)
  const wanted = titlesWanted(rows, fields)
  if (wanted.size === 0) return
  const resolved = await resolveTitles(runtime.database, runtime.house, actor, wanted)
  for (const [record, titles] of wanted) {
    const target = runtime.house.shapes.get(record)!
    const known = resolved.get(record)!
    const missing = [...titles].filter((title) => !known.has(title))
    // Users and departments are never made on the side, and rows of this very file are linked when all of them are in.
    if (missing.length === 0 || !row.settings.createLinked || target.record.shapesAccess || record === shape.name) continue
    const create = verbOf(runtime.house, target, 'create')
    const outcome = await perform(
      runtime,
      actor,
      create,
      missing.map((title) => ({ input: { [target.record.title]: title } })),
      { partial: true, operation: pass.operation, mode },
    )
    missing.forEach((title, i) => outcome.items[i]?.id && known.set(title, mode === 'run' ? outcome.items[i]!.id! : toBeMade))
  }
  for (const entry of rows)
    for (const [name, title] of Object.entries(entry.titles)) {
      const target = linkTarget(fields[name]!)
      const id = resolved.get(target)!.get(title)
      const isMany = fields[name]!.kind === 'links'
      if (id) entry.values[name] = isMany ? [id] : id
      else if (id === undefined && target === shape.name) pass.later.push({ line: entry.line, field: name, title })
      else
        entry.problems.push({
          column: headingOf(pass, name),
          field: name,
          fatal: fields[name]!.options.required === true || row.settings.refuseBadCells,
          words:
            id === null
              ? words(`“${title}”有多个同名记录`, `there are several records called "${title}"`)
              : words(`没有找到“${title}”`, `"${title}" was not found`),
        })
    }
}

/** The value of a field in a row: what the file says, or what is made of it. */
function valueIn({ values }: ReadRow, shape: Shape, name: string): string | undefined {
  const { from } = shape.fields.get(name)!.field.options
  return ((from as ((row: unknown) => unknown) | undefined)?.(values) ?? values[name] ?? undefined) as string | undefined
}

/** Which rows are in the base already, by the first of the record's matching fields that says so; and which come twice in the file. */
async function findDuplicates(pass: Pass, rows: readonly ReadRow[]): Promise<Map<ReadRow, { id?: string; line?: number; by: string }>> {
  const { runtime, actor, shape } = pass
  const found = new Map<ReadRow, { id?: string; line?: number; by: string }>()
  for (const name of shape.record.matchBy ?? []) {
    const open = rows.filter((row) => !found.has(row) && valueIn(row, shape, name))
    const inBase = await lookUp(runtime.database, runtime.house, actor, shape, name, [
      ...new Set(open.map((row) => valueIn(row, shape, name)!)),
    ])
    for (const row of open) {
      const value = valueIn(row, shape, name)!
      const ids = inBase.get(value)
      if (ids) found.set(row, { ...(ids.length === 1 ? { id: ids[0]! } : {}), by: name })
    }
    for (const row of open) {
      const key = `${name}:${valueIn(row, shape, name)}`
      const first = pass.seen.get(key)
      if (!found.has(row) && first !== undefined && first !== row.line) found.set(row, { line: first, by: name })
    }
  }
  for (const row of rows)
    for (const name of shape.record.matchBy ?? []) {
      const key = `${name}:${valueIn(row, shape, name)}`
      if (valueIn(row, shape, name) && !found.has(row) && !pass.seen.has(key)) pass.seen.set(key, row.line)
    }
  return found
}

/** A field as the file calls it; what the file does not have, as our own lists do. */
export const headingOf = ({ row, shape }: Pick<Pass, 'row' | 'shape'>, name: string): string =>
  row.settings.mapping.find((column) => column.field === name)?.header || (shape.fields.get(name)?.field.options.zh ?? name)

const reasonsOf = (refusal: Refusal, pass: Pass): RowVerdict['reasons'] =>
  refusal.fields
    ? Object.entries(refusal.fields).map(([name, text]) => ({ column: headingOf(pass, name), words: text }))
    : [{ column: '', words: refusal.words }]

/** Takes one batch through the write path. All that it does is in one transaction with the progress it reports. */
export async function passBatch(
  pass: Pass,
  rows: readonly ReadRow[],
  alongside: (tx: Transaction, verdicts: RowVerdict[]) => Promise<void>,
): Promise<RowVerdict[]> {
  const {
    runtime,
    actor,
    shape,
    row: { settings },
    operation,
    mode,
  } = pass
  const verdicts = new Map<ReadRow, RowVerdict>()
  const settle = (row: ReadRow, what: RowVerdict['what'], reasons: RowVerdict['reasons'] = [], id?: string) =>
    verdicts.set(row, { row, what, reasons, ...(id ? { id } : {}) })
  await settleLinks(
    pass,
    rows.filter((row) => !row.problems.some((problem) => problem.fatal)),
  )
  for (const row of rows) {
    const fatal = row.problems.filter((problem) => problem.fatal)
    if (fatal.length > 0)
      settle(
        row,
        fatal[0]!.field === '' ? 'skipped' : 'failed',
        fatal.map(({ column, words: text }) => ({ column, words: text })),
      )
  }
  const duplicates = await findDuplicates(
    pass,
    rows.filter((row) => !verdicts.has(row)),
  )
  const changes: { row: ReadRow; id: string }[] = []
  const fresh: ReadRow[] = []
  for (const row of rows) {
    if (verdicts.has(row)) continue
    const twin = duplicates.get(row)
    if (!twin || settings.duplicates === 'create') fresh.push(row)
    else if (twin.id && settings.duplicates !== 'skip') changes.push({ row, id: twin.id })
    else {
      const field = shape.fields.get(twin.by)!.field.options
      const text = twin.line
        ? words(`与第 ${twin.line} 行重复(${field.zh})`, `the same as line ${twin.line} (${field.en})`)
        : twin.id
          ? words(`已有相同的${field.zh}`, `the same ${field.en.toLowerCase()} exists already`)
          : words(`有多条记录的${field.zh}相同`, `several records have this ${field.en.toLowerCase()}`)
      settle(row, 'duplicate', [{ column: headingOf(pass, twin.by), words: text }], twin.id)
    }
  }
  if (changes.length > 0) {
    const stored = new Map(
      (
        await readRows(
          runtime.database,
          shape,
          changes.map((change) => change.id),
        )
      ).map((found) => [found.id, found]),
    )
    const edit = verbOf(runtime.house, shape, 'edit')
    const items: Item[] = changes.map(({ row, id }) => {
      const open = Object.entries(row.values).filter(
        ([name]) => name in edit.input && (settings.duplicates === 'update' || isEmpty(stored.get(id)?.[name])),
      )
      return { id, input: Object.fromEntries(open) }
    })
    const outcome = await perform(runtime, actor, edit, items, { partial: true, operation, mode })
    changes.forEach(({ row, id }, i) => {
      const refusal = outcome.items[i]!.refusal
      settle(row, refusal ? 'failed' : 'changed', refusal ? reasonsOf(refusal, pass) : [], id)
    })
  }
  // In a preview, a record that would be made on the side has no id yet: what hangs on it cannot be tried, and is taken at its word.
  const tried = fresh.filter((row) => !Object.values(row.values).includes(toBeMade))
  for (const row of fresh) if (!tried.includes(row)) settle(row, 'new')
  const settleTried = (items: readonly { id?: string; refusal?: Refusal }[]) =>
    tried.forEach((row, i) => {
      const { id, refusal } = items[i]!
      settle(
        row,
        refusal ? (refusal.code === 'identity-taken' ? 'duplicate' : 'failed') : 'new',
        refusal ? reasonsOf(refusal, pass) : [],
        id,
      )
    })
  const all = () => rows.map((row) => verdicts.get(row)!)
  const create = verbOf(runtime.house, shape, 'create')
  if (tried.length > 0) {
    const outcome = await perform(
      runtime,
      actor,
      create,
      tried.map((row) => ({ input: row.values })),
      {
        partial: true,
        withHistory: true,
        operation,
        mode,
        alongside: (tx, items) => {
          settleTried(items)
          return alongside(tx, all())
        },
      },
    )
    if (mode === 'preview') settleTried(outcome.items)
  } else if (mode === 'run') await runtime.database.transaction((tx) => alongside(tx, all()))
  return all()
}

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
