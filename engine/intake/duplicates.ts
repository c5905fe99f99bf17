import { findLikeliest, seek, type Sought } from '#engine/match/find-many.ts'
import { edits } from '#engine/match/likeness.ts'
import type { MatchResult } from '#engine/match/define-matching.ts'
import type { RecordMatching } from '#engine/match/record-matching.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { plain } from '#engine/text/normal.ts'
import type { Words } from '#engine/text/words.ts'
import { lookUp, titlesOf } from './lookup.ts'
import type { Pass } from './pass.ts'
import type { ReadRow } from './rows.ts'

/** What a row is a duplicate of: a record that the importer may see, or an earlier row of the file. */
export interface Twin {
  /** The record; of a row of the same batch the one that row becomes. */
  id?: string
  title: string
  /** The line of the earlier row, where it is known; 0 where the record came of an earlier row of this file. */
  line?: number
  first?: ReadRow
  /** The field that is equal; absent where it was found by comparison. */
  by?: string
  /** Several records are equal in this field. */
  several?: boolean
  score?: number
  reasons?: { words: Words; isAgainst: boolean }[]
  held?: Words
}

/** From this score on a row is asked about; what is less likely is only said. */
export const worthAsking = 0.5

/** What is known of the rows of a batch: the twin of each that has one, and what is kept to find the like of it later. */
export interface Twins {
  of: Map<ReadRow, Twin>
  sought: Map<ReadRow, Sought>
}

const ordinal = /[\d〇零一二三四五六七八九十百]+|(?<![a-z])[a-z](?![a-z])/gi
const letters = /[a-z]+/gi

/**
 * Whether two titles are of one series, 一号店 and 二号店, A 车间 and B 车间, 云杉 Nord and 云杉 West: whoever tells things apart by a number or a
 * word means several.
 */
export function isSeries(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)]
  if (one === other) return false
  if (one.replace(ordinal, '#') === other.replace(ordinal, '#')) return true
  const rest = one.replace(letters, '').replaceAll(' ', '')
  if (rest.length < 2 || rest !== other.replace(letters, '').replaceAll(' ', '')) return false
  const [left, right] = [one, other].map((title) => (title.match(letters) ?? []).join('').toLowerCase())
  return left !== '' && right !== '' && left !== right && edits(left!, right!, 2) > Math.min(2, Math.floor(left!.length / 3))
}

/** The value of a field in a row: what the file says, or what is made of it. */
function valueIn({ values }: ReadRow, shape: Shape, name: string): string | undefined {
  const { from } = shape.fields.get(name)!.field.options
  return ((from as ((row: unknown) => unknown) | undefined)?.(values) ?? values[name] ?? undefined) as string | undefined
}

const titleIn = (row: ReadRow, shape: Shape): string => String(row.values[shape.record.title] ?? '')

/** Which of these records came of earlier rows of this very file. */
async function ofThisFile({ operation, shape }: Pass, tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.arrays(
    sql`select record_id from event where operation_id = ${operation} and record_id = any(${ids}::uuid[]) and type = ${`${shape.name}.created`}`,
  )
  return new Set(rows.map(([id]) => id as string))
}

/** How the rows are compared; not at all where all are to be made. */
export const comparedBy = ({ row, runtime, shape }: Pass): RecordMatching | undefined =>
  row.settings.similar === 'create' ? undefined : runtime.house.matchings.get(shape.name)

/**
 * Finds of each row what it is a duplicate of: by the record's matching fields first, then by comparison; in the base, where earlier batches
 * of the file stand already, and among the rows of its own batch.
 */
export async function findTwins(pass: Pass, tx: Transaction, rows: readonly ReadRow[]): Promise<Twins> {
  const of = await equalTwins(pass, tx, rows)
  // Who wants all of them made has nothing compared; what is alike is found at night, as ever.
  const matching = comparedBy(pass)
  const sought = new Map<ReadRow, Sought>()
  if (matching) {
    for (const row of rows) sought.set(row, row.sought ?? seek(matching, matching.fromForm(row.values)))
    await likeTwins(pass, tx, matching, rows, of, sought)
  }
  const ids = [...new Set([...of.values()].flatMap((twin) => (twin.id ? [twin.id] : [])))]
  const own = await ofThisFile(pass, tx, ids)
  for (const twin of of.values()) if (twin.id && own.has(twin.id)) twin.line ??= 0
  return { of, sought }
}

/** The ways to recognise a record, each as the field that is looked up and those that must be equal besides. */
const waysOf = (shape: Shape): { name: string; besides: readonly string[] }[] =>
  (shape.record.matchBy ?? []).map((way) => {
    const [name, ...besides] = [way].flat() as [string, ...string[]]
    return { name, besides }
  })

/** What a row is recognised by in one way; nothing where it does not say all of it. */
function keyOf(row: ReadRow, shape: Shape, { name, besides }: { name: string; besides: readonly string[] }): string | undefined {
  const values = [name, ...besides].map((field) => valueIn(row, shape, field))
  if (values.some((value) => !value)) return undefined
  const normal = shape.fields.get(name)!.kind.normalise?.(values[0] as never) ?? plain(values[0]!)
  return JSON.stringify([name, normal, ...values.slice(1)])
}

