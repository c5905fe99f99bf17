import type { House, Shape } from '#engine/record/house.ts'
import type { Actor } from './actor.ts'
import { compileCheck, pathsOf, type Check, type Facts } from './condition-js.ts'
import { fieldCondition, levelCondition, rightCondition } from './resolve.ts'
import { isAlways, isNever, type Condition, type Level } from './rules.ts'

/** A condition with its check; constants are told apart so that the common case costs nothing. */
export interface Right {
  condition: Condition
  constant: boolean | undefined
  check: Check
  /** Its place among the rights of its shape: the same condition is the same right, and is asked once per row. */
  index: number
}

/** Asks the rights of one row, each at most once. */
export type Asker = (right: Right) => boolean

/** Opens the questions about one row. */
export function askAbout(facts: Facts): Asker {
  const answers: (boolean | undefined)[] = []
  return (right) => right.constant ?? (answers[right.index] ??= right.check(facts))
}

export interface FieldAccess {
  name: string
  masked: Right
  view: Right
  edit: Right
}

/** All rights of one actor on one record type, ready to be asked row by row. */
export interface ShapeAccess {
  shape: Shape
  card: Right
  full: Right
  edit: Right
  create: Right
  recycle: Right
  fields: Map<string, FieldAccess>
  /** What must be loaded beside a row before its rights can be told. */
  paths: readonly string[]
  /** A condition as a right of this actor on this record type. */
  rightOf(condition: Condition): Right
  levelOf(facts: Facts): Level
  levelBy(ask: Asker): Level
}

const cache = new WeakMap<Actor, Map<Shape, ShapeAccess>>()

const makeRight = (house: House, shape: Shape, condition: Condition, index: number): Right => ({
  index,
  condition,
  constant: isAlways(condition) ? true : isNever(condition) ? false : undefined,
  check: compileCheck(house, shape, condition),
})

/** What an actor may do with a record type. Worked out once per actor; actors are made anew when rights change. */
export function accessTo(house: House, actor: Actor, shape: Shape): ShapeAccess {
  const known = cache.get(actor) ?? new Map<Shape, ShapeAccess>()
  cache.set(actor, known)
  const made = known.get(shape)
  if (made) return made

  const memo = new Map<string, Right>()
  const right = (condition: Condition): Right => {
    const key = JSON.stringify(condition)
    let found = memo.get(key)
    if (!found) {
      found = makeRight(house, shape, condition, memo.size)
      memo.set(key, found)
    }
    return found
  }
  const [card, full, edit] = (['card', 'full', 'edit'] as const).map((level) => right(levelCondition(house, actor, shape, level))) as [
    Right,
    Right,
    Right,
  ]
  const fields = new Map<string, FieldAccess>()
  for (const name of shape.fields.keys()) {
    const [masked, view, change] = (['masked', 'view', 'edit'] as const).map((level) =>
      right(fieldCondition(house, actor, shape, name, level)),
    ) as [Right, Right, Right]
    fields.set(name, { name, masked, view, edit: change })
  }
  const create = right(rightCondition(house, actor, shape, 'create'))
  const recycle = right(rightCondition(house, actor, shape, 'recycle'))
  const access: ShapeAccess = {
    shape,
    card,
    full,
    edit,
    create,
    recycle,
    fields,
    paths: [...new Set([...memo.values()].flatMap((entry) => pathsOf(entry.condition)))],
    rightOf: right,
    levelOf: (facts) => access.levelBy(askAbout(facts)),
    levelBy: (ask) => (ask(edit) ? 'edit' : ask(full) ? 'full' : ask(card) ? 'card' : 'none'),
  }
  known.set(shape, access)
  return access
}
