// Written by npm run generate; never edited by hand. With your own fields: GET /api/v1/client.ts

/* eslint-disable */

export type Link = Named | {
  hidden: true
}

export type AnyLink = {
  record: string
  id: string
  title: string
} | {
  hidden: true
}

export type Masked = string

export interface Item {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
}

export interface Can {
  level: "none" | "card" | "full" | "edit"
  edit: boolean
  recycle: boolean
  do: string[]
  not?: Record<string, string>
  masked?: Record<string, string>
}

export interface Count {
  value: number
  exact: boolean
}

export interface Named {
  id: string
  title: string
}

/** RFC 9457 */
export interface ProblemDetail {
  type: string
  title: string
  status: number
  code: string
  fields?: Record<string, string>
}

export interface Words {
  zh: string
  en: string
}

export type Filter = {
  and: Filter[]
} | {
  or: Filter[]
} | {
  not: Filter
} | {
  field: string
  op: string
  value?: unknown
} | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** User */
export interface User {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** E-mail — Used to sign in */ email?: string | null
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: Link | null | Masked
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: Link | null | Masked
  /** Roles — → role */ roles?: Named[] | Masked
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null | Masked
  /** Demo user — May sign in only while the server is open to this machine alone */ isDemo?: (boolean | null) | Masked
  /** Active */ isActive?: (boolean | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface UserPage {
  items: User[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface UserCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** E-mail — Used to sign in */ email: string
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: (string | {
  id: string
}) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null
  /** Active */ isActive?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface UserEdit {
  /** Name */ name?: string | null
  /** E-mail — Used to sign in */ email?: string | null
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: (string | {
  id: string
}) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null
  /** Active */ isActive?: boolean | null
}

export interface UserChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** E-mail — Used to sign in */ email?: string | null
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: (string | {
  id: string
}) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null
  /** Active */ isActive?: boolean | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · department: eq, ne, in, notIn, empty, notEmpty · superior: eq, ne, in, notIn, empty, notEmpty · roles: has, hasAny, empty, notEmpty · isActive: eq · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type UserFilter = {
  and: UserFilter[]
} | {
  or: UserFilter[]
} | {
  not: UserFilter
} | ({
  field: ("id" | "name" | "department" | "superior" | "roles" | "isActive" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Role */
export interface Role {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** Code */ code?: string | null
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null | Masked
  /** Own records whatever their class */ clearsOwn?: (boolean | null) | Masked
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: (boolean | null) | Masked
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: (boolean | null) | Masked
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: (number | null) | Masked
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: (number | null) | Masked
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record?: string | null
  card?: ("none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all") | null
  full?: ("none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all") | null
  edit?: ("none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all") | null
  create?: boolean | null
  recycle?: ("none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all") | null
  departments?: string[]
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | Masked
  /** Field rights */ fieldRights?: (({
  record?: string | null
  field?: string | null
  level?: ("hidden" | "masked" | "view" | "edit") | null
  within?: ("none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all") | null
})[]) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RolePage {
  items: Role[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RoleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** Code */ code: string
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Own records whatever their class */ clearsOwn?: boolean | null
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: boolean | null
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: boolean | null
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: number | null
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: number | null
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record: string
  card?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  full?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  edit?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  create?: boolean | null
  recycle?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  departments?: ((string | {
  id: string
})[]) | null
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | null
  /** Field rights */ fieldRights?: (({
  record: string
  field: string
  level: "hidden" | "masked" | "view" | "edit"
  within?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
})[]) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface RoleEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Own records whatever their class */ clearsOwn?: boolean | null
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: boolean | null
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: boolean | null
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: number | null
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: number | null
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record: string
  card?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  full?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  edit?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  create?: boolean | null
  recycle?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  departments?: ((string | {
  id: string
})[]) | null
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | null
  /** Field rights */ fieldRights?: (({
  record: string
  field: string
  level: "hidden" | "masked" | "view" | "edit"
  within?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
})[]) | null
}

export interface RoleChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Own records whatever their class */ clearsOwn?: boolean | null
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: boolean | null
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: boolean | null
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: number | null
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: number | null
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record: string
  card?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  full?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  edit?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  create?: boolean | null
  recycle?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  departments?: ((string | {
  id: string
})[]) | null
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | null
  /** Field rights */ fieldRights?: (({
  record: string
  field: string
  level: "hidden" | "masked" | "view" | "edit"
  within?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
})[]) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RoleFilter = {
  and: RoleFilter[]
} | {
  or: RoleFilter[]
} | {
  not: RoleFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Identity provider */
export interface IdentityProvider {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name — Stands on the button of the sign-in page: "company account" */ name?: string | null
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer?: string | null
  /** Client id */ clientId?: string | null
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains?: string | null
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: (boolean | null) | Masked
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: (boolean | null) | Masked
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: (boolean | null) | Masked
  /** Roles of new users — → role */ newRoles?: Named[] | Masked
  /** On */ isOn?: (boolean | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface IdentityProviderPage {
  items: IdentityProvider[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface IdentityProviderCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name — Stands on the button of the sign-in page: "company account" */ name: string
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer: string
  /** Client id */ clientId: string
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains: string
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: boolean | null
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: boolean | null
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: boolean | null
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
  /** On */ isOn?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface IdentityProviderEdit {
  /** Name — Stands on the button of the sign-in page: "company account" */ name?: string | null
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer?: string | null
  /** Client id */ clientId?: string | null
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains?: string | null
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: boolean | null
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: boolean | null
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: boolean | null
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
  /** On */ isOn?: boolean | null
}

export interface IdentityProviderChange {
  id: string
  version: number
  /** Name — Stands on the button of the sign-in page: "company account" */ name?: string | null
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer?: string | null
  /** Client id */ clientId?: string | null
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains?: string | null
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: boolean | null
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: boolean | null
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: boolean | null
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
  /** On */ isOn?: boolean | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type IdentityProviderFilter = {
  and: IdentityProviderFilter[]
} | {
  or: IdentityProviderFilter[]
} | {
  not: IdentityProviderFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Custom field */
export interface CustomField {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Label */ label?: Words | null | Masked
  /** Record */ record?: string | null
  /** Name — used by API and import; cannot be changed later */ name?: string | null
  /** Key */ key?: string | null
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null | Masked
  /** Links to */ to?: string | null
  /** Choices */ choices?: (({
  code?: string | null
  zh?: string | null
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | Masked
  /** Required */ isRequired?: (boolean | null) | Masked
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: (boolean | null) | Masked
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: Words | null | Masked
  /** Unit */ unit?: Words | null | Masked
  /** Least */ min?: string | null | Masked
  /** Most */ max?: string | null | Masked
  /** Other headings in files */ aliases?: string[] | Masked
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | Masked
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: (boolean | null) | Masked
  /** On the card — Shown to those who see the card alone */ isCard?: (boolean | null) | Masked
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: (boolean | null) | Masked
  /** Index — none None, building Being built, ready Ready, failed Failed */ indexState?: ("none" | "building" | "ready" | "failed") | null | Masked
  /** Why the index failed */ indexFault?: string | null
  /** Records that hold it */ usedBy?: (number | null) | Masked
  /** Counted */ countedAt?: string | null | Masked
  /** Purge — none Not purged, running Being purged, done Purged */ purge?: ("none" | "running" | "done") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CustomFieldPage {
  items: CustomField[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CustomFieldCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Label */ label: string | {
  zh?: string
  en?: string
}
  /** Record */ record: string
  /** Name — used by API and import; cannot be changed later */ name: string
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null
  /** Links to */ to?: string | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Required */ isRequired?: boolean | null
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: boolean | null
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: (string | {
  zh?: string
  en?: string
}) | null
  /** Unit */ unit?: (string | {
  zh?: string
  en?: string
}) | null
  /** Least */ min?: (string | number) | null
  /** Most */ max?: (string | number) | null
  /** Other headings in files */ aliases?: string[] | null
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | null
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: boolean | null
  /** On the card — Shown to those who see the card alone */ isCard?: boolean | null
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface CustomFieldEdit {
  /** Label */ label?: (string | {
  zh?: string
  en?: string
}) | null
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Required */ isRequired?: boolean | null
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: boolean | null
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: (string | {
  zh?: string
  en?: string
}) | null
  /** Unit */ unit?: (string | {
  zh?: string
  en?: string
}) | null
  /** Least */ min?: (string | number) | null
  /** Most */ max?: (string | number) | null
  /** Other headings in files */ aliases?: string[] | null
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | null
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: boolean | null
  /** On the card — Shown to those who see the card alone */ isCard?: boolean | null
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: boolean | null
}

export interface CustomFieldChange {
  id: string
  version: number
  /** Label */ label?: (string | {
  zh?: string
  en?: string
}) | null
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Required */ isRequired?: boolean | null
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: boolean | null
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: (string | {
  zh?: string
  en?: string
}) | null
  /** Unit */ unit?: (string | {
  zh?: string
  en?: string
}) | null
  /** Least */ min?: (string | number) | null
  /** Most */ max?: (string | number) | null
  /** Other headings in files */ aliases?: string[] | null
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | null
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: boolean | null
  /** On the card — Shown to those who see the card alone */ isCard?: boolean | null
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: boolean | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · key: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CustomFieldFilter = {
  and: CustomFieldFilter[]
} | {
  or: CustomFieldFilter[]
} | {
  not: CustomFieldFilter
} | ({
  field: ("id" | "record" | "key" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Choice list */
export interface ChoiceList {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Key */ key?: string | null
  /** Choices */ choices?: (({
  code?: string | null
  zh?: string | null
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ChoiceListPage {
  items: ChoiceList[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ChoiceListCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Record */ record: string
  /** Field */ field: string
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ChoiceListEdit {
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
}

export interface ChoiceListChange {
  id: string
  version: number
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · key: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ChoiceListFilter = {
  and: ChoiceListFilter[]
} | {
  or: ChoiceListFilter[]
} | {
  not: ChoiceListFilter
} | ({
  field: ("id" | "record" | "key" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Layout */
export interface Layout {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Record */ record?: string | null
  /** Role — → role — For everybody where empty */ role?: Link | null | Masked
  /** Sort — As a customer that is an enterprise or a person; for all where empty */ choice?: string | null
  /** Key */ key?: string | null
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[]
})[]) | Masked
  /** Left out */ hidden?: string[] | Masked
  /** Columns of the list */ columns?: string[] | Masked
  /** Facts at the head */ facts?: string[] | Masked
  /** Related lists */ related?: string[] | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface LayoutPage {
  items: Layout[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface LayoutCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Record */ record: string
  /** Role — → role — For everybody where empty */ role?: (string | {
  id: string
}) | null
  /** Sort — As a customer that is an enterprise or a person; for all where empty */ choice?: string | null
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[] | null
})[]) | null
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface LayoutEdit {
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[] | null
})[]) | null
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
}

export interface LayoutChange {
  id: string
  version: number
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[] | null
})[]) | null
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · role: eq, ne, in, notIn, empty, notEmpty · key: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type LayoutFilter = {
  and: LayoutFilter[]
} | {
  or: LayoutFilter[]
} | {
  not: LayoutFilter
} | ({
  field: ("id" | "record" | "role" | "key" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Number rule */
export interface NumberRule {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Key */ key?: string | null
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern?: string | null
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null | Masked
  /** First number */ start?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface NumberRulePage {
  items: NumberRule[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface NumberRuleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Record */ record: string
  /** Field */ field: string
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern: string
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null
  /** First number */ start?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface NumberRuleEdit {
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern?: string | null
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null
  /** First number */ start?: number | null
}

export interface NumberRuleChange {
  id: string
  version: number
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern?: string | null
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null
  /** First number */ start?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · key: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type NumberRuleFilter = {
  and: NumberRuleFilter[]
} | {
  or: NumberRuleFilter[]
} | {
  not: NumberRuleFilter
} | ({
  field: ("id" | "record" | "key" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Field class */
export interface FieldClass {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Key */ key?: string | null
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy?: ("public" | "internal" | "confidential" | "sensitive") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface FieldClassPage {
  items: FieldClass[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface FieldClassCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Record */ record: string
  /** Field */ field: string
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy: "public" | "internal" | "confidential" | "sensitive"
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface FieldClassEdit {
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy?: ("public" | "internal" | "confidential" | "sensitive") | null
}

export interface FieldClassChange {
  id: string
  version: number
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy?: ("public" | "internal" | "confidential" | "sensitive") | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · key: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type FieldClassFilter = {
  and: FieldClassFilter[]
} | {
  or: FieldClassFilter[]
} | {
  not: FieldClassFilter
} | ({
  field: ("id" | "record" | "key" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

export type __schema0 = {
  and: Filter[]
} | {
  or: Filter[]
} | {
  not: Filter
} | {
  field: string
  op: string
  value?: unknown
} | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Class rule */
export interface ClassRule {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Record */ record?: string | null
  /** Conditions */ filter?: Filter | null | Masked
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null | Masked
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ClassRulePage {
  items: ClassRule[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ClassRuleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Record */ record: string
  /** Conditions */ filter: Filter
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ClassRuleEdit {
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null
}

export interface ClassRuleChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ClassRuleFilter = {
  and: ClassRuleFilter[]
} | {
  or: ClassRuleFilter[]
} | {
  not: ClassRuleFilter
} | ({
  field: ("id" | "record" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** View */
export interface View {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Record */ record?: string | null
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null | Masked
  /** Roles — → role */ roles?: Named[] | Masked
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: (boolean | null) | Masked
  /** Filter */ filter?: Filter | null | Masked
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | Masked
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null | Masked
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | Masked
  /** Place */ place?: (number | null) | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ViewPage {
  items: View[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ViewCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Record */ record: string
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: boolean | null
  /** Filter */ filter?: Filter | null
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | null
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | null
  /** Place */ place?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ViewEdit {
  /** Name */ name?: string | null
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: boolean | null
  /** Filter */ filter?: Filter | null
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | null
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | null
  /** Place */ place?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

export interface ViewChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: boolean | null
  /** Filter */ filter?: Filter | null
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | null
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | null
  /** Place */ place?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · record: eq, ne, in, notIn, startsWith, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ViewFilter = {
  and: ViewFilter[]
} | {
  or: ViewFilter[]
} | {
  not: ViewFilter
} | ({
  field: ("id" | "record" | "owner" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Task */
export interface Task {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Title */ title?: string | null
  /** Due */ dueOn?: string | null | Masked
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** Assignee — → user — Given to a colleague, you still see it and hear when it is done */ assignee?: Link | null | Masked
  /** About */ about?: AnyLink | null | Masked
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null | Masked
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null | Masked
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** State — open Open, done Done, cancelled Cancelled */ state?: ("open" | "done" | "cancelled") | null | Masked
  /** Given by — → user */ givers?: Named[] | Masked
  /** Remark */ remark?: string | null
  /** Department — → department */ department?: Link | null | Masked
  /** Previous — → task */ previous?: Link | null | Masked
  /** Occurs on */ occursOn?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface TaskPage {
  items: Task[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface TaskCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Title */ title: string
  /** Due */ dueOn?: string | null
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** Assignee — → user — Given to a colleague, you still see it and hear when it is done */ assignee?: (string | {
  id: string
}) | null
  /** About */ about?: {
  record: string
  id: string
} | null
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface TaskEdit {
  /** Title */ title?: string | null
  /** Due */ dueOn?: string | null
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** About */ about?: {
  record: string
  id: string
} | null
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** Applies to — Left open: a change of day and time means this one, any other change all following — this This one only, all This and all following */ following?: ("this" | "all") | null
}

export interface TaskChange {
  id: string
  version: number
  /** Title */ title?: string | null
  /** Due */ dueOn?: string | null
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** About */ about?: {
  record: string
  id: string
} | null
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** Applies to — Left open: a change of day and time means this one, any other change all following — this This one only, all This and all following */ following?: ("this" | "all") | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · title: contains · dueOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · assignee: eq, ne, in, notIn, empty, notEmpty · about: eq, empty, notEmpty · priority: eq, ne, in, notIn, empty, notEmpty · repeats: empty, notEmpty · state: eq, ne, in, notIn · givers: has, hasAny, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · previous: eq, ne, in, notIn, empty, notEmpty · remindAt: lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type TaskFilter = {
  and: TaskFilter[]
} | {
  or: TaskFilter[]
} | {
  not: TaskFilter
} | ({
  field: ("id" | "title" | "dueOn" | "assignee" | "about" | "priority" | "repeats" | "state" | "givers" | "department" | "previous" | "remindAt" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Backup plan */
export interface BackupPlan {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Key */ key?: string | null
  /** On */ isOn?: (boolean | null) | Masked
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: (number | null) | Masked
  /** Keep weekly */ keepWeekly?: (number | null) | Masked
  /** Keep monthly */ keepMonthly?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface BackupPlanPage {
  items: BackupPlan[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface BackupPlanCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name?: string | null
  /** On */ isOn?: boolean | null
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: number | null
  /** Keep weekly */ keepWeekly?: number | null
  /** Keep monthly */ keepMonthly?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface BackupPlanEdit {
  /** Name */ name?: string | null
  /** On */ isOn?: boolean | null
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: number | null
  /** Keep weekly */ keepWeekly?: number | null
  /** Keep monthly */ keepMonthly?: number | null
}

export interface BackupPlanChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** On */ isOn?: boolean | null
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: number | null
  /** Keep weekly */ keepWeekly?: number | null
  /** Keep monthly */ keepMonthly?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type BackupPlanFilter = {
  and: BackupPlanFilter[]
} | {
  or: BackupPlanFilter[]
} | {
  not: BackupPlanFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Webhook */
export interface Webhook {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Address — Where the other system takes messages in; by https */ address?: string | null
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | Masked
  /** State — off Off, on On, paused Paused */ state?: ("off" | "on" | "paused") | null | Masked
  /** Acts for — → user — Sends with the rights of this user: what he may not see is not sent */ actsFor?: Link | null | Masked
  /** On since */ onSince?: string | null | Masked
  /** Last success */ okAt?: string | null | Masked
  /** Failing since */ failingSince?: string | null | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface WebhookPage {
  items: Webhook[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface WebhookCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Address — Where the other system takes messages in; by https */ address: string
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface WebhookEdit {
  /** Name */ name?: string | null
  /** Address — Where the other system takes messages in; by https */ address?: string | null
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
  /** Note */ note?: string | null
}

export interface WebhookChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Address — Where the other system takes messages in; by https */ address?: string | null
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · state: eq, ne, in, notIn · actsFor: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type WebhookFilter = {
  and: WebhookFilter[]
} | {
  or: WebhookFilter[]
} | {
  not: WebhookFilter
} | ({
  field: ("id" | "state" | "actsFor" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Export rule */
export interface ExportRule {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Record — * stands for all without a rule of their own */ record?: string | null
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: (number | null) | Masked
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null | Masked
  /** Waits for approval */ waitHours?: (number | null) | Masked
  /** File is kept */ keepHours?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ExportRulePage {
  items: ExportRule[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ExportRuleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Record — * stands for all without a rule of their own */ record: string
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: number | null
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null
  /** Waits for approval */ waitHours?: number | null
  /** File is kept */ keepHours?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ExportRuleEdit {
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: number | null
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null
  /** Waits for approval */ waitHours?: number | null
  /** File is kept */ keepHours?: number | null
}

export interface ExportRuleChange {
  id: string
  version: number
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: number | null
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null
  /** Waits for approval */ waitHours?: number | null
  /** File is kept */ keepHours?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ExportRuleFilter = {
  and: ExportRuleFilter[]
} | {
  or: ExportRuleFilter[]
} | {
  not: ExportRuleFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Department */
export interface Department {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: Link | null | Masked
  /** Head — → user */ head?: Link | null | Masked
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: Link | null | Masked
  /** Site — Receives customers: a sales office, a shop */ isSite?: (boolean | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface DepartmentPage {
  items: Department[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface DepartmentCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: (string | {
  id: string
}) | null
  /** Head — → user */ head?: (string | {
  id: string
}) | null
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: (string | {
  id: string
}) | null
  /** Site — Receives customers: a sales office, a shop */ isSite?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface DepartmentEdit {
  /** Name */ name?: string | null
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: (string | {
  id: string
}) | null
  /** Head — → user */ head?: (string | {
  id: string
}) | null
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: (string | {
  id: string
}) | null
  /** Site — Receives customers: a sales office, a shop */ isSite?: boolean | null
}

export interface DepartmentChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: (string | {
  id: string
}) | null
  /** Head — → user */ head?: (string | {
  id: string
}) | null
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: (string | {
  id: string
}) | null
  /** Site — Receives customers: a sales office, a shop */ isSite?: boolean | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · code: eq, ne, in, notIn, startsWith, empty, notEmpty · parent: eq, ne, in, notIn, empty, notEmpty · head: eq, ne, in, notIn, empty, notEmpty · calendar: eq, ne, in, notIn, empty, notEmpty · isSite: eq · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type DepartmentFilter = {
  and: DepartmentFilter[]
} | {
  or: DepartmentFilter[]
} | {
  not: DepartmentFilter
} | ({
  field: ("id" | "name" | "code" | "parent" | "head" | "calendar" | "isSite" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Working calendar */
export interface WorkingCalendar {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Standard — For departments that name none */ isStandard?: (boolean | null) | Masked
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: (boolean | null) | Masked
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week?: (({
  weekdays?: string[]
  from?: string | null
  to?: string | null
})[]) | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface WorkingCalendarPage {
  items: WorkingCalendar[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface WorkingCalendarCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: boolean | null
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week: ({
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
  from: string
  to: string
})[]
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface WorkingCalendarEdit {
  /** Name */ name?: string | null
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: boolean | null
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week?: (({
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
  from: string
  to: string
})[]) | null
  /** Note */ note?: string | null
}

export interface WorkingCalendarChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: boolean | null
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week?: (({
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
  from: string
  to: string
})[]) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type WorkingCalendarFilter = {
  and: WorkingCalendarFilter[]
} | {
  or: WorkingCalendarFilter[]
} | {
  not: WorkingCalendarFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Special day */
export interface SpecialDay {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Day */ day?: string | null | Masked
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null | Masked
  /** Name */ name?: string | null
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: Link | null | Masked
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null | Masked
  /** Hours of this day */ hours?: (({
  from?: string | null
  to?: string | null
})[]) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface SpecialDayPage {
  items: SpecialDay[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface SpecialDayCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Day */ day: string
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null
  /** Name */ name: string
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: (string | {
  id: string
}) | null
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null
  /** Hours of this day */ hours?: {
  from: string
  to: string
}[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface SpecialDayEdit {
  /** Day */ day?: string | null
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null
  /** Name */ name?: string | null
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: (string | {
  id: string
}) | null
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null
  /** Hours of this day */ hours?: {
  from: string
  to: string
}[] | null
}

export interface SpecialDayChange {
  id: string
  version: number
  /** Day */ day?: string | null
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null
  /** Name */ name?: string | null
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: (string | {
  id: string
}) | null
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null
  /** Hours of this day */ hours?: {
  from: string
  to: string
}[] | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · day: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · calendar: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type SpecialDayFilter = {
  and: SpecialDayFilter[]
} | {
  or: SpecialDayFilter[]
} | {
  not: SpecialDayFilter
} | ({
  field: ("id" | "day" | "kind" | "calendar" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Leave */
export interface Leave {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Who — → user */ user?: Link | null | Masked
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null | Masked
  /** From */ from?: string | null | Masked
  /** To */ to?: string | null | Masked
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: Link | null | Masked
  /** Note */ note?: string | null
  /** Department — → department */ department?: Link | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface LeavePage {
  items: Leave[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface LeaveCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null
  /** From */ from: string
  /** To */ to: string
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface LeaveEdit {
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null
  /** From */ from?: string | null
  /** To */ to?: string | null
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

export interface LeaveChange {
  id: string
  version: number
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null
  /** From */ from?: string | null
  /** To */ to?: string | null
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · user: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · from: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · to: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · standIn: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type LeaveFilter = {
  and: LeaveFilter[]
} | {
  or: LeaveFilter[]
} | {
  not: LeaveFilter
} | ({
  field: ("id" | "user" | "kind" | "from" | "to" | "standIn" | "department" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Allocation queue */
export interface AllocationQueue {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null | Masked
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: (number | null) | Masked
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension?: ("region" | "product" | "segment" | "tier" | "language" | "skill") | null
  value?: string | null
})[]) | Masked
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null | Masked
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: (boolean | null) | Masked
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: (boolean | null) | Masked
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: string[] | Masked
  /** Relaxed after minutes — Never where empty */ relaxAfter?: (number | null) | Masked
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: string[] | Masked
  /** Most in hand — No limit where empty */ capacity?: (number | null) | Masked
  /** Most a day — No limit where empty */ quota?: (number | null) | Masked
  /** Department — → department — What waits belongs to this department */ department?: Link | null | Masked
  /** Note */ note?: string | null
  /** State — draft Off, active On */ state?: ("draft" | "active") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface AllocationQueuePage {
  items: AllocationQueue[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface AllocationQueueCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: number | null
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension: "region" | "product" | "segment" | "tier" | "language" | "skill"
  value: string
})[]) | null
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: boolean | null
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: boolean | null
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Relaxed after minutes — Never where empty */ relaxAfter?: number | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Most in hand — No limit where empty */ capacity?: number | null
  /** Most a day — No limit where empty */ quota?: number | null
  /** Department — → department — What waits belongs to this department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface AllocationQueueEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: number | null
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension: "region" | "product" | "segment" | "tier" | "language" | "skill"
  value: string
})[]) | null
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: boolean | null
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: boolean | null
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Relaxed after minutes — Never where empty */ relaxAfter?: number | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Most in hand — No limit where empty */ capacity?: number | null
  /** Most a day — No limit where empty */ quota?: number | null
  /** Department — → department — What waits belongs to this department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

export interface AllocationQueueChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: number | null
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension: "region" | "product" | "segment" | "tier" | "language" | "skill"
  value: string
})[]) | null
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: boolean | null
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: boolean | null
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Relaxed after minutes — Never where empty */ relaxAfter?: number | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Most in hand — No limit where empty */ capacity?: number | null
  /** Most a day — No limit where empty */ quota?: number | null
  /** Department — → department — What waits belongs to this department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · kind: eq, ne, in, notIn, empty, notEmpty · method: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type AllocationQueueFilter = {
  and: AllocationQueueFilter[]
} | {
  or: AllocationQueueFilter[]
} | {
  not: AllocationQueueFilter
} | ({
  field: ("id" | "kind" | "method" | "department" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Queue member */
export interface AllocationMember {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Queue — → allocationQueue */ queue?: Link | null | Masked
  /** Member — → user */ user?: Link | null | Masked
  /** Weight — Weight 2 is given twice as much */ weight?: (number | null) | Masked
  /** Pauses */ isPaused?: (boolean | null) | Masked
  /** Most in hand — As of the queue where empty */ capacity?: (number | null) | Masked
  /** Most a day — As of the queue where empty */ quota?: (number | null) | Masked
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | Masked
  /** Products */ products?: string[] | Masked
  /** Segments */ segments?: string[] | Masked
  /** Tiers */ tiers?: string[] | Masked
  /** Languages */ languages?: string[] | Masked
  /** Skills */ skills?: string[] | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface AllocationMemberPage {
  items: AllocationMember[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface AllocationMemberCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Queue — → allocationQueue */ queue: string | {
  id: string
}
  /** Member — → user */ user: string | {
  id: string
}
  /** Weight — Weight 2 is given twice as much */ weight?: number | null
  /** Pauses */ isPaused?: boolean | null
  /** Most in hand — As of the queue where empty */ capacity?: number | null
  /** Most a day — As of the queue where empty */ quota?: number | null
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface AllocationMemberEdit {
  /** Weight — Weight 2 is given twice as much */ weight?: number | null
  /** Pauses */ isPaused?: boolean | null
  /** Most in hand — As of the queue where empty */ capacity?: number | null
  /** Most a day — As of the queue where empty */ quota?: number | null
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
}

export interface AllocationMemberChange {
  id: string
  version: number
  /** Weight — Weight 2 is given twice as much */ weight?: number | null
  /** Pauses */ isPaused?: boolean | null
  /** Most in hand — As of the queue where empty */ capacity?: number | null
  /** Most a day — As of the queue where empty */ quota?: number | null
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · queue: eq, ne, in, notIn, empty, notEmpty · user: eq, ne, in, notIn, empty, notEmpty · isPaused: eq · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type AllocationMemberFilter = {
  and: AllocationMemberFilter[]
} | {
  or: AllocationMemberFilter[]
} | {
  not: AllocationMemberFilter
} | ({
  field: ("id" | "queue" | "user" | "isPaused" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Customer */
export interface Customer {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null | Masked
  /** Number */ code?: string | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null | Masked
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null | Masked
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null | Masked
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: (number | null) | Masked
  /** Employees */ employees?: (number | null) | Masked
  /** Annual revenue */ revenue?: string | null | Masked
  /** Parent company — → customer */ parent?: Link | null | Masked
  /** Primary contact — → contact */ primaryContact?: Link | null | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** Department — → department */ department?: Link | null | Masked
  /** Tags */ tags?: string[] | Masked
  /** Note */ note?: string | null
  /** Legal hold */ legalHold?: (boolean | null) | Masked
  /** Why it is held */ holdReason?: string | null
  /** Last contact */ lastContactAt?: string | null | Masked
  /** Contact plan — → contactPlan */ contactPlan?: Link | null | Masked
  /** Contact due */ nextContactOn?: string | null | Masked
  /** Quality score — Complete 40, credible 30, in time 20, unique 10 */ quality?: (number | null) | Masked
  /** Quality problems — missing Incomplete, doubtful Doubtful, stale Stale, double Perhaps double */ qualityFaults?: string[] | Masked
  /** Confirmed */ confirmedAt?: string | null | Masked
  /** To be confirmed by */ confirmBy?: string | null | Masked
  /** Pool — → pool */ pool?: Link | null | Masked
  /** Came into the pool */ pooledAt?: string | null | Masked
  /** Why it is in the pool */ poolReason?: Words | null | Masked
  /** Last owner — → user */ previousOwner?: Link | null | Masked
  /** Locked */ isLocked?: (boolean | null) | Masked
  /** Owned since */ ownedSince?: string | null | Masked
  /** Last follow-up */ lastFollowUpAt?: string | null | Masked
  /** Last opportunity */ lastOpportunityOn?: string | null | Masked
  /** Last deal */ lastDealOn?: string | null | Masked
  /** Open deals */ openDeals?: (number | null) | Masked
  /** Contract ends */ contractEndsOn?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CustomerPage {
  items: Customer[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CustomerCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: number | null
  /** Employees */ employees?: number | null
  /** Annual revenue */ revenue?: (string | number) | null
  /** Parent company — → customer */ parent?: (string | {
  id: string
}) | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Tags */ tags?: string[] | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Last contact */ lastContactAt?: string | null
  /** Contact — Made together with the customer */ contactName?: string | null
  /** Contact position */ contactTitle?: string | null
  /** Contact mobile */ contactMobile?: string | null
  /** Contact e-mail */ contactEmail?: string | null
}

export interface CustomerEdit {
  /** Name */ name?: string | null
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: number | null
  /** Employees */ employees?: number | null
  /** Annual revenue */ revenue?: (string | number) | null
  /** Parent company — → customer */ parent?: (string | {
  id: string
}) | null
  /** Primary contact — → contact */ primaryContact?: (string | {
  id: string
}) | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Tags */ tags?: string[] | null
  /** Note */ note?: string | null
}

export interface CustomerChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: number | null
  /** Employees */ employees?: number | null
  /** Annual revenue */ revenue?: (string | number) | null
  /** Parent company — → customer */ parent?: (string | {
  id: string
}) | null
  /** Primary contact — → contact */ primaryContact?: (string | {
  id: string
}) | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Tags */ tags?: string[] | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · shortName: contains · kind: eq, ne, in, notIn, empty, notEmpty · code: eq, in, startsWith, empty, notEmpty · stage: eq, ne, in, notIn, empty, notEmpty · tier: eq, ne, in, notIn, empty, notEmpty · source: eq, ne, in, notIn, empty, notEmpty · industry: eq, ne, in, notIn, startsWith, empty, notEmpty · region: eq, ne, in, notIn, startsWith, empty, notEmpty · externalCode: eq, ne, in, notIn, startsWith, empty, notEmpty · parent: eq, ne, in, notIn, empty, notEmpty · primaryContact: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · tags: has, hasAny, empty, notEmpty · legalHold: eq · lastContactAt: lt, lte, gt, gte, between, empty, notEmpty · contactPlan: eq, ne, in, notIn, empty, notEmpty · nextContactOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · contactTask: eq, ne, in, notIn, empty, notEmpty · contactWaitsOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · quality: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · qualityFaults: has, hasAny, empty, notEmpty · confirmBy: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · recheckOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · confirmTask: eq, ne, in, notIn, empty, notEmpty · pool: eq, ne, in, notIn, empty, notEmpty · previousOwner: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CustomerFilter = {
  and: CustomerFilter[]
} | {
  or: CustomerFilter[]
} | {
  not: CustomerFilter
} | ({
  field: ("id" | "name" | "shortName" | "kind" | "code" | "stage" | "tier" | "source" | "industry" | "region" | "externalCode" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "legalHold" | "lastContactAt" | "contactPlan" | "nextContactOn" | "contactTask" | "contactWaitsOn" | "quality" | "qualityFaults" | "confirmBy" | "recheckOn" | "confirmTask" | "pool" | "previousOwner" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Contact */
export interface Contact {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: string[] | Masked
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null | Masked
  /** Birthday */ birthday?: string | null | Masked
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null | Masked
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Restricted — The person asked that the data not be used */ isRestricted?: (boolean | null) | Masked
  /** Note */ note?: string | null
  /** Last contact */ lastContactAt?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ContactPage {
  items: Contact[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ContactCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null
  /** Birthday */ birthday?: string | null
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Last contact */ lastContactAt?: string | null
}

export interface ContactEdit {
  /** Name */ name?: string | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null
  /** Birthday */ birthday?: string | null
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Note */ note?: string | null
}

export interface ContactChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null
  /** Birthday */ birthday?: string | null
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · customer: eq, ne, in, notIn, empty, notEmpty · roles: has, hasAny, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ContactFilter = {
  and: ContactFilter[]
} | {
  or: ContactFilter[]
} | {
  not: ContactFilter
} | ({
  field: ("id" | "name" | "customer" | "roles" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Shared contact */
export interface ContactRole {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact — His own facts stay with his own customer */ contact?: Link | null | Masked
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: string[] | Masked
  /** Position */ position?: string | null
  /** From */ from?: string | null | Masked
  /** Until */ until?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ContactRolePage {
  items: ContactRole[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ContactRoleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact — His own facts stay with his own customer */ contact: string | {
  id: string
}
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ position?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ContactRoleEdit {
  /** Contact — → contact — His own facts stay with his own customer */ contact?: (string | {
  id: string
}) | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ position?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
}

export interface ContactRoleChange {
  id: string
  version: number
  /** Contact — → contact — His own facts stay with his own customer */ contact?: (string | {
  id: string
}) | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ position?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · roles: has, hasAny, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ContactRoleFilter = {
  and: ContactRoleFilter[]
} | {
  or: ContactRoleFilter[]
} | {
  not: ContactRoleFilter
} | ({
  field: ("id" | "customer" | "contact" | "roles" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Identity */
export interface Identity {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind?: ("phone" | "email" | "wechat" | "qq" | "other") | null | Masked
  /** Number or account */ value?: string | null
  /** Shared — Used by several people */ isShared?: (boolean | null) | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface IdentityPage {
  items: Identity[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface IdentityCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind: "phone" | "email" | "wechat" | "qq" | "other"
  /** Number or account */ value: string
  /** Shared — Used by several people */ isShared?: boolean | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface IdentityEdit {
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind?: ("phone" | "email" | "wechat" | "qq" | "other") | null
  /** Number or account */ value?: string | null
  /** Shared — Used by several people */ isShared?: boolean | null
  /** Note */ note?: string | null
}

export interface IdentityChange {
  id: string
  version: number
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind?: ("phone" | "email" | "wechat" | "qq" | "other") | null
  /** Number or account */ value?: string | null
  /** Shared — Used by several people */ isShared?: boolean | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type IdentityFilter = {
  and: IdentityFilter[]
} | {
  or: IdentityFilter[]
} | {
  not: IdentityFilter
} | ({
  field: ("id" | "customer" | "contact" | "kind" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Address */
export interface Address {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null | Masked
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line?: string | null
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: (boolean | null) | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface AddressPage {
  items: Address[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface AddressCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line: string
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: boolean | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface AddressEdit {
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line?: string | null
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: boolean | null
  /** Note */ note?: string | null
}

export interface AddressChange {
  id: string
  version: number
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line?: string | null
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: boolean | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · regionCode: startsWith, eq, empty, notEmpty · region: eq, ne, in, notIn, startsWith, empty, notEmpty · line: contains · isPrimary: eq · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type AddressFilter = {
  and: AddressFilter[]
} | {
  or: AddressFilter[]
} | {
  not: AddressFilter
} | ({
  field: ("id" | "customer" | "contact" | "kind" | "regionCode" | "region" | "line" | "isPrimary" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Relation */
export interface Relation {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind?: ("dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other") | null | Masked
  /** The other — → customer */ other?: Link | null | Masked
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null | Masked
  /** Until */ until?: string | null | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RelationPage {
  items: Relation[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RelationCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind: "dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other"
  /** The other — → customer */ other: string | {
  id: string
}
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface RelationEdit {
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind?: ("dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other") | null
  /** The other — → customer */ other?: (string | {
  id: string
}) | null
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Note */ note?: string | null
}

export interface RelationChange {
  id: string
  version: number
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind?: ("dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other") | null
  /** The other — → customer */ other?: (string | {
  id: string
}) | null
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · other: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RelationFilter = {
  and: RelationFilter[]
} | {
  or: RelationFilter[]
} | {
  not: RelationFilter
} | ({
  field: ("id" | "customer" | "kind" | "other" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Asset */
export interface Asset {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null | Masked
  /** Number */ number?: string | null
  /** State — inUse In use, idle Idle, ended Ended */ state?: ("inUse" | "idle" | "ended") | null | Masked
  /** Within — → asset — Such as the unit that a meter is in */ within?: Link | null | Masked
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: string | null | Masked
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null | Masked
  /** Warranty until */ warrantyUntil?: string | null | Masked
  /** Next inspection */ inspectionOn?: string | null | Masked
  /** Next maintenance */ maintenanceOn?: string | null | Masked
  /** Renewal */ renewalOn?: string | null | Masked
  /** Persons */ persons?: (number | null) | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface AssetPage {
  items: Asset[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface AssetCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null
  /** Number */ number?: string | null
  /** Within — → asset — Such as the unit that a meter is in */ within?: (string | {
  id: string
}) | null
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: (string | number) | null
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null
  /** Warranty until */ warrantyUntil?: string | null
  /** Next inspection */ inspectionOn?: string | null
  /** Next maintenance */ maintenanceOn?: string | null
  /** Renewal */ renewalOn?: string | null
  /** Persons */ persons?: number | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface AssetEdit {
  /** Name */ name?: string | null
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null
  /** Number */ number?: string | null
  /** Within — → asset — Such as the unit that a meter is in */ within?: (string | {
  id: string
}) | null
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: (string | number) | null
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null
  /** Warranty until */ warrantyUntil?: string | null
  /** Next inspection */ inspectionOn?: string | null
  /** Next maintenance */ maintenanceOn?: string | null
  /** Renewal */ renewalOn?: string | null
  /** Persons */ persons?: number | null
  /** Note */ note?: string | null
}

export interface AssetChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null
  /** Number */ number?: string | null
  /** Within — → asset — Such as the unit that a meter is in */ within?: (string | {
  id: string
}) | null
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: (string | number) | null
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null
  /** Warranty until */ warrantyUntil?: string | null
  /** Next inspection */ inspectionOn?: string | null
  /** Next maintenance */ maintenanceOn?: string | null
  /** Renewal */ renewalOn?: string | null
  /** Persons */ persons?: number | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · customer: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · number: eq, ne, in, notIn, startsWith, empty, notEmpty · state: eq, ne, in, notIn · within: eq, ne, in, notIn, empty, notEmpty · startedOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · warrantyUntil: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · inspectionOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · maintenanceOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · renewalOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type AssetFilter = {
  and: AssetFilter[]
} | {
  or: AssetFilter[]
} | {
  not: AssetFilter
} | ({
  field: ("id" | "name" | "customer" | "kind" | "number" | "state" | "within" | "startedOn" | "warrantyUntil" | "inspectionOn" | "maintenanceOn" | "renewalOn" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Holder */
export interface Holding {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Asset — → asset */ asset?: Link | null | Masked
  /** Held by — → customer */ customer?: Link | null | Masked
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null | Masked
  /** From */ from?: string | null | Masked
  /** Until */ until?: string | null | Masked
  /** Remark */ reason?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface HoldingPage {
  items: Holding[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface HoldingCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Asset — → asset */ asset: string | {
  id: string
}
  /** Held by — → customer */ customer: string | {
  id: string
}
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Remark */ reason?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface HoldingEdit {
  /** Held by — → customer */ customer?: (string | {
  id: string
}) | null
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Remark */ reason?: string | null
}

export interface HoldingChange {
  id: string
  version: number
  /** Held by — → customer */ customer?: (string | {
  id: string
}) | null
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Remark */ reason?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · asset: eq, ne, in, notIn, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · role: eq, ne, in, notIn, empty, notEmpty · from: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · until: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type HoldingFilter = {
  and: HoldingFilter[]
} | {
  or: HoldingFilter[]
} | {
  not: HoldingFilter
} | ({
  field: ("id" | "asset" | "customer" | "role" | "from" | "until" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Activity */
export interface Activity {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Subject */ subject?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null | Masked
  /** State — planned Planned, done Done, cancelled Cancelled */ state?: ("planned" | "done" | "cancelled") | null | Masked
  /** Time */ at?: string | null | Masked
  /** Minutes */ minutes?: (number | null) | Masked
  /** Done by — → user */ by?: Link | null | Masked
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null | Masked
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: (boolean | null) | Masked
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ActivityPage {
  items: Activity[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ActivityCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Subject */ subject: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null
  /** Time */ at?: string | null
  /** Minutes */ minutes?: number | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: boolean | null
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Done */ isDone?: boolean | null
}

export interface ActivityEdit {
  /** Subject */ subject?: string | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null
  /** Time */ at?: string | null
  /** Minutes */ minutes?: number | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: boolean | null
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
}

export interface ActivityChange {
  id: string
  version: number
  /** Subject */ subject?: string | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null
  /** Time */ at?: string | null
  /** Minutes */ minutes?: number | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: boolean | null
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · subject: contains · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · at: lt, lte, gt, gte, between, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ActivityFilter = {
  and: ActivityFilter[]
} | {
  or: ActivityFilter[]
} | {
  not: ActivityFilter
} | ({
  field: ("id" | "subject" | "customer" | "contact" | "kind" | "state" | "at" | "by" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Possible duplicate */
export interface Duplicate {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Reasons */ reasons?: Words | null | Masked
  /** Likeness */ score?: (number | null) | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** The other — → customer */ other?: Link | null | Masked
  /** State — open Open, merged Merged, dismissed Not the same */ state?: ("open" | "merged" | "dismissed") | null | Masked
  /** Remark */ remark?: string | null
  /** Pair */ pair?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface DuplicatePage {
  items: Duplicate[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface DuplicateCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Reasons */ reasons: string | {
  zh?: string
  en?: string
}
  /** Likeness */ score: number
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** The other — → customer */ other: string | {
  id: string
}
  /** Remark */ remark?: string | null
  /** Pair */ pair?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface DuplicateEdit {
  /** Remark */ remark?: string | null
}

export interface DuplicateChange {
  id: string
  version: number
  /** Remark */ remark?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · score: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · other: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type DuplicateFilter = {
  and: DuplicateFilter[]
} | {
  or: DuplicateFilter[]
} | {
  not: DuplicateFilter
} | ({
  field: ("id" | "score" | "customer" | "other" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Purpose */
export interface Purpose {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** Code */ code?: string | null
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording?: Words | null | Masked
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null | Masked
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: string[] | Masked
  /** Valid for months — Until withdrawn where empty */ months?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface PurposePage {
  items: Purpose[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface PurposeCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** Code */ code: string
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording: string | {
  zh?: string
  en?: string
}
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]
  /** Valid for months — Until withdrawn where empty */ months?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface PurposeEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording?: (string | {
  zh?: string
  en?: string
}) | null
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
  /** Valid for months — Until withdrawn where empty */ months?: number | null
}

export interface PurposeChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording?: (string | {
  zh?: string
  en?: string
}) | null
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
  /** Valid for months — Until withdrawn where empty */ months?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type PurposeFilter = {
  and: PurposeFilter[]
} | {
  or: PurposeFilter[]
} | {
  not: PurposeFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Consent */
export interface Consent {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** What */ summary?: Words | null | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Purpose — → purpose */ purpose?: Link | null | Masked
  /** Channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null | Masked
  /** Decision — granted Granted, withdrawn Withdrawn */ decision?: ("granted" | "withdrawn") | null | Masked
  /** Time */ at?: string | null | Masked
  /** How — paper Signed on paper, phone By telephone, faceToFace Face to face, message By message, page On the preference page, taken With imported data */ how?: ("paper" | "phone" | "faceToFace" | "message" | "page" | "taken") | null | Masked
  /** Wording shown */ wording?: Words | null | Masked
  /** Until */ until?: string | null | Masked
  /** Proof — Number of the form or recording */ proof?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ConsentPage {
  items: Consent[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ConsentCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact: string | {
  id: string
}
  /** Purpose — → purpose */ purpose: string | {
  id: string
}
  /** Channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channel: "phone" | "sms" | "mail" | "wechat" | "post" | "visit"
  /** Decision — granted Granted, withdrawn Withdrawn */ decision?: ("granted" | "withdrawn") | null
  /** Time */ at?: string | null
  /** How — paper Signed on paper, phone By telephone, faceToFace Face to face, message By message, page On the preference page, taken With imported data */ how?: ("paper" | "phone" | "faceToFace" | "message" | "page" | "taken") | null
  /** Proof — Number of the form or recording */ proof?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type ConsentEdit = Record<string, never>

export interface ConsentChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · purpose: eq, ne, in, notIn, empty, notEmpty · channel: eq, ne, in, notIn, empty, notEmpty · decision: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ConsentFilter = {
  and: ConsentFilter[]
} | {
  or: ConsentFilter[]
} | {
  not: ConsentFilter
} | ({
  field: ("id" | "customer" | "contact" | "purpose" | "channel" | "decision" | "at" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Preference page */
export interface PreferencePage {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Until */ expiresOn?: string | null | Masked
  /** Opened */ seenAt?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface PreferencePagePage {
  items: PreferencePage[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface PreferencePageCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact: string | {
  id: string
}
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Opened */ seenAt?: string | null
}

export type PreferencePageEdit = Record<string, never>

export interface PreferencePageChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type PreferencePageFilter = {
  and: PreferencePageFilter[]
} | {
  or: PreferencePageFilter[]
} | {
  not: PreferencePageFilter
} | ({
  field: ("id" | "customer" | "contact" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Subject request */
export interface SubjectRequest {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Number */ number?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Request — copy A copy, correct Correct, erase Erase, restrict Restrict */ kind?: ("copy" | "correct" | "erase" | "restrict") | null | Masked
  /** Received */ receivedOn?: string | null | Masked
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Due */ dueOn?: string | null | Masked
  /** State — open Open, erasing Erasing, done Done, refused Refused */ state?: ("open" | "erasing" | "done" | "refused") | null | Masked
  /** Answer */ answer?: string | null
  /** Done on */ doneOn?: string | null | Masked
  /** Proof of erasing */ report?: (({
  place?: Words | null
  found?: number | null
  left?: number | null
})[]) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface SubjectRequestPage {
  items: SubjectRequest[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface SubjectRequestCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Contact — → contact */ contact: string | {
  id: string
}
  /** Request — copy A copy, correct Correct, erase Erase, restrict Restrict */ kind: "copy" | "correct" | "erase" | "restrict"
  /** Received */ receivedOn?: string | null
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Answer */ answer?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface SubjectRequestEdit {
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Answer */ answer?: string | null
}

export interface SubjectRequestChange {
  id: string
  version: number
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Answer */ answer?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · number: eq, in, startsWith, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · dueOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type SubjectRequestFilter = {
  and: SubjectRequestFilter[]
} | {
  or: SubjectRequestFilter[]
} | {
  not: SubjectRequestFilter
} | ({
  field: ("id" | "number" | "customer" | "contact" | "kind" | "dueOn" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Segment */
export interface Segment {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Kind — dynamic By conditions, static Fixed list */ kind?: ("dynamic" | "static") | null | Masked
  /** Conditions */ filter?: Filter | null | Masked
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** State — active In use, retired Retired */ state?: ("active" | "retired") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface SegmentPage {
  items: Segment[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface SegmentCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Kind — dynamic By conditions, static Fixed list */ kind?: ("dynamic" | "static") | null
  /** Conditions */ filter?: Filter | null
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface SegmentEdit {
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

export interface SegmentChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · kind: eq, ne, in, notIn, empty, notEmpty · shown: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type SegmentFilter = {
  and: SegmentFilter[]
} | {
  or: SegmentFilter[]
} | {
  not: SegmentFilter
} | ({
  field: ("id" | "name" | "kind" | "shown" | "owner" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** List entry */
export interface Listing {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name of the list */ name?: string | null
  /** List — → segment */ segment?: Link | null | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ListingPage {
  items: Listing[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ListingCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** List — → segment */ segment: string | {
  id: string
}
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type ListingEdit = Record<string, never>

export interface ListingChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · segment: eq, ne, in, notIn, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ListingFilter = {
  and: ListingFilter[]
} | {
  or: ListingFilter[]
} | {
  not: ListingFilter
} | ({
  field: ("id" | "segment" | "customer" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Collection standard */
export interface CollectionStandard {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null | Masked
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null | Masked
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null | Masked
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: string[] | Masked
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: (number | null) | Masked
  /** Responsible — → user — The customer’s owner where empty */ keeper?: Link | null | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CollectionStandardPage {
  items: CollectionStandard[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CollectionStandardCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: number | null
  /** Responsible — → user — The customer’s owner where empty */ keeper?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface CollectionStandardEdit {
  /** Name */ name?: string | null
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: number | null
  /** Responsible — → user — The customer’s owner where empty */ keeper?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

export interface CollectionStandardChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: number | null
  /** Responsible — → user — The customer’s owner where empty */ keeper?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · kind: eq, ne, in, notIn, empty, notEmpty · tier: eq, ne, in, notIn, empty, notEmpty · stage: eq, ne, in, notIn, empty, notEmpty · keeper: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CollectionStandardFilter = {
  and: CollectionStandardFilter[]
} | {
  or: CollectionStandardFilter[]
} | {
  not: CollectionStandardFilter
} | ({
  field: ("id" | "kind" | "tier" | "stage" | "keeper" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Clean-up */
export interface Cleanup {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter?: Filter | null | Masked
  /** Target score — A file that reaches it is done */ target?: (number | null) | Masked
  /** Due */ dueOn?: string | null | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** Note */ note?: string | null
  /** List — → segment */ list?: Link | null | Masked
  /** State — draft Draft, running Running, done Done, cancelled Cancelled */ state?: ("draft" | "running" | "done" | "cancelled") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CleanupPage {
  items: Cleanup[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CleanupCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter: Filter
  /** Target score — A file that reaches it is done */ target?: number | null
  /** Due */ dueOn: string
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface CleanupEdit {
  /** Name */ name?: string | null
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter?: Filter | null
  /** Target score — A file that reaches it is done */ target?: number | null
  /** Due */ dueOn?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

export interface CleanupChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter?: Filter | null
  /** Target score — A file that reaches it is done */ target?: number | null
  /** Due */ dueOn?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · dueOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · list: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CleanupFilter = {
  and: CleanupFilter[]
} | {
  or: CleanupFilter[]
} | {
  not: CleanupFilter
} | ({
  field: ("id" | "name" | "dueOn" | "owner" | "list" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Retention rule */
export interface RetentionRule {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null | Masked
  /** Of which customers — All customers where empty */ filter?: Filter | null | Masked
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null | Masked
  /** Days kept */ days?: (number | null) | Masked
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null | Masked
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: (boolean | null) | Masked
  /** Spares what is in force — What the law wants kept */ sparesInForce?: (boolean | null) | Masked
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: (number | null) | Masked
  /** At most a night */ mostPerNight?: (number | null) | Masked
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: Link | null | Masked
  /** State — draft Off, active On, stopped Stopped itself */ state?: ("draft" | "active" | "stopped") | null | Masked
  /** Tried */ triedAt?: string | null | Masked
  /** Would be done */ hits?: (number | null) | Masked
  /** Last run */ lastRunAt?: string | null | Masked
  /** Done last */ lastDone?: (number | null) | Masked
  /** Why it stopped */ fault?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RetentionRulePage {
  items: RetentionRule[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RetentionRuleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null
  /** Of which customers — All customers where empty */ filter?: Filter | null
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null
  /** Days kept */ days: number
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: boolean | null
  /** Spares what is in force — What the law wants kept */ sparesInForce?: boolean | null
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: number | null
  /** At most a night */ mostPerNight?: number | null
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface RetentionRuleEdit {
  /** Name */ name?: string | null
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null
  /** Of which customers — All customers where empty */ filter?: Filter | null
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null
  /** Days kept */ days?: number | null
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: boolean | null
  /** Spares what is in force — What the law wants kept */ sparesInForce?: boolean | null
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: number | null
  /** At most a night */ mostPerNight?: number | null
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

export interface RetentionRuleChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null
  /** Of which customers — All customers where empty */ filter?: Filter | null
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null
  /** Days kept */ days?: number | null
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: boolean | null
  /** Spares what is in force — What the law wants kept */ sparesInForce?: boolean | null
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: number | null
  /** At most a night */ mostPerNight?: number | null
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · what: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RetentionRuleFilter = {
  and: RetentionRuleFilter[]
} | {
  or: RetentionRuleFilter[]
} | {
  not: RetentionRuleFilter
} | ({
  field: ("id" | "what" | "owner" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Pool */
export interface Pool {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Members — → user */ members?: Named[] | Masked
  /** Departments — → department — With those below */ departments?: Named[] | Masked
  /** Roles — → role */ roles?: Named[] | Masked
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: Named[] | Masked
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: ("noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded") | null
  tier?: ("A" | "B" | "C") | null
  days?: number | null
})[]) | Masked
  /** Spares won customers */ sparesWon?: (boolean | null) | Masked
  /** Spares open deals */ sparesDeals?: (boolean | null) | Masked
  /** Warned days before */ warnDays?: (number | null) | Masked
  /** Claims per person and day — No limit where empty */ claimsPerDay?: (number | null) | Masked
  /** Last owner waits (days) */ previousOwnerDays?: (number | null) | Masked
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: (number | null) | Masked
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null | Masked
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: (number | null) | Masked
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: string[] | Masked
  /** Note */ note?: string | null
  /** Returns — off Nothing returns, on Returning */ state?: ("off" | "on") | null | Masked
  /** Customers watched */ watched?: (number | null) | Masked
  /** Return tonight */ falls?: (number | null) | Masked
  /** List made */ foreseenAt?: string | null | Masked
  /** Last run */ lastRunAt?: string | null | Masked
  /** Returned last */ lastDone?: (number | null) | Masked
  /** Could not return */ lastFaults?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface PoolPage {
  items: Pool[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface PoolCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: "noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded"
  tier?: ("A" | "B" | "C") | null
  days?: number
})[]) | null
  /** Spares won customers */ sparesWon?: boolean | null
  /** Spares open deals */ sparesDeals?: boolean | null
  /** Warned days before */ warnDays?: number | null
  /** Claims per person and day — No limit where empty */ claimsPerDay?: number | null
  /** Last owner waits (days) */ previousOwnerDays?: number | null
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: number | null
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: number | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface PoolEdit {
  /** Name */ name?: string | null
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: "noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded"
  tier?: ("A" | "B" | "C") | null
  days?: number
})[]) | null
  /** Spares won customers */ sparesWon?: boolean | null
  /** Spares open deals */ sparesDeals?: boolean | null
  /** Warned days before */ warnDays?: number | null
  /** Claims per person and day — No limit where empty */ claimsPerDay?: number | null
  /** Last owner waits (days) */ previousOwnerDays?: number | null
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: number | null
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: number | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
  /** Note */ note?: string | null
}

export interface PoolChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: "noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded"
  tier?: ("A" | "B" | "C") | null
  days?: number
})[]) | null
  /** Spares won customers */ sparesWon?: boolean | null
  /** Spares open deals */ sparesDeals?: boolean | null
  /** Warned days before */ warnDays?: number | null
  /** Claims per person and day — No limit where empty */ claimsPerDay?: number | null
  /** Last owner waits (days) */ previousOwnerDays?: number | null
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: number | null
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: number | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type PoolFilter = {
  and: PoolFilter[]
} | {
  or: PoolFilter[]
} | {
  not: PoolFilter
} | ({
  field: ("id" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Customer limit */
export interface CustomerLimit {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** For — → user */ members?: Named[] | Masked
  /** Departments — → department — With those below */ departments?: Named[] | Masked
  /** Roles — → role */ roles?: Named[] | Masked
  /** Most held — No limit where empty */ mostHeld?: (number | null) | Masked
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: string[] | Masked
  /** Won customers do not count */ exceptWon?: (boolean | null) | Masked
  /** Most locked — No limit where empty */ mostLocked?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CustomerLimitPage {
  items: CustomerLimit[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CustomerLimitCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Most held — No limit where empty */ mostHeld?: number | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
  /** Won customers do not count */ exceptWon?: boolean | null
  /** Most locked — No limit where empty */ mostLocked?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface CustomerLimitEdit {
  /** Name */ name?: string | null
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Most held — No limit where empty */ mostHeld?: number | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
  /** Won customers do not count */ exceptWon?: boolean | null
  /** Most locked — No limit where empty */ mostLocked?: number | null
}

export interface CustomerLimitChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Most held — No limit where empty */ mostHeld?: number | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
  /** Won customers do not count */ exceptWon?: boolean | null
  /** Most locked — No limit where empty */ mostLocked?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CustomerLimitFilter = {
  and: CustomerLimitFilter[]
} | {
  or: CustomerLimitFilter[]
} | {
  not: CustomerLimitFilter
} | ({
  field: ("id" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "eq" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Contact plan */
export interface ContactPlan {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** For — A customer follows one plan: his own, else that of a segment, a tier, a group — customer One customer, segment Segment, tier Tier, group One of four groups */ target?: ("customer" | "segment" | "tier" | "group") | null | Masked
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null | Masked
  /** Group — served Served, beingServed Being served, prospective Prospective, referred Referred */ group?: ("served" | "beingServed" | "prospective" | "referred") | null | Masked
  /** Segment — → segment — Who comes and goes is taken over every night */ segment?: Link | null | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Every */ every?: (number | null) | Masked
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null | Masked
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null | Masked
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: Link | null | Masked
  /** Talking points — Stands in the task */ content?: Words | null | Masked
  /** Done by — → user — The owner of the customer where empty */ by?: Link | null | Masked
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: (number | null) | Masked
  /** Department — → department — With those below; the whole company where empty */ department?: Link | null | Masked
  /** State — active Running, stopped Stopped */ state?: ("active" | "stopped") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ContactPlanPage {
  items: ContactPlan[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ContactPlanCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** For — A customer follows one plan: his own, else that of a segment, a tier, a group — customer One customer, segment Segment, tier Tier, group One of four groups */ target?: ("customer" | "segment" | "tier" | "group") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Group — served Served, beingServed Being served, prospective Prospective, referred Referred */ group?: ("served" | "beingServed" | "prospective" | "referred") | null
  /** Segment — → segment — Who comes and goes is taken over every night */ segment?: (string | {
  id: string
}) | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Every */ every?: number | null
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: (string | {
  id: string
}) | null
  /** Talking points — Stands in the task */ content?: (string | {
  zh?: string
  en?: string
}) | null
  /** Done by — → user — The owner of the customer where empty */ by?: (string | {
  id: string
}) | null
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: number | null
  /** Department — → department — With those below; the whole company where empty */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ContactPlanEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Every */ every?: number | null
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: (string | {
  id: string
}) | null
  /** Talking points — Stands in the task */ content?: (string | {
  zh?: string
  en?: string
}) | null
  /** Done by — → user — The owner of the customer where empty */ by?: (string | {
  id: string
}) | null
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: number | null
}

export interface ContactPlanChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Every */ every?: number | null
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: (string | {
  id: string
}) | null
  /** Talking points — Stands in the task */ content?: (string | {
  zh?: string
  en?: string
}) | null
  /** Done by — → user — The owner of the customer where empty */ by?: (string | {
  id: string
}) | null
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · target: eq, ne, in, notIn, empty, notEmpty · segment: eq, ne, in, notIn, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · way: eq, ne, in, notIn, empty, notEmpty · purpose: eq, ne, in, notIn, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ContactPlanFilter = {
  and: ContactPlanFilter[]
} | {
  or: ContactPlanFilter[]
} | {
  not: ContactPlanFilter
} | ({
  field: ("id" | "target" | "segment" | "customer" | "way" | "purpose" | "by" | "department" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Lead */
export interface Lead {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null | Masked
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null | Masked
  /** Source, in detail */ sourceDetail?: string | null
  /** Web form — → webForm */ form?: Link | null | Masked
  /** Referred by — → customer */ referredBy?: Link | null | Masked
  /** Interested in */ interest?: string[] | Masked
  /** State — new New, allocated Allocated, contacted Contacted, nurtured Nurtured, converted Converted, closed Closed */ state?: ("new" | "allocated" | "contacted" | "nurtured" | "converted" | "closed") | null | Masked
  /** Score */ score?: (number | null) | Masked
  /** Why this score */ scoreReasons?: (({
  why?: Words | null
  points?: number | null
})[]) | Masked
  /** Chance % — Learned from leads that were won and lost */ chance?: (number | null) | Masked
  /** Why this chance */ chanceReasons?: (({
  why?: Words | null
  points?: number | null
})[]) | Masked
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: string | null | Masked
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** Department — → department */ department?: Link | null | Masked
  /** Allocated */ allocatedAt?: string | null | Masked
  /** First contact */ firstContactAt?: string | null | Masked
  /** Next on */ nextOn?: string | null | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Contact — → contact */ contact?: Link | null | Masked
  /** Why there was no deal — noNeed No need, budget Not the budget, competitor Chose somebody else, product Product does not fit, place The place does not suit, timing Not yet, unreachable Cannot be reached, invalid Details are invalid, other Other */ closeReason?: ("noNeed" | "budget" | "competitor" | "product" | "place" | "timing" | "unreachable" | "invalid" | "other") | null | Masked
  /** Closed because */ closeNote?: string | null
  /** Come back on */ revisitOn?: string | null | Masked
  /** Never come back */ neverRevisit?: (boolean | null) | Masked
  /** Settled */ settledAt?: string | null | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface LeadPage {
  items: Lead[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface LeadCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Referred by — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string[] | null
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: (string | number) | null
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Hand it out — Not for oneself: the queue says whose it is */ allocates?: boolean | null
}

export interface LeadEdit {
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Referred by — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string[] | null
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: (string | number) | null
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

export interface LeadChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Referred by — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string[] | null
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: (string | number) | null
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · company: contains · region: eq, ne, in, notIn, startsWith, empty, notEmpty · language: eq, ne, in, notIn, empty, notEmpty · source: eq, ne, in, notIn, empty, notEmpty · sourceDetail: eq, ne, in, notIn, startsWith, empty, notEmpty · form: eq, ne, in, notIn, empty, notEmpty · referredBy: eq, ne, in, notIn, empty, notEmpty · interest: has, hasAny, empty, notEmpty · state: eq, ne, in, notIn · score: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · chance: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · budget: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · plannedFor: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · allocatedAt: lt, lte, gt, gte, between, empty, notEmpty · firstContactAt: lt, lte, gt, gte, between, empty, notEmpty · nextOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · contact: eq, ne, in, notIn, empty, notEmpty · closeReason: eq, ne, in, notIn, empty, notEmpty · revisitOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · settledAt: lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type LeadFilter = {
  and: LeadFilter[]
} | {
  or: LeadFilter[]
} | {
  not: LeadFilter
} | ({
  field: ("id" | "name" | "company" | "region" | "language" | "source" | "sourceDetail" | "form" | "referredBy" | "interest" | "state" | "score" | "chance" | "budget" | "plannedFor" | "owner" | "department" | "allocatedAt" | "firstContactAt" | "nextOn" | "customer" | "contact" | "closeReason" | "revisitOn" | "settledAt" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Lead contact */
export interface LeadContact {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Subject */ subject?: string | null
  /** Lead — → lead */ lead?: Link | null | Masked
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null | Masked
  /** Time */ at?: string | null | Masked
  /** Done by — → user */ by?: Link | null | Masked
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface LeadContactPage {
  items: LeadContact[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface LeadContactCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Subject */ subject: string
  /** Lead — → lead */ lead: string | {
  id: string
}
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null
  /** Time */ at?: string | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface LeadContactEdit {
  /** Subject */ subject?: string | null
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null
  /** Time */ at?: string | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null
}

export interface LeadContactChange {
  id: string
  version: number
  /** Subject */ subject?: string | null
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null
  /** Time */ at?: string | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · lead: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type LeadContactFilter = {
  and: LeadContactFilter[]
} | {
  or: LeadContactFilter[]
} | {
  not: LeadContactFilter
} | ({
  field: ("id" | "lead" | "kind" | "at" | "by" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Enquiry */
export interface Enquiry {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Subject */ subject?: string | null
  /** Lead — → lead */ lead?: Link | null | Masked
  /** Time */ at?: string | null | Masked
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null | Masked
  /** Web form — → webForm */ form?: Link | null | Masked
  /** Message */ message?: string | null
  /** Agreed to — The words that were ticked */ consent?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface EnquiryPage {
  items: Enquiry[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface EnquiryCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Subject */ subject: string
  /** Lead — → lead */ lead: string | {
  id: string
}
  /** Time */ at?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Message */ message?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface EnquiryEdit {
  /** Subject */ subject?: string | null
  /** Time */ at?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Message */ message?: string | null
}

export interface EnquiryChange {
  id: string
  version: number
  /** Subject */ subject?: string | null
  /** Time */ at?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Message */ message?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · lead: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · source: eq, ne, in, notIn, empty, notEmpty · form: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type EnquiryFilter = {
  and: EnquiryFilter[]
} | {
  or: EnquiryFilter[]
} | {
  not: EnquiryFilter
} | ({
  field: ("id" | "lead" | "at" | "source" | "form" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Web form */
export interface WebForm {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name — Shown inside only */ name?: string | null
  /** Heading */ title?: Words | null | Masked
  /** Introduction */ intro?: Words | null | Masked
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: string[] | Masked
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: string[] | Masked
  /** Products to choose from */ interests?: string[] | Masked
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent?: Words | null | Masked
  /** Shown afterwards */ thanks?: Words | null | Masked
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null | Masked
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: (({
  site?: string | null
})[]) | Masked
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: (boolean | null) | Masked
  /** Owner — → user */ owner?: Link | null | Masked
  /** State — open Open, closed Closed */ state?: ("open" | "closed") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface WebFormPage {
  items: WebForm[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface WebFormCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name — Shown inside only */ name: string
  /** Heading */ title: string | {
  zh?: string
  en?: string
}
  /** Introduction */ intro?: (string | {
  zh?: string
  en?: string
}) | null
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent: string | {
  zh?: string
  en?: string
}
  /** Shown afterwards */ thanks?: (string | {
  zh?: string
  en?: string
}) | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: {
  site: string
}[] | null
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: boolean | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface WebFormEdit {
  /** Name — Shown inside only */ name?: string | null
  /** Heading */ title?: (string | {
  zh?: string
  en?: string
}) | null
  /** Introduction */ intro?: (string | {
  zh?: string
  en?: string
}) | null
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent?: (string | {
  zh?: string
  en?: string
}) | null
  /** Shown afterwards */ thanks?: (string | {
  zh?: string
  en?: string
}) | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: {
  site: string
}[] | null
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: boolean | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

export interface WebFormChange {
  id: string
  version: number
  /** Name — Shown inside only */ name?: string | null
  /** Heading */ title?: (string | {
  zh?: string
  en?: string
}) | null
  /** Introduction */ intro?: (string | {
  zh?: string
  en?: string
}) | null
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent?: (string | {
  zh?: string
  en?: string
}) | null
  /** Shown afterwards */ thanks?: (string | {
  zh?: string
  en?: string
}) | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: {
  site: string
}[] | null
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: boolean | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · source: eq, ne, in, notIn, empty, notEmpty · campaign: eq, ne, in, notIn, startsWith, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type WebFormFilter = {
  and: WebFormFilter[]
} | {
  or: WebFormFilter[]
} | {
  not: WebFormFilter
} | ({
  field: ("id" | "source" | "campaign" | "owner" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Playbook */
export interface Playbook {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null | Masked
  /** What to say — Stands in the first task; {name} becomes the name */ message?: Words | null | Masked
  /** Materials */ materials?: (({
  name?: string | null
  link?: string | null
})[]) | Masked
  /** Steps — 0 is the same day; by the working calendar */ steps?: (({
  after?: number | null
  title?: string | null
  note?: string | null
})[]) | Masked
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface PlaybookPage {
  items: Playbook[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface PlaybookCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null
  /** What to say — Stands in the first task; {name} becomes the name */ message?: (string | {
  zh?: string
  en?: string
}) | null
  /** Materials */ materials?: (({
  name: string
  link?: string | null
})[]) | null
  /** Steps — 0 is the same day; by the working calendar */ steps: ({
  after: number
  title: string
  note?: string | null
})[]
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface PlaybookEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null
  /** What to say — Stands in the first task; {name} becomes the name */ message?: (string | {
  zh?: string
  en?: string
}) | null
  /** Materials */ materials?: (({
  name: string
  link?: string | null
})[]) | null
  /** Steps — 0 is the same day; by the working calendar */ steps?: (({
  after: number
  title: string
  note?: string | null
})[]) | null
  /** Note */ note?: string | null
}

export interface PlaybookChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null
  /** What to say — Stands in the first task; {name} becomes the name */ message?: (string | {
  zh?: string
  en?: string
}) | null
  /** Materials */ materials?: (({
  name: string
  link?: string | null
})[]) | null
  /** Steps — 0 is the same day; by the working calendar */ steps?: (({
  after: number
  title: string
  note?: string | null
})[]) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · kind: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type PlaybookFilter = {
  and: PlaybookFilter[]
} | {
  or: PlaybookFilter[]
} | {
  not: PlaybookFilter
} | ({
  field: ("id" | "kind" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Onboarding */
export interface Onboarding {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Playbook — → playbook */ playbook?: Link | null | Masked
  /** Done by — → user */ by?: Link | null | Masked
  /** Started */ startedOn?: string | null | Masked
  /** Finished % */ finished?: (number | null) | Masked
  /** State — running Running, finished Finished */ state?: ("running" | "finished") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface OnboardingPage {
  items: Onboarding[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface OnboardingCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Playbook — → playbook */ playbook: string | {
  id: string
}
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type OnboardingEdit = Record<string, never>

export interface OnboardingChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · playbook: eq, ne, in, notIn, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · startedOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · finished: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type OnboardingFilter = {
  and: OnboardingFilter[]
} | {
  or: OnboardingFilter[]
} | {
  not: OnboardingFilter
} | ({
  field: ("id" | "customer" | "playbook" | "by" | "startedOn" | "finished" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Registration */
export interface Registration {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Number */ number?: string | null
  /** Client */ client?: string | null
  /** Client’s mobile — The middle four may be stars */ phone?: string | null
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null | Masked
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: Link | null | Masked
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: (number | null) | Masked
  /** Registered */ at?: string | null | Masked
  /** Protected until */ protectedUntil?: string | null | Masked
  /** Conflict — customer The number is a customer’s, lead There is an open lead, registration An earlier registration still holds */ conflict?: ("customer" | "lead" | "registration") | null | Masked
  /** Lead — → lead */ lead?: Link | null | Masked
  /** Why it was decided so */ ruling?: string | null
  /** Owner — → user */ owner?: Link | null | Masked
  /** Department — → department */ department?: Link | null | Masked
  /** State — valid Valid, conflicted In conflict, refused Not valid */ state?: ("valid" | "conflicted" | "refused") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RegistrationPage {
  items: Registration[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RegistrationCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Client */ client: string
  /** Client’s mobile — The middle four may be stars */ phone: string
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface RegistrationEdit {
  /** Client */ client?: string | null
  /** Client’s mobile — The middle four may be stars */ phone?: string | null
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
}

export interface RegistrationChange {
  id: string
  version: number
  /** Client */ client?: string | null
  /** Client’s mobile — The middle four may be stars */ phone?: string | null
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · number: eq, in, startsWith, empty, notEmpty · client: contains · phone: eq, ne, in, notIn, startsWith, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · partner: eq, ne, in, notIn, startsWith, empty, notEmpty · referredBy: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · protectedUntil: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · conflict: eq, ne, in, notIn, empty, notEmpty · lead: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RegistrationFilter = {
  and: RegistrationFilter[]
} | {
  or: RegistrationFilter[]
} | {
  not: RegistrationFilter
} | ({
  field: ("id" | "number" | "client" | "phone" | "by" | "partner" | "referredBy" | "at" | "protectedUntil" | "conflict" | "lead" | "owner" | "department" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Prospect list */
export interface ProspectList {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null | Masked
  /** Industries that fit */ industries?: string[] | Masked
  /** Regions that fit */ regions?: string[] | Masked
  /** Employees at least */ least?: (number | null) | Masked
  /** Words of our business — In the name or the note */ keywords?: string[] | Masked
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: Link | null | Masked
  /** Department — → department */ department?: Link | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ProspectListPage {
  items: ProspectList[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ProspectListCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Employees at least */ least?: number | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ProspectListEdit {
  /** Name */ name?: string | null
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Employees at least */ least?: number | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
}

export interface ProspectListChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Employees at least */ least?: number | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · source: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · department: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ProspectListFilter = {
  and: ProspectListFilter[]
} | {
  or: ProspectListFilter[]
} | {
  not: ProspectListFilter
} | ({
  field: ("id" | "name" | "source" | "owner" | "department" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Prospect */
export interface Prospect {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** List — → prospectList */ list?: Link | null | Masked
  /** Fit */ fit?: (number | null) | Masked
  /** Why it fits */ fitReasons?: (({
  why?: Words | null
})[]) | Masked
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: (number | null) | Masked
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
  /** Due diligence */ diligence?: string | null
  /** Checked on */ checkedOn?: string | null | Masked
  /** Lead — → lead */ lead?: Link | null | Masked
  /** State — found To be checked, checked Checked, lead A lead, dropped Does not fit */ state?: ("found" | "checked" | "lead" | "dropped") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ProspectPage {
  items: Prospect[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ProspectCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** List — → prospectList */ list: string | {
  id: string
}
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: number | null
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ProspectEdit {
  /** Name */ name?: string | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: number | null
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
}

export interface ProspectChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: number | null
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · name: contains · list: eq, ne, in, notIn, empty, notEmpty · fit: eq, ne, in, lt, lte, gt, gte, between, empty, notEmpty · industry: eq, ne, in, notIn, startsWith, empty, notEmpty · region: eq, ne, in, notIn, startsWith, empty, notEmpty · checkedOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · lead: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ProspectFilter = {
  and: ProspectFilter[]
} | {
  or: ProspectFilter[]
} | {
  not: ProspectFilter
} | ({
  field: ("id" | "name" | "list" | "fit" | "industry" | "region" | "checkedOn" | "lead" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn" | "startsWith"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Score rule */
export interface ScoreRule {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name — Shown as a reason of the score */ name?: Words | null | Masked
  /** Conditions */ filter?: Filter | null | Masked
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points?: (number | null) | Masked
  /** Off */ isOff?: (boolean | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ScoreRulePage {
  items: ScoreRule[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ScoreRuleCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name — Shown as a reason of the score */ name: string | {
  zh?: string
  en?: string
}
  /** Conditions */ filter: Filter
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points: number
  /** Off */ isOff?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ScoreRuleEdit {
  /** Name — Shown as a reason of the score */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Conditions */ filter?: Filter | null
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points?: number | null
  /** Off */ isOff?: boolean | null
}

export interface ScoreRuleChange {
  id: string
  version: number
  /** Name — Shown as a reason of the score */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Conditions */ filter?: Filter | null
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points?: number | null
  /** Off */ isOff?: boolean | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · isOff: eq · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ScoreRuleFilter = {
  and: ScoreRuleFilter[]
} | {
  or: ScoreRuleFilter[]
} | {
  not: ScoreRuleFilter
} | ({
  field: ("id" | "isOff" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "lt" | "lte" | "notEmpty" | "in"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Lead model */
export interface LeadModel {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Version */ number?: string | null
  /** Learned */ trainedAt?: string | null | Masked
  /** Leads */ leads?: (number | null) | Masked
  /** Of which won */ won?: (number | null) | Masked
  /** AUC — How often a won lead stands above a lost one; 0.5 is a guess */ auc?: string | null | Masked
  /** Lift of the top fifth — How much more often the best fifth is won */ lift?: string | null | Masked
  /** Accuracy — Right with one half as the limit */ accuracy?: string | null | Masked
  /** Brier — Mean squared miss: the less the better */ brier?: string | null | Masked
  /** Calibration */ calibration?: (({
  said?: number | null
  came?: number | null
  leads?: number | null
})[]) | Masked
  /** What matters most */ heaviest?: (({
  fact?: string | null
  effect?: number | null
})[]) | Masked
  /** State — candidate Not in use, active In use, retired Retired */ state?: ("candidate" | "active" | "retired") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface LeadModelPage {
  items: LeadModel[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface LeadModelCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type LeadModelEdit = Record<string, never>

export interface LeadModelChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type LeadModelFilter = {
  and: LeadModelFilter[]
} | {
  or: LeadModelFilter[]
} | {
  not: LeadModelFilter
} | ({
  field: ("id" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Service level */
export interface ServiceLevel {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: Words | null | Masked
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null | Masked
  /** Offers */ offers?: Words | null | Masked
  /** Dedicated manager */ hasManager?: (boolean | null) | Masked
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ServiceLevelPage {
  items: ServiceLevel[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ServiceLevelCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string | {
  zh?: string
  en?: string
}
  /** Tier — A A key, B B regular, C C small */ tier: "A" | "B" | "C"
  /** Offers */ offers: string | {
  zh?: string
  en?: string
}
  /** Dedicated manager */ hasManager?: boolean | null
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ServiceLevelEdit {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Offers */ offers?: (string | {
  zh?: string
  en?: string
}) | null
  /** Dedicated manager */ hasManager?: boolean | null
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: number | null
}

export interface ServiceLevelChange {
  id: string
  version: number
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Offers */ offers?: (string | {
  zh?: string
  en?: string
}) | null
  /** Dedicated manager */ hasManager?: boolean | null
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: number | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · tier: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ServiceLevelFilter = {
  and: ServiceLevelFilter[]
} | {
  or: ServiceLevelFilter[]
} | {
  not: ServiceLevelFilter
} | ({
  field: ("id" | "tier" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Upgrade request */
export interface UpgradeRequest {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Reason */ reason?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** To — A A key, B B regular */ tier?: ("A" | "B") | null | Masked
  /** What is expected */ expects?: string | null
  /** Answer */ answer?: string | null
  /** State — asked Asked, granted Granted, refused Refused */ state?: ("asked" | "granted" | "refused") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface UpgradeRequestPage {
  items: UpgradeRequest[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface UpgradeRequestCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Reason */ reason: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** To — A A key, B B regular */ tier: "A" | "B"
  /** What is expected */ expects?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface UpgradeRequestEdit {
  /** Reason */ reason?: string | null
  /** What is expected */ expects?: string | null
}

export interface UpgradeRequestChange {
  id: string
  version: number
  /** Reason */ reason?: string | null
  /** What is expected */ expects?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · tier: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type UpgradeRequestFilter = {
  and: UpgradeRequestFilter[]
} | {
  or: UpgradeRequestFilter[]
} | {
  not: UpgradeRequestFilter
} | ({
  field: ("id" | "customer" | "tier" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Contact progress form */
export interface VisitForm {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Visit */ subject?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Visit logged — → activity */ visit?: Link | null | Masked
  /** Visitor — → user */ by?: Link | null | Masked
  /** Checked in */ checkedInAt?: string | null | Masked
  /** Place */ place?: string | null
  /** Latitude */ latitude?: string | null | Masked
  /** Longitude */ longitude?: string | null | Masked
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null | Masked
  /** Due */ dueAt?: string | null | Masked
  /** Filed */ filedAt?: string | null | Masked
  /** Read by — → user */ readBy?: Link | null | Masked
  /** Read */ readAt?: string | null | Masked
  /** State — open To be filled in, filed Filed, read Read */ state?: ("open" | "filed" | "read") | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface VisitFormPage {
  items: VisitForm[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface VisitFormCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Visit */ subject: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Visit logged — → activity */ visit?: (string | {
  id: string
}) | null
  /** Visitor — → user */ by?: (string | {
  id: string
}) | null
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface VisitFormEdit {
  /** Visit */ subject?: string | null
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null
}

export interface VisitFormChange {
  id: string
  version: number
  /** Visit */ subject?: string | null
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · visit: eq, ne, in, notIn, empty, notEmpty · by: eq, ne, in, notIn, empty, notEmpty · checkedInAt: lt, lte, gt, gte, between, empty, notEmpty · dueAt: lt, lte, gt, gte, between, empty, notEmpty · readBy: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type VisitFormFilter = {
  and: VisitFormFilter[]
} | {
  or: VisitFormFilter[]
} | {
  not: VisitFormFilter
} | ({
  field: ("id" | "customer" | "visit" | "by" | "checkedInAt" | "dueAt" | "readBy" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Account news */
export interface WatchEntry {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** What */ what?: string | null
  /** Customer — → customer */ customer?: Link | null | Masked
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null | Masked
  /** Date */ on?: string | null | Masked
  /** Source — A notice, a report, a talk */ source?: string | null
  /** Link */ address?: string | null
  /** Details */ body?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface WatchEntryPage {
  items: WatchEntry[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface WatchEntryCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** What */ what: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null
  /** Date */ on: string
  /** Source — A notice, a report, a talk */ source: string
  /** Link */ address?: string | null
  /** Details */ body?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface WatchEntryEdit {
  /** What */ what?: string | null
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null
  /** Date */ on?: string | null
  /** Source — A notice, a report, a talk */ source?: string | null
  /** Link */ address?: string | null
  /** Details */ body?: string | null
}

export interface WatchEntryChange {
  id: string
  version: number
  /** What */ what?: string | null
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null
  /** Date */ on?: string | null
  /** Source — A notice, a report, a talk */ source?: string | null
  /** Link */ address?: string | null
  /** Details */ body?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · what: contains · customer: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · on: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type WatchEntryFilter = {
  and: WatchEntryFilter[]
} | {
  or: WatchEntryFilter[]
} | {
  not: WatchEntryFilter
} | ({
  field: ("id" | "what" | "customer" | "kind" | "on" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Handover */
export interface Handover {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Leaver — → user */ leaver?: Link | null | Masked
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null | Masked
  /** From */ on?: string | null | Masked
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: Named[] | Masked
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: Named[] | Masked
  /** Drawn by — → user — Draws the lots and gets nothing */ drawer?: Link | null | Masked
  /** Note */ note?: string | null
  /** State — open Open, done Handed over */ state?: ("open" | "done") | null | Masked
  /** Seed */ seed?: string | null
  /** Drawn */ drawnAt?: string | null | Masked
  /** Customers */ customers?: (number | null) | Masked
  /** Tasks */ tasks?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface HandoverPage {
  items: Handover[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface HandoverCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Name */ name: string
  /** Leaver — → user */ leaver: string | {
  id: string
}
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null
  /** From */ on: string
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
  /** Drawn by — → user — Draws the lots and gets nothing */ drawer?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface HandoverEdit {
  /** Name */ name?: string | null
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null
  /** From */ on?: string | null
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
  /** Note */ note?: string | null
}

export interface HandoverChange {
  id: string
  version: number
  /** Name */ name?: string | null
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null
  /** From */ on?: string | null
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · leaver: eq, ne, in, notIn, empty, notEmpty · drawer: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type HandoverFilter = {
  and: HandoverFilter[]
} | {
  or: HandoverFilter[]
} | {
  not: HandoverFilter
} | ({
  field: ("id" | "leaver" | "drawer" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Site rules */
export interface SiteSetting {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Site — → department */ site?: Link | null | Masked
  /** Version */ number?: (number | null) | Masked
  /** Months a file is valid */ validMonths?: (number | null) | Masked
  /** Valid from — registration Registration, followUp Last qualifying follow-up */ validityFrom?: ("registration" | "followUp") | null | Masked
  /** Judged at — reception The reception, deal The deal */ validAt?: ("reception" | "deal") | null | Masked
  /** Calls open a file */ callOpensFile?: (boolean | null) | Masked
  /** A household is one customer */ householdIsOne?: (boolean | null) | Masked
  /** Visitors whose files have expired use a turn */ expiredCounts?: (boolean | null) | Masked
  /** Declines the previous: receiver — The two must add up to 100 */ declinedReceiver?: string | null | Masked
  /** Declines the previous: previous */ declinedEarlier?: string | null | Masked
  /** Asks for another: the one asked for — The two must add up to 100 */ nthReceiver?: string | null | Masked
  /** Asks for another: those before */ nthEarlier?: string | null | Masked
  /** Of those before the earliest alone */ nthEarliestOnly?: (boolean | null) | Masked
  /** Names several: helper — The two must add up to 100 */ namedHelper?: string | null | Masked
  /** Names several: owner */ namedOwner?: string | null | Masked
  /** Previous not there: helper — The two must add up to 100 */ absentHelper?: string | null | Masked
  /** Previous not there: owner */ absentOwner?: string | null | Masked
  /** Previous not there, deal the same day — help As help, later As on later days */ absentSameDay?: ("help" | "later") | null | Masked
  /** Forgot who: receiver — The two must add up to 100 */ forgotReceiver?: string | null | Masked
  /** Forgot who: the one found later */ forgotEarlier?: string | null | Masked
  /** Help, deal the same day: helper — The two must add up to 100 */ sameDayHelper?: string | null | Masked
  /** Help, deal the same day: owner */ sameDayOwner?: string | null | Masked
  /** Deposit before leaving: leaver — The two must add up to 100 */ leaverShare?: string | null | Masked
  /** Deposit before leaving: new owner */ leaverRest?: string | null | Masked
  /** Long leave, days */ longLeaveDays?: (number | null) | Masked
  /** The referrer must have bought */ referrerMustHaveBought?: (boolean | null) | Masked
  /** Discount certified within (workdays) */ discountDays?: (number | null) | Masked
  /** Out on business and passed over: owed a turn */ owesOut?: (boolean | null) | Masked
  /** Busy without a turn and passed over: owed a turn */ owesUncounted?: (boolean | null) | Masked
  /** Busy with a turn and passed over: owed a turn */ owesCounted?: (boolean | null) | Masked
  /** Absent and passed over: owed a turn */ owesAbsent?: (boolean | null) | Masked
  /** Late and passed over: owed a turn */ owesLate?: (boolean | null) | Masked
  /** Away without leave and passed over: owed a turn */ owesAway?: (boolean | null) | Masked
  /** Owed turns carry over */ carriesOwed?: (boolean | null) | Masked
  /** Each step of a dispute (workdays) */ disputeDays?: (number | null) | Masked
  /** Appeal within (workdays) */ appealDays?: (number | null) | Masked
  /** Most that may be deducted (of the month’s pay) — More needs a reason */ deductionCap?: string | null | Masked
  /** What has changed */ note?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface SiteSettingPage {
  items: SiteSetting[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface SiteSettingCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Site — → department */ site: string | {
  id: string
}
  /** Months a file is valid */ validMonths?: number | null
  /** Valid from — registration Registration, followUp Last qualifying follow-up */ validityFrom?: ("registration" | "followUp") | null
  /** Judged at — reception The reception, deal The deal */ validAt?: ("reception" | "deal") | null
  /** Calls open a file */ callOpensFile?: boolean | null
  /** A household is one customer */ householdIsOne?: boolean | null
  /** Visitors whose files have expired use a turn */ expiredCounts?: boolean | null
  /** Declines the previous: receiver — The two must add up to 100 */ declinedReceiver?: (string | number) | null
  /** Declines the previous: previous */ declinedEarlier?: (string | number) | null
  /** Asks for another: the one asked for — The two must add up to 100 */ nthReceiver?: (string | number) | null
  /** Asks for another: those before */ nthEarlier?: (string | number) | null
  /** Of those before the earliest alone */ nthEarliestOnly?: boolean | null
  /** Names several: helper — The two must add up to 100 */ namedHelper?: (string | number) | null
  /** Names several: owner */ namedOwner?: (string | number) | null
  /** Previous not there: helper — The two must add up to 100 */ absentHelper?: (string | number) | null
  /** Previous not there: owner */ absentOwner?: (string | number) | null
  /** Previous not there, deal the same day — help As help, later As on later days */ absentSameDay?: ("help" | "later") | null
  /** Forgot who: receiver — The two must add up to 100 */ forgotReceiver?: (string | number) | null
  /** Forgot who: the one found later */ forgotEarlier?: (string | number) | null
  /** Help, deal the same day: helper — The two must add up to 100 */ sameDayHelper?: (string | number) | null
  /** Help, deal the same day: owner */ sameDayOwner?: (string | number) | null
  /** Deposit before leaving: leaver — The two must add up to 100 */ leaverShare?: (string | number) | null
  /** Deposit before leaving: new owner */ leaverRest?: (string | number) | null
  /** Long leave, days */ longLeaveDays?: number | null
  /** The referrer must have bought */ referrerMustHaveBought?: boolean | null
  /** Discount certified within (workdays) */ discountDays?: number | null
  /** Out on business and passed over: owed a turn */ owesOut?: boolean | null
  /** Busy without a turn and passed over: owed a turn */ owesUncounted?: boolean | null
  /** Busy with a turn and passed over: owed a turn */ owesCounted?: boolean | null
  /** Absent and passed over: owed a turn */ owesAbsent?: boolean | null
  /** Late and passed over: owed a turn */ owesLate?: boolean | null
  /** Away without leave and passed over: owed a turn */ owesAway?: boolean | null
  /** Owed turns carry over */ carriesOwed?: boolean | null
  /** Each step of a dispute (workdays) */ disputeDays?: number | null
  /** Appeal within (workdays) */ appealDays?: number | null
  /** Most that may be deducted (of the month’s pay) — More needs a reason */ deductionCap?: (string | number) | null
  /** What has changed */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type SiteSettingEdit = Record<string, never>

export interface SiteSettingChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · site: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type SiteSettingFilter = {
  and: SiteSettingFilter[]
} | {
  or: SiteSettingFilter[]
} | {
  not: SiteSettingFilter
} | ({
  field: ("id" | "site" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Shift */
export interface Shift {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Name */ name?: string | null
  /** Site — → department */ site?: Link | null | Masked
  /** Day */ day?: string | null | Masked
  /** From */ begins?: string | null
  /** To */ ends?: string | null
  /** In the order of the ring — → user */ members?: Named[] | Masked
  /** State — open Running, closed Closed */ state?: ("open" | "closed") | null | Masked
  /** Site rules — → siteSetting */ setting?: Link | null | Masked
  /** Turns used */ turns?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ShiftPage {
  items: Shift[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ShiftCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Site — → department */ site: string | {
  id: string
}
  /** Day */ day: string
  /** From */ begins?: string | null
  /** To */ ends?: string | null
  /** In the order of the ring — → user */ members: (string | {
  id: string
})[]
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type ShiftEdit = Record<string, never>

export interface ShiftChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · site: eq, ne, in, notIn, empty, notEmpty · day: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · members: has, hasAny, empty, notEmpty · state: eq, ne, in, notIn · setting: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ShiftFilter = {
  and: ShiftFilter[]
} | {
  or: ShiftFilter[]
} | {
  not: ShiftFilter
} | ({
  field: ("id" | "site" | "day" | "members" | "state" | "setting" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Turn log */
export interface TurnEntry {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Shift — → shift */ shift?: Link | null | Masked
  /** Order */ order?: (number | null) | Masked
  /** What — turn Turn used, passed Passed over, skipped Used by name, passed over once, returned Turn given back, presence State, joined Joined, parted Left the ring, ordered Order changed, carriedIn Owed turns carried in, carriedOut Owed turns carried out */ kind?: ("turn" | "passed" | "skipped" | "returned" | "presence" | "joined" | "parted" | "ordered" | "carriedIn" | "carriedOut") | null | Masked
  /** Who — → user */ user?: Link | null | Masked
  /** Reception — → reception */ reception?: Link | null | Masked
  /** Reason */ reason?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface TurnEntryPage {
  items: TurnEntry[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface TurnEntryCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Shift — → shift */ shift: string | {
  id: string
}
  /** Order */ order: number
  /** What — turn Turn used, passed Passed over, skipped Used by name, passed over once, returned Turn given back, presence State, joined Joined, parted Left the ring, ordered Order changed, carriedIn Owed turns carried in, carriedOut Owed turns carried out */ kind: "turn" | "passed" | "skipped" | "returned" | "presence" | "joined" | "parted" | "ordered" | "carriedIn" | "carriedOut"
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type TurnEntryEdit = Record<string, never>

export interface TurnEntryChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · shift: eq, ne, in, notIn, empty, notEmpty · kind: eq, ne, in, notIn, empty, notEmpty · user: eq, ne, in, notIn, empty, notEmpty · reception: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type TurnEntryFilter = {
  and: TurnEntryFilter[]
} | {
  or: TurnEntryFilter[]
} | {
  not: TurnEntryFilter
} | ({
  field: ("id" | "shift" | "kind" | "user" | "reception" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Reception */
export interface Reception {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** Shift — → shift */ shift?: Link | null | Masked
  /** Registered */ at?: string | null | Masked
  /** Entered later — Counts from when it was entered */ isLate?: (boolean | null) | Masked
  /** Said to have come */ cameAt?: string | null | Masked
  /** Receiver — → user */ receiver?: Link | null | Masked
  /** Received by, in order — → user */ received?: Named[] | Masked
  /** State — waiting Waiting, receiving Being received, done Done, gone Left without being received */ state?: ("waiting" | "receiving" | "done" | "gone") | null | Masked
  /** Been here before — no First time, yes Been here, forgot Been here, forgot who */ been?: ("no" | "yes" | "forgot") | null | Masked
  /** Names — → user */ named?: Named[] | Masked
  /** Asks for — → user */ asked?: Link | null | Masked
  /** Declines — → user */ declined?: Named[] | Masked
  /** Complaint — none None, open Undecided, upheld Upheld, rejected Not upheld */ complaint?: ("none" | "open" | "upheld" | "rejected") | null | Masked
  /** Only for a discount — none None, open Not certified yet, certified Certified, late Not certified in time */ discount?: ("none" | "open" | "certified" | "late") | null | Masked
  /** Insists */ insists?: (boolean | null) | Masked
  /** Will wait */ waits?: (boolean | null) | Masked
  /** Picks instead — → user */ picks?: Link | null | Masked
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null | Masked
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null | Masked
  /** Note */ note?: string | null
  /** Received from */ startedAt?: string | null | Masked
  /** Ended */ endedAt?: string | null | Masked
  /** Ruling — → ruling */ ruling?: Link | null | Masked
  /** Turn */ turn?: (number | null) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ReceptionPage {
  items: Reception[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ReceptionCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface ReceptionEdit {
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
}

export interface ReceptionChange {
  id: string
  version: number
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · register: eq, ne, in, notIn, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · shift: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · receiver: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · asked: eq, ne, in, notIn, empty, notEmpty · picks: eq, ne, in, notIn, empty, notEmpty · source: eq, ne, in, notIn, empty, notEmpty · grade: eq, ne, in, notIn, empty, notEmpty · ruling: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ReceptionFilter = {
  and: ReceptionFilter[]
} | {
  or: ReceptionFilter[]
} | {
  not: ReceptionFilter
} | ({
  field: ("id" | "customer" | "register" | "site" | "shift" | "at" | "receiver" | "state" | "asked" | "picks" | "source" | "grade" | "ruling" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** File */
export interface CustomerFile {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Salesperson — → user */ salesperson?: Link | null | Masked
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null | Masked
  /** Opened */ at?: string | null | Masked
  /** Valid through — By the rules of that day */ validThrough?: string | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** Reception — → reception */ reception?: Link | null | Masked
  /** Deal closed */ hasDeal?: (boolean | null) | Masked
  /** Salesperson left */ goneAt?: string | null | Masked
  /** Drawn to — → user */ drawnTo?: Link | null | Masked
  /** Drawn */ drawnAt?: string | null | Masked
  /** Seed of the draw */ draw?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface CustomerFilePage {
  items: CustomerFile[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface CustomerFileCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Salesperson — → user */ salesperson: string | {
  id: string
}
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type CustomerFileEdit = Record<string, never>

export interface CustomerFileChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · salesperson: eq, ne, in, notIn, empty, notEmpty · at: lt, lte, gt, gte, between, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · reception: eq, ne, in, notIn, empty, notEmpty · drawnTo: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type CustomerFileFilter = {
  and: CustomerFileFilter[]
} | {
  or: CustomerFileFilter[]
} | {
  not: CustomerFileFilter
} | ({
  field: ("id" | "customer" | "salesperson" | "at" | "site" | "reception" | "drawnTo" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Ruling */
export interface Ruling {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Rule — R15 R15 quarrel, R14 R14 event, R5 R5 complaint, R7 R7 discount, R3 R3 declines, R9 R9 nth visit, R6 R6 several named, R2 R2 previous there, R4 R4 previous not there, R17 R17 expired, R8 R8 forgot who, R18 R18 no claim, R1 R1 first visit, R16 R16 manager rules */ rule?: ("R15" | "R14" | "R5" | "R7" | "R3" | "R9" | "R6" | "R2" | "R4" | "R17" | "R8" | "R18" | "R1" | "R16") | null | Masked
  /** Because */ because?: Words | null | Masked
  /** State — provisional Provisional, final Final, replaced Replaced */ state?: ("provisional" | "final" | "replaced") | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** Receiver — → user */ receiver?: Link | null | Masked
  /** Performance — → user — The department’s where empty */ owner?: Link | null | Masked
  /** Service owner — → user */ serviceOwner?: Link | null | Masked
  /** Performance */ performance?: (({
  user?: Link | null
  percent?: string | null
  n?: number | null
  d?: number | null
})[]) | Masked
  /** Commission */ commission?: (({
  user?: Link | null
  percent?: string | null
  n?: number | null
  d?: number | null
})[]) | Masked
  /** Turn — none None, rotation The rotation’s, own His own */ turn?: ("none" | "rotation" | "own") | null | Masked
  /** Reasoning */ steps?: (({
  rule?: string | null
  fits?: boolean | null
  zh?: string | null
  en?: string | null
})[]) | Masked
  /** Site rules — → siteSetting */ setting?: Link | null | Masked
  /** Version of the rules */ rulesVersion?: (number | null) | Masked
  /** Reception — → reception */ reception?: Link | null | Masked
  /** Deal — → recordedDeal */ deal?: Link | null | Masked
  /** By a manager */ isByManager?: (boolean | null) | Masked
  /** The manager’s reason */ reason?: string | null
  /** Concerned — → user */ concerned?: Named[] | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RulingPage {
  items: Ruling[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RulingCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Rule — R15 R15 quarrel, R14 R14 event, R5 R5 complaint, R7 R7 discount, R3 R3 declines, R9 R9 nth visit, R6 R6 several named, R2 R2 previous there, R4 R4 previous not there, R17 R17 expired, R8 R8 forgot who, R18 R18 no claim, R1 R1 first visit, R16 R16 manager rules */ rule?: ("R15" | "R14" | "R5" | "R7" | "R3" | "R9" | "R6" | "R2" | "R4" | "R17" | "R8" | "R18" | "R1" | "R16") | null
  /** Because */ because?: (string | {
  zh?: string
  en?: string
}) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type RulingEdit = Record<string, never>

export interface RulingChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · rule: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · site: eq, ne, in, notIn, empty, notEmpty · receiver: eq, ne, in, notIn, empty, notEmpty · owner: eq, ne, in, notIn, empty, notEmpty · serviceOwner: eq, ne, in, notIn, empty, notEmpty · setting: eq, ne, in, notIn, empty, notEmpty · reception: eq, ne, in, notIn, empty, notEmpty · deal: eq, ne, in, notIn, empty, notEmpty · concerned: has, hasAny, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RulingFilter = {
  and: RulingFilter[]
} | {
  or: RulingFilter[]
} | {
  not: RulingFilter
} | ({
  field: ("id" | "customer" | "rule" | "state" | "site" | "receiver" | "owner" | "serviceOwner" | "setting" | "reception" | "deal" | "concerned" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Recorded deal */
export interface RecordedDeal {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Product */ product?: string | null
  /** Day */ on?: string | null | Masked
  /** Deposit receipted */ depositAt?: string | null | Masked
  /** Amount */ amount?: string | null | Masked
  /** Commission in all */ commission?: string | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** Ruling — → ruling */ ruling?: Link | null | Masked
  /** Split */ split?: (({
  user?: Link | null
  performance?: string | null
  commission?: string | null
})[]) | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface RecordedDealPage {
  items: RecordedDeal[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface RecordedDealCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Product */ product: string
  /** Day */ on: string
  /** Deposit receipted */ depositAt?: string | null
  /** Amount */ amount: string | number
  /** Commission in all */ commission?: (string | number) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type RecordedDealEdit = Record<string, never>

export interface RecordedDealChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · on: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · ruling: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type RecordedDealFilter = {
  and: RecordedDealFilter[]
} | {
  or: RecordedDealFilter[]
} | {
  not: RecordedDealFilter
} | ({
  field: ("id" | "customer" | "on" | "site" | "ruling" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Dispute */
export interface Dispute {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Claim */ claim?: string | null
  /** Ruling disputed — → ruling */ ruling?: Link | null | Masked
  /** Deal — → recordedDeal */ deal?: Link | null | Masked
  /** Opened by — → user */ opener?: Link | null | Masked
  /** Concerned — → user */ concerned?: Named[] | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** State — talk Talk, mediation Mediation, ruled Ruled, appealed Appealed, settled Settled */ state?: ("talk" | "mediation" | "ruled" | "appealed" | "settled") | null | Masked
  /** This step by */ dueOn?: string | null | Masked
  /** Mediator — → user */ mediator?: Link | null | Masked
  /** Ruled by — → user */ judge?: Link | null | Masked
  /** Appeal to — → user */ appealTo?: Link | null | Masked
  /** Outcome — → ruling */ outcome?: Link | null | Masked
  /** Resolution — agreed Agreed, upheld Ruling upheld, changed Ruling changed */ resolution?: ("agreed" | "upheld" | "changed") | null | Masked
  /** Reason */ reason?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface DisputePage {
  items: Dispute[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface DisputeCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Claim */ claim: string
  /** Ruling disputed — → ruling */ ruling?: (string | {
  id: string
}) | null
  /** Deal — → recordedDeal */ deal?: (string | {
  id: string
}) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type DisputeEdit = Record<string, never>

export interface DisputeChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · ruling: eq, ne, in, notIn, empty, notEmpty · deal: eq, ne, in, notIn, empty, notEmpty · opener: eq, ne, in, notIn, empty, notEmpty · concerned: has, hasAny, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · dueOn: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · mediator: eq, ne, in, notIn, empty, notEmpty · judge: eq, ne, in, notIn, empty, notEmpty · appealTo: eq, ne, in, notIn, empty, notEmpty · outcome: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type DisputeFilter = {
  and: DisputeFilter[]
} | {
  or: DisputeFilter[]
} | {
  not: DisputeFilter
} | ({
  field: ("id" | "customer" | "ruling" | "deal" | "opener" | "concerned" | "site" | "state" | "dueOn" | "mediator" | "judge" | "appealTo" | "outcome" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "has" | "hasAny" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Violation */
export interface Violation {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Rule — poaching Poaching: that day’s base pay, neglect Neglect: that day’s base pay, serious Serious: that month’s base pay and 50 % of its bonus, refusedDuty Refused to receive a colleague’s customer: penalty, trouble Deliberate trouble: dismissal and 50 % of that month’s deal bonus, privateMoney Collected money privately: dismissal */ rule?: ("poaching" | "neglect" | "serious" | "refusedDuty" | "trouble" | "privateMoney") | null | Masked
  /** Who — → user */ who?: Link | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** Day */ on?: string | null | Masked
  /** What happened */ facts?: string | null
  /** Proposed consequence */ consequence?: string | null
  /** Proposed deduction */ deduction?: string | null | Masked
  /** Of the month’s pay */ ofMonthPay?: string | null | Masked
  /** Why above the limit — Needed above the site’s limit */ override?: string | null
  /** Dispute — → dispute */ dispute?: Link | null | Masked
  /** State — proposed Proposed, confirmed Confirmed, appealed Appealed, upheld Upheld, dropped Dropped */ state?: ("proposed" | "confirmed" | "appealed" | "upheld" | "dropped") | null | Masked
  /** Appeal by */ appealBy?: string | null | Masked
  /** Confirmed by — → user */ confirmer?: Link | null | Masked
  /** Appeal */ appeal?: string | null
  /** Answer */ answer?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface ViolationPage {
  items: Violation[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface ViolationCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Rule — poaching Poaching: that day’s base pay, neglect Neglect: that day’s base pay, serious Serious: that month’s base pay and 50 % of its bonus, refusedDuty Refused to receive a colleague’s customer: penalty, trouble Deliberate trouble: dismissal and 50 % of that month’s deal bonus, privateMoney Collected money privately: dismissal */ rule: "poaching" | "neglect" | "serious" | "refusedDuty" | "trouble" | "privateMoney"
  /** Who — → user */ who: string | {
  id: string
}
  /** Site — → department */ site: string | {
  id: string
}
  /** Day */ on: string
  /** What happened */ facts: string
  /** Proposed consequence */ consequence: string
  /** Proposed deduction */ deduction?: (string | number) | null
  /** Of the month’s pay */ ofMonthPay?: (string | number) | null
  /** Why above the limit — Needed above the site’s limit */ override?: string | null
  /** Dispute — → dispute */ dispute?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export type ViolationEdit = Record<string, never>

export interface ViolationChange {
  id: string
  version: number
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · rule: eq, ne, in, notIn, empty, notEmpty · who: eq, ne, in, notIn, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · on: eq, ne, lt, lte, gt, gte, between, empty, notEmpty · dispute: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · confirmer: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type ViolationFilter = {
  and: ViolationFilter[]
} | {
  or: ViolationFilter[]
} | {
  not: ViolationFilter
} | ({
  field: ("id" | "rule" | "who" | "site" | "on" | "dispute" | "state" | "confirmer" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Incident */
export interface Incident {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** What */ what?: string | null
  /** Site — → department */ site?: Link | null | Masked
  /** Customer — → customer */ customer?: Link | null | Masked
  /** About — → user */ about?: Link | null | Masked
  /** State — alarm Waiting, answered Being handled, handled Handled */ state?: ("alarm" | "answered" | "handled") | null | Masked
  /** Answered */ answeredAt?: string | null | Masked
  /** Seconds to respond */ seconds?: (number | null) | Masked
  /** Answered by — → user */ answeredBy?: Link | null | Masked
  /** Moved to */ movedTo?: string | null
  /** Handling */ handling?: string | null
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface IncidentPage {
  items: Incident[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface IncidentCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** What */ what?: string | null
  /** Site — → department */ site: string | {
  id: string
}
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — → user */ about?: (string | {
  id: string
}) | null
  /** Moved to */ movedTo?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface IncidentEdit {
  /** What */ what?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — → user */ about?: (string | {
  id: string
}) | null
  /** Moved to */ movedTo?: string | null
}

export interface IncidentChange {
  id: string
  version: number
  /** What */ what?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — → user */ about?: (string | {
  id: string
}) | null
  /** Moved to */ movedTo?: string | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · site: eq, ne, in, notIn, empty, notEmpty · customer: eq, ne, in, notIn, empty, notEmpty · about: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · answeredBy: eq, ne, in, notIn, empty, notEmpty · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type IncidentFilter = {
  and: IncidentFilter[]
} | {
  or: IncidentFilter[]
} | {
  not: IncidentFilter
} | ({
  field: ("id" | "site" | "customer" | "about" | "state" | "answeredBy" | "createdAt") | `${string}.${string}`
  op: "between" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

/** Open question */
export interface OpenQuestion {
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  /** Customer — → customer */ customer?: Link | null | Masked
  /** Question */ question?: string | null
  /** Goes to — → user */ expert?: Link | null | Masked
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt?: string | null | Masked
  /** Site — → department */ site?: Link | null | Masked
  /** State — open Open, answered Answered */ state?: ("open" | "answered") | null | Masked
  /** Answer */ answer?: string | null
  /** Answered */ answeredAt?: string | null | Masked
  /** Created */ createdAt?: string | null | Masked
  /** Created by — → user */ createdBy?: Link | null | Masked
  /** Updated */ updatedAt?: string | null | Masked
  /** Updated by — → user */ updatedBy?: Link | null | Masked
  /** Fields of linked records, asked for by path. */ [path: `${string}.${string}`]: unknown
}

export interface OpenQuestionPage {
  items: OpenQuestion[]
  /** The cursor of the next page; empty at the end */ next: string | null
  count?: Count
  /** Nothing holds what was searched for; these come near */ similar?: true
}

export interface OpenQuestionCreate {
  /** An id of one’s own (UUIDv7); made where absent */ id?: string
  /** Customer — → customer */ customer: string | {
  id: string
}
  /** Question */ question: string
  /** Goes to — → user */ expert: string | {
  id: string
}
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt: string
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
}

export interface OpenQuestionEdit {
  /** Question */ question?: string | null
  /** Goes to — → user */ expert?: (string | {
  id: string
}) | null
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt?: string | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
}

export interface OpenQuestionChange {
  id: string
  version: number
  /** Question */ question?: string | null
  /** Goes to — → user */ expert?: (string | {
  id: string
}) | null
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt?: string | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
}

/** Fields to filter by with their comparisons; those of linked records by path, as customer.tier. · customer: eq, ne, in, notIn, empty, notEmpty · question: contains · expert: eq, ne, in, notIn, empty, notEmpty · promisedAt: lt, lte, gt, gte, between, empty, notEmpty · site: eq, ne, in, notIn, empty, notEmpty · state: eq, ne, in, notIn · createdAt: lt, lte, gt, gte, between, empty, notEmpty */
export type OpenQuestionFilter = {
  and: OpenQuestionFilter[]
} | {
  or: OpenQuestionFilter[]
} | {
  not: OpenQuestionFilter
} | ({
  field: ("id" | "customer" | "question" | "expert" | "promisedAt" | "site" | "state" | "createdAt") | `${string}.${string}`
  op: "between" | "contains" | "empty" | "eq" | "gt" | "gte" | "in" | "lt" | "lte" | "ne" | "notEmpty" | "notIn"
  value?: unknown
}) | {
  linked: string
  least?: number
  most?: number
  where?: Filter
} | {
  segment: string
  of?: string
}

export interface PasskeyOptions {
  challenge: string
}

export interface Security {
  passwordAt: string | null
  factor: {
  since: string | null
  passkeys: number
  codesLeft: number
  isRequired: boolean
}
  passkeys: ({
  id: string
  name: string
  host: string
  createdAt: string
  seenAt: string | null
})[]
  accounts: {
  providerId: string
  provider: string
  email: string
  createdAt: string
  seenAt: string
}[]
  sessions: {
  id: string
  agent: string
  address: string
  createdAt: string
  seenAt: string
  expiresAt: string
  isThis: boolean
}[]
  limits: {
  idleMinutes: number
  sessionHours: number
}
  tokens: ({
  id: string
  name: string
  kind: "personal" | "service"
  scopes: string[] | null
  createdAt: string
  expiresAt: string | null
  seenAt: string | null
})[]
  lockedUntil: string | null
  events: {
  id: string
  at: string
  words: string
  address: string
  device: string
  about: string
  isBad: boolean
}[]
}

export interface RightReason {
  holds: boolean
  words: string
  fact?: string
  join?: "any" | "all" | "not"
  of?: RightReason[]
}

export interface RecordNamed {
  record: string
  id: string
  title: string
}

export type ActionDone = ({
  outcome: "done" | "preview"
  operation: string
  items: {
  id?: string
  version?: number
}[]
  changes?: Event[]
}) | ({
  outcome: "done" | "preview" | "waiting"
  operation: string | null
  total: number
  items: {
  id?: string
  version?: number
  problem?: ProblemDetail
}[]
  report: Report
})

export interface Event {
  id: string
  at: string
  type: string
  words: string
  actor: Named
  by: string
  made?: {
  by: Named
  at: string
}
  record: RecordNamed
  operation: string
  cause: string | null
  version: number
  changes: Change[]
  comment?: CommentSaid | null
  detail?: string
}

export interface Change {
  field: string
  before: unknown
  after: unknown
}

export interface CommentSaid {
  id: string
  record: string
  recordId: string
  author: Named
  body: string
  createdAt: string
  editedAt: string | null
  can: {
  edit: boolean
  remove: boolean
}
}

export type Report = {
  id?: string
  code: string
  words: string
}[]

export interface OperationReport {
  id: string
  action: string
  words: string
  record: string | null
  at: string
  state: "running" | "done" | "stopped" | "undoing" | "undone"
  total: number
  done: number
  refused: number
  report: Report
  undoes: string | null
  canUndo: boolean
  undoneBy: string | null
  finishedAt: string | null
}

export interface ToldEvent {
  id: string
  at: string
  type: string
  words: string
  actor: Named
  by: string
  made?: {
  by: Named
  at: string
}
  record: RecordNamed
  operation: string
  cause: string | null
  version: number
  changes: Change[]
  comment?: CommentSaid | null
  detail?: string
  partOf?: {
  words: string
  total: number
}
}

export interface FileKept {
  id: string
  name: string
  type: string
  size: number
  record: string
  recordId: string
  createdBy: Named
  createdAt: string
}

export interface Notice {
  id: string
  kind: string
  at: string
  isRead: boolean
  actor: Named | null
  record: RecordNamed | null
  sentence: {
  text: string
  strong?: true
}[]
  detail: string
  path: string | null
}

export interface ImportJob {
  id: string
  record: string
  state: "ready" | "running" | "done" | "failed" | "undone"
  fileName: string
  fileSize: number
  createdAt: string
  operation: string | null
  settings: {
  kind: "csv" | "xlsx" | "xls" | "vcf"
  encoding?: string
  delimiter?: string
  sheet?: string
  sheets: string[]
  headerRow: number
  headerRows: number
  mapping: ({
  column: number
  header: string
  field: string | null
})[]
  isRemembered: boolean
  duplicates: "ask" | "skip" | "fillEmpty" | "update" | "merge" | "create"
  similar: "ask" | "skip" | "fillEmpty" | "update" | "merge" | "create"
  decisions: Record<string, "ask" | "skip" | "fillEmpty" | "update" | "merge" | "create">
  links: Record<string, "match" | "create">
  refuseBadCells: boolean
}
  progress: ImportProgress
  fields: {
  name: string
  label: string
  kind: string
  required: boolean
}[]
  links: ({
  name: string
  label: string
  record: string
  choice: "match" | "create"
})[]
  compares: boolean
}

export interface ImportProgress {
  read: number
  valid: number
  created: number
  changed: number
  duplicate: number
  failed: number
  asked: number
  remarked: number
  linked: number
  total: number
  line: number
}

export interface FieldDescribed {
  name: string
  kind: string
  words: Words
  required?: true
  custom?: true
}

export interface WebhookDelivery {
  id: string
  event: string
  position: number
  type: string
  state: "waiting" | "done" | "failed" | "withheld"
  createdAt: string
  dueAt: string | null
  tries: number
  attempts: ({
  at: string
  status: number | null
  ms: number
  answer: string
})[]
  finishedAt: string | null
}

/** The records of this installation. */
export interface Records {
  user: { item: User; create: UserCreate; edit: UserEdit; change: UserChange; filter: UserFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "email" | "mobile" | "department" | "superior" | "roles" | "locale" | "isDemo" | "isActive" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  role: { item: Role; create: RoleCreate; edit: RoleEdit; change: RoleChange; filter: RoleFilter; sort: "code" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "code" | "note" | "clearance" | "clearsOwn" | "secondFactor" | "singleSignOn" | "idleMinutes" | "sessionHours" | "grants" | "fieldRights" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  identityProvider: { item: IdentityProvider; create: IdentityProviderCreate; edit: IdentityProviderEdit; change: IdentityProviderChange; filter: IdentityProviderFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "issuer" | "clientId" | "scopes" | "domains" | "isOnlyWay" | "provesTwice" | "createsUsers" | "newRoles" | "isOn" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  customField: { item: CustomField; create: CustomFieldCreate; edit: CustomFieldEdit; change: CustomFieldChange; filter: CustomFieldFilter; sort: "key" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "label" | "record" | "name" | "key" | "kind" | "to" | "choices" | "isRequired" | "isSearchable" | "initial" | "hint" | "unit" | "min" | "max" | "aliases" | "onlyWhenField" | "onlyWhenIs" | "isGuarded" | "isCard" | "isIndexed" | "indexState" | "indexFault" | "usedBy" | "countedAt" | "purge" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  choiceList: { item: ChoiceList; create: ChoiceListCreate; edit: ChoiceListEdit; change: ChoiceListChange; filter: ChoiceListFilter; sort: "key" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "record" | "field" | "key" | "choices" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  layout: { item: Layout; create: LayoutCreate; edit: LayoutEdit; change: LayoutChange; filter: LayoutFilter; sort: "key" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "record" | "role" | "choice" | "key" | "lines" | "hidden" | "columns" | "facts" | "related" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  numberRule: { item: NumberRule; create: NumberRuleCreate; edit: NumberRuleEdit; change: NumberRuleChange; filter: NumberRuleFilter; sort: "key" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "record" | "field" | "key" | "pattern" | "reset" | "start" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  fieldClass: { item: FieldClass; create: FieldClassCreate; edit: FieldClassEdit; change: FieldClassChange; filter: FieldClassFilter; sort: "key" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "record" | "field" | "key" | "secrecy" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  classRule: { item: ClassRule; create: ClassRuleCreate; edit: ClassRuleEdit; change: ClassRuleChange; filter: ClassRuleFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "record" | "filter" | "fromClass" | "toClass" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  view: { item: View; create: ViewCreate; edit: ViewEdit; change: ViewChange; filter: ViewFilter; sort: "place" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "record" | "shown" | "roles" | "isDefault" | "filter" | "q" | "sort" | "columns" | "layout" | "group" | "totals" | "place" | "owner" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  task: { item: Task; create: TaskCreate; edit: TaskEdit; change: TaskChange; filter: TaskFilter; sort: "dueOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "title" | "dueOn" | "dueTime" | "assignee" | "about" | "priority" | "remind" | "repeats" | "note" | "state" | "givers" | "remark" | "department" | "previous" | "occursOn" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  backupPlan: { item: BackupPlan; create: BackupPlanCreate; edit: BackupPlanEdit; change: BackupPlanChange; filter: BackupPlanFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "key" | "isOn" | "startsAt" | "folder" | "keepDaily" | "keepWeekly" | "keepMonthly" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  webhook: { item: Webhook; create: WebhookCreate; edit: WebhookEdit; change: WebhookChange; filter: WebhookFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "address" | "events" | "state" | "actsFor" | "onSince" | "okAt" | "failingSince" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  exportRule: { item: ExportRule; create: ExportRuleCreate; edit: ExportRuleEdit; change: ExportRuleChange; filter: ExportRuleFilter; sort: "record" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "record" | "rows" | "approvedBy" | "waitHours" | "keepHours" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  department: { item: Department; create: DepartmentCreate; edit: DepartmentEdit; change: DepartmentChange; filter: DepartmentFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "code" | "parent" | "head" | "legalEntity" | "calendar" | "isSite" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  workingCalendar: { item: WorkingCalendar; create: WorkingCalendarCreate; edit: WorkingCalendarEdit; change: WorkingCalendarChange; filter: WorkingCalendarFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "isStandard" | "followsHolidays" | "week" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  specialDay: { item: SpecialDay; create: SpecialDayCreate; edit: SpecialDayEdit; change: SpecialDayChange; filter: SpecialDayFilter; sort: "day" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "day" | "kind" | "name" | "calendar" | "hoursOf" | "hours" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  leave: { item: Leave; create: LeaveCreate; edit: LeaveEdit; change: LeaveChange; filter: LeaveFilter; sort: "from" | "to" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "user" | "kind" | "from" | "to" | "fromTime" | "toTime" | "standIn" | "note" | "department" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  allocationQueue: { item: AllocationQueue; create: AllocationQueueCreate; edit: AllocationQueueEdit; change: AllocationQueueChange; filter: AllocationQueueFilter; sort: "place" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "kind" | "place" | "takes" | "method" | "familiarFirst" | "onlyOnDuty" | "match" | "relaxAfter" | "relaxable" | "capacity" | "quota" | "department" | "note" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  allocationMember: { item: AllocationMember; create: AllocationMemberCreate; edit: AllocationMemberEdit; change: AllocationMemberChange; filter: AllocationMemberFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "queue" | "user" | "weight" | "isPaused" | "capacity" | "quota" | "shiftFrom" | "shiftTo" | "regions" | "products" | "segments" | "tiers" | "languages" | "skills" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  customer: { item: Customer; create: CustomerCreate; edit: CustomerEdit; change: CustomerChange; filter: CustomerFilter; sort: "name" | "lastContactAt" | "nextContactOn" | "quality" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "shortName" | "kind" | "code" | "stage" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "externalCode" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note" | "legalHold" | "holdReason" | "lastContactAt" | "contactPlan" | "nextContactOn" | "quality" | "qualityFaults" | "confirmedAt" | "confirmBy" | "pool" | "pooledAt" | "poolReason" | "previousOwner" | "isLocked" | "ownedSince" | "lastFollowUpAt" | "lastOpportunityOn" | "lastDealOn" | "openDeals" | "contractEndsOn" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  contact: { item: Contact; create: ContactCreate; edit: ContactEdit; change: ContactChange; filter: ContactFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "customer" | "roles" | "title" | "mobile" | "telephone" | "email" | "wechat" | "gender" | "birthday" | "idNumber" | "preferredChannel" | "reachableFrom" | "reachableTo" | "isRestricted" | "note" | "lastContactAt" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  contactRole: { item: ContactRole; create: ContactRoleCreate; edit: ContactRoleEdit; change: ContactRoleChange; filter: ContactRoleFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "contact" | "roles" | "position" | "from" | "until" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  identity: { item: Identity; create: IdentityCreate; edit: IdentityEdit; change: IdentityChange; filter: IdentityFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "contact" | "kind" | "value" | "isShared" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  address: { item: Address; create: AddressCreate; edit: AddressEdit; change: AddressChange; filter: AddressFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "contact" | "kind" | "regionCode" | "region" | "line" | "postcode" | "isPrimary" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  relation: { item: Relation; create: RelationCreate; edit: RelationEdit; change: RelationChange; filter: RelationFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "kind" | "other" | "name" | "from" | "until" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  asset: { item: Asset; create: AssetCreate; edit: AssetEdit; change: AssetChange; filter: AssetFilter; sort: "name" | "startedOn" | "warrantyUntil" | "inspectionOn" | "maintenanceOn" | "renewalOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "customer" | "kind" | "number" | "state" | "within" | "model" | "area" | "value" | "address" | "startedOn" | "warrantyUntil" | "inspectionOn" | "maintenanceOn" | "renewalOn" | "persons" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  holding: { item: Holding; create: HoldingCreate; edit: HoldingEdit; change: HoldingChange; filter: HoldingFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "asset" | "customer" | "role" | "from" | "until" | "reason" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  activity: { item: Activity; create: ActivityCreate; edit: ActivityEdit; change: ActivityChange; filter: ActivityFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "subject" | "customer" | "contact" | "kind" | "state" | "at" | "minutes" | "by" | "outcome" | "nextStep" | "nextOn" | "body" | "isImportant" | "goal" | "talkingPoints" | "noFollowUp" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  duplicate: { item: Duplicate; create: DuplicateCreate; edit: DuplicateEdit; change: DuplicateChange; filter: DuplicateFilter; sort: "score" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "reasons" | "score" | "customer" | "other" | "state" | "remark" | "pair" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  purpose: { item: Purpose; create: PurposeCreate; edit: PurposeEdit; change: PurposeChange; filter: PurposeFilter; sort: "code" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "code" | "wording" | "basis" | "channels" | "months" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  consent: { item: Consent; create: ConsentCreate; edit: ConsentEdit; change: ConsentChange; filter: ConsentFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "summary" | "customer" | "contact" | "purpose" | "channel" | "decision" | "at" | "how" | "wording" | "until" | "proof" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  preferencePage: { item: PreferencePage; create: PreferencePageCreate; edit: PreferencePageEdit; change: PreferencePageChange; filter: PreferencePageFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "customer" | "contact" | "expiresOn" | "seenAt" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  subjectRequest: { item: SubjectRequest; create: SubjectRequestCreate; edit: SubjectRequestEdit; change: SubjectRequestChange; filter: SubjectRequestFilter; sort: "dueOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "number" | "customer" | "contact" | "kind" | "receivedOn" | "channel" | "identityCheck" | "dueOn" | "state" | "answer" | "doneOn" | "report" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  segment: { item: Segment; create: SegmentCreate; edit: SegmentEdit; change: SegmentChange; filter: SegmentFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "kind" | "filter" | "description" | "shown" | "owner" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  listing: { item: Listing; create: ListingCreate; edit: ListingEdit; change: ListingChange; filter: ListingFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "segment" | "customer" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  collectionStandard: { item: CollectionStandard; create: CollectionStandardCreate; edit: CollectionStandardEdit; change: CollectionStandardChange; filter: CollectionStandardFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "kind" | "tier" | "stage" | "requires" | "everyDays" | "keeper" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  cleanup: { item: Cleanup; create: CleanupCreate; edit: CleanupEdit; change: CleanupChange; filter: CleanupFilter; sort: "name" | "dueOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "filter" | "target" | "dueOn" | "owner" | "note" | "list" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  retentionRule: { item: RetentionRule; create: RetentionRuleCreate; edit: RetentionRuleEdit; change: RetentionRuleChange; filter: RetentionRuleFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "what" | "filter" | "since" | "days" | "deed" | "sparesOpen" | "sparesInForce" | "mostPercent" | "mostPerNight" | "note" | "owner" | "state" | "triedAt" | "hits" | "lastRunAt" | "lastDone" | "fault" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  pool: { item: Pool; create: PoolCreate; edit: PoolEdit; change: PoolChange; filter: PoolFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "members" | "departments" | "roles" | "keepers" | "rules" | "sparesWon" | "sparesDeals" | "warnDays" | "claimsPerDay" | "previousOwnerDays" | "freezeDays" | "sight" | "viewsPerDay" | "hiddenFields" | "note" | "state" | "watched" | "falls" | "foreseenAt" | "lastRunAt" | "lastDone" | "lastFaults" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  customerLimit: { item: CustomerLimit; create: CustomerLimitCreate; edit: CustomerLimitEdit; change: CustomerLimitChange; filter: CustomerLimitFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "members" | "departments" | "roles" | "mostHeld" | "exceptStages" | "exceptWon" | "mostLocked" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  contactPlan: { item: ContactPlan; create: ContactPlanCreate; edit: ContactPlanEdit; change: ContactPlanChange; filter: ContactPlanFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "target" | "tier" | "group" | "segment" | "customer" | "every" | "unit" | "way" | "purpose" | "content" | "by" | "mostPerDay" | "department" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  lead: { item: Lead; create: LeadCreate; edit: LeadEdit; change: LeadChange; filter: LeadFilter; sort: "name" | "score" | "chance" | "nextOn" | "revisitOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "company" | "position" | "mobile" | "email" | "wechat" | "region" | "language" | "source" | "sourceDetail" | "form" | "referredBy" | "interest" | "state" | "score" | "scoreReasons" | "chance" | "chanceReasons" | "needs" | "pains" | "expectations" | "budget" | "plannedFor" | "owner" | "department" | "allocatedAt" | "firstContactAt" | "nextOn" | "customer" | "contact" | "closeReason" | "closeNote" | "revisitOn" | "neverRevisit" | "settledAt" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  leadContact: { item: LeadContact; create: LeadContactCreate; edit: LeadContactEdit; change: LeadContactChange; filter: LeadContactFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "subject" | "lead" | "kind" | "at" | "by" | "outcome" | "body" | "nextStep" | "nextOn" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  enquiry: { item: Enquiry; create: EnquiryCreate; edit: EnquiryEdit; change: EnquiryChange; filter: EnquiryFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "subject" | "lead" | "at" | "source" | "form" | "message" | "consent" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  webForm: { item: WebForm; create: WebFormCreate; edit: WebFormEdit; change: WebFormChange; filter: WebFormFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "title" | "intro" | "fields" | "needed" | "interests" | "consent" | "thanks" | "source" | "campaign" | "hosts" | "allowsPlain" | "owner" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  playbook: { item: Playbook; create: PlaybookCreate; edit: PlaybookEdit; change: PlaybookChange; filter: PlaybookFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "kind" | "message" | "materials" | "steps" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  onboarding: { item: Onboarding; create: OnboardingCreate; edit: OnboardingEdit; change: OnboardingChange; filter: OnboardingFilter; sort: "startedOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "customer" | "playbook" | "by" | "startedOn" | "finished" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  registration: { item: Registration; create: RegistrationCreate; edit: RegistrationEdit; change: RegistrationChange; filter: RegistrationFilter; sort: "at" | "protectedUntil" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "number" | "client" | "phone" | "by" | "partner" | "referredBy" | "interest" | "days" | "at" | "protectedUntil" | "conflict" | "lead" | "ruling" | "owner" | "department" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  prospectList: { item: ProspectList; create: ProspectListCreate; edit: ProspectListEdit; change: ProspectListChange; filter: ProspectListFilter; sort: "name" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "source" | "industries" | "regions" | "least" | "keywords" | "note" | "owner" | "department" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  prospect: { item: Prospect; create: ProspectCreate; edit: ProspectEdit; change: ProspectChange; filter: ProspectFilter; sort: "name" | "fit" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "list" | "fit" | "fitReasons" | "industry" | "region" | "employees" | "person" | "phone" | "website" | "note" | "diligence" | "checkedOn" | "lead" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  scoreRule: { item: ScoreRule; create: ScoreRuleCreate; edit: ScoreRuleEdit; change: ScoreRuleChange; filter: ScoreRuleFilter; sort: "points" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "filter" | "points" | "isOff" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  leadModel: { item: LeadModel; create: LeadModelCreate; edit: LeadModelEdit; change: LeadModelChange; filter: LeadModelFilter; sort: "trainedAt" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "number" | "trainedAt" | "leads" | "won" | "auc" | "lift" | "accuracy" | "brier" | "calibration" | "heaviest" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  serviceLevel: { item: ServiceLevel; create: ServiceLevelCreate; edit: ServiceLevelEdit; change: ServiceLevelChange; filter: ServiceLevelFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "tier" | "offers" | "hasManager" | "line" | "queue" | "visitsPerMonth" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  upgradeRequest: { item: UpgradeRequest; create: UpgradeRequestCreate; edit: UpgradeRequestEdit; change: UpgradeRequestChange; filter: UpgradeRequestFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "reason" | "customer" | "tier" | "expects" | "answer" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  visitForm: { item: VisitForm; create: VisitFormCreate; edit: VisitFormEdit; change: VisitFormChange; filter: VisitFormFilter; sort: "checkedInAt" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "subject" | "customer" | "visit" | "by" | "checkedInAt" | "place" | "latitude" | "longitude" | "met" | "progress" | "needs" | "nextStep" | "outlook" | "dueAt" | "filedAt" | "readBy" | "readAt" | "state" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  watchEntry: { item: WatchEntry; create: WatchEntryCreate; edit: WatchEntryEdit; change: WatchEntryChange; filter: WatchEntryFilter; sort: "on" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "what" | "customer" | "kind" | "on" | "source" | "address" | "body" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  handover: { item: Handover; create: HandoverCreate; edit: HandoverEdit; change: HandoverChange; filter: HandoverFilter; sort: "name" | "on" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "leaver" | "reason" | "on" | "receivers" | "absent" | "drawer" | "note" | "state" | "seed" | "drawnAt" | "customers" | "tasks" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  siteSetting: { item: SiteSetting; create: SiteSettingCreate; edit: SiteSettingEdit; change: SiteSettingChange; filter: SiteSettingFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "site" | "number" | "validMonths" | "validityFrom" | "validAt" | "callOpensFile" | "householdIsOne" | "expiredCounts" | "declinedReceiver" | "declinedEarlier" | "nthReceiver" | "nthEarlier" | "nthEarliestOnly" | "namedHelper" | "namedOwner" | "absentHelper" | "absentOwner" | "absentSameDay" | "forgotReceiver" | "forgotEarlier" | "sameDayHelper" | "sameDayOwner" | "leaverShare" | "leaverRest" | "longLeaveDays" | "referrerMustHaveBought" | "discountDays" | "owesOut" | "owesUncounted" | "owesCounted" | "owesAbsent" | "owesLate" | "owesAway" | "carriesOwed" | "disputeDays" | "appealDays" | "deductionCap" | "note" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  shift: { item: Shift; create: ShiftCreate; edit: ShiftEdit; change: ShiftChange; filter: ShiftFilter; sort: "day" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "name" | "site" | "day" | "begins" | "ends" | "members" | "state" | "setting" | "turns" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  turnEntry: { item: TurnEntry; create: TurnEntryCreate; edit: TurnEntryEdit; change: TurnEntryChange; filter: TurnEntryFilter; sort: "order" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "shift" | "order" | "kind" | "user" | "reception" | "reason" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  reception: { item: Reception; create: ReceptionCreate; edit: ReceptionEdit; change: ReceptionChange; filter: ReceptionFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "register" | "site" | "shift" | "at" | "isLate" | "cameAt" | "receiver" | "received" | "state" | "been" | "named" | "asked" | "declined" | "complaint" | "discount" | "insists" | "waits" | "picks" | "source" | "product" | "grade" | "note" | "startedAt" | "endedAt" | "ruling" | "turn" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  customerFile: { item: CustomerFile; create: CustomerFileCreate; edit: CustomerFileEdit; change: CustomerFileChange; filter: CustomerFileFilter; sort: "at" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "salesperson" | "register" | "at" | "validThrough" | "site" | "reception" | "hasDeal" | "goneAt" | "drawnTo" | "drawnAt" | "draw" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  ruling: { item: Ruling; create: RulingCreate; edit: RulingEdit; change: RulingChange; filter: RulingFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "rule" | "because" | "state" | "site" | "receiver" | "owner" | "serviceOwner" | "performance" | "commission" | "turn" | "steps" | "setting" | "rulesVersion" | "reception" | "deal" | "isByManager" | "reason" | "concerned" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  recordedDeal: { item: RecordedDeal; create: RecordedDealCreate; edit: RecordedDealEdit; change: RecordedDealChange; filter: RecordedDealFilter; sort: "on" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "product" | "on" | "depositAt" | "amount" | "commission" | "site" | "ruling" | "split" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  dispute: { item: Dispute; create: DisputeCreate; edit: DisputeEdit; change: DisputeChange; filter: DisputeFilter; sort: "dueOn" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "claim" | "ruling" | "deal" | "opener" | "concerned" | "site" | "state" | "dueOn" | "mediator" | "judge" | "appealTo" | "outcome" | "resolution" | "reason" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  violation: { item: Violation; create: ViolationCreate; edit: ViolationEdit; change: ViolationChange; filter: ViolationFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "rule" | "who" | "site" | "on" | "facts" | "consequence" | "deduction" | "ofMonthPay" | "override" | "dispute" | "state" | "appealBy" | "confirmer" | "appeal" | "answer" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  incident: { item: Incident; create: IncidentCreate; edit: IncidentEdit; change: IncidentChange; filter: IncidentFilter; sort: "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "what" | "site" | "customer" | "about" | "state" | "answeredAt" | "seconds" | "answeredBy" | "movedTo" | "handling" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
  openQuestion: { item: OpenQuestion; create: OpenQuestionCreate; edit: OpenQuestionEdit; change: OpenQuestionChange; filter: OpenQuestionFilter; sort: "promisedAt" | "createdAt"; field: "id" | "version" | "can" | "masked" | "deletedAt" | "customer" | "question" | "expert" | "callBack" | "promisedAt" | "site" | "state" | "answer" | "answeredAt" | "createdAt" | "createdBy" | "updatedAt" | "updatedBy" }
}

/** Its actions. */
export interface Actions {
  /** Set password */ "platform.setPassword": { input: {
  /** New password */ password?: string | null
} }
  /** Unlock sign-in */ "platform.unlockUser": { input: Record<string, never> }
  /** Reset second factor */ "platform.resetSecondFactor": { input: {
  /** Reason — How you made sure that it is the user himself */ reason?: string | null
} }
  /** Remove passkeys */ "platform.removePasskeys": { input: {
  /** Reason — How you made sure that it is the user himself */ reason?: string | null
} }
  /** End all sessions */ "platform.endSessions": { input: Record<string, never> }
  /** New custom field */ "customField.create": { input: {
  /** Label */ label?: (string | {
  zh?: string
  en?: string
}) | null
  /** Record */ record?: string | null
  /** Name — used by API and import; cannot be changed later */ name?: string | null
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null
  /** Links to */ to?: string | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Required */ isRequired?: boolean | null
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: boolean | null
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: (string | {
  zh?: string
  en?: string
}) | null
  /** Unit */ unit?: (string | {
  zh?: string
  en?: string
}) | null
  /** Least */ min?: (string | number) | null
  /** Most */ max?: (string | number) | null
  /** Other headings in files */ aliases?: string[] | null
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | null
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: boolean | null
  /** On the card — Shown to those who see the card alone */ isCard?: boolean | null
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "customField.edit": { input: {
  /** Label */ label?: (string | {
  zh?: string
  en?: string
}) | null
  /** Kind — text Text, note Long text, words Text in two languages, integer Whole number, decimal Number, percent Percent, money Money, yesNo Yes or no, choice Choice, choices Several choices, day Day, instant Time, phone Phone, email E-mail, url Web address, region Chinese region, link Link, links Several links */ kind?: ("text" | "note" | "words" | "integer" | "decimal" | "percent" | "money" | "yesNo" | "choice" | "choices" | "day" | "instant" | "phone" | "email" | "url" | "region" | "link" | "links") | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Required */ isRequired?: boolean | null
  /** Searched — The search looks into it too; existing records follow in the background */ isSearchable?: boolean | null
  /** Default — Filled in for a new record */ initial?: string | null
  /** Hint */ hint?: (string | {
  zh?: string
  en?: string
}) | null
  /** Unit */ unit?: (string | {
  zh?: string
  en?: string
}) | null
  /** Least */ min?: (string | number) | null
  /** Most */ max?: (string | number) | null
  /** Other headings in files */ aliases?: string[] | null
  /** Asked for when — Only while this field has one of these values */ onlyWhenField?: string | null
  /** Is one of */ onlyWhenIs?: string[] | null
  /** Guarded — Masked for whoever may not edit the record */ isGuarded?: boolean | null
  /** On the card — Shown to those who see the card alone */ isCard?: boolean | null
  /** Indexed — Lists can be filtered by ranges and put in order by it */ isIndexed?: boolean | null
} }
  /** Retire */ "customField.recycle": { input: Record<string, never> }
  /** Restore */ "customField.restore": { input: Record<string, never> }
  /** Purge */ "platform.purgeField": { input: {
  /** Type the name */ name?: string | null
} }
  /** Count its use */ "platform.countField": { input: Record<string, never> }
  /** Build the index again */ "platform.rebuildIndex": { input: Record<string, never> }
  /** New choice list */ "choiceList.create": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "choiceList.edit": { input: {
  /** Choices */ choices?: (({
  code: string
  zh: string
  en?: string | null
  color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  isRetired?: boolean | null
})[]) | null
} }
  /** As declared */ "choiceList.recycle": { input: Record<string, never> }
  /** Add a choice */ "platform.addChoice": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Chinese */ zh?: string | null
  /** English */ en?: string | null
  /** Colour — plain Grey, good Green, warning Orange, bad Red, info Blue, waiting Purple */ color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
  /** Code */ code?: string | null
} }
  /** Change a choice */ "platform.changeChoice": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Code */ code?: string | null
  /** Chinese */ zh?: string | null
  /** English */ en?: string | null
  /** Colour — plain Grey, good Green, warning Orange, bad Red, info Blue, waiting Purple */ color?: ("plain" | "good" | "warning" | "bad" | "info" | "waiting") | null
} }
  /** Retire a choice */ "platform.retireChoice": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Code */ code?: string | null
} }
  /** Offer a choice again */ "platform.restoreChoice": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Code */ code?: string | null
} }
  /** Move a choice */ "platform.moveChoice": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Code */ code?: string | null
  /** Before */ before?: string | null
} }
  /** New layout */ "layout.create": { input: {
  /** Record */ record?: string | null
  /** Role — → role — For everybody where empty */ role?: (string | {
  id: string
}) | null
  /** Sort — As a customer that is an enterprise or a person; for all where empty */ choice?: string | null
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[] | null
})[]) | null
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "layout.edit": { input: {
  /** Lines of the form */ lines?: (({
  zh?: string | null
  en?: string | null
  fields?: string[] | null
})[]) | null
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
} }
  /** New number rule */ "numberRule.create": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern?: string | null
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null
  /** First number */ start?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "numberRule.edit": { input: {
  /** Pattern — {0000} is the running number; {year} {month} {day} {department} may stand beside it */ pattern?: string | null
  /** Begins anew — never Never, yearly Every year, monthly Every month, daily Every day */ reset?: ("never" | "yearly" | "monthly" | "daily") | null
  /** First number */ start?: number | null
} }
  /** Set the class */ "fieldClass.create": { input: {
  /** Record */ record?: string | null
  /** Field */ field?: string | null
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "fieldClass.edit": { input: {
  /** Class — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ secrecy?: ("public" | "internal" | "confidential" | "sensitive") | null
} }
  /** New class rule */ "classRule.create": { input: {
  /** Name */ name?: string | null
  /** Record */ record?: string | null
  /** Conditions */ filter?: Filter | null
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "classRule.edit": { input: {
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** From — Fields of this class and above — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ fromClass?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Raised to — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ toClass?: ("public" | "internal" | "confidential" | "sensitive") | null
} }
  /** New task */ "task.create": { input: {
  /** Title */ title?: string | null
  /** Due */ dueOn?: string | null
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** Assignee — → user — Given to a colleague, you still see it and hear when it is done */ assignee?: (string | {
  id: string
}) | null
  /** About */ about?: {
  record: string
  id: string
} | null
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "task.edit": { input: {
  /** Title */ title?: string | null
  /** Due */ dueOn?: string | null
  /** Due at — Any time of the day where empty */ dueTime?: string | null
  /** About */ about?: {
  record: string
  id: string
} | null
  /** Priority — high High, normal Normal, low Low */ priority?: ("high" | "normal" | "low") | null
  /** Reminder — onTime When it is due, m10 10 minutes before, m30 30 minutes before, h1 1 hour before, h2 2 hours before, d1 1 day before, d2 2 days before, w1 1 week before */ remind?: ("onTime" | "m10" | "m30" | "h1" | "h2" | "d1" | "d2" | "w1") | null
  /** Repeats — Completing one makes the next */ repeats?: string | null
  /** Note */ note?: string | null
  /** Applies to — Left open: a change of day and time means this one, any other change all following — this This one only, all This and all following */ following?: ("this" | "all") | null
} }
  /** Complete */ "platform.completeTask": { input: {
  /** Result */ result?: string | null
} }
  /** Postpone */ "platform.postponeTask": { input: {
  /** Put off — day 1 day, week 1 week, monday To next Monday, on To a certain day */ by?: ("day" | "week" | "monday" | "on") | null
  /** Day */ on?: string | null
} }
  /** Hand on */ "platform.delegateTask": { input: {
  /** Give to — → user */ to?: (string | {
  id: string
}) | null
  /** Remark */ note?: string | null
} }
  /** Decline */ "platform.declineTask": { input: {
  /** Reason */ reason?: string | null
} }
  /** Stop repeating */ "platform.stopRepeating": { input: Record<string, never> }
  /** Cancel */ "platform.cancelTask": { input: {
  /** Reason */ reason?: string | null
} }
  /** Reopen */ "platform.reopenTask": { input: Record<string, never> }
  /** Remind */ "platform.remindTask": { input: Record<string, never> }
  /** New webhook */ "webhook.create": { input: {
  /** Name */ name?: string | null
  /** Address — Where the other system takes messages in; by https */ address?: string | null
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "webhook.edit": { input: {
  /** Name */ name?: string | null
  /** Address — Where the other system takes messages in; by https */ address?: string | null
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
  /** Note */ note?: string | null
} }
  /** Switch on */ "platform.switchOnWebhook": { input: Record<string, never> }
  /** Switch off */ "platform.switchOffWebhook": { input: Record<string, never> }
  /** Pause */ "platform.pauseWebhook": { input: Record<string, never> }
  /** New working calendar */ "workingCalendar.create": { input: {
  /** Name */ name?: string | null
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: boolean | null
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week?: (({
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
  from: string
  to: string
})[]) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "workingCalendar.edit": { input: {
  /** Name */ name?: string | null
  /** Follows public holidays — Off on public holidays, at work on make-up workdays */ followsHolidays?: boolean | null
  /** Working hours — A line before lunch and one after; midnight is 24:00 */ week?: (({
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
  from: string
  to: string
})[]) | null
  /** Note */ note?: string | null
} }
  /** Make it the standard */ "staff.makeStandard": { input: Record<string, never> }
  /** New special day */ "specialDay.create": { input: {
  /** Day */ day?: string | null
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null
  /** Name */ name?: string | null
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: (string | {
  id: string
}) | null
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null
  /** Hours of this day */ hours?: {
  from: string
  to: string
}[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "specialDay.edit": { input: {
  /** Day */ day?: string | null
  /** Kind — off Off, working Working */ kind?: ("off" | "working") | null
  /** Name */ name?: string | null
  /** Working calendar — → workingCalendar — Left empty it is a public holiday, for all calendars that follow them */ calendar?: (string | {
  id: string
}) | null
  /** Hours as on — Left empty as on a usual workday — mon Monday, tue Tuesday, wed Wednesday, thu Thursday, fri Friday, sat Saturday, sun Sunday */ hoursOf?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun") | null
  /** Hours of this day */ hours?: {
  from: string
  to: string
}[] | null
} }
  /** Record leave */ "leave.create": { input: {
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null
  /** From */ from?: string | null
  /** To */ to?: string | null
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "leave.edit": { input: {
  /** Kind — annual Annual leave, sick Sick leave, personal Personal leave, offset Time off in lieu, trip Business trip, training Training, other Other, makeUp Make-up work on days off */ kind?: ("annual" | "sick" | "personal" | "offset" | "trip" | "training" | "other" | "makeUp") | null
  /** From */ from?: string | null
  /** To */ to?: string | null
  /** From, at — From the beginning of work where empty */ fromTime?: string | null
  /** To, at — To the end of work where empty */ toTime?: string | null
  /** Stand-in — → user — Takes what comes in meanwhile from those who know the one who is away */ standIn?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
} }
  /** Add a member */ "allocationMember.create": { input: {
  /** Queue — → allocationQueue */ queue?: (string | {
  id: string
}) | null
  /** Member — → user */ user?: (string | {
  id: string
}) | null
  /** Weight — Weight 2 is given twice as much */ weight?: number | null
  /** Pauses */ isPaused?: boolean | null
  /** Most in hand — As of the queue where empty */ capacity?: number | null
  /** Most a day — As of the queue where empty */ quota?: number | null
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "allocationMember.edit": { input: {
  /** Weight — Weight 2 is given twice as much */ weight?: number | null
  /** Pauses */ isPaused?: boolean | null
  /** Most in hand — As of the queue where empty */ capacity?: number | null
  /** Most a day — As of the queue where empty */ quota?: number | null
  /** Shift from — By the working calendar where empty */ shiftFrom?: string | null
  /** Shift to — May be past midnight */ shiftTo?: string | null
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
} }
  /** Switch on */ "staff.switchOnQueue": { input: Record<string, never> }
  /** Switch off */ "staff.switchOffQueue": { input: Record<string, never> }
  /** Claim */ "customers.claimFromPool": { input: Record<string, never> }
  /** Open the whole file */ "customers.lookIntoPool": { input: Record<string, never> }
  /** Move to a pool */ "customers.moveToPool": { input: {
  /** Pool — → pool */ pool?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
} }
  /** Return to the pool */ "customers.returnToPool": { input: {
  /** Pool — → pool */ pool?: (string | {
  id: string
}) | null
} }
  /** Lock */ "customers.lock": { input: Record<string, never> }
  /** Unlock */ "customers.unlock": { input: Record<string, never> }
  /** New pool */ "pool.create": { input: {
  /** Name */ name?: string | null
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: "noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded"
  tier?: ("A" | "B" | "C") | null
  days?: number
})[]) | null
  /** Spares won customers */ sparesWon?: boolean | null
  /** Spares open deals */ sparesDeals?: boolean | null
  /** Warned days before */ warnDays?: number | null
  /** Claims per person and day — No limit where empty */ claimsPerDay?: number | null
  /** Last owner waits (days) */ previousOwnerDays?: number | null
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: number | null
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: number | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "pool.edit": { input: {
  /** Name */ name?: string | null
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Return rules — Counted from the later of follow-up and claim; one that names a tier goes before */ rules?: (({
  kind?: "noFollowUp" | "noOpportunity" | "noDeal" | "contractEnded"
  tier?: ("A" | "B" | "C") | null
  days?: number
})[]) | null
  /** Spares won customers */ sparesWon?: boolean | null
  /** Spares open deals */ sparesDeals?: boolean | null
  /** Warned days before */ warnDays?: number | null
  /** Claims per person and day — No limit where empty */ claimsPerDay?: number | null
  /** Last owner waits (days) */ previousOwnerDays?: number | null
  /** Frozen at first (days) — Counted from when it came in */ freezeDays?: number | null
  /** Before a claim — Contacts and activities open with the claim — card Card, full The file */ sight?: ("card" | "full") | null
  /** Whole files per person and day — With contacts and activities, for the day; no limit where empty */ viewsPerDay?: number | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
  /** Note */ note?: string | null
} }
  /** Switch returning on */ "customers.switchOnReturns": { input: {
  /** How many return tonight — Needed where it is more than a fifth: as the list says */ seen?: number | null
} }
  /** Switch returning off */ "customers.switchOffReturns": { input: Record<string, never> }
  /** List anew */ "customers.foreseeReturns": { input: Record<string, never> }
  /** Stop */ "customers.stopReturns": { input: Record<string, never> }
  /** Note what came of it */ "customers.settlePool": { input: {
  /** Customers watched */ watched?: number | null
  /** Return tonight */ falls?: number | null
  /** List made */ foreseenAt?: string | null
  /** Last run */ lastRunAt?: string | null
  /** Returned last */ lastDone?: number | null
  /** Could not return */ lastFaults?: number | null
} }
  /** Legal hold */ "customers.hold": { input: {
  /** Reason — The case, letter or audit */ reason?: string | null
} }
  /** Lift the legal hold */ "customers.release": { input: {
  /** Reason — The case, letter or audit */ reason?: string | null
} }
  /** Delete */ "customer.recycle": { input: Record<string, never> }
  /** New retention rule */ "retentionRule.create": { input: {
  /** Name */ name?: string | null
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null
  /** Of which customers — All customers where empty */ filter?: Filter | null
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null
  /** Days kept */ days?: number | null
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: boolean | null
  /** Spares what is in force — What the law wants kept */ sparesInForce?: boolean | null
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: number | null
  /** At most a night */ mostPerNight?: number | null
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "retentionRule.edit": { input: {
  /** Name */ name?: string | null
  /** What — customer Customers, contact Contacts, activity Activities, asset Assets, bin The recycle bin */ what?: ("customer" | "contact" | "activity" | "asset" | "bin") | null
  /** Of which customers — All customers where empty */ filter?: Filter | null
  /** Counted from — created Made, lastContact Last contact (made, where there was none), happened When it happened, ended End of warranty and renewal of assets, withdrawn All consent withdrawn, recycled Put into the recycle bin */ since?: ("created" | "lastContact" | "happened" | "ended" | "withdrawn" | "recycled") | null
  /** Days kept */ days?: number | null
  /** Then — recycle Put into the recycle bin, purge Purge from the recycle bin for good, erase Erase the person for good */ deed?: ("recycle" | "purge" | "erase") | null
  /** Spares what has something open — Open tasks, planned contacts */ sparesOpen?: boolean | null
  /** Spares what is in force — What the law wants kept */ sparesInForce?: boolean | null
  /** At most (%) — Above, it stops itself and tells administrators */ mostPercent?: number | null
  /** At most a night */ mostPerNight?: number | null
  /** Grounds — The law, policy or contract it rests on */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
} }
  /** Try it */ "customers.tryRetention": { input: Record<string, never> }
  /** Switch on */ "customers.switchOnRetention": { input: {
  /** How many records the trial would do — As the trial says, so that it is sure that you have seen it */ seen?: number | null
} }
  /** Switch off */ "customers.switchOffRetention": { input: Record<string, never> }
  /** Note what came of it */ "customers.settleRetention": { input: {
  /** Trial */ trial?: string | null
  /** Tried */ triedAt?: string | null
  /** Version */ triedVersion?: number | null
  /** Would be done */ hits?: number | null
  /** Last run */ lastRunAt?: string | null
  /** Done last */ lastDone?: number | null
  /** Why it stopped */ fault?: string | null
} }
  /** New customer */ "customer.create": { input: {
  /** Name */ name?: string | null
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: number | null
  /** Employees */ employees?: number | null
  /** Annual revenue */ revenue?: (string | number) | null
  /** Parent company — → customer */ parent?: (string | {
  id: string
}) | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Tags */ tags?: string[] | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Last contact */ lastContactAt?: string | null
  /** Contact — Made together with the customer */ contactName?: string | null
  /** Contact position */ contactTitle?: string | null
  /** Contact mobile */ contactMobile?: string | null
  /** Contact e-mail */ contactEmail?: string | null
} }
  /** Edit */ "customer.edit": { input: {
  /** Name */ name?: string | null
  /** Short name */ shortName?: string | null
  /** Kind — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Stage — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Address */ address?: string | null
  /** Telephone — The switchboard */ phone?: string | null
  /** E-mail */ email?: string | null
  /** Website */ website?: string | null
  /** Social credit code */ uscc?: string | null
  /** External number — Its number in another system */ externalCode?: string | null
  /** Founded */ founded?: number | null
  /** Employees */ employees?: number | null
  /** Annual revenue */ revenue?: (string | number) | null
  /** Parent company — → customer */ parent?: (string | {
  id: string
}) | null
  /** Primary contact — → contact */ primaryContact?: (string | {
  id: string
}) | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Tags */ tags?: string[] | null
  /** Note */ note?: string | null
} }
  /** Log activity */ "activity.create": { input: {
  /** Subject */ subject?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null
  /** Time */ at?: string | null
  /** Minutes */ minutes?: number | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: boolean | null
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Done */ isDone?: boolean | null
} }
  /** Complete */ "customers.completeActivity": { input: {
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
} }
  /** Cancel */ "customers.cancelActivity": { input: {
  /** Reason */ reason?: string | null
} }
  /** Transfer */ "customers.transfer": { input: {
  /** New owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department — Unchanged where empty */ department?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
} }
  /** Confirm the file */ "customers.confirm": { input: Record<string, never> }
  /** Ask for a confirmation */ "customers.askConfirmation": { input: {
  /** Responsible — → user */ keeper?: (string | {
  id: string
}) | null
} }
  /** New asset */ "asset.create": { input: {
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null
  /** Number */ number?: string | null
  /** Within — → asset — Such as the unit that a meter is in */ within?: (string | {
  id: string
}) | null
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: (string | number) | null
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null
  /** Warranty until */ warrantyUntil?: string | null
  /** Next inspection */ inspectionOn?: string | null
  /** Next maintenance */ maintenanceOn?: string | null
  /** Renewal */ renewalOn?: string | null
  /** Persons */ persons?: number | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Change hands */ "customers.transferAsset": { input: {
  /** New holder — → customer */ to?: (string | {
  id: string
}) | null
  /** On — Today where empty */ on?: string | null
  /** With what lies within it */ withParts?: boolean | null
  /** Reason */ reason?: string | null
} }
  /** Not the same */ "customers.dismissDuplicate": { input: {
  /** Remark */ remark?: string | null
} }
  /** Look again */ "customers.reopenDuplicate": { input: Record<string, never> }
  /** Record consent */ "consent.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Purpose — → purpose */ purpose?: (string | {
  id: string
}) | null
  /** Channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Decision — granted Granted, withdrawn Withdrawn */ decision?: ("granted" | "withdrawn") | null
  /** Time */ at?: string | null
  /** How — paper Signed on paper, phone By telephone, faceToFace Face to face, message By message, page On the preference page, taken With imported data */ how?: ("paper" | "phone" | "faceToFace" | "message" | "page" | "taken") | null
  /** Proof — Number of the form or recording */ proof?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Record consent or withdrawal */ "customers.recordConsent": { input: {
  /** Purpose — → purpose */ purpose?: (string | {
  id: string
}) | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
  /** Decision — granted Granted, withdrawn Withdrawn */ decision?: ("granted" | "withdrawn") | null
  /** How — paper Signed on paper, phone By telephone, faceToFace Face to face, message By message, page On the preference page, taken With imported data */ how?: ("paper" | "phone" | "faceToFace" | "message" | "page" | "taken") | null
  /** Time */ at?: string | null
  /** Proof — Number of the form or recording */ proof?: string | null
} }
  /** Make a preference page */ "customers.openPreferencePage": { input: {
  /** Digest */ secretHash?: string | null
} }
  /** Chosen by the person */ "customers.decideOnPage": { input: {
  /** Purpose — → purpose */ purpose?: (string | {
  id: string
}) | null
  /** Channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Decision — granted Granted, withdrawn Withdrawn */ decision?: ("granted" | "withdrawn") | null
} }
  /** Take in a subject request */ "subjectRequest.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Request — copy A copy, correct Correct, erase Erase, restrict Restrict */ kind?: ("copy" | "correct" | "erase" | "restrict") | null
  /** Received */ receivedOn?: string | null
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Answer */ answer?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Fulfil */ "customers.fulfilRequest": { input: {
  /** Answer */ answer?: string | null
} }
  /** Refuse */ "customers.refuseRequest": { input: {
  /** Reason */ answer?: string | null
} }
  /** Lift the restriction */ "customers.liftRestriction": { input: {
  /** Reason */ reason?: string | null
} }
  /** Erase for good */ "customers.erasePerson": { input: {
  /** Type the name once more */ name?: string | null
  /** Answer */ answer?: string | null
} }
  /** Record the proof of erasing */ "customers.finishErasing": { input: {
  /** Proof of erasing */ report?: (({
  place: string | {
  zh?: string
  en?: string
}
  found: number
  left: number
})[]) | null
} }
  /** Add to a list */ "customers.addToList": { input: {
  /** List — → segment */ segment?: (string | {
  id: string
}) | null
} }
  /** Take off a list */ "customers.removeFromList": { input: {
  /** List — → segment */ segment?: (string | {
  id: string
}) | null
} }
  /** Add to a list */ "listing.create": { input: {
  /** List — → segment */ segment?: (string | {
  id: string
}) | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** New segment */ "segment.create": { input: {
  /** Name */ name?: string | null
  /** Kind — dynamic By conditions, static Fixed list */ kind?: ("dynamic" | "static") | null
  /** Conditions */ filter?: Filter | null
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "segment.edit": { input: {
  /** Name */ name?: string | null
  /** Conditions */ filter?: Filter | null
  /** Description — What it is for */ description?: string | null
  /** Shown to — Everybody still sees only the customers he may see — me Only me, everyone Everyone */ shown?: ("me" | "everyone") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
} }
  /** Reckon now */ "customers.reckonSegment": { input: Record<string, never> }
  /** Retire */ "customers.retireSegment": { input: Record<string, never> }
  /** Use again */ "customers.reviveSegment": { input: Record<string, never> }
  /** New clean-up */ "cleanup.create": { input: {
  /** Name */ name?: string | null
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter?: Filter | null
  /** Target score — A file that reaches it is done */ target?: number | null
  /** Due */ dueOn?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "cleanup.edit": { input: {
  /** Name */ name?: string | null
  /** Which customers — Any conditions or a segment; the list is settled at the beginning */ filter?: Filter | null
  /** Target score — A file that reaches it is done */ target?: number | null
  /** Due */ dueOn?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
} }
  /** Start */ "customers.startCleanup": { input: Record<string, never> }
  /** Assign */ "customers.assignCleanup": { input: {
  /** Assignee — → user */ assignee?: (string | {
  id: string
}) | null
  /** Customers */ files?: number | null
} }
  /** Finish */ "customers.finishCleanup": { input: Record<string, never> }
  /** Call off */ "customers.cancelCleanup": { input: Record<string, never> }
  /** New contact plan */ "contactPlan.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** For — A customer follows one plan: his own, else that of a segment, a tier, a group — customer One customer, segment Segment, tier Tier, group One of four groups */ target?: ("customer" | "segment" | "tier" | "group") | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Group — served Served, beingServed Being served, prospective Prospective, referred Referred */ group?: ("served" | "beingServed" | "prospective" | "referred") | null
  /** Segment — → segment — Who comes and goes is taken over every night */ segment?: (string | {
  id: string
}) | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Every */ every?: number | null
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: (string | {
  id: string
}) | null
  /** Talking points — Stands in the task */ content?: (string | {
  zh?: string
  en?: string
}) | null
  /** Done by — → user — The owner of the customer where empty */ by?: (string | {
  id: string
}) | null
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: number | null
  /** Department — → department — With those below; the whole company where empty */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Stop */ "communication.stopPlan": { input: Record<string, never> }
  /** Start */ "communication.startPlan": { input: Record<string, never> }
  /** New lead */ "lead.create": { input: {
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Referred by — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string[] | null
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: (string | number) | null
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Hand it out — Not for oneself: the queue says whose it is */ allocates?: boolean | null
} }
  /** Take in a lead */ "leads.capture": { input: {
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Interested in */ interest?: string[] | null
  /** Message */ message?: string | null
  /** Agreed to */ consent?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Web form — → webForm */ form?: (string | {
  id: string
}) | null
  /** Subject */ subject?: string | null
} }
  /** Allocate */ "leads.allocate": { input: Record<string, never> }
  /** Assign */ "leads.assign": { input: {
  /** New owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
} }
  /** Log a contact */ "leadContact.create": { input: {
  /** Subject */ subject?: string | null
  /** Lead — → lead */ lead?: (string | {
  id: string
}) | null
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null
  /** Time */ at?: string | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Nurture */ "leads.nurture": { input: {
  /** Come back on */ revisitOn?: string | null
  /** Note */ note?: string | null
} }
  /** Convert */ "leads.convert": { input: {
  /** Join a customer on file — → customer — A new one is made where empty */ customer?: (string | {
  id: string
}) | null
  /** Kind of customer — With a company an enterprise, else a person — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Name of the customer — The company or the name where empty */ name?: string | null
  /** Onboarding plan — → playbook — Makes its tasks */ onboarding?: (string | {
  id: string
}) | null
} }
  /** Close */ "leads.close": { input: {
  /** Why there was no deal — noNeed No need, budget Not the budget, competitor Chose somebody else, product Product does not fit, place The place does not suit, timing Not yet, unreachable Cannot be reached, invalid Details are invalid, other Other */ reason?: ("noNeed" | "budget" | "competitor" | "product" | "place" | "timing" | "unreachable" | "invalid" | "other") | null
  /** Note */ note?: string | null
  /** Come back on — A task reminds of it */ revisitOn?: string | null
  /** Never come back */ neverRevisit?: boolean | null
} }
  /** Open again */ "leads.reopen": { input: Record<string, never> }
  /** Plan the first contact */ "leads.planFirstContact": { input: {
  /** Playbook — → playbook */ playbook?: (string | {
  id: string
}) | null
} }
  /** Begin onboarding */ "onboarding.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Playbook — → playbook */ playbook?: (string | {
  id: string
}) | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Register a client */ "registration.create": { input: {
  /** Client */ client?: string | null
  /** Client’s mobile — The middle four may be stars */ phone?: string | null
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Decide */ "leads.settleRegistration": { input: {
  /** Decision — valid It holds, refused It does not hold */ ruling?: ("valid" | "refused") | null
  /** Why */ reason?: string | null
} }
  /** New prospect */ "prospect.create": { input: {
  /** Name */ name?: string | null
  /** List — → prospectList */ list?: (string | {
  id: string
}) | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: number | null
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "prospect.edit": { input: {
  /** Name */ name?: string | null
  /** Industry */ industry?: string | null
  /** Region */ region?: string | null
  /** Employees */ employees?: number | null
  /** Contact */ person?: string | null
  /** Telephone */ phone?: string | null
  /** Website */ website?: string | null
  /** Note */ note?: string | null
} }
  /** Edit */ "prospectList.edit": { input: {
  /** Name */ name?: string | null
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Employees at least */ least?: number | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
} }
  /** Note due diligence */ "leads.checkProspect": { input: {
  /** Due diligence — Register, credit, business, who decides, present suppliers */ diligence?: string | null
} }
  /** Make it a lead */ "leads.takeProspect": { input: Record<string, never> }
  /** Does not fit */ "leads.dropProspect": { input: {
  /** Why */ why?: string | null
} }
  /** New web form */ "webForm.create": { input: {
  /** Name — Shown inside only */ name?: string | null
  /** Heading */ title?: (string | {
  zh?: string
  en?: string
}) | null
  /** Introduction */ intro?: (string | {
  zh?: string
  en?: string
}) | null
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent?: (string | {
  zh?: string
  en?: string
}) | null
  /** Shown afterwards */ thanks?: (string | {
  zh?: string
  en?: string
}) | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: {
  site: string
}[] | null
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: boolean | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "webForm.edit": { input: {
  /** Name — Shown inside only */ name?: string | null
  /** Heading */ title?: (string | {
  zh?: string
  en?: string
}) | null
  /** Introduction */ intro?: (string | {
  zh?: string
  en?: string
}) | null
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
  /** Consent — Ticked before sending; the words are kept with the enquiry */ consent?: (string | {
  zh?: string
  en?: string
}) | null
  /** Shown afterwards */ thanks?: (string | {
  zh?: string
  en?: string
}) | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Campaign */ campaign?: string | null
  /** Sites that may embed it — Any where empty */ hosts?: {
  site: string
}[] | null
  /** Takes posts of a site’s own form — Without a signed token it is less safe from spam, and more narrowly limited */ allowsPlain?: boolean | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
} }
  /** Open */ "leads.openWebForm": { input: Record<string, never> }
  /** Close */ "leads.closeWebForm": { input: Record<string, never> }
  /** New score rule */ "scoreRule.create": { input: {
  /** Name — Shown as a reason of the score */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Conditions */ filter?: Filter | null
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points?: number | null
  /** Off */ isOff?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "scoreRule.edit": { input: {
  /** Name — Shown as a reason of the score */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Conditions */ filter?: Filter | null
  /** Points — May be less than 0; the sum is kept from 0 to 100 */ points?: number | null
  /** Off */ isOff?: boolean | null
} }
  /** Keep a model */ "leads.keepModel": { input: {
  /** Leads */ leads?: number | null
  /** Won */ won?: number | null
  /** AUC */ auc?: (string | number) | null
  /** Lift */ lift?: (string | number) | null
  /** Accuracy */ accuracy?: (string | number) | null
  /** Brier */ brier?: (string | number) | null
  /** Calibration */ calibration?: (({
  said?: number | null
  came?: number | null
  leads?: number | null
})[]) | null
  /** Facts */ heaviest?: (({
  fact?: string | null
  effect?: number | null
})[]) | null
  /** Weights */ weights?: string | null
} }
  /** Put to use */ "leads.adoptModel": { input: Record<string, never> }
  /** Retire */ "leads.dropModel": { input: Record<string, never> }
  /** Learn anew */ "leads.trainModel": { input: Record<string, never> }
  /** New handover */ "handover.create": { input: {
  /** Name */ name?: string | null
  /** Leaver — → user */ leaver?: (string | {
  id: string
}) | null
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null
  /** From */ on?: string | null
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
  /** Drawn by — → user — Draws the lots and gets nothing */ drawer?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Draw and hand over */ "accounts.carryOutHandover": { input: {
  /** Seed — By chance where empty; it is kept */ seed?: string | null
} }
  /** Balance the workload */ "accounts.takeOver": { input: {
  /** From — → user */ from?: (string | {
  id: string
}) | null
  /** To — → user */ to?: (string | {
  id: string
}) | null
} }
  /** Check in */ "accounts.checkIn": { input: {
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
} }
  /** File */ "accounts.fileForm": { input: Record<string, never> }
  /** Mark as read */ "accounts.readForm": { input: Record<string, never> }
  /** Grant */ "accounts.grantUpgrade": { input: {
  /** Answer */ answer?: string | null
} }
  /** Refuse */ "accounts.refuseUpgrade": { input: {
  /** Answer */ answer?: string | null
} }
  /** New version of the rules */ "siteSetting.create": { input: {
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Months a file is valid */ validMonths?: number | null
  /** Valid from — registration Registration, followUp Last qualifying follow-up */ validityFrom?: ("registration" | "followUp") | null
  /** Judged at — reception The reception, deal The deal */ validAt?: ("reception" | "deal") | null
  /** Calls open a file */ callOpensFile?: boolean | null
  /** A household is one customer */ householdIsOne?: boolean | null
  /** Visitors whose files have expired use a turn */ expiredCounts?: boolean | null
  /** Declines the previous: receiver — The two must add up to 100 */ declinedReceiver?: (string | number) | null
  /** Declines the previous: previous */ declinedEarlier?: (string | number) | null
  /** Asks for another: the one asked for — The two must add up to 100 */ nthReceiver?: (string | number) | null
  /** Asks for another: those before */ nthEarlier?: (string | number) | null
  /** Of those before the earliest alone */ nthEarliestOnly?: boolean | null
  /** Names several: helper — The two must add up to 100 */ namedHelper?: (string | number) | null
  /** Names several: owner */ namedOwner?: (string | number) | null
  /** Previous not there: helper — The two must add up to 100 */ absentHelper?: (string | number) | null
  /** Previous not there: owner */ absentOwner?: (string | number) | null
  /** Previous not there, deal the same day — help As help, later As on later days */ absentSameDay?: ("help" | "later") | null
  /** Forgot who: receiver — The two must add up to 100 */ forgotReceiver?: (string | number) | null
  /** Forgot who: the one found later */ forgotEarlier?: (string | number) | null
  /** Help, deal the same day: helper — The two must add up to 100 */ sameDayHelper?: (string | number) | null
  /** Help, deal the same day: owner */ sameDayOwner?: (string | number) | null
  /** Deposit before leaving: leaver — The two must add up to 100 */ leaverShare?: (string | number) | null
  /** Deposit before leaving: new owner */ leaverRest?: (string | number) | null
  /** Long leave, days */ longLeaveDays?: number | null
  /** The referrer must have bought */ referrerMustHaveBought?: boolean | null
  /** Discount certified within (workdays) */ discountDays?: number | null
  /** Out on business and passed over: owed a turn */ owesOut?: boolean | null
  /** Busy without a turn and passed over: owed a turn */ owesUncounted?: boolean | null
  /** Busy with a turn and passed over: owed a turn */ owesCounted?: boolean | null
  /** Absent and passed over: owed a turn */ owesAbsent?: boolean | null
  /** Late and passed over: owed a turn */ owesLate?: boolean | null
  /** Away without leave and passed over: owed a turn */ owesAway?: boolean | null
  /** Owed turns carry over */ carriesOwed?: boolean | null
  /** Each step of a dispute (workdays) */ disputeDays?: number | null
  /** Appeal within (workdays) */ appealDays?: number | null
  /** Most that may be deducted (of the month’s pay) — More needs a reason */ deductionCap?: (string | number) | null
  /** What has changed */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Open a shift */ "shift.create": { input: {
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Day */ day?: string | null
  /** From */ begins?: string | null
  /** To */ ends?: string | null
  /** In the order of the ring — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Join the shift */ "reception.joinShift": { input: {
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Place */ place?: number | null
  /** Reason */ reason?: string | null
} }
  /** Leave the team */ "reception.leaveShift": { input: {
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
} }
  /** Change the order */ "reception.orderShift": { input: {
  /** New order — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Reason */ reason?: string | null
} }
  /** Change the state */ "reception.setPresence": { input: {
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** State — free Free, out Out on business, absent Absent, late Late, away Away without leave, left Gone home */ presence?: ("free" | "out" | "absent" | "late" | "away" | "left") | null
} }
  /** Close the shift */ "reception.closeShift": { input: Record<string, never> }
  /** Register a walk-in */ "reception.receive": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Registered before as — → customer */ found?: (string | {
  id: string
}) | null
  /** Said to have come — For late entries; it counts for nothing */ cameAt?: string | null
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
  /** Been here before — no First time, yes Been here, forgot Been here, forgot who */ been?: ("no" | "yes" | "forgot") | null
  /** Names — → user */ named?: ((string | {
  id: string
})[]) | null
  /** Asks for — → user */ asked?: (string | {
  id: string
}) | null
  /** Declines — → user */ declined?: ((string | {
  id: string
})[]) | null
  /** Complaint — none None, open Undecided, upheld Upheld, rejected Not upheld */ complaint?: ("none" | "open" | "upheld" | "rejected") | null
  /** Only for a discount — none None, open Not certified yet, certified Certified, late Not certified in time */ discount?: ("none" | "open" | "certified" | "late") | null
  /** Insists */ insists?: boolean | null
  /** Will wait */ waits?: boolean | null
  /** Picks instead — → user */ picks?: (string | {
  id: string
}) | null
} }
  /** Register a call */ "reception.registerCall": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Registered before as — → customer */ found?: (string | {
  id: string
}) | null
  /** Said to have come — For late entries; it counts for nothing */ cameAt?: string | null
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
  /** Been here before — no First time, yes Been here, forgot Been here, forgot who */ been?: ("no" | "yes" | "forgot") | null
  /** Names — → user */ named?: ((string | {
  id: string
})[]) | null
  /** Call taken by — → user */ takenBy?: (string | {
  id: string
}) | null
} }
  /** Correct the answers */ "reception.answerAgain": { input: {
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
  /** Been here before — no First time, yes Been here, forgot Been here, forgot who */ been?: ("no" | "yes" | "forgot") | null
  /** Names — → user */ named?: ((string | {
  id: string
})[]) | null
  /** Asks for — → user */ asked?: (string | {
  id: string
}) | null
  /** Declines — → user */ declined?: ((string | {
  id: string
})[]) | null
  /** Complaint — none None, open Undecided, upheld Upheld, rejected Not upheld */ complaint?: ("none" | "open" | "upheld" | "rejected") | null
  /** Only for a discount — none None, open Not certified yet, certified Certified, late Not certified in time */ discount?: ("none" | "open" | "certified" | "late") | null
  /** Insists */ insists?: boolean | null
  /** Will wait */ waits?: boolean | null
  /** Picks instead — → user */ picks?: (string | {
  id: string
}) | null
  /** Registered before as — → customer */ found?: (string | {
  id: string
}) | null
} }
  /** Call the waiting visitor */ "reception.callWaiting": { input: {
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
} }
  /** Hand over */ "reception.handOver": { input: {
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
  /** To — → user */ to?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
} }
  /** End the reception */ "reception.end": { input: {
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
} }
  /** Draw the files */ "reception.drawFiles": { input: {
  /** Who leaves — → user */ leaver?: (string | {
  id: string
}) | null
  /** Because — left Has left, transferred Transferred, longLeave On long leave */ because?: ("left" | "transferred" | "longLeave") | null
  /** Taking no part — → user */ absent?: ((string | {
  id: string
})[]) | null
} }
  /** Record a deal */ "reception.recordDeal": { input: {
  /** Product */ product?: string | null
  /** Day */ on?: string | null
  /** Deposit receipted — As the day where empty */ depositAt?: string | null
  /** Amount */ amount?: (string | number) | null
  /** Commission in all */ commission?: (string | number) | null
  /** Performance by agreement — → user — Where somebody had forgotten who, and a file was found later */ agreed?: (string | {
  id: string
}) | null
} }
  /** Rule on the customer */ "reception.ruleByManager": { input: {
  /** Performance — → user — The department’s where empty */ owner?: (string | {
  id: string
}) | null
  /** Commission */ commission?: (({
  user?: (string | {
  id: string
}) | null
  percent: string | number
})[]) | null
  /** Reason */ reason?: string | null
  /** The department’s, for disobedience */ disobeyed?: boolean | null
} }
  /** Open a dispute */ "dispute.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Claim */ claim?: string | null
  /** Ruling disputed — → ruling */ ruling?: (string | {
  id: string
}) | null
  /** Deal — → recordedDeal */ deal?: (string | {
  id: string
}) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Dispute it */ "reception.disputeRuling": { input: {
  /** Claim */ claim?: string | null
} }
  /** Agreed: settle it */ "reception.agreeDispute": { input: {
  /** Reason */ reason?: string | null
} }
  /** Take to mediation */ "reception.mediateDispute": { input: {
  /** Mediator — → user */ mediator?: (string | {
  id: string
}) | null
} }
  /** Rule */ "reception.ruleDispute": { input: {
  /** Resolution — upheld The ruling stands, changed The ruling is changed */ resolution?: ("upheld" | "changed") | null
  /** Reason */ reason?: string | null
} }
  /** Appeal */ "reception.appealDispute": { input: {
  /** Reason */ reason?: string | null
} }
  /** Settle */ "reception.settleDispute": { input: {
  /** Resolution — upheld The ruling stands, changed The ruling is changed */ resolution?: ("upheld" | "changed") | null
  /** Reason */ reason?: string | null
} }
  /** Propose a violation */ "violation.create": { input: {
  /** Rule — poaching Poaching: that day’s base pay, neglect Neglect: that day’s base pay, serious Serious: that month’s base pay and 50 % of its bonus, refusedDuty Refused to receive a colleague’s customer: penalty, trouble Deliberate trouble: dismissal and 50 % of that month’s deal bonus, privateMoney Collected money privately: dismissal */ rule?: ("poaching" | "neglect" | "serious" | "refusedDuty" | "trouble" | "privateMoney") | null
  /** Who — → user */ who?: (string | {
  id: string
}) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Day */ on?: string | null
  /** What happened */ facts?: string | null
  /** Proposed consequence */ consequence?: string | null
  /** Proposed deduction */ deduction?: (string | number) | null
  /** Of the month’s pay */ ofMonthPay?: (string | number) | null
  /** Why above the limit — Needed above the site’s limit */ override?: string | null
  /** Dispute — → dispute */ dispute?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Confirm */ "reception.confirmViolation": { input: {
  /** Answer */ answer?: string | null
} }
  /** Appeal */ "reception.appealViolation": { input: {
  /** Appeal */ appeal?: string | null
} }
  /** Uphold */ "reception.upholdViolation": { input: {
  /** Answer */ answer?: string | null
} }
  /** Drop */ "reception.dropViolation": { input: {
  /** Reason */ answer?: string | null
} }
  /** Call the manager */ "incident.create": { input: {
  /** What */ what?: string | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — → user */ about?: (string | {
  id: string
}) | null
  /** Moved to */ movedTo?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** I take it */ "reception.answerIncident": { input: Record<string, never> }
  /** Handled */ "reception.handleIncident": { input: {
  /** Handling */ handling?: string | null
  /** Moved to */ movedTo?: string | null
} }
  /** Pass the question on */ "openQuestion.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Question */ question?: string | null
  /** Goes to — → user */ expert?: (string | {
  id: string
}) | null
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt?: string | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Answered the visitor */ "reception.answerQuestion": { input: {
  /** Answer */ answer?: string | null
} }
  /** Add */ "user.addValues": { input: {
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
} }
  /** Remove */ "user.removeValues": { input: {
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
} }
  /** Add */ "identityProvider.addValues": { input: {
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
} }
  /** Remove */ "identityProvider.removeValues": { input: {
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
} }
  /** Add */ "customField.addValues": { input: {
  /** Other headings in files */ aliases?: string[] | null
  /** Is one of */ onlyWhenIs?: string[] | null
} }
  /** Remove */ "customField.removeValues": { input: {
  /** Other headings in files */ aliases?: string[] | null
  /** Is one of */ onlyWhenIs?: string[] | null
} }
  /** Add */ "layout.addValues": { input: {
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
} }
  /** Remove */ "layout.removeValues": { input: {
  /** Left out */ hidden?: string[] | null
  /** Columns of the list */ columns?: string[] | null
  /** Facts at the head */ facts?: string[] | null
  /** Related lists */ related?: string[] | null
} }
  /** Add */ "view.addValues": { input: {
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Columns */ columns?: string[] | null
  /** Totals */ totals?: string[] | null
} }
  /** Remove */ "view.removeValues": { input: {
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Columns */ columns?: string[] | null
  /** Totals */ totals?: string[] | null
} }
  /** Add */ "webhook.addValues": { input: {
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
} }
  /** Remove */ "webhook.removeValues": { input: {
  /** Events — As customer.created, customer.*; all where empty */ events?: string[] | null
} }
  /** Add */ "allocationQueue.addValues": { input: {
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
} }
  /** Remove */ "allocationQueue.removeValues": { input: {
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
} }
  /** Add */ "allocationMember.addValues": { input: {
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
} }
  /** Remove */ "allocationMember.removeValues": { input: {
  /** Regions */ regions?: string[] | null
  /** Products */ products?: string[] | null
  /** Segments */ segments?: string[] | null
  /** Tiers */ tiers?: string[] | null
  /** Languages */ languages?: string[] | null
  /** Skills */ skills?: string[] | null
} }
  /** Share */ "customer.share": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
  /** Right — card See card, full See, edit Edit */ level?: ("card" | "full" | "edit") | null
  /** Until — For good where empty */ until?: string | null
} }
  /** Stop sharing */ "customer.unshare": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
} }
  /** Merge */ "customer.merge": { input: {
  /** The record merged into it — → customer */ from?: (string | {
  id: string
}) | null
  /** Fields taken from that record */ take?: string[] | null
} }
  /** Add */ "customer.addValues": { input: {
  /** Tags */ tags?: string[] | null
} }
  /** Remove */ "customer.removeValues": { input: {
  /** Tags */ tags?: string[] | null
} }
  /** Merge */ "contact.merge": { input: {
  /** The record merged into it — → contact */ from?: (string | {
  id: string
}) | null
  /** Fields taken from that record */ take?: string[] | null
} }
  /** Add */ "contact.addValues": { input: {
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
} }
  /** Remove */ "contact.removeValues": { input: {
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
} }
  /** Add */ "contactRole.addValues": { input: {
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
} }
  /** Remove */ "contactRole.removeValues": { input: {
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
} }
  /** Add */ "purpose.addValues": { input: {
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
} }
  /** Remove */ "purpose.removeValues": { input: {
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
} }
  /** Add */ "collectionStandard.addValues": { input: {
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
} }
  /** Remove */ "collectionStandard.removeValues": { input: {
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
} }
  /** Add */ "pool.addValues": { input: {
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
} }
  /** Remove */ "pool.removeValues": { input: {
  /** Members — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Pool administrators — → user — May assign, and may exceed the limits */ keepers?: ((string | {
  id: string
})[]) | null
  /** Hidden until claimed — In lists, search and exports as well — phone Customer’s telephone, email Customer’s e-mail, address Customer’s address, website Website, uscc Credit code, revenue Annual revenue, note Note, contact.mobile Contact’s mobile, contact.email Contact’s e-mail, contact.wechat Contact’s WeChat */ hiddenFields?: (("phone" | "email" | "address" | "website" | "uscc" | "revenue" | "note" | "contact.mobile" | "contact.email" | "contact.wechat")[]) | null
} }
  /** Add */ "customerLimit.addValues": { input: {
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
} }
  /** Remove */ "customerLimit.removeValues": { input: {
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
} }
  /** Share */ "lead.share": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
  /** Right — card See card, full See, edit Edit */ level?: ("card" | "full" | "edit") | null
  /** Until — For good where empty */ until?: string | null
} }
  /** Stop sharing */ "lead.unshare": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
} }
  /** Add */ "lead.addValues": { input: {
  /** Interested in */ interest?: string[] | null
} }
  /** Remove */ "lead.removeValues": { input: {
  /** Interested in */ interest?: string[] | null
} }
  /** Add */ "webForm.addValues": { input: {
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
} }
  /** Remove */ "webForm.removeValues": { input: {
  /** Asks for — Always the name; telephone or e-mail at least — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ fields?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Required — mobile Telephone, email E-mail, wechat WeChat, company Company, region City, interest Interested in, message Message */ needed?: (("mobile" | "email" | "wechat" | "company" | "region" | "interest" | "message")[]) | null
  /** Products to choose from */ interests?: string[] | null
} }
  /** Share */ "prospectList.share": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
  /** Right — card See card, full See, edit Edit */ level?: ("card" | "full" | "edit") | null
  /** Until — For good where empty */ until?: string | null
} }
  /** Stop sharing */ "prospectList.unshare": { input: {
  /** Colleague — → user */ with?: (string | {
  id: string
}) | null
} }
  /** Add */ "prospectList.addValues": { input: {
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
} }
  /** Remove */ "prospectList.removeValues": { input: {
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
} }
  /** Add */ "handover.addValues": { input: {
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
} }
  /** Remove */ "handover.removeValues": { input: {
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
} }
  /** New user */ "user.create": { input: {
  /** Name */ name?: string | null
  /** E-mail — Used to sign in */ email?: string | null
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: (string | {
  id: string
}) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null
  /** Active */ isActive?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "user.edit": { input: {
  /** Name */ name?: string | null
  /** E-mail — Used to sign in */ email?: string | null
  /** Mobile */ mobile?: string | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Superior — → user — Sees the customers of this user where a role says so */ superior?: (string | {
  id: string
}) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Language — zh Chinese, en English */ locale?: ("zh" | "en") | null
  /** Active */ isActive?: boolean | null
} }
  /** Delete */ "user.recycle": { input: Record<string, never> }
  /** Restore */ "user.restore": { input: Record<string, never> }
  /** Replace a choice */ "user.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New role */ "role.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Code */ code?: string | null
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Own records whatever their class */ clearsOwn?: boolean | null
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: boolean | null
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: boolean | null
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: number | null
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: number | null
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record: string
  card?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  full?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  edit?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  create?: boolean | null
  recycle?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  departments?: ((string | {
  id: string
})[]) | null
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | null
  /** Field rights */ fieldRights?: (({
  record: string
  field: string
  level: "hidden" | "masked" | "view" | "edit"
  within?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
})[]) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "role.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Note */ note?: string | null
  /** Cleared up to — Fields of a higher class are masked or left out — public Public, internal Internal, confidential Confidential, sensitive Sensitive */ clearance?: ("public" | "internal" | "confidential" | "sensitive") | null
  /** Own records whatever their class */ clearsOwn?: boolean | null
  /** Second factor required — Whoever has none sets one up at his next sign-in */ secondFactor?: boolean | null
  /** Single sign-on only — Without a provider that is switched on nobody is shut out */ singleSignOn?: boolean | null
  /** Session ends when unused for — 720 minutes where empty; the shortest of several roles counts */ idleMinutes?: number | null
  /** Session lasts at most — 168 hours where empty; the shortest of several roles counts */ sessionHours?: number | null
  /** Grants — Plainer to see, and to change, on the page of rights */ grants?: (({
  record: string
  card?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  full?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  edit?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  create?: boolean | null
  recycle?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
  departments?: ((string | {
  id: string
})[]) | null
  export?: boolean | null
  approve?: boolean | null
  bulk?: boolean | null
  merge?: boolean | null
  reveal?: boolean | null
  audit?: boolean | null
  erase?: boolean | null
})[]) | null
  /** Field rights */ fieldRights?: (({
  record: string
  field: string
  level: "hidden" | "masked" | "view" | "edit"
  within?: "none" | "own" | "subordinates" | "department" | "departmentTree" | "chosen" | "all"
})[]) | null
} }
  /** Delete */ "role.recycle": { input: Record<string, never> }
  /** Restore */ "role.restore": { input: Record<string, never> }
  /** Replace a choice */ "role.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New identity provider */ "identityProvider.create": { input: {
  /** Name — Stands on the button of the sign-in page: "company account" */ name?: string | null
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer?: string | null
  /** Client id */ clientId?: string | null
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains?: string | null
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: boolean | null
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: boolean | null
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: boolean | null
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
  /** On */ isOn?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "identityProvider.edit": { input: {
  /** Name — Stands on the button of the sign-in page: "company account" */ name?: string | null
  /** Issuer — Below it lies /.well-known/openid-configuration */ issuer?: string | null
  /** Client id */ clientId?: string | null
  /** Scopes */ scopes?: string | null
  /** Domains of e-mails — E-mails of these domains alone come in this way */ domains?: string | null
  /** The only way in — People of these domains no longer come in by password or passkey */ isOnlyWay?: boolean | null
  /** Asks for a second factor itself — Whoever comes from there is not asked for another one here */ provesTwice?: boolean | null
  /** Makes users — Whoever is known there and not here gets a user at his first sign-in */ createsUsers?: boolean | null
  /** Roles of new users — → role */ newRoles?: ((string | {
  id: string
})[]) | null
  /** On */ isOn?: boolean | null
} }
  /** Delete */ "identityProvider.recycle": { input: Record<string, never> }
  /** Restore */ "identityProvider.restore": { input: Record<string, never> }
  /** Replace a choice */ "identityProvider.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Replace a choice */ "customField.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Restore */ "choiceList.restore": { input: Record<string, never> }
  /** Replace a choice */ "choiceList.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "layout.recycle": { input: Record<string, never> }
  /** Restore */ "layout.restore": { input: Record<string, never> }
  /** Replace a choice */ "layout.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "numberRule.recycle": { input: Record<string, never> }
  /** Restore */ "numberRule.restore": { input: Record<string, never> }
  /** Replace a choice */ "numberRule.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "fieldClass.recycle": { input: Record<string, never> }
  /** Restore */ "fieldClass.restore": { input: Record<string, never> }
  /** Replace a choice */ "fieldClass.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "classRule.recycle": { input: Record<string, never> }
  /** Restore */ "classRule.restore": { input: Record<string, never> }
  /** Replace a choice */ "classRule.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New view */ "view.create": { input: {
  /** Name */ name?: string | null
  /** Record */ record?: string | null
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: boolean | null
  /** Filter */ filter?: Filter | null
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | null
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | null
  /** Place */ place?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "view.edit": { input: {
  /** Name */ name?: string | null
  /** Shown to — me Only me, roles Some roles, everyone Everyone */ shown?: ("me" | "roles" | "everyone") | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Opens by default — The list opens with it: own views before those of roles, these before those for everyone */ isDefault?: boolean | null
  /** Filter */ filter?: Filter | null
  /** Search */ q?: string | null
  /** Order */ sort?: string | null
  /** Columns */ columns?: string[] | null
  /** Layout — table Table, board Board, calendar Calendar */ layout?: ("table" | "board" | "calendar") | null
  /** Grouped by — Groups of a table, columns of a board */ group?: string | null
  /** Totals */ totals?: string[] | null
  /** Place */ place?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
} }
  /** Delete */ "view.recycle": { input: Record<string, never> }
  /** Restore */ "view.restore": { input: Record<string, never> }
  /** Replace a choice */ "view.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "task.recycle": { input: Record<string, never> }
  /** Restore */ "task.restore": { input: Record<string, never> }
  /** Replace a choice */ "task.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New backup plan */ "backupPlan.create": { input: {
  /** Name */ name?: string | null
  /** On */ isOn?: boolean | null
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: number | null
  /** Keep weekly */ keepWeekly?: number | null
  /** Keep monthly */ keepMonthly?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "backupPlan.edit": { input: {
  /** Name */ name?: string | null
  /** On */ isOn?: boolean | null
  /** Time — Every day at this time */ startsAt?: string | null
  /** Folder — A whole path on the server, best on another disk; empty: "backups" within the data folder */ folder?: string | null
  /** Keep daily */ keepDaily?: number | null
  /** Keep weekly */ keepWeekly?: number | null
  /** Keep monthly */ keepMonthly?: number | null
} }
  /** Delete */ "backupPlan.recycle": { input: Record<string, never> }
  /** Restore */ "backupPlan.restore": { input: Record<string, never> }
  /** Replace a choice */ "backupPlan.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "webhook.recycle": { input: Record<string, never> }
  /** Restore */ "webhook.restore": { input: Record<string, never> }
  /** Replace a choice */ "webhook.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New export rule */ "exportRule.create": { input: {
  /** Record — * stands for all without a rule of their own */ record?: string | null
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: number | null
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null
  /** Waits for approval */ waitHours?: number | null
  /** File is kept */ keepHours?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "exportRule.edit": { input: {
  /** Approval over — Of one person within 24 hours; 0: every export */ rows?: number | null
  /** Approved by — Where there is no superior, by those who have the right — superior The superior of whoever asks, right Whoever has the right to approve exports */ approvedBy?: ("superior" | "right") | null
  /** Waits for approval */ waitHours?: number | null
  /** File is kept */ keepHours?: number | null
} }
  /** Delete */ "exportRule.recycle": { input: Record<string, never> }
  /** Restore */ "exportRule.restore": { input: Record<string, never> }
  /** Replace a choice */ "exportRule.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New department */ "department.create": { input: {
  /** Name */ name?: string | null
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: (string | {
  id: string
}) | null
  /** Head — → user */ head?: (string | {
  id: string
}) | null
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: (string | {
  id: string
}) | null
  /** Site — Receives customers: a sales office, a shop */ isSite?: boolean | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "department.edit": { input: {
  /** Name */ name?: string | null
  /** Code — May stand in running numbers, as in HZ */ code?: string | null
  /** Parent department — → department */ parent?: (string | {
  id: string
}) | null
  /** Head — → user */ head?: (string | {
  id: string
}) | null
  /** Legal entity — For subsidiaries that are legal entities */ legalEntity?: string | null
  /** Working calendar — → workingCalendar — As of the department above where none is chosen */ calendar?: (string | {
  id: string
}) | null
  /** Site — Receives customers: a sales office, a shop */ isSite?: boolean | null
} }
  /** Delete */ "department.recycle": { input: Record<string, never> }
  /** Restore */ "department.restore": { input: Record<string, never> }
  /** Replace a choice */ "department.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "workingCalendar.recycle": { input: Record<string, never> }
  /** Restore */ "workingCalendar.restore": { input: Record<string, never> }
  /** Replace a choice */ "workingCalendar.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "specialDay.recycle": { input: Record<string, never> }
  /** Restore */ "specialDay.restore": { input: Record<string, never> }
  /** Replace a choice */ "specialDay.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "leave.recycle": { input: Record<string, never> }
  /** Restore */ "leave.restore": { input: Record<string, never> }
  /** Replace a choice */ "leave.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New allocation queue */ "allocationQueue.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: number | null
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension: "region" | "product" | "segment" | "tier" | "language" | "skill"
  value: string
})[]) | null
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: boolean | null
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: boolean | null
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Relaxed after minutes — Never where empty */ relaxAfter?: number | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Most in hand — No limit where empty */ capacity?: number | null
  /** Most a day — No limit where empty */ quota?: number | null
  /** Department — → department — What waits belongs to this department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "allocationQueue.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Hands out — lead Leads, chat Chats, ticket Tickets, callback Callbacks */ kind?: ("lead" | "chat" | "ticket" | "callback") | null
  /** Place — Of several queues the first that fits takes it, lowest place first */ place?: number | null
  /** Takes — Everything where empty; of several lines for one thing any will do */ takes?: (({
  dimension: "region" | "product" | "segment" | "tier" | "language" | "skill"
  value: string
})[]) | null
  /** Method — rotation In turn, weighted In turn by weight, leastLoaded Least loaded first */ method?: ("rotation" | "weighted" | "leastLoaded") | null
  /** Who knows the customer first — To the owner of a customer that is known already, or to his stand-in */ familiarFirst?: boolean | null
  /** Only to people on duty — By shift, working calendar, leave and make-up work */ onlyOnDuty?: boolean | null
  /** Must fit — With what members cover — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ match?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Relaxed after minutes — Never where empty */ relaxAfter?: number | null
  /** What is relaxed — region Region, product Product, segment Segment, tier Tier, language Language, skill Skill */ relaxable?: (("region" | "product" | "segment" | "tier" | "language" | "skill")[]) | null
  /** Most in hand — No limit where empty */ capacity?: number | null
  /** Most a day — No limit where empty */ quota?: number | null
  /** Department — → department — What waits belongs to this department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
} }
  /** Delete */ "allocationQueue.recycle": { input: Record<string, never> }
  /** Restore */ "allocationQueue.restore": { input: Record<string, never> }
  /** Replace a choice */ "allocationQueue.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "allocationMember.recycle": { input: Record<string, never> }
  /** Restore */ "allocationMember.restore": { input: Record<string, never> }
  /** Replace a choice */ "allocationMember.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Restore */ "customer.restore": { input: Record<string, never> }
  /** Replace a choice */ "customer.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New contact */ "contact.create": { input: {
  /** Name */ name?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null
  /** Birthday */ birthday?: string | null
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Last contact */ lastContactAt?: string | null
} }
  /** Edit */ "contact.edit": { input: {
  /** Name */ name?: string | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ title?: string | null
  /** Mobile */ mobile?: string | null
  /** Telephone */ telephone?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Gender — male Male, female Female */ gender?: ("male" | "female") | null
  /** Birthday */ birthday?: string | null
  /** Identity card */ idNumber?: string | null
  /** Preferred channel — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ preferredChannel?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Reachable from */ reachableFrom?: string | null
  /** Reachable to */ reachableTo?: string | null
  /** Note */ note?: string | null
} }
  /** Delete */ "contact.recycle": { input: Record<string, never> }
  /** Restore */ "contact.restore": { input: Record<string, never> }
  /** Replace a choice */ "contact.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New shared contact */ "contactRole.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact — His own facts stay with his own customer */ contact?: (string | {
  id: string
}) | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ position?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "contactRole.edit": { input: {
  /** Contact — → contact — His own facts stay with his own customer */ contact?: (string | {
  id: string
}) | null
  /** Roles — self Self, decides Decides, pays Pays, uses Uses, influences Influences */ roles?: (("self" | "decides" | "pays" | "uses" | "influences")[]) | null
  /** Position */ position?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
} }
  /** Delete */ "contactRole.recycle": { input: Record<string, never> }
  /** Restore */ "contactRole.restore": { input: Record<string, never> }
  /** Replace a choice */ "contactRole.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New identity */ "identity.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind?: ("phone" | "email" | "wechat" | "qq" | "other") | null
  /** Number or account */ value?: string | null
  /** Shared — Used by several people */ isShared?: boolean | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "identity.edit": { input: {
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — phone Telephone, email E-mail, wechat WeChat, qq QQ, other Other */ kind?: ("phone" | "email" | "wechat" | "qq" | "other") | null
  /** Number or account */ value?: string | null
  /** Shared — Used by several people */ isShared?: boolean | null
  /** Note */ note?: string | null
} }
  /** Delete */ "identity.recycle": { input: Record<string, never> }
  /** Restore */ "identity.restore": { input: Record<string, never> }
  /** Replace a choice */ "identity.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New address */ "address.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line?: string | null
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: boolean | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "address.edit": { input: {
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Used for — registered Registered, office Office, home Home, delivery Delivery, billing Billing, site Site */ kind?: ("registered" | "office" | "home" | "delivery" | "billing" | "site") | null
  /** Region */ regionCode?: string | null
  /** Other region — Abroad, or as it was written down */ region?: string | null
  /** Address */ line?: string | null
  /** Postcode */ postcode?: string | null
  /** Main address */ isPrimary?: boolean | null
  /** Note */ note?: string | null
} }
  /** Delete */ "address.recycle": { input: Record<string, never> }
  /** Restore */ "address.restore": { input: Record<string, never> }
  /** Replace a choice */ "address.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New relation */ "relation.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind?: ("dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other") | null
  /** The other — → customer */ other?: (string | {
  id: string
}) | null
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "relation.edit": { input: {
  /** The other is its — dealer Dealer, referrer Referrer, family Family member, household Household, shareholder Shareholder, supplier Supplier, guarantor Guarantor, landlord Landlord, other Other */ kind?: ("dealer" | "referrer" | "family" | "household" | "shareholder" | "supplier" | "guarantor" | "landlord" | "other") | null
  /** The other — → customer */ other?: (string | {
  id: string
}) | null
  /** Called — Such as "wife", "sole dealer" */ name?: string | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Note */ note?: string | null
} }
  /** Delete */ "relation.recycle": { input: Record<string, never> }
  /** Restore */ "relation.restore": { input: Record<string, never> }
  /** Replace a choice */ "relation.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "asset.edit": { input: {
  /** Name */ name?: string | null
  /** Kind — unit Unit, parking Parking space, vehicle Vehicle, meter Meter, line Line, device Device, policy Policy */ kind?: ("unit" | "parking" | "vehicle" | "meter" | "line" | "device" | "policy") | null
  /** Number */ number?: string | null
  /** Within — → asset — Such as the unit that a meter is in */ within?: (string | {
  id: string
}) | null
  /** Model */ model?: string | null
  /** Area or size */ area?: string | null
  /** Value */ value?: (string | number) | null
  /** Address */ address?: string | null
  /** Delivered */ startedOn?: string | null
  /** Warranty until */ warrantyUntil?: string | null
  /** Next inspection */ inspectionOn?: string | null
  /** Next maintenance */ maintenanceOn?: string | null
  /** Renewal */ renewalOn?: string | null
  /** Persons */ persons?: number | null
  /** Note */ note?: string | null
} }
  /** Delete */ "asset.recycle": { input: Record<string, never> }
  /** Restore */ "asset.restore": { input: Record<string, never> }
  /** Replace a choice */ "asset.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New holder */ "holding.create": { input: {
  /** Asset — → asset */ asset?: (string | {
  id: string
}) | null
  /** Held by — → customer */ customer?: (string | {
  id: string
}) | null
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Remark */ reason?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "holding.edit": { input: {
  /** Held by — → customer */ customer?: (string | {
  id: string
}) | null
  /** As — owner Owner, tenant Tenant, user User, payer Payer */ role?: ("owner" | "tenant" | "user" | "payer") | null
  /** From */ from?: string | null
  /** Until */ until?: string | null
  /** Remark */ reason?: string | null
} }
  /** Delete */ "holding.recycle": { input: Record<string, never> }
  /** Restore */ "holding.restore": { input: Record<string, never> }
  /** Replace a choice */ "holding.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "activity.edit": { input: {
  /** Subject */ subject?: string | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Kind — call Call, visit Visit, mail Mail, meeting Meeting, message Message, note Note */ kind?: ("call" | "visit" | "mail" | "meeting" | "message" | "note") | null
  /** Time */ at?: string | null
  /** Minutes */ minutes?: number | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on */ nextOn?: string | null
  /** Content */ body?: string | null
  /** Important — In three steps: preparation, record, follow-up */ isImportant?: boolean | null
  /** Goal */ goal?: string | null
  /** Talking points */ talkingPoints?: string | null
  /** No follow-up because — Empty where there is a next step with its day */ noFollowUp?: string | null
} }
  /** Delete */ "activity.recycle": { input: Record<string, never> }
  /** Restore */ "activity.restore": { input: Record<string, never> }
  /** Replace a choice */ "activity.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New possible duplicate */ "duplicate.create": { input: {
  /** Reasons */ reasons?: (string | {
  zh?: string
  en?: string
}) | null
  /** Likeness */ score?: number | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** The other — → customer */ other?: (string | {
  id: string
}) | null
  /** Remark */ remark?: string | null
  /** Pair */ pair?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "duplicate.edit": { input: {
  /** Remark */ remark?: string | null
} }
  /** Delete */ "duplicate.recycle": { input: Record<string, never> }
  /** Restore */ "duplicate.restore": { input: Record<string, never> }
  /** Replace a choice */ "duplicate.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New purpose */ "purpose.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Code */ code?: string | null
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording?: (string | {
  zh?: string
  en?: string
}) | null
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
  /** Valid for months — Until withdrawn where empty */ months?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "purpose.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Wording — What people are shown; each consent keeps the wording of its day */ wording?: (string | {
  zh?: string
  en?: string
}) | null
  /** Basis — consent Consent, contract Contract, law Law */ basis?: ("consent" | "contract" | "law") | null
  /** Channels — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ channels?: (("phone" | "sms" | "mail" | "wechat" | "post" | "visit")[]) | null
  /** Valid for months — Until withdrawn where empty */ months?: number | null
} }
  /** Delete */ "purpose.recycle": { input: Record<string, never> }
  /** Restore */ "purpose.restore": { input: Record<string, never> }
  /** Replace a choice */ "purpose.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "consent.edit": { input: Record<string, never> }
  /** Delete */ "consent.recycle": { input: Record<string, never> }
  /** Restore */ "consent.restore": { input: Record<string, never> }
  /** Replace a choice */ "consent.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New preference page */ "preferencePage.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Contact — → contact */ contact?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
  /** Opened */ seenAt?: string | null
} }
  /** Edit */ "preferencePage.edit": { input: Record<string, never> }
  /** Delete */ "preferencePage.recycle": { input: Record<string, never> }
  /** Restore */ "preferencePage.restore": { input: Record<string, never> }
  /** Replace a choice */ "preferencePage.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "subjectRequest.edit": { input: {
  /** How it came */ channel?: string | null
  /** Identity check — How it was made sure that it is the person */ identityCheck?: string | null
  /** Answer */ answer?: string | null
} }
  /** Delete */ "subjectRequest.recycle": { input: Record<string, never> }
  /** Restore */ "subjectRequest.restore": { input: Record<string, never> }
  /** Replace a choice */ "subjectRequest.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "segment.recycle": { input: Record<string, never> }
  /** Restore */ "segment.restore": { input: Record<string, never> }
  /** Replace a choice */ "segment.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "listing.edit": { input: Record<string, never> }
  /** Delete */ "listing.recycle": { input: Record<string, never> }
  /** Restore */ "listing.restore": { input: Record<string, never> }
  /** Replace a choice */ "listing.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New collection standard */ "collectionStandard.create": { input: {
  /** Name */ name?: string | null
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: number | null
  /** Responsible — → user — The customer’s owner where empty */ keeper?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "collectionStandard.edit": { input: {
  /** Name */ name?: string | null
  /** Kind of customer — All kinds where empty — enterprise Enterprise, group Group, person Person, household Household, government Government */ kind?: ("enterprise" | "group" | "person" | "household" | "government") | null
  /** Tier — All tiers where empty — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** From the stage — Nothing is collected of customers that have ended — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ stage?: ("potential" | "developing" | "growing" | "mature" | "ended") | null
  /** Required fields — Empty, they keep a customer from entering; whoever is there can still be edited — shortName Short name, tier Tier, source Source, industry Industry, region Region, address Address, phone Telephone, email E-mail, website Website, uscc Social credit code, founded Founded, employees Employees, revenue Annual revenue, parent Parent company, primaryContact Primary contact, owner Owner, department Department, tags Tags, note Note */ requires?: (("shortName" | "tier" | "source" | "industry" | "region" | "address" | "phone" | "email" | "website" | "uscc" | "founded" | "employees" | "revenue" | "parent" | "primaryContact" | "owner" | "department" | "tags" | "note")[]) | null
  /** Confirmed every — Overdue, it is a task at 8:00 of the next working day; empty: never */ everyDays?: number | null
  /** Responsible — → user — The customer’s owner where empty */ keeper?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
} }
  /** Delete */ "collectionStandard.recycle": { input: Record<string, never> }
  /** Restore */ "collectionStandard.restore": { input: Record<string, never> }
  /** Replace a choice */ "collectionStandard.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "cleanup.recycle": { input: Record<string, never> }
  /** Restore */ "cleanup.restore": { input: Record<string, never> }
  /** Replace a choice */ "cleanup.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "retentionRule.recycle": { input: Record<string, never> }
  /** Restore */ "retentionRule.restore": { input: Record<string, never> }
  /** Replace a choice */ "retentionRule.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "pool.recycle": { input: Record<string, never> }
  /** Restore */ "pool.restore": { input: Record<string, never> }
  /** Replace a choice */ "pool.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New customer limit */ "customerLimit.create": { input: {
  /** Name */ name?: string | null
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Most held — No limit where empty */ mostHeld?: number | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
  /** Won customers do not count */ exceptWon?: boolean | null
  /** Most locked — No limit where empty */ mostLocked?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "customerLimit.edit": { input: {
  /** Name */ name?: string | null
  /** For — → user */ members?: ((string | {
  id: string
})[]) | null
  /** Departments — → department — With those below */ departments?: ((string | {
  id: string
})[]) | null
  /** Roles — → role */ roles?: ((string | {
  id: string
})[]) | null
  /** Most held — No limit where empty */ mostHeld?: number | null
  /** Stages that do not count — potential Potential, developing Developing, growing Growing, mature Mature, ended Ended */ exceptStages?: (("potential" | "developing" | "growing" | "mature" | "ended")[]) | null
  /** Won customers do not count */ exceptWon?: boolean | null
  /** Most locked — No limit where empty */ mostLocked?: number | null
} }
  /** Delete */ "customerLimit.recycle": { input: Record<string, never> }
  /** Restore */ "customerLimit.restore": { input: Record<string, never> }
  /** Replace a choice */ "customerLimit.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "contactPlan.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Every */ every?: number | null
  /** Unit — day Days, week Weeks, month Months */ unit?: ("day" | "week" | "month") | null
  /** By — What the customer prefers goes before — phone Telephone, sms Text message, mail E-mail, wechat WeChat, post Post, visit Visit */ way?: ("phone" | "sms" | "mail" | "wechat" | "post" | "visit") | null
  /** Purpose — → purpose — With one, nobody is contacted who has not agreed or has withdrawn */ purpose?: (string | {
  id: string
}) | null
  /** Talking points — Stands in the task */ content?: (string | {
  zh?: string
  en?: string
}) | null
  /** Done by — → user — The owner of the customer where empty */ by?: (string | {
  id: string
}) | null
  /** Most per person and day — What is more goes to the workdays after */ mostPerDay?: number | null
} }
  /** Delete */ "contactPlan.recycle": { input: Record<string, never> }
  /** Restore */ "contactPlan.restore": { input: Record<string, never> }
  /** Replace a choice */ "contactPlan.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "lead.edit": { input: {
  /** Name */ name?: string | null
  /** Company */ company?: string | null
  /** Position */ position?: string | null
  /** Telephone */ mobile?: string | null
  /** E-mail */ email?: string | null
  /** WeChat */ wechat?: string | null
  /** Region */ region?: string | null
  /** Language — zh Chinese, en English */ language?: ("zh" | "en") | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Source, in detail */ sourceDetail?: string | null
  /** Referred by — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string[] | null
  /** Business — What they do, and how large it is */ needs?: string | null
  /** Pain points */ pains?: string | null
  /** Expectations */ expectations?: string | null
  /** Budget */ budget?: (string | number) | null
  /** Planned for — now At once, quarter Within three months, year Within a year, later Later */ plannedFor?: ("now" | "quarter" | "year" | "later") | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Note */ note?: string | null
} }
  /** Delete */ "lead.recycle": { input: Record<string, never> }
  /** Restore */ "lead.restore": { input: Record<string, never> }
  /** Replace a choice */ "lead.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "leadContact.edit": { input: {
  /** Subject */ subject?: string | null
  /** By — call Call, visit Visit, message Message, mail Mail */ kind?: ("call" | "visit" | "message" | "mail") | null
  /** Time */ at?: string | null
  /** Done by — → user */ by?: (string | {
  id: string
}) | null
  /** Outcome */ outcome?: string | null
  /** Content */ body?: string | null
  /** Next step */ nextStep?: string | null
  /** Next on — Makes a task */ nextOn?: string | null
} }
  /** Delete */ "leadContact.recycle": { input: Record<string, never> }
  /** Restore */ "leadContact.restore": { input: Record<string, never> }
  /** Replace a choice */ "leadContact.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New enquiry */ "enquiry.create": { input: {
  /** Subject */ subject?: string | null
  /** Lead — → lead */ lead?: (string | {
  id: string
}) | null
  /** Time */ at?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Message */ message?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "enquiry.edit": { input: {
  /** Subject */ subject?: string | null
  /** Time */ at?: string | null
  /** Source — walkIn Walk-in, callIn Call-in, web Website, referral Referral, campaign Campaign, partner Partner, other Other */ source?: ("walkIn" | "callIn" | "web" | "referral" | "campaign" | "partner" | "other") | null
  /** Message */ message?: string | null
} }
  /** Delete */ "enquiry.recycle": { input: Record<string, never> }
  /** Restore */ "enquiry.restore": { input: Record<string, never> }
  /** Replace a choice */ "enquiry.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "webForm.recycle": { input: Record<string, never> }
  /** Restore */ "webForm.restore": { input: Record<string, never> }
  /** Replace a choice */ "webForm.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New playbook */ "playbook.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null
  /** What to say — Stands in the first task; {name} becomes the name */ message?: (string | {
  zh?: string
  en?: string
}) | null
  /** Materials */ materials?: (({
  name: string
  link?: string | null
})[]) | null
  /** Steps — 0 is the same day; by the working calendar */ steps?: (({
  after: number
  title: string
  note?: string | null
})[]) | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "playbook.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** For — firstContact First contact, onboarding New customers */ kind?: ("firstContact" | "onboarding") | null
  /** What to say — Stands in the first task; {name} becomes the name */ message?: (string | {
  zh?: string
  en?: string
}) | null
  /** Materials */ materials?: (({
  name: string
  link?: string | null
})[]) | null
  /** Steps — 0 is the same day; by the working calendar */ steps?: (({
  after: number
  title: string
  note?: string | null
})[]) | null
  /** Note */ note?: string | null
} }
  /** Delete */ "playbook.recycle": { input: Record<string, never> }
  /** Restore */ "playbook.restore": { input: Record<string, never> }
  /** Replace a choice */ "playbook.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "onboarding.edit": { input: Record<string, never> }
  /** Delete */ "onboarding.recycle": { input: Record<string, never> }
  /** Restore */ "onboarding.restore": { input: Record<string, never> }
  /** Replace a choice */ "onboarding.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "registration.edit": { input: {
  /** Client */ client?: string | null
  /** Client’s mobile — The middle four may be stars */ phone?: string | null
  /** Registered by — partner A partner, customer A customer */ by?: ("partner" | "customer") | null
  /** Partner */ partner?: string | null
  /** Referring customer — → customer */ referredBy?: (string | {
  id: string
}) | null
  /** Interested in */ interest?: string | null
  /** Protected for days */ days?: number | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
} }
  /** Delete */ "registration.recycle": { input: Record<string, never> }
  /** Restore */ "registration.restore": { input: Record<string, never> }
  /** Replace a choice */ "registration.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New prospect list */ "prospectList.create": { input: {
  /** Name */ name?: string | null
  /** From — survey Market survey, industry Industry list, partner Recommended by partners, district Schools and districts */ source?: ("survey" | "industry" | "partner" | "district") | null
  /** Industries that fit */ industries?: string[] | null
  /** Regions that fit */ regions?: string[] | null
  /** Employees at least */ least?: number | null
  /** Words of our business — In the name or the note */ keywords?: string[] | null
  /** Note */ note?: string | null
  /** Owner — → user */ owner?: (string | {
  id: string
}) | null
  /** Department — → department */ department?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Delete */ "prospectList.recycle": { input: Record<string, never> }
  /** Restore */ "prospectList.restore": { input: Record<string, never> }
  /** Replace a choice */ "prospectList.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "prospect.recycle": { input: Record<string, never> }
  /** Restore */ "prospect.restore": { input: Record<string, never> }
  /** Replace a choice */ "prospect.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Delete */ "scoreRule.recycle": { input: Record<string, never> }
  /** Restore */ "scoreRule.restore": { input: Record<string, never> }
  /** Replace a choice */ "scoreRule.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New lead model */ "leadModel.create": { input: {
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "leadModel.edit": { input: Record<string, never> }
  /** Delete */ "leadModel.recycle": { input: Record<string, never> }
  /** Restore */ "leadModel.restore": { input: Record<string, never> }
  /** Replace a choice */ "leadModel.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New service level */ "serviceLevel.create": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Offers */ offers?: (string | {
  zh?: string
  en?: string
}) | null
  /** Dedicated manager */ hasManager?: boolean | null
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: number | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "serviceLevel.edit": { input: {
  /** Name */ name?: (string | {
  zh?: string
  en?: string
}) | null
  /** Tier — A A key, B B regular, C C small */ tier?: ("A" | "B" | "C") | null
  /** Offers */ offers?: (string | {
  zh?: string
  en?: string
}) | null
  /** Dedicated manager */ hasManager?: boolean | null
  /** Service number */ line?: string | null
  /** Queue */ queue?: string | null
  /** Visits per customer and month */ visitsPerMonth?: number | null
} }
  /** Delete */ "serviceLevel.recycle": { input: Record<string, never> }
  /** Restore */ "serviceLevel.restore": { input: Record<string, never> }
  /** Replace a choice */ "serviceLevel.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New upgrade request */ "upgradeRequest.create": { input: {
  /** Reason */ reason?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** To — A A key, B B regular */ tier?: ("A" | "B") | null
  /** What is expected */ expects?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "upgradeRequest.edit": { input: {
  /** Reason */ reason?: string | null
  /** What is expected */ expects?: string | null
} }
  /** Delete */ "upgradeRequest.recycle": { input: Record<string, never> }
  /** Restore */ "upgradeRequest.restore": { input: Record<string, never> }
  /** Replace a choice */ "upgradeRequest.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New contact progress form */ "visitForm.create": { input: {
  /** Visit */ subject?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Visit logged — → activity */ visit?: (string | {
  id: string
}) | null
  /** Visitor — → user */ by?: (string | {
  id: string
}) | null
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "visitForm.edit": { input: {
  /** Visit */ subject?: string | null
  /** Place */ place?: string | null
  /** Latitude */ latitude?: (string | number) | null
  /** Longitude */ longitude?: (string | number) | null
  /** Met */ met?: string | null
  /** Progress */ progress?: string | null
  /** Needs and doubts */ needs?: string | null
  /** Next step */ nextStep?: string | null
  /** Outlook — better Better, same Unchanged, worse Worse */ outlook?: ("better" | "same" | "worse") | null
} }
  /** Delete */ "visitForm.recycle": { input: Record<string, never> }
  /** Restore */ "visitForm.restore": { input: Record<string, never> }
  /** Replace a choice */ "visitForm.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New account news */ "watchEntry.create": { input: {
  /** What */ what?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null
  /** Date */ on?: string | null
  /** Source — A notice, a report, a talk */ source?: string | null
  /** Link */ address?: string | null
  /** Details */ body?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "watchEntry.edit": { input: {
  /** What */ what?: string | null
  /** About — people People, ownership Ownership, project Projects, finance Business, news Public news */ kind?: ("people" | "ownership" | "project" | "finance" | "news") | null
  /** Date */ on?: string | null
  /** Source — A notice, a report, a talk */ source?: string | null
  /** Link */ address?: string | null
  /** Details */ body?: string | null
} }
  /** Delete */ "watchEntry.recycle": { input: Record<string, never> }
  /** Restore */ "watchEntry.restore": { input: Record<string, never> }
  /** Replace a choice */ "watchEntry.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "handover.edit": { input: {
  /** Name */ name?: string | null
  /** Because — left Left, transferred Transferred, longLeave Long leave */ reason?: ("left" | "transferred" | "longLeave") | null
  /** From */ on?: string | null
  /** Receivers — → user — Drawn by lot: numbers of customers differ by one at most */ receivers?: ((string | {
  id: string
})[]) | null
  /** Left out — → user — Colleagues who are on leave or absent */ absent?: ((string | {
  id: string
})[]) | null
  /** Note */ note?: string | null
} }
  /** Delete */ "handover.recycle": { input: Record<string, never> }
  /** Restore */ "handover.restore": { input: Record<string, never> }
  /** Replace a choice */ "handover.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "siteSetting.edit": { input: Record<string, never> }
  /** Delete */ "siteSetting.recycle": { input: Record<string, never> }
  /** Restore */ "siteSetting.restore": { input: Record<string, never> }
  /** Replace a choice */ "siteSetting.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "shift.edit": { input: Record<string, never> }
  /** Delete */ "shift.recycle": { input: Record<string, never> }
  /** Restore */ "shift.restore": { input: Record<string, never> }
  /** Replace a choice */ "shift.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New turn log */ "turnEntry.create": { input: {
  /** Shift — → shift */ shift?: (string | {
  id: string
}) | null
  /** Order */ order?: number | null
  /** What — turn Turn used, passed Passed over, skipped Used by name, passed over once, returned Turn given back, presence State, joined Joined, parted Left the ring, ordered Order changed, carriedIn Owed turns carried in, carriedOut Owed turns carried out */ kind?: ("turn" | "passed" | "skipped" | "returned" | "presence" | "joined" | "parted" | "ordered" | "carriedIn" | "carriedOut") | null
  /** Who — → user */ user?: (string | {
  id: string
}) | null
  /** Reception — → reception */ reception?: (string | {
  id: string
}) | null
  /** Reason */ reason?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "turnEntry.edit": { input: Record<string, never> }
  /** Delete */ "turnEntry.recycle": { input: Record<string, never> }
  /** Restore */ "turnEntry.restore": { input: Record<string, never> }
  /** Replace a choice */ "turnEntry.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New reception */ "reception.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "reception.edit": { input: {
  /** How he knows of us — passing Passing by, referral Referred, online Online, outdoor Outdoor advertising, press Press, campaign Campaign, partner Partner, other Other */ source?: ("passing" | "referral" | "online" | "outdoor" | "press" | "campaign" | "partner" | "other") | null
  /** Interested in */ product?: string | null
  /** Intention grade — A A very high, B B high, C C fair, D D low */ grade?: ("A" | "B" | "C" | "D") | null
  /** Note */ note?: string | null
} }
  /** Delete */ "reception.recycle": { input: Record<string, never> }
  /** Restore */ "reception.restore": { input: Record<string, never> }
  /** Replace a choice */ "reception.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New file */ "customerFile.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Salesperson — → user */ salesperson?: (string | {
  id: string
}) | null
  /** Register — walkIn Walk-in, callIn Call-in */ register?: ("walkIn" | "callIn") | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "customerFile.edit": { input: Record<string, never> }
  /** Delete */ "customerFile.recycle": { input: Record<string, never> }
  /** Restore */ "customerFile.restore": { input: Record<string, never> }
  /** Replace a choice */ "customerFile.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New ruling */ "ruling.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Rule — R15 R15 quarrel, R14 R14 event, R5 R5 complaint, R7 R7 discount, R3 R3 declines, R9 R9 nth visit, R6 R6 several named, R2 R2 previous there, R4 R4 previous not there, R17 R17 expired, R8 R8 forgot who, R18 R18 no claim, R1 R1 first visit, R16 R16 manager rules */ rule?: ("R15" | "R14" | "R5" | "R7" | "R3" | "R9" | "R6" | "R2" | "R4" | "R17" | "R8" | "R18" | "R1" | "R16") | null
  /** Because */ because?: (string | {
  zh?: string
  en?: string
}) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "ruling.edit": { input: Record<string, never> }
  /** Delete */ "ruling.recycle": { input: Record<string, never> }
  /** Restore */ "ruling.restore": { input: Record<string, never> }
  /** Replace a choice */ "ruling.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** New recorded deal */ "recordedDeal.create": { input: {
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** Product */ product?: string | null
  /** Day */ on?: string | null
  /** Deposit receipted */ depositAt?: string | null
  /** Amount */ amount?: (string | number) | null
  /** Commission in all */ commission?: (string | number) | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
  /** Created */ createdAt?: string | null
  /** Created by — → user */ createdBy?: (string | {
  id: string
}) | null
} }
  /** Edit */ "recordedDeal.edit": { input: Record<string, never> }
  /** Delete */ "recordedDeal.recycle": { input: Record<string, never> }
  /** Restore */ "recordedDeal.restore": { input: Record<string, never> }
  /** Replace a choice */ "recordedDeal.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "dispute.edit": { input: Record<string, never> }
  /** Delete */ "dispute.recycle": { input: Record<string, never> }
  /** Restore */ "dispute.restore": { input: Record<string, never> }
  /** Replace a choice */ "dispute.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "violation.edit": { input: Record<string, never> }
  /** Delete */ "violation.recycle": { input: Record<string, never> }
  /** Restore */ "violation.restore": { input: Record<string, never> }
  /** Replace a choice */ "violation.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "incident.edit": { input: {
  /** What */ what?: string | null
  /** Customer — → customer */ customer?: (string | {
  id: string
}) | null
  /** About — → user */ about?: (string | {
  id: string
}) | null
  /** Moved to */ movedTo?: string | null
} }
  /** Delete */ "incident.recycle": { input: Record<string, never> }
  /** Restore */ "incident.restore": { input: Record<string, never> }
  /** Replace a choice */ "incident.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
  /** Edit */ "openQuestion.edit": { input: {
  /** Question */ question?: string | null
  /** Goes to — → user */ expert?: (string | {
  id: string
}) | null
  /** Call back at — The customer’s number where empty */ callBack?: string | null
  /** Promised by */ promisedAt?: string | null
  /** Site — → department */ site?: (string | {
  id: string
}) | null
} }
  /** Delete */ "openQuestion.recycle": { input: Record<string, never> }
  /** Restore */ "openQuestion.restore": { input: Record<string, never> }
  /** Replace a choice */ "openQuestion.replaceChoice": { input: {
  /** Field */ field?: string | null
  /** Choice */ from?: string | null
  /** Replaced by */ to?: string | null
} }
}

/** Its other calls, with what they answer. */
export interface Calls {
  /** How one signs in */ "GET /api/v1/sign-in": {
  recovery: "mail" | "administrator"
  passkeysAt: string | null
  providers: {
  id: string
  name: string
}[]
  step?: {
  next: "code" | "setUp"
  ways?: ("code" | "passkey")[]
}
}
  /** Sign in; "next" says where a code or the set-up of a second factor is still to come */ "POST /api/v1/sign-in": ({
  next: "code" | "setUp"
  ways?: ("code" | "passkey")[]
}) | {
  user: string
  expiresAt: string
}
  /** Second step of signing in: a code of the app, or a backup code */ "POST /api/v1/sign-in/code": {
  expiresAt: string
}
  /** Set up a second factor while signing in */ "POST /api/v1/sign-in/set-up": {
  secret: string
  address: string
}
  /** Finish the set-up with the first code, and sign in */ "POST /api/v1/sign-in/set-up/confirm": {
  codes: string[]
  expiresAt: string
}
  /** Recover a password: a mail is sent where there is such a user; the answer is always the same */ "POST /api/v1/recovery": undefined
  /** Set a new password by a link */ "POST /api/v1/recovery/password": undefined
  /** Sign out */ "POST /api/v1/sign-out": undefined
  /** Who I am */ "GET /api/v1/me": {
  id: string
  name: string
  roles: string[]
  departments: string[]
}
  /** Begin to sign in with a passkey */ "POST /api/v1/sign-in/passkey/begin": PasskeyOptions
  /** Sign in with a passkey and nothing else */ "POST /api/v1/sign-in/passkey": {
  expiresAt: string
}
  /** Second step of signing in: begin with a passkey */ "POST /api/v1/sign-in/code/passkey/begin": PasskeyOptions
  /** Second step of signing in: a passkey */ "POST /api/v1/sign-in/code/passkey": {
  expiresAt: string
}
  /** Begin to add a passkey while signing in */ "POST /api/v1/sign-in/set-up/passkey/begin": PasskeyOptions
  /** Add a passkey while signing in, and sign in */ "POST /api/v1/sign-in/set-up/passkey": {
  codes: string[]
  expiresAt: string
}
  /** Begin to add a passkey */ "POST /api/v1/me/passkeys/begin": PasskeyOptions
  /** Add a passkey; backup codes come with the first */ "POST /api/v1/me/passkeys": {
  codes: string[]
}
  /** Remove one of my passkeys */ "DELETE /api/v1/me/passkeys/{id}": undefined
  /** Begin to show with a passkey who one is */ "POST /api/v1/me/confirm/passkey/begin": PasskeyOptions
  /** Show once more who one is, with a passkey */ "POST /api/v1/me/confirm/passkey": undefined
  /** Begin single sign-on; the browser goes to the address answered */ "POST /api/v1/sign-in/providers/{id}": {
  address: string
}
  /** Begin to show by single sign-on who one is */ "POST /api/v1/me/confirm/providers/{id}": {
  address: string
}
  /** Where providers send the browser back */ "GET /api/v1/sign-in/return": undefined
  /** My sign-in and security */ "GET /api/v1/me/security": Security
  /** Show once more who one is */ "POST /api/v1/me/confirm": undefined
  /** Change my password; all other sessions end */ "POST /api/v1/me/password": undefined
  /** End one of my sessions */ "DELETE /api/v1/me/sessions/{id}": undefined
  /** End all my other sessions */ "POST /api/v1/me/sessions/end-others": Security
  /** Begin to set up a second factor */ "POST /api/v1/me/second-factor": {
  secret: string
  address: string
}
  /** Turn the second factor off */ "DELETE /api/v1/me/second-factor": undefined
  /** Turn the second factor on with its first code */ "POST /api/v1/me/second-factor/confirm": {
  codes: string[]
}
  /** Make new backup codes; those before no longer work */ "POST /api/v1/me/backup-codes": {
  codes: string[]
}
  /** Make a personal token; it is shown this once */ "POST /api/v1/me/tokens": {
  id: string
  token: string
}
  /** Revoke one of my tokens */ "DELETE /api/v1/me/tokens/{id}": undefined
  /** Sign-in and security of a user, for administrators */ "GET /api/v1/users/{id}/security": Security
  /** End one session of a user */ "DELETE /api/v1/users/{id}/sessions/{session}": undefined
  /** Make a link by which a user sets his password, once */ "POST /api/v1/users/{id}/recovery-link": {
  path: string
  expiresAt: string
}
  /** Make a service token with the rights of a user; it is shown this once */ "POST /api/v1/users/{id}/tokens": {
  id: string
  token: string
}
  /** Revoke a token of a user */ "DELETE /api/v1/users/{id}/tokens/{token}": undefined
  /** Disconnect a user from his account at a provider */ "DELETE /api/v1/users/{id}/accounts/{provider}": undefined
  /** Look at the product as a user sees it; read only, for administrators */ "POST /api/v1/users/{id}/simulate": undefined
  /** Stop looking as somebody else */ "POST /api/v1/simulation/end": undefined
  "GET /api/v1/records/{record}/groups": {
  groups: ({
  value: string | boolean | null
  title?: string
  count: Count
  totals?: Record<string, {
  sum: string
  of: number
}>
})[]
  whole: boolean
}
  "POST /api/v1/records/{record}/check": {
  fields: Record<string, string>
}
  "GET /api/v1/records/{record}/export": undefined
  "POST /api/v1/records/{record}/{id}/reveal": {
  field: string
  value: unknown
}
  "GET /api/v1/records/{record}/{id}/access": {
  user: {
  id: string
  title: string
  isActive: boolean
}
  answers: {
  key: string
  words: string
  holds: boolean
  because: string
  remedies: string[]
  reason: RightReason
}[]
  closed: string | null
}
  "GET /api/v1/records/{record}/{id}/who-sees": {
  items: {
  user: Named
  level: string
  words: string
  because: string
}[]
  looked: number
  next: string | null
}
  "GET /api/v1/records/{record}/recent": {
  items: ({
  id: string
  version: number
  can: Can
  masked?: string[]
  deletedAt?: string
  last: {
  at: string
  words: string
  actor: Named
  record: RecordNamed
} | null
})[]
}
  /** Bulk changes, imports and exports */ "GET /api/v1/operations": {
  items: ({
  id: string
  action: string
  words: string
  record: string | null
  at: string
  state: "running" | "done" | "stopped" | "undoing" | "undone"
  total: number
  done: number
  refused: number
  report: Report
  undoes: string | null
  canUndo: boolean
  undoneBy: string | null
  finishedAt: string | null
  by: Named
})[]
  next: string | null
}
  /** Progress and report of an operation */ "GET /api/v1/operations/{id}": OperationReport
  /** Undo an operation */ "POST /api/v1/operations/{id}/undo": OperationReport
  "GET /api/v1/records/{record}/{id}/history": {
  items: ToldEvent[]
  next: string | null
}
  "GET /api/v1/records/{record}/{id}/timeline": {
  items: ToldEvent[]
  next: string | null
}
  /** Audit: who did what to what, and when */ "GET /api/v1/audit": {
  items: Event[]
  next: string | null
}
  /** What the last check of the sealed chain has shown */ "GET /api/v1/audit/seals": {
  last: {
  at: string
  seconds: number
  sealed: number
  waiting: number
  erased: number
  heads: number
} | null
}
  /** Export what an audit has found; the export is recorded */ "GET /api/v1/audit/export": undefined
  "GET /api/v1/records/{record}/{id}/presence": {
  people: ({
  id: string
  name: string
  doing: "viewing" | "editing"
})[]
}
  "POST /api/v1/records/{record}/{id}/presence": undefined
  "POST /api/v1/rights/{record}/{id}/preview": {
  on: ({
  record: string
  what: "see" | "edit"
  direction: "lose" | "gain"
  rows: {
  value: number
  exact: boolean
}
  users: number
})[]
  people: ({
  user: Named
  changes: ({
  record: string
  what: "see" | "edit"
  direction: "lose" | "gain"
  rows: {
  value: number
  exact: boolean
}
})[]
})[]
  uncounted: number
}
  "POST /api/v1/rights/{record}/{id}/change": {
  operation: string
  version?: number
}
  /** Search all records */ "GET /api/v1/search": {
  groups: {
  record: string
  items: Item[]
}[]
  similar?: true
  renewing?: true
}
  /** Records opened lately */ "GET /api/v1/opened": {
  items: {
  record: string
  item: Item
}[]
}
  /** Note that a record was opened */ "POST /api/v1/opened": undefined
  /** Who came into a segment and who left it */ "GET /api/v1/segments/{id}/history": {
  sizes: {
  day: string
}[] | null
  reckonedAt: string | null
  entered: {
  record: string
  id: string
  title: string
  at: string
}[]
  left: {
  record: string
  id: string
  title: string
  at: string
}[] | null
}
  "GET /api/v1/records/{record}/{id}/segments": {
  items: ({
  id: string
  title: string
  since: string | null
})[]
}
  "GET /api/v1/records/{record}/{id}/similar": {
  items: ({
  item: Item
  score: number
  decision: "same" | "perhaps"
  reasons: {
  words: Words
  isAgainst: boolean
}[]
  held?: Words
})[]
  hidden: boolean
}
  "POST /api/v1/records/{record}/similar": {
  items: ({
  item: Item
  score: number
  decision: "same" | "perhaps"
  reasons: {
  words: Words
  isAgainst: boolean
}[]
  held?: Words
})[]
  hidden: boolean
}
  /** Upload a file to a record */ "POST /api/v1/files": FileKept
  "GET /api/v1/records/{record}/{id}/files": {
  items: FileKept[]
}
  /** Download a file */ "GET /api/v1/files/{id}": undefined
  /** Delete a file */ "DELETE /api/v1/files/{id}": undefined
  /** Bring back a removed file */ "POST /api/v1/files/{id}/restore": FileKept
  /** Exports and requests: mine, waiting for me, everybody’s for administrators */ "GET /api/v1/exports": {
  items: (({
  id: string
  at: string
  by: Named
  record: string
  rows: number
  isRequest: true
  query: {
  format?: string
  fields?: string[]
}
  reason: string
  state: "waiting" | "approved" | "ready" | "expired" | "refused" | "withdrawn" | "lapsed" | "failed"
  decideBy: string
  decidedBy: Named | null
  decidedAt: string | null
  note: string | null
  fileSize: number | null
  written: number | null
  expiresAt: string | null
  fetchedAt: string | null
  operationId: string | null
}) | ({
  id: string
  at: string
  by: Named
  record: string
  rows: number
  isRequest: false
  query: {
  format?: string
  fields?: string[]
} | null
  state: "written" | "broken"
}))[]
  next: string | null
}
  /** Ask for an export */ "POST /api/v1/exports": {
  id: string
}
  /** Approve or refuse an export */ "POST /api/v1/exports/{id}/decide": undefined
  /** Withdraw a request for an export */ "POST /api/v1/exports/{id}/withdraw": undefined
  /** Fetch an approved export; every fetching is recorded */ "GET /api/v1/exports/{id}/file": undefined
  /** The calendar: records that have a day, the working hours of each day, holidays */ "GET /api/v1/calendar": {
  entries: {
  record: string
  item: Item
  foreseen?: string
}[]
  more: Record<string, Count>
  days: Record<string, {
  hours: {
  from: number
  to: number
}[]
  special?: {
  kind: string
}
}>
  unknownYears: number[]
}
  /** My calendar feed */ "GET /api/v1/calendar/feed": {
  feed: ({
  createdAt: string
  seenAt: string | null
}) | null
}
  /** Make the feed’s address; the one before stops working */ "POST /api/v1/calendar/feed": {
  path: string
  feed: {
  createdAt: string
  seenAt: string | null
}
}
  /** End the feed */ "DELETE /api/v1/calendar/feed": undefined
  /** The calendar for calendar programs */ "GET /api/v1/calendar/{secret}.ics": undefined
  "GET /api/v1/records/{record}/{id}/comments": {
  items: CommentSaid[]
  next: string | null
}
  "POST /api/v1/records/{record}/{id}/comments": {
  id: string
  record: string
  recordId: string
  author: Named
  body: string
  createdAt: string
  editedAt: string | null
  can: {
  edit: boolean
  remove: boolean
}
  notTold: Named[]
}
  /** Change one’s own comment; one that was removed comes back with it */ "PATCH /api/v1/comments/{id}": {
  id: string
  record: string
  recordId: string
  author: Named
  body: string
  createdAt: string
  editedAt: string | null
  can: {
  edit: boolean
  remove: boolean
}
  notTold: Named[]
}
  /** Remove a comment */ "DELETE /api/v1/comments/{id}": undefined
  "GET /api/v1/records/{record}/{id}/colleagues": {
  items: {
  id: string
  title: string
  department: string
  sees: boolean
}[]
}
  "GET /api/v1/records/{record}/{id}/followers": {
  following: boolean
  count: number
  items: Named[]
}
  "PUT /api/v1/records/{record}/{id}/follow": {
  following: boolean
  count: number
  items: Named[]
}
  "DELETE /api/v1/records/{record}/{id}/follow": {
  following: boolean
  count: number
  items: Named[]
}
  /** My notices */ "GET /api/v1/notices": {
  items: Notice[]
  next: string | null
  unread: Count
}
  /** Mark as read or unread; all where none is named */ "POST /api/v1/notices/read": {
  unread: Count
}
  /** My preferences */ "GET /api/v1/me/preferences": {
  values: Record<string, unknown>
  notices: {
  kind: string
  words: {
  zh: string
  en: string
}
  hint?: {
  zh: string
  en: string
}
  product: boolean
  mail: string
}[]
  mail: boolean
}
  /** Change my preferences: those named, and no others */ "PUT /api/v1/me/preferences": {
  values: Record<string, unknown>
  notices: {
  kind: string
  words: {
  zh: string
  en: string
}
  hint?: {
  zh: string
  en: string
}
  product: boolean
  mail: string
}[]
  mail: boolean
}
  /** Upload a file to import */ "POST /api/v1/imports": ImportJob
  /** My imports */ "GET /api/v1/imports": {
  items: ImportJob[]
}
  /** Settings and progress of an import */ "GET /api/v1/imports/{id}": ImportJob
  /** Change mapping and rules */ "PATCH /api/v1/imports/{id}": ImportJob
  /** Preview what it would do */ "POST /api/v1/imports/{id}/preview": {
  progress: ImportProgress
  isWhole: boolean
  rows: ({
  line: number
  what: "new" | "changed" | "duplicate" | "asked" | "failed" | "skipped"
  id?: string
  rule?: "ask" | "skip" | "fillEmpty" | "update" | "merge" | "create"
  twin?: {
  id?: string
  title: string
  line?: number
  score?: number
  isExact: boolean
  reasons: {
  words: string
  isAgainst: boolean
}[]
  held?: string
}
  cells: string[]
  values: Record<string, unknown>
  problems: {
  column: string
  words: string
  fatal: boolean
}[]
})[]
}
  /** Run the import */ "POST /api/v1/imports/{id}/run": ImportJob
  /** Undo the import */ "POST /api/v1/imports/{id}/undo": {
  operation: string
  done: number
  refused: number
  report: Report
}
  /** The rows not imported, to mend and import again */ "GET /api/v1/imports/{id}/errors": {
  items: {
  line: number
  kind: string
  cells: string[]
  reason: string
}[]
}
  /** Description for screens */ "GET /api/v1/description": {
  me: {
  id: string
  name: string
  roles: string[]
}
  records: {
  name: string
  words: Words
  title: string
  capability: string
  fields: FieldDescribed[]
}[]
  menu: {
  path: string
  words: Words
  icon: string
}[]
}
  /** Background jobs */ "GET /api/v1/jobs": {
  items: ({
  id: string
  name: string
  words: string
  state: string
  attempts: number
  createdAt: string
  startAt: string | null
  startedAt: string | null
  finishedAt: string | null
  error: string | null
})[]
  counts: {
  name: string
  state: string
  n: number
}[]
  sealLagSeconds: number
}
  /** Retry a job */ "POST /api/v1/jobs/{id}/retry": undefined
  /** Metrics of this node */ "GET /metrics": undefined
  /** Self-check */ "GET /api/v1/self-check": {
  host: string
  at: string
  items: ({
  name: string
  words: Words
  host: string | null
  state: "good" | "mind" | "bad"
  since: string
  says: Words
  remedy?: Words
})[]
}
  /** Slow statements */ "GET /api/v1/slow-statements": {
  slowFromMs: number
  items: {
  text: string
  purpose: string
  times: number
  failed: number
  totalMs: number
  longestMs: number
  lastAt: string
}[]
}
  "GET /api/v1/setup/{record}": {
  record: string
  fields: FieldDescribed[]
  lists: ({
  field: string
  words: Words
  isCustom: boolean
  isOpen: boolean
  isFilterable: boolean
  choices: ({
  code: string
  zh: string
  en: string
  color: string | null
  isRetired: boolean
})[]
  declared: ({
  code: string
  zh: string
  en: string
  color: string | null
  isRetired: boolean
})[]
})[]
  layout: {
  form: string[][]
  needed: string[]
  related: string[]
  relatable: string[]
  columns: string[]
  variant: string | null
}
  numbers: {
  field: string
  words: Words
  isGapless: boolean
  pattern: string
  reset: string
  start: number
  declared: {
  pattern: string
  reset: string
  start: number
}
  next: string
}[]
  classes: {
  field: string
  words: Words
  secrecy: string
  declared: string
  isMaskable: boolean
}[]
}
  "GET /api/v1/setup/{record}/next-number": {
  next: string | null
  faults: string[]
}
  /** Backups and drills */ "GET /api/v1/backups": {
  plan: {
  id: string | null
  folder: string
}
  isBeside: boolean
  isEncrypted: boolean
  items: ({
  id: string
  kind: string
  state: string
  at: string
  day: string | null
  file: string
  size: number | null
  isEncrypted: boolean
  by: string | null
})[]
}
  /** Back up now */ "POST /api/v1/backups": {
  id: string
}
  /** How a provider of single sign-on stands */ "GET /api/v1/identity-providers/{id}": {
  secretAt: string | null
  accounts: number
  returnAddress: string
}
  /** Set the secret of a provider; null for none */ "PUT /api/v1/identity-providers/{id}/secret": undefined
  /** Ask a provider whether it can be used */ "POST /api/v1/identity-providers/{id}/check": {
  issuer: string
  authorization: string | null
  provesExchange: boolean
}
  /** What a webhook has sent, and how its secrets stand */ "GET /api/v1/webhooks/{id}/deliveries": {
  items: WebhookDelivery[]
  next: string | null
  secrets: ({
  createdAt: string
  until: string | null
})[]
}
  /** Make a secret to sign with, shown this once; the one before signs for 24 hours more */ "POST /api/v1/webhooks/{id}/secret": {
  secret: string
}
  /** Send a message to try it out, and tell what the other side says */ "POST /api/v1/webhooks/{id}/test": {
  at: string
  status: number | null
  ms: number
  answer: string
  isTaken: boolean
  id: string
}
  /** Send one once more, or all of a span of time, under the same webhook-id */ "POST /api/v1/webhooks/{id}/replay": {
  left: number
}
  "GET /api/v1/allocations/{record}/{id}": {
  items: ({
  id: string
  at: string
  user: Named | null
  how: string | null
  reason: Words
  relaxed: string[]
  waited: number
  needs: Record<string, string[]>
  isReplayed: boolean
  fit?: {
  user: string
  name: string
  because: Words
}[]
  out?: {
  user: string
  name: string
  because: Words
  code: string
}[]
  queue?: string | null
})[]
}
  /** What a queue has decided */ "GET /api/v1/allocation-queues/{id}/decisions": {
  waiting: number
  oldest: string | null
  items: ({
  id: string
  at: string
  user: Named | null
  how: string | null
  reason: Words
  relaxed: string[]
  waited: number
  needs: Record<string, string[]>
  isReplayed: boolean
  fit: {
  user: string
  name: string
  because: Words
}[]
  out: {
  user: string
  name: string
  because: Words
  code: string
}[]
  about: {
  id: string
  title: string
  record: string
} | null
})[]
  next: string | null
}
  /** Try a queue on what came in lately */ "GET /api/v1/allocation-queues/{id}/trial": {
  shares: {
  user: string
  name: string
  weight: number
  count: number
  share: number
  wanted: number
  most: number
}[]
  arrived: number
  taken: number
  waiting: number
  waits: {
  median: number
  most90: number
  longest: number
}
  gini: number
  least: number
  most: number
  from: string
  to: string
  isCapped: boolean
}
  /** What a contact has consented to */ "GET /api/v1/contacts/{id}/consents": {
  items: ({
  id: string
  name: string | Words
  basis: string
  channels: ({
  channel: "phone" | "sms" | "mail" | "wechat" | "post" | "visit"
  isGranted: boolean
  isExpired: boolean
  decision: string | null
  at: string | null
  until: string | null
  consent: string | null
})[]
})[]
}
  /** Make the address of a contact’s preference page */ "POST /api/v1/contacts/{id}/preference-page": {
  path: string
}
  /** A copy of what is kept about somebody */ "GET /api/v1/subject-requests/{id}/copy": undefined
  /** What somebody has chosen for himself */ "GET /api/v1/preference-page/{secret}": {
  items: ({
  id: string
  name: string | Words
  wording: (string | Words) | null
  channels: ({
  channel: "phone" | "sms" | "mail" | "wechat" | "post" | "visit"
  isGranted: boolean
  at: string | null
})[]
})[]
}
  /** Somebody chooses for himself */ "POST /api/v1/preference-page/{secret}": undefined
  /** How good the file of a customer is, and why */ "GET /api/v1/customers/{id}/quality": {
  score: number
  completeness: {
  points: number
  of: number
}
  validity: {
  points: number
  of: number
}
  timeliness: {
  points: number
  of: number
}
  uniqueness: {
  points: number
  of: number
}
  missing: string[]
  doubts: {
  field: string
}[]
  confirmBy: string | null
  trend: {
  day: string
  score: number
}[]
  hidden: number
  contact: string | null
  confirmedAt: string | null
  everyDays: number | null
  standards: string[]
  doubles: {
  id: string
  other: Named
}[]
}
  /** How good the data is, by department and owner */ "GET /api/v1/customer-quality": {
  day: string | null
  all: {
  id: string | null
  title: string
  customers: number
  score: number
  missing: number
  doubtful: number
  stale: number
  double: number
  trend: {
  day: string
  score: number
}[]
}
  departments: ({
  id: string | null
  title: string
  customers: number
  score: number
  missing: number
  doubtful: number
  stale: number
  double: number
  trend: {
  day: string
  score: number
}[]
})[]
  owners: ({
  id: string | null
  title: string
  customers: number
  score: number
  missing: number
  doubtful: number
  stale: number
  double: number
  trend: {
  day: string
  score: number
}[]
})[]
}
  /** What a retention rule would do */ "GET /api/v1/retention/{id}/trial": {
  state: "none" | "running" | "failed" | "done"
  isCurrent: boolean
  counts: ({
  spared: string | null
  n: number
})[]
  items: ({
  record: string
  id: string
  since: string
  title: string | null
})[]
  next: string | null
}
  /** Who returns to a pool, and why */ "GET /api/v1/pools/{id}/returns": {
  tonight: number
  soon: number
  items: ({
  id: string | null
  title: string | null
  owner: {
  id: string
  title: string | null
}
  kind: string
  since: string
  until: string
  why: Words
  deed: Words
})[]
  next: string | null
}
  /** How many more I may claim from a pool today */ "GET /api/v1/pools/{id}/allowance": {
  claimed: number
  looked: number
  claimsPerDay: number | null
  viewsPerDay: number | null
  held: number | null
  mostHeld: number | null
  isKeeper: boolean
}
  /** A customer and the pools: why it lies in one, or when it returns */ "GET /api/v1/customers/{id}/pool": {
  isLocked: boolean
  fall: {
  pool: {
  id: string
  title: string
}
  until: string
  why: Words
  deed: Words
  isSoon: boolean
} | null
}
  /** Customers that one’s people looked at without a current reason */ "GET /api/v1/looks": {
  items: {
  user: Named
  customer: Named
  at: string
  revealed: number
}[]
  hidden: number
  isSupervisor: boolean
}
  /** A customer’s contact plan: which one holds, what is due when, and why */ "GET /api/v1/customers/{id}/contact-plan": {
  group: unknown
  plan: ({
  id: string | null
  name: Words
  target: unknown
  content: unknown
  interval: Words
}) | null
  dueOn?: string
  isDue?: boolean
  isAsked?: boolean
  why?: unknown
  way?: string
  because?: Words[]
  on?: string | null
  at?: string | null
  refusal?: unknown
}
  /** What a web form asks, with a token to send it with */ "GET /api/v1/forms/{id}": {
  isOpen: boolean
  title?: Words
  intro?: Words | null
  fields?: {
  name: string
  words: Words
  isNeeded: boolean
}[]
  interests?: string[]
  consent?: Words
  token?: string
}
  /** Send a web form by program */ "POST /api/v1/forms/{id}": undefined
  /** What a web form took in the last thirty days */ "GET /api/v1/web-forms/{id}/figures": {
  taken: number
  refused: number
}
  /** The workload of account managers, and how to balance it */ "GET /api/v1/workload": {
  mean: number
  isBalanced: boolean
  managers: {
  id: string
  name: string
  A: number
  B: number
  C: number
  load: number
  after: number
}[]
  moves: ({
  customer: string
  title: string
  tier: string | null
  from: string
  to: string
})[]
}
  /** Balance the workload as proposed; it can be undone */ "POST /api/v1/workload/balance": {
  operation: string
  done: number
  refused: number
  why: string[]
}
  /** What a leaver looks after */ "GET /api/v1/handovers/{id}/checklist": {
  customers: number
  tasks: number
  plans: number
  shares: number
  pools: number
  follows: number
}
  /** My route of a day, and the visits that I owe this month */ "GET /api/v1/visits": {
  on: string
  quota: {
  tier: string
  customers: number
  wanted: number
  paid: number
}[]
  isByDistance: boolean
  visits: ({
  id: string
  subject: string
  at: string
  clock: string
  customer: Named
  state: string
  form: string | null
  formState: string | null
})[]
}
  /** Today’s shifts that one may see */ "GET /api/v1/reception/shifts": {
  today: string
  items: Record<string, unknown>[]
}
  /** The live picture of a shift: who receives, who is next, turns owed, who waits */ "GET /api/v1/reception/shifts/{id}": {
  shift: Record<string, unknown>
  now: string
  isDesk: boolean
  me: string
  onTurn: string | null
  standby: string | null
  ring: {
  user: string
  name: string
  presence: string
  owed: number
  skips: number
  turns: number
}[]
  visits: Record<string, unknown>[]
  bySource: ({
  register: string
  source: string | null
  n: number
})[]
}
  /** Been here before? Who received? Is the file valid? */ "GET /api/v1/reception/known": {
  items: ({
  id: string
  name: string
  contact: string | null
  files: {
  salesperson: {
  id: string
  name: string
}
  at: string
  register: string
  validThrough: string
  isValid: boolean
}[]
})[]
}
  /** Who would receive by the ring as it is now, whose the customer is, and why */ "POST /api/v1/reception/shifts/{id}/ask": {
  rule: string
  receiver: string | null
  waits: boolean
  turn: "none" | "rotation" | "own"
  owner: string | null
  performance: ({
  user: string | null
  percent: string
})[]
  commission: ({
  user: string | null
  percent: string
})[]
  steps: {
  rule: string
  fits: boolean
  why: Words
}[]
  because: Words
  names: Record<string, string>
}
  /** A customer’s files, rulings and disputes */ "GET /api/v1/customers/{id}/reception": {
  today: string
  files: Record<string, unknown>[]
  rulings: Record<string, unknown>[]
  disputes: Record<string, unknown>[]
}
  /** A ruling once more, with the rules of its day */ "GET /api/v1/rulings/{id}/replay": {
  isPossible: boolean
  isSame?: boolean
  rule?: string
  commission?: ({
  user: string | null
  percent: string
})[]
  steps?: {
  rule: string
  fits: boolean
  why: Words
}[]
  names?: Record<string, string>
}
  /** If the rules were different: tried on past cases */ "POST /api/v1/reception/sites/{id}/what-if": {
  cases: number
  faults?: Record<string, Words>
  changed: ({
  ruling: string
  customer?: string
  at: string
  before: {
  rule: string
  turn: string
  owner: string | null
  commission: ({
  user: string | null
  percent: string
})[]
}
  after: {
  rule: string
  turn: string
  owner: string | null
  commission: ({
  user: string | null
  percent: string
})[]
}
  names: Record<string, string>
})[]
}
  /** The evidence of a dispute: registers, follow-ups, turns and rulings in order */ "GET /api/v1/disputes/{id}/evidence": {
  items: {
  at: string
  kind: string
  text: Words
}[]
}
  /** Description of this interface (OpenAPI 3.1) within your rights, custom fields included */ "GET /api/v1/openapi.json": {
  openapi: "3.1.0"
  paths: Record<string, unknown>
}
  /** The client for TypeScript: one file without dependencies, custom fields included */ "GET /api/v1/client.ts": undefined
}

/** Opens the way to this installation. */
export const openZhike = (options: ClientOptions): Zhike => openClient<Zhikes>(options)

export interface Zhikes {
  records: Records
  actions: Actions
  calls: Calls
}
export type Zhike = Client<Zhikes>

/**
 * The part of the client that is the same everywhere: how one asks, pages, tries again and tells a webhook from a forgery. It knows of no record;
 * what there is stands in the types that are written before it. It needs `fetch` and Web Crypto and nothing else: Node 20, Deno, Bun, browsers.
 */

/** What the types of one installation say. */
export interface Kinds {
  records: object
  actions: object
  calls: object
}

type RecordKind = { item: object; create: object; edit: object; change: object; filter: unknown; sort: string; field: string }
type Of<K, Name, Part extends keyof RecordKind> = Name extends keyof K ? (K[Name] extends RecordKind ? K[Name][Part] : never) : never

export interface ClientOptions {
  /** Where the product is: "https://crm.example.com". */
  address: string
  /** A personal or service token: "zk_…". */
  token: string
  /** The language of titles and problems. */
  language?: 'zh' | 'en'
  /** How often a request is tried again that was put off (429, 503) or got no answer; 5 unless said. */
  retries?: number
  /** The longest wait between two tries, in seconds; 60 unless said. */
  longestWait?: number
  fetch?: typeof fetch
}

/** What the product answers where something is not done (RFC 9457). */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /** What is wrong with which field. */
  readonly fields: Record<string, string>
  readonly detail: Record<string, unknown>

  constructor(detail: Record<string, unknown>, status: number) {
    super(typeof detail.title === 'string' ? detail.title : `status ${status}`)
    this.name = 'Problem'
    this.code = typeof detail.code === 'string' ? detail.code : 'unknown'
    this.status = status
    this.fields = (detail.fields as Record<string, string> | undefined) ?? {}
    this.detail = detail
  }
}

export interface ListOptions<Filter, Sort extends string, Field extends string> {
  filter?: Filter
  /** "-createdAt,name": descending with - in front. */
  sort?: Sort | `-${Sort}` | (string & {})
  limit?: number
  cursor?: string
  /** Only these fields; those of linked records by path. */
  fields?: readonly (Field | `${string}.${string}`)[]
  q?: string
  count?: 'capped' | 'exact'
  recycled?: boolean
}

export interface Page<Item> {
  items: Item[]
  next: string | null
  count?: { value: number; exact: boolean }
  similar?: true
}

/** Sent again under the same key, a request is done once. One is made up for every request that does not bring its own. */
export interface Repeat {
  key?: string
}

export interface BatchAnswer {
  operation: string | null
  items: ({ id: string; version: number } | { problem: { code: string; title: string; fields?: Record<string, string> } })[]
}

interface Asked {
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  key?: string
  /** Whether it may be sent twice without being done twice. */
  isRepeatable?: boolean
}

type Wish<K, Name> = ListOptions<Of<K, Name, 'filter'>, Of<K, Name, 'sort'>, Of<K, Name, 'field'>>

/** One kind of record. */
export interface RecordClient<K, Name extends keyof K & string> {
  list(options?: Wish<K, Name>): Promise<Page<Of<K, Name, 'item'>>>
  /** All of them, page by page, as one walks on. */
  each(options?: Wish<K, Name>): AsyncGenerator<Of<K, Name, 'item'>>
  get(id: string, fields?: readonly (Of<K, Name, 'field'> | `${string}.${string}`)[]): Promise<Of<K, Name, 'item'>>
  create(input: Of<K, Name, 'create'>, repeat?: Repeat): Promise<Of<K, Name, 'item'>>
  /** Changes what is named, as it was seen in this version. What others have changed meanwhile is a Problem with the code "stale". */
  edit(id: string, version: number, input: Of<K, Name, 'edit'>, repeat?: Repeat): Promise<Of<K, Name, 'item'>>
  /** Into the recycle bin. */
  recycle(id: string, version?: number): Promise<void>
  /** Up to 1,000 new ones, or changes of such as are there; all or none, or each for itself. */
  batch(items: readonly (Of<K, Name, 'create'> | Of<K, Name, 'change'>)[], options?: Repeat & { partial?: boolean }): Promise<BatchAnswer>
}

export interface Client<K extends Kinds> {
  records<Name extends keyof K['records'] & string>(name: Name): RecordClient<K['records'], Name>
  /** Performs an action: on one record (say its version), on several, or on all that meet a filter. */
  act<Name extends keyof K['actions'] & string>(
    name: Name,
    what: {
      on?: string | readonly string[] | { filter: unknown; q?: string }
      input?: K['actions'][Name] extends { input: infer Input } ? Input : never
      mode?: 'run' | 'preview'
      version?: number
    } & Repeat,
  ): Promise<ActionAnswer>
  /** Any other call by its method and path: `call('GET /api/v1/me')`. */
  call<Name extends keyof K['calls'] & string>(
    name: Name,
    what?: { path?: Record<string, string>; query?: Record<string, unknown>; body?: unknown } & Repeat,
  ): Promise<K['calls'][Name]>
  /** Sends a file as a form does: to "/api/v1/imports" or "/api/v1/files". */
  upload(path: string, file: Blob, name: string, fields?: Record<string, string>): Promise<any>
  /** What comes as a file: exports, attachments. */
  download(path: string, query?: Record<string, unknown>): Promise<Response>
}

export interface ActionAnswer {
  outcome: 'done' | 'waiting' | 'preview'
  operation: string | null
  items: { id?: string; version?: number; problem?: { code: string; title: string } }[]
  total?: number
}

const sleep = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

function addressOf(base: string, path: string, query: Record<string, unknown> = {}): string {
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue
    const isList = Array.isArray(value) && value.every((each) => typeof each !== 'object')
    url.searchParams.set(name, isList ? value.join() : typeof value === 'object' ? JSON.stringify(value) : String(value as string))
  }
  return url.href
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return new Problem(JSON.parse(text) as Record<string, unknown>, response.status)
  } catch {
    return new Problem({ title: text.slice(0, 200) }, response.status)
  }
}

/** Opens the way to one installation. Nothing is sent yet. */
export function openClient<K extends Kinds>(options: ClientOptions): Client<K> {
  const { address, token, language = 'zh', retries = 5, longestWait = 60 } = options
  const send = options.fetch ?? fetch
  const usual = { authorization: `Bearer ${token}`, 'accept-language': language }

  async function tryAgain(method: string, url: string, init: RequestInit, isRepeatable: boolean): Promise<Response> {
    for (let tries = 0; ; tries++) {
      const response = await send(url, { ...init, method }).catch((error: unknown) => {
        if (!isRepeatable || tries >= retries) throw error
        return undefined
      })
      if (response && ((response.status !== 429 && response.status !== 503) || tries >= retries)) return response
      const asked = Number(response?.headers.get('retry-after') ?? 0)
      await sleep(Math.min(longestWait, Math.max(asked, 0.25 * 2 ** tries)))
    }
  }

  async function ask(method: string, path: string, { query, body, version, key, isRepeatable }: Asked = {}): Promise<Response> {
    const headers = {
      ...usual,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const init = { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await tryAgain(method, addressOf(address, path, query), init, isRepeatable ?? method === 'GET')
    if (!response.ok) throw await problemOf(response)
    return response
  }

  const answer = async (method: string, path: string, asked?: Asked): Promise<any> => {
    const response = await ask(method, path, asked)
    return response.status === 204 ? undefined : response.json()
  }
  const once = (repeat: Repeat = {}) => ({ key: repeat.key ?? crypto.randomUUID(), isRepeatable: true })

  return {
    records(name) {
      const at = `/api/v1/records/${name}`
      const list = (wish: ListOptions<any, any, any> = {}) => answer('GET', at, { query: { ...wish } })
      return {
        list,
        async *each(wish = {}) {
          let cursor: string | undefined = wish.cursor
          do {
            const page = (await list({ limit: 200, ...wish, ...(cursor ? { cursor } : {}) })) as Page<any>
            yield* page.items
            cursor = page.next ?? undefined
          } while (cursor)
        },
        get: (id, fields) => answer('GET', `${at}/${id}`, { query: { fields } }),
        create: (input, repeat) => answer('POST', at, { body: input, ...once(repeat) }),
        edit: (id, version, input, repeat) => answer('PATCH', `${at}/${id}`, { body: input, version, ...once(repeat) }),
        recycle: (id, version) => answer('DELETE', `${at}/${id}`, version === undefined ? {} : { version }),
        batch: (items, { partial, ...repeat } = {}) =>
          answer('POST', `${at}/batch`, { body: { items }, query: { partial }, ...once(repeat) }),
      }
    },
    act: (name, { version, key, ...body }) =>
      answer('POST', `/api/v1/actions/${name}`, {
        body,
        ...(version === undefined ? {} : { version }),
        ...(body.mode === 'preview' ? {} : once(key === undefined ? {} : { key })),
      }),
    call(name, { path = {}, query, body, key } = {}) {
      const [method = 'GET', template = '/'] = name.split(' ')
      const filled = template.replace(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent(path[place] ?? ''))
      return answer(method, filled, { ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), ...(key ? { key } : {}) })
    },
    async upload(path, file, name, fields = {}) {
      const form = new FormData()
      for (const [key, value] of Object.entries(fields)) form.set(key, value)
      form.set('file', file, name)
      const response = await tryAgain('POST', addressOf(address, path), { headers: usual, body: form }, false)
      if (!response.ok) throw await problemOf(response)
      return response.json()
    },
    download: (path, query) => ask('GET', path, query ? { query } : {}),
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/**
 * Whether a message of a webhook is genuine and fresh (Standard Webhooks). Give the body as it came, before it is parsed.
 * @param secret as the product has shown it: "whsec_…"
 * @param seconds how old it may be
 */
export async function verifyWebhook(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: string,
  seconds = 300,
): Promise<boolean> {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''))
  if (!id || !at || Math.abs(Date.now() / 1000 - Number(at)) > seconds || !(Number(at) > 0)) return false
  const secretBytes = bytesOf(secret.replace(/^whsec_/, ''))
  const key = await crypto.subtle.importKey('raw', secretBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const text = new TextEncoder().encode(`${id}.${at}.${body}`)
  for (const part of signatures!.split(' '))
    if (part.startsWith('v1,') && (await crypto.subtle.verify('HMAC', key, bytesOf(part.slice(3)), text).catch(() => false))) return true
  return false
}
