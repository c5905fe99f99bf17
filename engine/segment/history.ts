import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { readFilter } from '#engine/access/filter.ts'
import { always, both, type Condition } from '#engine/access/rules.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { Refusal } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import { readList } from '#engine/store/list.ts'
import { sql } from '#engine/store/sql.ts'
import { defaultSort } from '#engine/store/table.ts'
import { segmentCondition } from './members.ts'
import { segmentsIn } from './segments.ts'
import { sizesOf, type DaySize } from './stays.ts'

/** Somebody who came or went. */
export interface Passage {
  record: string
  id: string
  title: string
  at: string
}

export interface SegmentHistory {
  /** For its owner alone, with whose rights it was counted; null for others. */
  sizes: DaySize[] | null
  reckonedAt: string | null
  entered: Passage[]
  left: Passage[] | null
}

const daysShown = 90
const lately = 30
const shownEach = 20
/** So many of the latest are looked through for those that the reader may see. */
const lookedThrough = 2000

async function passages(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  segment: string,
  when: 'entered_at' | 'left_at',
  visible: Condition,
): Promise<Passage[]> {
  const since = new Date(runtime.clock() - lately * 86_400_000).toISOString()
  const isShown = when === 'entered_at' ? sql`not s.is_first` : sql`s.left_at is not null`
  const found = await runtime.database.rows<{ id: string; at: string }>(
    sql`select l.record_id as id, l.at from (
        select s.record_id, ${sql.id('s', when)} as at from segment_stay s
          where s.segment_id = ${segment} and ${isShown} and ${sql.id('s', when)} >= ${since}::timestamptz
          order by ${sql.id('s', when)} desc limit ${lookedThrough}) l
      join ${sql.id(snake(shape.name))} t on t.id = l.record_id
      where t.deleted_at is null and ${compileSql(runtime.house, shape, visible, 't')} order by l.at desc, l.record_id limit ${shownEach}`,
  )
  const titles = await titlesOf(
    runtime,
    actor,
    shape,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, at }) => (titles.has(id) ? [{ record: shape.name, id, title: titles.get(id)!, at }] : []))
}

/**
 * What became of a segment. Its sizes and who left were reckoned with its owner's rights and are for his eyes; others are told of those
 * alone whom they find in it themselves, so that nobody learns by it what he may not read.
 */
export async function historyOf(runtime: Runtime, actor: Actor, segment: string, owner: string | null): Promise<SegmentHistory> {
  const { shape, condition } = await segmentCondition(runtime, actor, segment)
  const isOwner = owner === actor.id
  const { sizes, at } = await sizesOf(runtime, segment, daysShown)
  const visible = isOwner ? accessTo(runtime.house, actor, shape).card.condition : condition
  return {
    sizes: isOwner ? sizes : null,
    reckonedAt: at,
    entered: await passages(runtime, actor, shape, segment, 'entered_at', visible),
    left: isOwner ? await passages(runtime, actor, shape, segment, 'left_at', visible) : null,
  }
}

/** A segment that a record is in. */
export interface SegmentOf {
  id: string
  title: string
  /** Since when, as far as its history tells. */
  since: string | null
}

/** So many of a reader's segments are tried on a record. */
const mostTried = 100

/** The segments, of those that the actor may see, that a record is in at this moment and in his eyes. */
export async function segmentsOf(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<SegmentOf[]> {
  const { house, database, clock } = runtime
  const source = house.segments
  if (!source?.over.includes(shape.name)) return []
  const type = house.shapes.get(source.record)!
  const page = await readList(database, house, type, {
    visible: accessTo(house, actor, type).full.condition,
    filter: always,
    sorts: [defaultSort(type)],
    limit: mostTried,
  })
  const tried = page.rows.filter((row) => {
    const { of, isActive } = source.meaningOf(row)
    return of === shape.name && isActive
  })
  if (tried.length === 0) return []
  const segments = await segmentsIn(database, house, actor, { or: tried.map((row) => ({ segment: row.id })) }, { most: mostTried * 2 })
  const asked = tried.flatMap((row) => {
    try {
      const { condition, visible } = readFilter(house, actor, shape, { segment: row.id }, clock(), segments)
      return [{ row, condition: both(visible, condition) }]
    } catch (error) {
      // A segment that can no longer be asked has nobody in it: its own page says why.
      if (error instanceof Refusal) return []
      throw error
    }
  })
  if (asked.length === 0) return []
  const answers = asked.map(({ condition }, i) => sql`(${compileSql(house, shape, condition, 't')}) as ${sql.id(`s${i}`)}`)
  const [cells] = await database.arrays(
    sql`select ${sql.join(answers)} from ${sql.id(snake(shape.name))} t where t.id = ${id} and t.deleted_at is null and ${compileSql(house, shape, accessTo(house, actor, shape).card.condition, 't')}`,
  )
  const inside = asked.filter((_, i) => cells?.[i] === true).map(({ row }) => row)
  const stays = await database.rows<{ segment: string; since: string }>(
    sql`select segment_id as segment, entered_at as since from segment_stay where record_id = ${id} and left_at is null and not is_first and segment_id = any(${inside.map((row) => row.id)}::uuid[])`,
  )
  const since = new Map(stays.map((stay) => [stay.segment, stay.since]))
  return inside.map((row) => ({ id: row.id, title: String(row[type.record.title]), since: since.get(row.id) ?? null }))
}