/** All that a row is recognised by. */
export const keysOf = (row: ReadRow, shape: Shape): string[] => waysOf(shape).flatMap((way) => keyOf(row, shape, way) ?? [])

async function equalTwins(pass: Pass, tx: Transaction, rows: readonly ReadRow[]): Promise<Map<ReadRow, Twin>> {
  const { runtime, actor, shape } = pass
  const found = new Map<ReadRow, Twin>()
  const ways = waysOf(shape)
  for (const way of ways) {
    const { name, besides } = way
    const open = rows.filter((row) => !found.has(row) && keyOf(row, shape, way))
    const values = [...new Set(open.map((row) => valueIn(row, shape, name)!))]
    const inBase = await lookUp(tx, runtime.house, actor, shape, name, values)
    const known = besides.length > 0 ? await readRows(tx, shape, [...new Set([...inBase.values()].flat())]) : []
    const byId = new Map(known.map((row) => [row.id, row]))
    for (const row of open) {
      const ids = (inBase.get(valueIn(row, shape, name)!) ?? []).filter((id) =>
        besides.every((field) => byId.get(id)?.[field] === valueIn(row, shape, field)),
      )
      if (ids.length > 0) found.set(row, ids.length === 1 ? { id: ids[0]!, title: '', by: name } : { title: '', by: name, several: true })
    }
  }
  sameInBatch(shape, ways, rows, found)
  const titles = await titlesOf(tx, runtime.house, actor, shape, [...new Set([...found.values()].flatMap((twin) => twin.id ?? []))])
  for (const twin of found.values()) if (twin.id) twin.title = titles.get(twin.id) ?? ''
  return found
}

/** Rows that repeat an earlier row of the batch. */
function sameInBatch(shape: Shape, ways: ReturnType<typeof waysOf>, rows: readonly ReadRow[], found: Map<ReadRow, Twin>): void {
  const seen = new Map<string, ReadRow>()
  for (const row of rows) {
    if (found.has(row)) continue
    const keys = ways.flatMap((way): [string, string][] => {
      const key = keyOf(row, shape, way)
      return key ? [[way.name, key]] : []
    })
    const known = keys.find(([, key]) => seen.has(key))
    if (known) {
      const first = seen.get(known[1])!
      found.set(row, { first, line: first.line, title: titleIn(first, shape), by: known[0] })
    } else for (const [, key] of keys) seen.set(key, row)
  }
}

const likeTwin = ({ score, reasons, held }: MatchResult<string>): Pick<Twin, 'score' | 'reasons' | 'held'> => ({
  score: Math.round(score * 1000) / 1000,
  reasons: reasons.slice(0, 6).map(({ words, bits }) => ({ words, isAgainst: bits < 0 })),
  ...(held ? { held } : {}),
})

async function likeTwins(
  pass: Pass,
  tx: Transaction,
  matching: RecordMatching,
  rows: readonly ReadRow[],
  found: Map<ReadRow, Twin>,
  sought: ReadonlyMap<ReadRow, Sought>,
): Promise<void> {
  const { runtime, actor, shape } = pass
  const open = rows.filter((row) => !found.has(row))
  const inBase = await findLikeliest(
    tx,
    matching,
    open.map((row) => sought.get(row)!),
  )
  // Of records that the importer may not see nothing is said here.
  const titles = await titlesOf(tx, runtime.house, actor, shape, [...new Set(inBase.flatMap((one) => one?.id ?? []))])
  open.forEach((row, i) => {
    const like = inBase[i]
    const title = like && titles.get(like.id)
    if (like && title !== undefined && !isSeries(titleIn(row, shape), title))
      found.set(row, { id: like.id, title, ...likeTwin(like.match) })
  })
  likeEarlier(matching, rows, found, sought, (row) => titleIn(row, shape))
}

/** Few rows of a batch are compared under one key: a word that many of them have says little. */
const mostTogether = 12

/** Compares the rows of a batch with those before them. A row that repeats another by a field is no one's first. */
function likeEarlier(
  { by }: RecordMatching,
  rows: readonly ReadRow[],
  found: Map<ReadRow, Twin>,
  sought: ReadonlyMap<ReadRow, Sought>,
  title: (row: ReadRow) => string,
): void {
  const byKey = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const { prepared, keys } = sought.get(row)!
    if (found.get(row)?.by) continue
    const candidates = new Set(keys.flatMap((key) => ((byKey.get(key)?.length ?? 99) <= mostTogether ? byKey.get(key)! : [])))
    let best: { row: ReadRow; bits: number } | undefined
    for (const other of candidates) {
      const { bits, decision } = by.weighPair(prepared, sought.get(other)!.prepared)
      if (decision !== 'different' && (!best || bits > best.bits)) best = { row: other, bits }
    }
    if (best && !isSeries(title(row), title(best.row))) {
      const match = by.compare(prepared, sought.get(best.row)!.prepared)
      if (match.score > (found.get(row)?.score ?? 0))
        found.set(row, { first: best.row, line: best.row.line, title: title(best.row), ...likeTwin(match) })
    }
    for (const key of keys) {
      const group = byKey.get(key)
      if (group) group.push(row)
      else byKey.set(key, [row])
    }
  }
}
