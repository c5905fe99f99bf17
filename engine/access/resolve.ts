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
import { isOfCircle, openInCircles, withinCircles } from './circles.ts'
import { allOf, anyOf, conditionOf, ground, turned, type Ground } from './ground.ts'
import {
  always,
  atLeast,
  either,
  isAlways,
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
  return rule.either(
    rule.granted(what),
    ...(hangs ? [rule.through(what)] : []),
    ...(shape.record.shareable ? [rule.shared(what)] : []),
    ...(shape.record.access?.circle ? [rule.within(what)] : []),
  )
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

function groundOf(house: House, actor: Actor, shape: Shape, given: Rule): Ground {
  if ('everyone' in given) return ground({ by: 'everyone' }, always)
  if ('nobody' in given) return ground({ by: 'nobody' }, never)
  if ('role' in given) return ground({ by: 'hasRole', codes: given.role }, hasRole(actor, ...given.role) ? always : never)
  if ('granted' in given)
    return anyOf(
      { by: 'granted', what: given.granted },
      actor.roles.flatMap((role) => grounds(actor, shape, role, given.granted)),
    )
  if ('through' in given) {
    const parent = parentOf(house, shape)
    const above = parent && turned(levelByRights(house, actor, parent, given.through), (condition) => hangUnder(shape, parent, condition))
    return anyOf({ by: 'through', record: parent?.name ?? '', level: given.through }, above ? [above] : [])
  }
  if ('owns' in given) {
    const field = rootPath(shape, given.owns)
    const op = shape.fields.get(field)?.field.kind === 'links' ? 'has' : 'eq'
    return ground({ by: 'owns' }, { field, op, value: actor.id })
  }
  if ('holds' in given) return ground({ by: 'holds' }, { field: given.holds, op: 'hasAny', value: actor.roles.map((role) => role.id) })
  if ('shared' in given)
    return ground(
      { by: 'shared', level: given.shared },
      {
        field: 'collaborators',
        op: 'sharedWith',
        value: {
          principals: principalsOf(actor),
          levels: levels.filter((level) => level !== 'none' && atLeast(level, given.shared)),
          at: '',
        },
      },
    )
  if ('within' in given) return ground({ by: 'within', level: given.within }, withinCircles(actor, shape, given.within))
  if ('both' in given) return allOf({ by: 'both' }, ...given.both.map((part) => groundOf(house, actor, shape, part)))
  if ('either' in given)
    return anyOf(
      { by: 'either' },
      given.either.map((part) => groundOf(house, actor, shape, part)),
    )
  return ground({ by: 'when' }, given.when)
}

/** What a role grants of a record type, grant by grant; a role that says nothing of it says so. */
function grounds(actor: Actor, shape: Shape, role: Role, what: Grantable): Ground[] {
  const grants = grantsFor(role, shape)
  if (grants.length === 0) return [ground({ by: 'noGrant', role: role.id }, never)]
  return grants.map((grant) => {
    const scope = grantedScope(grant, what)
    return ground({ by: 'grant', role: role.id, what, scope }, scopeCondition(actor, shape, scope, grant.departments))
  })
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

/** A parent's condition, as seen from the record that hangs on it. What lies in a circle is open itself, and not what hangs on it. */
function hangUnder(shape: Shape, parent: Shape, condition: Condition): Condition {
  if (isOfCircle(parent, condition)) return never
  if ('and' in condition) return { and: condition.and.map((part) => hangUnder(shape, parent, part)) }
  if ('or' in condition) return { or: condition.or.map((part) => hangUnder(shape, parent, part)) }
  if ('not' in condition) return { not: hangUnder(shape, parent, condition.not) }
  if ('behind' in condition || 'linked' in condition) return { behind: shape.chain[0]!, where: condition }
  if (condition.op === 'sharedWith' || condition.field.startsWith('^')) return condition
  if (parent.chain.length === 0) return { ...condition, field: rootField(parent.record.access, condition.field) }
  return { ...condition, field: `${shape.chain[0]}.${condition.field}` }
}

const bySystem = ground({ by: 'system' }, always)
const notForToken = ground({ by: 'token' }, never)

/** The rows of which an actor may see at least this much: by his rights, and no more than his token is for. */
export const levelGround = (house: House, actor: Actor, shape: Shape, level: Level): Ground =>
  level === 'none' || reaches(actor.tokenScopes, shape, level === 'edit' ? 'write' : 'read')
    ? levelByRights(house, actor, shape, level)
    : notForToken

export const levelCondition = (house: House, actor: Actor, shape: Shape, level: Level): Condition =>
  conditionOf(levelGround(house, actor, shape, level))

function levelByRights(house: House, actor: Actor, shape: Shape, level: Level): Ground {
  if (actor.kind === 'system' || level === 'none') return bySystem
  const wanted =
    level === 'card' ? (['card', 'full', 'edit'] as const) : level === 'full' ? (['full', 'edit'] as const) : (['edit'] as const)
  return anyOf(
    { by: 'level', level },
    wanted.map((what) => groundOf(house, actor, shape, ruleFor(shape, what))),
  )
}

/** A declared right as it goes for one actor. */
export const declaredGround = (house: House, actor: Actor, shape: Shape, given: Rule): Ground =>
  actor.kind === 'system' ? bySystem : reaches(actor.tokenScopes, shape, 'write') ? groundOf(house, actor, shape, given) : notForToken

export const resolveDeclared = (house: House, actor: Actor, shape: Shape, given: Rule): Condition =>
  conditionOf(declaredGround(house, actor, shape, given))

/** The rows an actor may make or recycle. */
export const rightGround = (house: House, actor: Actor, shape: Shape, what: 'create' | 'recycle'): Ground =>
  declaredGround(house, actor, shape, ruleFor(shape, what))

export const rightCondition = (house: House, actor: Actor, shape: Shape, what: 'create' | 'recycle'): Condition =>
  conditionOf(rightGround(house, actor, shape, what))

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
function limitsOn(actor: Actor, shape: Shape, name: string): { role: Role; right: FieldRight }[] {
  const rights = rolesOn(actor, shape, name).map((role) => rightsOn(role, shape, name).map((right) => ({ role, right })))
  return rights.every((entries) => entries.length > 0) ? rights.flat() : []
}

/** What one role (or none: shares and ownership alone) adds to a field right. No share opens what all his roles keep closed. */
function contribution(house: House, actor: Actor, shape: Shape, name: string, level: FieldLevel, role: Role | null): Ground {
  const options = shape.fields.get(name)!.field.options
  const only = withRoles(actor, role ? [role] : [])
  const isReached = reaches(actor.tokenScopes, shape, level === 'edit' ? 'write' : 'read')
  const base = (wanted: Level) => (isReached ? levelByRights(house, only, shape, wanted) : notForToken)
  const entries = role ? rightsOn(role, shape, name).map((right) => ({ role, right })) : limitsOn(actor, shape, name)
  const ofRecord = base(level === 'edit' ? 'edit' : options.card || name === shape.record.title ? 'card' : 'full')
  if (entries.length > 0) {
    const enough = ({ right }: { right: FieldRight }) => fieldLevels.indexOf(right.level) >= fieldLevels.indexOf(level)
    const closing = entries.map((entry) =>
      ground(
        { by: 'fieldRight', role: entry.role.id, level: entry.right.level, within: entry.right.within },
        enough(entry) ? scopeCondition(actor, shape, entry.right.within, []) : never,
      ),
    )
    return allOf({ by: 'both' }, ofRecord, anyOf({ by: 'limits', role: role?.id ?? null }, closing))
  }
  if (options.guarded && level === 'view') return allOf({ by: 'guarded' }, base('edit'))
  return ofRecord
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
function clearance(house: House, actor: Actor, shape: Shape, name: string, role: Role | null): Ground {
  const roles = role ? [role] : clearingRoles(actor, shape, name)
  const upTo = highestOf(roles)
  const within = ground({ by: 'clearance', role: role?.id ?? null, upTo }, withinClass(house, shape, name, upTo))
  const own = roles.some((entry) => entry.clearsOwn) ? [ground({ by: 'clearsOwn' }, scopeCondition(actor, shape, 'own', []))] : []
  return anyOf({ by: 'either' }, [within, ...own])
}

/** What a role gives of a field, as far as it is cleared for it. What is above it stays as a mask where the kind has one, and else not at all. */
function clearedContribution(house: House, actor: Actor, shape: Shape, name: string, level: FieldLevel, role: Role | null): Ground {
  const given = contribution(house, actor, shape, name, level, role)
  const isMaskable = shape.fields.get(name)!.kind.mask !== undefined || name === shape.record.title
  const source = { by: 'way', role: role?.id ?? null } as const
  if (level === 'masked' && isMaskable) return allOf(source, given)
  // Taken apart, so that what is one's own is still found along its own index.
  return { source, all: [given, clearance(house, actor, shape, name, role)], isSpread: true }
}

/** The rows on which an actor holds a field at this level: masked, view or edit. */
export function fieldGround(house: House, actor: Actor, shape: Shape, name: string, level: Exclude<FieldLevel, 'hidden'>): Ground {
  if (actor.kind === 'system') return bySystem
  const field = shape.fields.get(name)
  if (field?.field.options.inner) return ground({ by: 'nobody' }, never)
  // When a record was made and by whom is part of its card.
  if (field?.storage === 'system')
    return level === 'edit' ? ground({ by: 'nobody' }, never) : allOf({ by: 'card' }, levelGround(house, actor, shape, 'card'))
  const ways = [null, ...actor.roles].map((role) => clearedContribution(house, actor, shape, name, level, role))
  const given = anyOf({ by: 'field', level }, ways)
  const open = openInCircles(house, actor, shape, name)
  return isAlways(open) ? given : allOf({ by: 'both' }, given, ground({ by: 'openInCircles' }, open))
}

export const fieldCondition = (house: House, actor: Actor, shape: Shape, name: string, level: Exclude<FieldLevel, 'hidden'>): Condition =>
  conditionOf(fieldGround(house, actor, shape, name, level))

/**
 * Whether whoever may make a record may fill in this field when he does: as with every right, one of his roles is enough that leaves the
 * field to him.
 */
export function mayGive(actor: Actor, shape: Shape, name: string): boolean {
  if (actor.kind === 'system') return true
  const limits = limitsOn(actor, shape, name)
  return limits.length === 0 || limits.some(({ right }) => right.level === 'edit')
}
