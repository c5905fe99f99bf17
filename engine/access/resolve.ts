import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import { moreSecret, type Secrecy } from '#engine/record/secrecy.ts'
import { reaches } from '#engine/sign-in/token-scopes.ts'
import {
  fieldLevels,
  grantsFor,
  hasRole,
  principalsOf,
  type Actor,
  type FieldLevel,
  type FieldRight,
  type Grant,
  type Role,
} from './actor.ts'
import {
  always,
  atLeast,
  both,
  either,
  isAlways,
  isNever,
  levels,
  never,
  rule,
  type Condition,
  type Grantable,
  type Level,
  type Rule,
  type Scope,
} from './rules.ts'
import { withinClass } from './secrecy.ts'

/**
 * Turns declared rights and granted scopes into conditions on rows, for one actor. The result is a plain condition tree:
 * the SQL of a list and the check of a single record are made from the same one.
 * A path that begins with "^" means the record's root: "^owner" is the owner of the customer that a contract hangs on.
 */

/** What a record type's rules are where its declaration is silent. */
export function ruleFor(shape: Shape, what: Grantable): Rule {
  const declared = shape.record.access?.[what]
  if (declared) return declared
  const hangs = shape.chain.length > 0
  if (what === 'create') return hangs ? rule.either(rule.granted('create'), rule.through('edit')) : rule.granted('create')
  if (what === 'recycle') return hangs ? rule.either(rule.granted('recycle'), rule.through('edit')) : rule.granted('recycle')
  return rule.either(rule.granted(what), ...(hangs ? [rule.through(what)] : []), ...(shape.record.shareable ? [rule.shared(what)] : []))
}

/** The fields by which scopes reach a record: its own keys, else its root's, else its maker. */
function keysOf(shape: Shape): { owner?: string; department?: string } {
  const own = shape.record.access
  if (own?.isNobodys) return own.department ? { department: own.department } : {}
  if (own?.owner) return { owner: own.owner, ...(own.department ? { department: own.department } : {}) }
  const root = shape.chain.length > 0 ? shape.root.access : undefined
  if (root?.owner) return { owner: '^owner', ...(root.department ? { department: '^department' } : {}) }
  return { owner: 'createdBy', ...(own?.department ? { department: own.department } : {}) }
}

function scopeCondition(actor: Actor, shape: Shape, scope: Scope, chosen: readonly string[]): Condition {
  const { owner, department } = keysOf(shape)
  const mine: Condition = owner ? { field: owner, op: 'eq', value: actor.id } : never
  const inDepartments = (ids: readonly string[]): Condition =>
    department && ids.length > 0 ? either({ field: department, op: 'in', value: [...ids] }, mine) : mine
  switch (scope) {
    case 'none':
      return never
    case 'own':
      return mine
    case 'subordinates':
      return owner && actor.subordinates.length > 0 ? { field: owner, op: 'in', value: [actor.id, ...actor.subordinates] } : mine
    case 'department':
      return inDepartments(actor.departments)
    case 'departmentTree':
      return inDepartments(actor.departmentTree)
    case 'chosen':
      return inDepartments(chosen)
    case 'all':
      return always
  }
}

const grantedScope = (grant: Grant, what: Grantable): Scope => {
  if (what === 'create') return grant.create ? 'all' : 'none'
  return grant[what]
}

function resolveRule(house: House, actor: Actor, shape: Shape, given: Rule): Condition {
  if ('everyone' in given) return always
  if ('nobody' in given) return never
  if ('role' in given) return hasRole(actor, ...given.role) ? always : never
  if ('granted' in given)
    return either(
      ...actor.roles
        .flatMap((role) => grantsFor(role, shape))
        .map((grant) => scopeCondition(actor, shape, grantedScope(grant, given.granted), grant.departments)),
    )
  if ('through' in given) {
    const parent = parentOf(house, shape)
    return parent ? hangUnder(shape, parent, levelByRights(house, actor, parent, given.through)) : never
  }
  if ('owns' in given) {
    const field = rootPath(shape, given.owns)
    return { field, op: shape.fields.get(field)?.field.kind === 'links' ? 'has' : 'eq', value: actor.id }
  }
  if ('holds' in given) return { field: given.holds, op: 'hasAny', value: actor.roles.map((role) => role.id) }
  if ('shared' in given)
    return {
      field: 'collaborators',
      op: 'sharedWith',
      value: {
        principals: principalsOf(actor),
        levels: levels.filter((level) => level !== 'none' && atLeast(level, given.shared)),
        at: '',
      },
    }
  if ('both' in given) return both(...given.both.map((part) => resolveRule(house, actor, shape, part)))
  if ('either' in given) return either(...given.either.map((part) => resolveRule(house, actor, shape, part)))
  return given.when
}

