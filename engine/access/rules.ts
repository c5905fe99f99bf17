import type { Operator } from '#engine/record/field.ts'

/** How much of a record somebody may see or do. Each level contains the ones before it. */
export const levels = ['none', 'card', 'full', 'edit'] as const
export type Level = (typeof levels)[number]

export const atLeast = (level: Level, wanted: Level): boolean => levels.indexOf(level) >= levels.indexOf(wanted)

/**
 * The one condition language: filters of the API, rights, segments. A field may be a path through links ("customer.owner");
 * `behind` says that the record behind a link exists and meets a condition; behind a link to any record its type is named, and only the
 * database can tell; `linked` counts what links to the record from elsewhere: how somebody behaves, what he has.
 * Two-valued: what is empty meets no comparison except `ne`, `notIn` and `empty`.
 */
export type Condition =
  | { and: Condition[] }
  | { or: Condition[] }
  | { not: Condition }
  | { field: string; op: Operator; value?: unknown }
  | { behind: string; where: Condition; record?: string }
  | Linked
  | SharedWith

/** So many records that link here ("activity.customer") meet a condition: at least, at most, or both. */
export interface Linked {
  linked: string
  least?: number
  most?: number
  where: Condition
  /** Asked of all rows and not of a page of them: the linked records are gone through once, as a set. */
  isWhole?: true
}

/** Somebody of these principals has been let in at one of these levels, and the time is not up. */
export interface SharedWith {
  field: string
  op: 'sharedWith'
  value: { principals: string[]; levels: Level[]; at: string }
}

export const always: Condition = { and: [] }
export const never: Condition = { or: [] }

export const isAlways = (condition: Condition): boolean => 'and' in condition && condition.and.length === 0
export const isNever = (condition: Condition): boolean => 'or' in condition && condition.or.length === 0

const keyOf = (condition: Condition): string => JSON.stringify(condition)

const distinct = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((condition) => [keyOf(condition), condition])).values(),
]

const optionsOf = (condition: Condition): readonly Condition[] => ('or' in condition ? condition.or : [condition])

/** Whether whatever meets the one meets the other: each of its options is among the other's. */
const implies = (condition: Condition, other: Condition): boolean => {
  if (!('or' in other)) return false
  const known = new Set(other.or.map(keyOf))
  const options = optionsOf(condition)
  const isAmong = (option: Condition): boolean =>
    known.has(keyOf(option)) || isShared(option, other.or) || ('and' in option && option.and.some((part) => implies(part, other)))
  return options.length > 0 && options.every(isAmong)
}

/**
 * Both; constants, nesting, repetitions and what another part implies are folded away: whoever may see the whole record may see its card,
 * and the question is asked once.
 */
export function both(...conditions: Condition[]): Condition {
  const parts = distinct(conditions.flatMap((condition) => ('and' in condition ? condition.and : [condition])))
  if (parts.some(isNever)) return never
  const rest = parts.filter(
    (condition, i) =>
      !isAlways(condition) && !parts.some((other, k) => k !== i && implies(other, condition) && (k < i || !implies(condition, other))),
  )
  return rest.length === 1 ? rest[0]! : { and: rest }
}

/**
 * Any of them; constants, nesting, repetitions and what another part contains already are folded away: "A or (A and B)" is A, and being
 * let in at one level or at a higher one is one question. The fewer parts, the fewer walks through an index.
 */
