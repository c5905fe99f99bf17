import type { House, Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'

/** Records of one type, by id. */
export interface Own {
  shape: Shape
  ids: string[]
}

/** A human being as the base knows him: his own records, what is part of him, and the words by which he would be recognised. */
export interface Subject {
  /** The records that stay as a shell without him: a contact, the customer that he is. */
  shells: Own[]
  /** The records that go altogether: further numbers, addresses. */
  parts: Own[]
  /** The roots on which all that hangs: here his name is looked for, too. */
  roots: string[]
  names: string[]
  /** Numbers and accounts that are his alone: looked for everywhere. */
  marks: string[]
}

/** What a value of these kinds says of somebody tells him from others. */
const telling = new Set(['text', 'phone', 'email', 'url'])

export const ownIds = ({ shells, parts }: Subject): string[] => [...shells, ...parts].flatMap(({ ids }) => ids)

/** The records whose link says that they are part of what it leads to. */
export function partLinks(house: House, shape: Shape): { shape: Shape; field: string }[] {
  return (house.linksTo.get(shape.name) ?? []).filter(
    ({ shape: linking, field }) => (linking.fields.get(field)!.field.options as { erasedWith?: boolean }).erasedWith,
  )
}

/** Fields that name or identify: the title, and identities. */
const namingFields = (shape: Shape): { names: string[]; marks: string[] } => ({
  names: [shape.record.title].filter(
    (name) => shape.fields.get(name)?.field.kind === 'text' && !shape.fields.get(name)?.field.options.identity,
  ),
  marks: [...shape.fields.values()].filter(({ field }) => field.options.identity && telling.has(field.kind)).map(({ name }) => name),
})

/** Everything that these fields ever held: what stands in the rows, and what history says stood there. */
async function everHeld(queries: Queries, { shape, ids }: Own, fields: readonly string[], rows: readonly StoredRow[]): Promise<string[]> {
  if (fields.length === 0) return []
  const now = rows.flatMap((row) => fields.map((name) => row[name]))
  const before = await queries.arrays(
    sql`select e.changes -> f -> 0, e.changes -> f -> 1 from event e, unnest(${fields}::text[]) as f
      where e.record = ${shape.name} and e.record_id = any(${ids}::uuid[]) and e.changes ? f`,
  )
  return [...now, ...before.flat()].filter((value): value is string => typeof value === 'string' && value.trim() !== '')
}

/** The ids that were merged into these, however long the way: they tell of the same human being. */
async function withMerged(queries: Queries, shape: Shape, ids: readonly string[]): Promise<string[]> {
  const gone = await queries.arrays(
    sql`with recursive part (id, depth) as (
        select goes_id, 1 from merge where record = ${shape.name} and stays_id = any(${ids}::uuid[]) and undone_at is null
        union all select m.goes_id, part.depth + 1 from merge m join part on m.stays_id = part.id where m.record = ${shape.name} and m.undone_at is null and part.depth < 50)
      select distinct id from part`,
  )
  return [...new Set([...ids, ...gone.map(([id]) => id as string)])]
}

/**
 * Gathers what tells of somebody. Numbers that others have too (a family's, a switchboard) are no marks of his: they stay with the others.
 * @param given his records: the contact, and the customer where he is the customer himself
 */
export async function subjectOf(queries: Queries, house: House, given: readonly { shape: Shape; id: string }[]): Promise<Subject> {
  const shells: Own[] = []
  const parts: Own[] = []
  for (const { shape, id } of given) {
    const ids = await withMerged(queries, shape, [id])
    shells.push({ shape, ids })
    for (const { shape: linking, field } of partLinks(house, shape)) {
      const rows = await queries.arrays(
        sql`select id from ${sql.id(snake(linking.name))} where ${sql.id(`${snake(field)}_id`)} = any(${ids}::uuid[])`,
      )
      if (rows.length > 0) parts.push({ shape: linking, ids: rows.map(([part]) => part as string) })
    }
  }
  const names = new Set<string>()
  const marks = new Set<string>()
  const roots = new Set<string>()
  for (const own of [...shells, ...parts]) {
    const rows = await readRows(queries, own.shape, own.ids)
    for (const { rootId } of rows) roots.add(rootId)
    const fields = namingFields(own.shape)
    if (shells.includes(own)) for (const name of await everHeld(queries, own, fields.names, rows)) names.add(name.trim())
    for (const mark of await everHeld(queries, own, fields.marks, rows)) marks.add(mark.trim())
  }
  const ids = [...shells, ...parts].flatMap((own) => own.ids)
  const others = await queries.arrays(
    sql`select distinct mine.value from claim mine join claim other on other.identity = mine.identity and other.value = mine.value
      where mine.record_id = any(${ids}::uuid[]) and other.record_id <> all(${ids}::uuid[])`,
  )
  const shared = new Set(others.map(([value]) => bareDigits(value as string)))
  return {
    shells,
    parts,
    roots: [...roots],
    names: [...names].filter((name) => [...name].length >= 2),
    marks: [...marks].filter((mark) => mark.length >= 5 && !shared.has(bareDigits(mark))),
  }
}

/** A number without its signs and the country; any other mark in small letters. */
const bareDigits = (mark: string): string =>
  /^[+\d][\d\s()-]+$/.test(mark) ? mark.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') : mark.toLowerCase()