const parentOf = (house: House, shape: Shape): Shape | undefined =>
  shape.chain[0] ? house.shapes.get(linkTarget(shape.record.fields[shape.chain[0]]!)) : undefined

/** "customer.owner" on a record that hangs on a customer is "^owner": the root's key, kept on the row itself. */
const rootPath = (shape: Shape, path: string): string => {
  const prefix = `${shape.chain.join('.')}.`
  if (shape.chain.length === 0 || !path.startsWith(prefix)) return path
  const field = path.slice(prefix.length)
  return rootField(shape.root.access, field)
}

const rootField = (access: { owner?: string; department?: string } | undefined, field: string): string =>
  field === access?.owner ? '^owner' : field === access?.department ? '^department' : `^${field}`

/** A parent's condition, as seen from the record that hangs on it. */
function hangUnder(shape: Shape, parent: Shape, condition: Condition): Condition {
  if ('and' in condition) return { and: condition.and.map((part) => hangUnder(shape, parent, part)) }
  if ('or' in condition) return { or: condition.or.map((part) => hangUnder(shape, parent, part)) }
  if ('not' in condition) return { not: hangUnder(shape, parent, condition.not) }
  if ('behind' in condition || 'linked' in condition) return { behind: shape.chain[0]!, where: condition }
  if (condition.op === 'sharedWith' || condition.field.startsWith('^')) return condition
  if (parent.chain.length === 0) return { ...condition, field: rootField(parent.record.access, condition.field) }
  return { ...condition, field: `${shape.chain[0]}.${condition.field}` }
}

/** The rows of which an actor may see at least this much: by his rights, and no more than his token is for. */
export const levelCondition = (house: House, actor: Actor, shape: Shape, level: Level): Condition =>
  level === 'none' || reaches(actor.tokenScopes, shape, level === 'edit' ? 'write' : 'read')
    ? levelByRights(house, actor, shape, level)
    : never

function levelByRights(house: House, actor: Actor, shape: Shape, level: Level): Condition {
  if (actor.kind === 'system' || level === 'none') return always
  const wanted =
    level === 'card' ? (['card', 'full', 'edit'] as const) : level === 'full' ? (['full', 'edit'] as const) : (['edit'] as const)
  return either(...wanted.map((what) => resolveRule(house, actor, shape, ruleFor(shape, what))))
}

/** A declared right as a condition for one actor. */
export const resolveDeclared = (house: House, actor: Actor, shape: Shape, given: Rule): Condition =>
  actor.kind === 'system' ? always : reaches(actor.tokenScopes, shape, 'write') ? resolveRule(house, actor, shape, given) : never

/** The rows an actor may make or recycle. */
export function rightCondition(house: House, actor: Actor, shape: Shape, what: 'create' | 'recycle'): Condition {
  if (actor.kind === 'system') return always
  return reaches(actor.tokenScopes, shape, 'write') ? resolveRule(house, actor, shape, ruleFor(shape, what)) : never
}

/** Whether a role could let its bearer make records of this type at all: what decides whether a "new" button is offered. */
export const mayCreateSome = (house: House, actor: Actor, shape: Shape): boolean => {
  const condition = rightCondition(house, actor, shape, 'create')
  return !('or' in condition && condition.or.length === 0)
}

const withRoles = (actor: Actor, roles: readonly Role[]): Actor => ({ ...actor, roles })

const rightsOn = (role: Role, shape: Shape, name: string): FieldRight[] =>
  role.fieldRights.filter((right) => right.record === shape.name && right.field === name)

/** The roles of an actor that have anything to do with a field of a record type. */
const rolesOn = (actor: Actor, shape: Shape, name: string): Role[] =>
  actor.roles.filter((role) => rightsOn(role, shape, name).length > 0 || grantsFor(role, shape).length > 0)