export function either(...conditions: Condition[]): Condition {
  const parts = mergeShared(distinct(conditions.flatMap((condition) => ('or' in condition ? condition.or : [condition]))))
  if (parts.some(isAlways)) return always
  const known = new Set(parts.map(keyOf))
  const isContained = (part: Condition): boolean =>
    'and' in part &&
    part.and.some(
      (inner) =>
        known.has(keyOf(inner)) ||
        isShared(inner, parts) ||
        ('or' in inner && inner.or.length > 0 && inner.or.every((option) => known.has(keyOf(option)) || isShared(option, parts))),
    )
  // In one order whatever the order of asking, so that the same right is recognised as the same.
  const rest = parts.filter((part) => !isContained(part)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return rest.length === 1 ? rest[0]! : { or: rest }
}

const isSharing = (condition: Condition): condition is SharedWith => 'op' in condition && condition.op === 'sharedWith'

/** Whether one of the parts lets in at every level that this one names. */
const isShared = (option: Condition, parts: readonly Condition[]): boolean =>
  isSharing(option) &&
  parts.some(
    (part) => isSharing(part) && part.field === option.field && option.value.levels.every((level) => part.value.levels.includes(level)),
  )

function mergeShared(parts: readonly Condition[]): Condition[] {
  const merged: Condition[] = []
  for (const part of parts) {
    const same = isSharing(part)
      ? merged.findIndex(
          (other) => isSharing(other) && other.field === part.field && other.value.principals.join() === part.value.principals.join(),
        )
      : -1
    if (same < 0 || !isSharing(part)) merged.push(part)
    else {
      const other = merged[same] as SharedWith
      merged[same] = {
        ...other,
        value: {
          ...other.value,
          levels: levels.filter((level) => other.value.levels.includes(level) || part.value.levels.includes(level)),
        },
      }
    }
  }
  return merged
}

export function not(condition: Condition): Condition {
  if (isAlways(condition)) return never
  if (isNever(condition)) return always
  return 'not' in condition ? condition.not : { not: condition }
}

/** Which records a role reaches. Each scope contains "own". */
export const scopes = ['none', 'own', 'subordinates', 'department', 'departmentTree', 'chosen', 'all'] as const
export type Scope = (typeof scopes)[number]

/** A right as a declaration writes it: a condition with places for the actor, resolved per request. */
export type Rule =
  | { everyone: true }
  | { nobody: true }
  | { role: readonly string[] }
  | { granted: Grantable }
  | { through: Level }
  | { owns: string }
  | { holds: string }
  | { shared: Level }
  | { within: Level }
  | { both: readonly Rule[] }
  | { either: readonly Rule[] }
  | { when: Condition }

/** What a role may grant per record type. */
export type Grantable = 'card' | 'full' | 'edit' | 'create' | 'recycle'

export const rule = {
  /** Whoever is signed in. */
  everyone: { everyone: true } as Rule,
  nobody: { nobody: true } as Rule,
  /** Whoever has one of these roles, by code. */
  role: (...codes: string[]): Rule => ({ role: codes }),
  /** As the roles say: the scope that an administrator gave for this record type. */
  granted: (what: Grantable): Rule => ({ granted: what }),
  /** As much as the actor may of the record that this one hangs on. */
  through: (level: Level): Rule => ({ through: level }),
  /** The link field (or path) names the actor; a field of several links, among others. */
  owns: (path: string): Rule => ({ owns: path }),
  /** The field names roles, and the actor has one of them. */
  holds: (field: string): Rule => ({ holds: field }),
  /** The actor has been let in as a collaborator, at this level or a higher one. */
  shared: (level: Level): Rule => ({ shared: level }),
  /** The record lies in a circle whose members may do so much, and the actor is one of them or keeps it. */
  within: (level: Level): Rule => ({ within: level }),
  both: (...rules: Rule[]): Rule => ({ both: rules }),
  either: (...rules: Rule[]): Rule => ({ either: rules }),
  /** The record meets a condition. */
  when: (condition: Condition): Rule => ({ when: condition }),
}

/** Who may do what with a record type. What is not said is derived: see `accessOf`. */
export interface AccessDeclaration {
  /** The fields by which scopes reach a root: who owns it, which department it belongs to. Copied to everything that hangs on it. */
  owner?: string
  department?: string
  /** The link to the circle that it may lie in: see `circles.ts`. */
  circle?: string
  /** Nobody's own, whoever made it: a grant reaches it by its department, or reaches all. */
  isNobodys?: true
  card?: Rule
  full?: Rule
  edit?: Rule
  create?: Rule
  recycle?: Rule
}
