import type { Shape } from '#engine/record/house.ts'
import type { Secrecy } from '#engine/record/secrecy.ts'
import type { Circle } from './circles.ts'
import type { Scope } from './rules.ts'
import type { Locale } from '#engine/text/words.ts'

/** What a role grants for one record type, as an administrator set it. */
export interface Grant {
  /** Record type, or "*" for all. */
  record: string
  card: Scope
  full: Scope
  edit: Scope
  create: boolean
  recycle: Scope
  /** For the scope "chosen". */
  departments: string[]
  /** Rights apart from seeing and editing. */
  export: boolean
  bulk: boolean
  merge: boolean
  reveal: boolean
  audit: boolean
  erase: boolean
  /** To decide on the exports of others, where they need approval. */
  approve: boolean
}

export const fieldLevels = ['hidden', 'masked', 'view', 'edit'] as const
export type FieldLevel = (typeof fieldLevels)[number]

/** A field right: this level of this field on the rows within the scope. */
export interface FieldRight {
  record: string
  field: string
  level: FieldLevel
  within: Scope
}

export interface Role {
  id: string
  code: string
  grants: Grant[]
  fieldRights: FieldRight[]
  /** Up to which class its bearers read information in full. */
  clearance: Secrecy
  /** What is their own they read in full whatever its class. */
  clearsOwn: boolean
}

/** Whoever acts: a user at the screen, a token, a job on somebody's behalf, or the system itself. */
export interface Actor {
  kind: 'user' | 'token' | 'job' | 'system'
  /** The user whose rights count; for the system its own fixed id. */
  id: string
  name: string
  locale: Locale
  roles: readonly Role[]
  /** Departments the actor belongs to. */
  departments: readonly string[]
  /** Those and everything below them. */
  departmentTree: readonly string[]
  /** Users who report to the actor, at any depth. */
  subordinates: readonly string[]
  /** Circles that share records, and how he stands to each. */
  circles?: readonly Circle[]
  /** State of the rights these facts were read from; they are read anew when it changes. */
  epoch: number
  /** What a token may be used for; everything its user may do where absent. */
  tokenScopes?: readonly string[]
}

export type SeparateRight = 'export' | 'bulk' | 'merge' | 'reveal' | 'audit' | 'erase' | 'approve'

/**
 * The grants of a role for a record type: its own, and the one for all record types. Records that rights are made of are never meant by
 * "all": whoever could make a user or a role could make himself an administrator.
 */
export const grantsFor = (role: Role, shape: Shape): Grant[] =>
  role.grants.filter((grant) => grant.record === shape.name || (grant.record === '*' && !shape.record.shapesAccess))

/** Whether any role gives this separate right for a record type. */
export const hasRight = (actor: Actor, right: SeparateRight, shape: Shape): boolean =>
  actor.kind === 'system' || actor.roles.some((role) => grantsFor(role, shape).some((grant) => grant[right]))

export const hasRole = (actor: Actor, ...codes: string[]): boolean =>
  actor.kind === 'system' || actor.roles.some((role) => codes.includes(role.code))

/** The system itself: schedules, migrations, seeding. Sees and does everything; its changes say so. */
export const systemActor: Actor = {
  kind: 'system',
  id: '00000000-0000-7000-8000-000000000000',
  name: 'Zhike',
  locale: 'zh',
  roles: [],
  departments: [],
  departmentTree: [],
  subordinates: [],
  epoch: 0,
}

/** The principals under which somebody may have let this actor in. */
export const principalsOf = (actor: Actor): string[] => [actor.id, ...actor.departments]