/** What holds a field closed to an actor whichever way he comes to a record: the entries of his roles, where none of them leaves it to him. */
function limitsOn(actor: Actor, shape: Shape, name: string): FieldRight[] {
  const rights = rolesOn(actor, shape, name).map((role) => rightsOn(role, shape, name))
  return rights.every((entries) => entries.length > 0) ? rights.flat() : []
}

/** What one role (or none: shares and ownership alone) adds to a field right. No share opens what all his roles keep closed. */
function contribution(house: House, actor: Actor, shape: Shape, name: string, level: FieldLevel, role: Role | null): Condition {
  const options = shape.fields.get(name)!.field.options
  const only = withRoles(actor, role ? [role] : [])
  const isReached = reaches(actor.tokenScopes, shape, level === 'edit' ? 'write' : 'read')
  const base = (wanted: Level) => (isReached ? levelByRights(house, only, shape, wanted) : never)
  const entries = role ? rightsOn(role, shape, name) : limitsOn(actor, shape, name)
  const ground = base(level === 'edit' ? 'edit' : options.card || name === shape.record.title ? 'card' : 'full')
  if (entries.length > 0) {
    const enough = entries.filter((right) => fieldLevels.indexOf(right.level) >= fieldLevels.indexOf(level))
    return both(ground, either(...enough.map((right) => scopeCondition(actor, shape, right.within, []))))
  }
  if (options.guarded && level === 'view') return base('edit')
  return ground
}

const clearingRoles = (actor: Actor, shape: Shape, name: string): readonly Role[] => {
  const meant = rolesOn(actor, shape, name)
  return meant.length > 0 ? meant : actor.roles
}

/** Whoever has no role at all reads what is for everybody in the house. */
const highestOf = (roles: readonly Role[]): Secrecy =>
  roles.length === 0 ? 'internal' : roles.map((role) => role.clearance).reduce(moreSecret)

/** Up to which class an actor reads a field of a record type, what is his own apart. */
export const clearanceOf = (actor: Actor, shape: Shape, name: string): Secrecy => highestOf(clearingRoles(actor, shape, name))

/**
 * The rows on which a role is cleared for a field. What shares and ownership give beside all roles is cleared as the highest of those that
 * have to do with the record type: no share clears what none of somebody's roles clears.
 */
function clearance(house: House, actor: Actor, shape: Shape, name: string, role: Role | null): Condition {
  const roles = role ? [role] : clearingRoles(actor, shape, name)
  const within = withinClass(house, shape, name, highestOf(roles))
  return roles.some((entry) => entry.clearsOwn) ? either(within, scopeCondition(actor, shape, 'own', [])) : within
}

/** What a role gives of a field, as far as it is cleared for it. What is above it stays as a mask where the kind has one, and else not at all. */
function clearedContribution(house: House, actor: Actor, shape: Shape, name: string, level: FieldLevel, role: Role | null): Condition {
  const given = contribution(house, actor, shape, name, level, role)
  const isMaskable = shape.fields.get(name)!.kind.mask !== undefined || name === shape.record.title
  if (isNever(given) || (level === 'masked' && isMaskable)) return given
  const cleared = clearance(house, actor, shape, name, role)
  // Taken apart, so that what is one's own is still found along its own index.
  return 'or' in cleared ? either(...cleared.or.map((part) => both(given, part))) : both(given, cleared)
}

/** The rows on which an actor holds a field at this level: masked, view or edit. */
export function fieldCondition(house: House, actor: Actor, shape: Shape, name: string, level: Exclude<FieldLevel, 'hidden'>): Condition {
  if (actor.kind === 'system') return always
  if (shape.fields.get(name)?.field.options.inner) return never
  const system = shape.fields.get(name)?.storage === 'system'
  // When a record was made and by whom is part of its card.
  if (system) return level === 'edit' ? never : levelCondition(house, actor, shape, 'card')
  const parts = [null, ...actor.roles].map((role) => clearedContribution(house, actor, shape, name, level, role))
  return parts.some(isAlways) ? always : either(...parts)
}

/**
 * Whether whoever may make a record may fill in this field when he does: as with every right, one of his roles is enough that leaves the
 * field to him.
 */
export function mayGive(actor: Actor, shape: Shape, name: string): boolean {
  if (actor.kind === 'system') return true
  const limits = limitsOn(actor, shape, name)
  return limits.length === 0 || limits.some((right) => right.level === 'edit')
}
