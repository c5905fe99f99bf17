import type { House, Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { columnsOf } from '#engine/store/table.ts'
import { grantsFor, type Actor } from './actor.ts'
import { always, never, type Condition, type Level } from './rules.ts'

/**
 * A circle: colleagues who share records that are nobody's own, a pool of customers say. The records lie in it by a link; it says who its
 * members are, how much these see of what lies in it, who keeps it, and which fields stay closed there to everybody but its keepers.
 */
export interface CircleFields {
  members: string
  departments: string
  roles: string
  keepers: string
  /** A choice between "card" and "full". */
  sight: string
  /** Several choices: "phone" of the records that lie in it, "contact.mobile" of what hangs on them. */
  closes: string
}

/** A circle as one actor stands to it. Those that he does not belong to are kept for what they close. */
export interface Circle {
  record: string
  id: string
  isMember: boolean
  isKeeper: boolean
  sight: 'card' | 'full'
  closes: readonly string[]
}

interface Who {
  id: string
  roles: readonly string[]
  departments: readonly string[]
}

/** All circles there are, and how somebody stands to each. A circle that names a department means those below it as well. */
export async function readCircles(queries: Queries, house: House, who: Who): Promise<Circle[]> {
  const found: Circle[] = []
  for (const shape of house.shapes.values()) {
    const { circle } = shape.record
    if (!circle) continue
    const column = (name: string) => sql.id(columnsOf(shape.fields.get(name)!).main)
    found.push(
      ...(await queries.rows<Circle>(
        sql`select ${shape.name}::text as record, id, ${column(circle.sight)} as sight, ${column(circle.closes)} as closes,
          ${column(circle.keepers)} @> array[${who.id}::uuid] as "isKeeper",
          (${column(circle.members)} @> array[${who.id}::uuid] or ${column(circle.departments)} && ${who.departments}::uuid[] or ${column(circle.roles)} && ${who.roles}::uuid[]) as "isMember"
          from ${sql.id(snake(shape.name))} where deleted_at is null order by id`,
      )),
    )
  }
  return found
}

const reaches = ({ isMember, isKeeper, sight }: Circle, level: Level): boolean =>
  isKeeper || (isMember && (level === 'card' || (level === 'full' && sight === 'full')))

/** The records of a type that lie in a circle where the actor may do so much; of circles themselves, those. */
export function withinCircles(actor: Actor, shape: Shape, level: Level): Condition {
  const link = shape.record.access?.circle
  const of = shape.record.circle ? shape.name : (shape.record.fields[link ?? '']?.options as { to?: string } | undefined)?.to
  const ids = (actor.circles ?? []).filter((circle) => circle.record === of && reaches(circle, level)).map(({ id }) => id)
  return ids.length === 0 ? never : { field: shape.record.circle ? 'id' : link!, op: 'in', value: ids }
}

/** Whether a condition on a record is one of these: it holds for the record itself, and not for what hangs on it. */
export const isOfCircle = (shape: Shape, condition: Condition): boolean =>
  'field' in condition && condition.field === shape.record.access?.circle

/** The rows on which a field is left to the actor by the circles that they lie in. Whoever may change all of them is not meant. */
export function openInCircles(house: House, actor: Actor, shape: Shape, name: string): Condition {
  const root = house.shapes.get(shape.root.name)!
  const link = root.record.access?.circle
  const key = shape === root ? name : `${shape.name}.${name}`
  const ids = (actor.circles ?? []).filter(({ isKeeper, closes }) => !isKeeper && closes.includes(key)).map(({ id }) => id)
  if (!link || ids.length === 0) return always
  if (actor.roles.some((role) => grantsFor(role, root).some(({ edit }) => edit === 'all'))) return always
  const inside: Condition = { field: link, op: 'in', value: ids }
  return { not: shape.chain.toReversed().reduce<Condition>((where, behind) => ({ behind, where }), inside) }
}
