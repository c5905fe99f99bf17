import type { ActionType } from '#engine/action/define-action.ts'
import type { RecordMatching } from '#engine/match/record-matching.ts'
import { mergeOf } from '#engine/merge/merge-action.ts'
import { listVerbsOf } from '#engine/action/list-values.ts'
import { sharingOf } from '#engine/action/sharing.ts'
import { usualWorkingTime, type WorkingTimeSource } from '#engine/calendar/working-time-source.ts'
import type { EventType } from '#engine/event/define-event.ts'
import type { Route } from '#engine/http/route.ts'
import type { JobType } from '#engine/job/define-job.ts'
import type { NoticeType } from '#engine/notice/define-notice.ts'
import type { PreferenceType } from '#engine/preference/define-preference.ts'
import type { RecordType } from '#engine/record/define-record.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { faultsOf, wrongStates } from '#engine/record/house-faults.ts'
import { systemFields } from '#engine/record/system-fields.ts'
import type { Field, FieldKind } from '#engine/record/field.ts'
import type { Reaction } from '#engine/event/react.ts'
import type { EventReader } from '#engine/event/reader.ts'
import type { Words } from '#engine/text/words.ts'
import type { MenuEntry, MenuSection } from '#engine/record/menu.ts'
import type { LayoutRow } from '#engine/record/layouts.ts'
import type { SegmentSource } from '#engine/segment/segment-source.ts'
import type { TableSpec } from '#engine/store/table.ts'
import type { ExportRuleRow } from '#engine/intake/export-rule.ts'
import type { ClassRuleRow } from '#engine/record/secrecy.ts'
import { noSetup, setFields, type Setup } from '#engine/record/setup.ts'

/** The manifest of a capability: its face is this and what `index.ts` exports beside it. */
export interface Capability {
  name: string
  words: Words
  /** Whom it may know: see the table of ranks in docs/map.md. */
  rank: number
  records?: readonly RecordType<any, any>[]
  actions?: readonly ActionType[]
  events?: readonly EventType[]
  reactions?: readonly Reaction[]
  /** What follows events set by set, a moment behind them. */
  readers?: readonly EventReader[]
  jobs?: readonly JobType[]
  notices?: readonly NoticeType[]
  preferences?: readonly PreferenceType[]
  /** How records are compared: those that may be the same are found while one types, and in the background. */
  matchings?: readonly RecordMatching[]
  menu?: readonly MenuEntry[]
  menuSections?: readonly MenuSection[]
  /** When the company works; one capability says so. */
  workingTime?: WorkingTimeSource
  /** What it answers beside the routes that every record has. */
  routes?: readonly Route[]
  /** Which records are segments, and what each means; one capability says so. */
  segments?: SegmentSource
  /** Tables beside its records, for what is measured and is no record. */
  tables?: readonly TableSpec[]
}

/** Where a field's value lives. Nothing outside `engine/store` may ask. */
export type Storage = 'column' | 'custom' | 'system'

export interface KnownField {
  name: string
  field: Field
  kind: FieldKind
  storage: Storage
}

/** A record type with all its fields in place: declared ones, the engine's, and those that administrators added. */
export interface Shape {
  record: RecordType
  name: string
  fields: Map<string, KnownField>
  /** The record type it hangs on in the end; itself where it hangs on nothing. */
  root: RecordType
  /** The chain of link fields that leads to the root: ["contact", "customer"]; empty for a root. */
  chain: readonly string[]
  capability: string
}

/** Everything declared, checked and linked up. Made at boot, and anew whenever an administrator changes what is set up. */
export interface House {
  capabilities: readonly Capability[]
  shapes: Map<string, Shape>
  actions: Map<string, ActionType>
  events: Map<string, EventType>
  reactions: readonly Reaction[]
  readers: readonly EventReader[]
  jobs: Map<string, JobType>
  notices: Map<string, NoticeType>
  preferences: Map<string, PreferenceType>
  matchings: Map<string, RecordMatching>
  workingTime: WorkingTimeSource
  segments: SegmentSource | undefined
  /** The record types that hang on a root, at any depth. */
  below: Map<string, Shape[]>
  /** Every link field that points to a record type. */
  linksTo: Map<string, { shape: Shape; field: string }[]>
  /** How administrators want record types to be shown. */
  layouts: Map<string, readonly LayoutRow[]>
  /** On which records fields are more secret than elsewhere, by the record type that those hang on. */
  classRules: Map<string, readonly ClassRuleRow[]>
  exportRules: readonly ExportRuleRow[]
}

const known = (name: string, field: Field, storage: Storage): [string, KnownField] => [name, { name, field, kind: kindOf(field), storage }]

/**
 * Puts the declared capabilities together, with what administrators have set up, and refuses declarations that do not fit, naming the
 * place. What is set up and does not fit is left aside: it must not keep the product from starting.
 */
export function buildHouse(capabilities: readonly Capability[], setup: Setup = noSetup): House {
  const faults: string[] = []
  const records = new Map<string, { record: RecordType; capability: string }>()
  for (const capability of capabilities)
    for (const record of capability.records ?? []) {
      if (records.has(record.name)) faults.push(`record ${record.name} is declared twice`)
      records.set(record.name, { record, capability: capability.name })
      for (const fault of faultsOf(record)) faults.push(`record ${record.name}: ${fault}`)
    }

  const target = (record: RecordType, field: string): string | undefined =>
    (record.fields[field]?.options as { to?: string } | undefined)?.to
  const shapes = new Map<string, Shape>()
  const set = setFields(setup)
  /** Declared fields that are set up otherwise: actions that ask for the same field ask for it so. */
  const changed = new Map<Field, Field>()
  for (const { record, capability } of records.values()) {
    const chain: string[] = []
    let root = record
    while (root.under) {
      chain.push(root.under)
      const next = target(root, root.under)
      const parent = next ? records.get(next)?.record : undefined
      if (!parent) {
        faults.push(`record ${record.name}: "${root.under}" in \`under\` is no link to a record`)
        break
      }
      if (chain.length > 5) {
        faults.push(`record ${record.name} hangs on itself`)
        break
      }
      root = parent
    }
    const declared = { ...record.fields, ...systemFields }
    const custom = Object.entries(set.custom(record.name, declared)).filter(
      ([name, field]) => !(name in declared) && (!('to' in field.options) || records.has(linkTarget(field))),
    )
    const own = set.declared(record.name, record.fields)
    for (const [name, field] of Object.entries(own)) if (field !== record.fields[name]) changed.set(record.fields[name]!, field)
    const fields = new Map<string, KnownField>([
      ...Object.entries(own).map(([name, field]) => known(name, field, 'column')),
      ...Object.entries(systemFields).map(([name, field]) => known(name, field, 'system')),
      ...custom.map(([name, field]) => known(name, field, 'custom')),
    ])
    shapes.set(record.name, { record, name: record.name, fields, root, chain, capability })
  }

  const below = new Map<string, Shape[]>()
  const linksTo = new Map<string, { shape: Shape; field: string }[]>()
  for (const shape of shapes.values()) {
    if (shape.chain.length > 0) below.set(shape.root.name, [...(below.get(shape.root.name) ?? []), shape])
    for (const { name, field } of shape.fields.values()) {
      if (field.kind !== 'link' && field.kind !== 'links') continue
      const { to, within = {} } = field.options as unknown as { to: string; within?: Record<string, string> }
      const target = records.get(to)?.record
      if (target)
        for (const [theirs, own] of Object.entries(within))
          if (target.fields[theirs]?.kind !== 'link' || !(own === 'id' || shape.fields.get(own)?.field.kind === 'link'))
            faults.push(`record ${shape.name}: "${name}" is within "${theirs}" of ${to} by "${own}": both must be links (or the own "id")`)
      if (!target) faults.push(`record ${shape.name}: "${name}" links to "${to}", which is not declared`)
      else linksTo.set(to, [...(linksTo.get(to) ?? []), { shape, field: name }])
    }
  }

  const gather = <T>(
    pick: (capability: Capability) => readonly T[] | undefined,
    nameOf: (item: T) => string,
    what: string,
  ): Map<string, T> => {
    const found = new Map<string, T>()
    for (const capability of capabilities)
      for (const item of pick(capability) ?? []) {
        if (found.has(nameOf(item))) faults.push(`${what} ${nameOf(item)} is declared twice`)
        found.set(nameOf(item), item)
      }
    return found
  }
  const actions = gather(
    (capability) => capability.actions?.map((action) => withFields(action, changed)),
    (action) => action.name,
    'action',
  )
  for (const capability of capabilities)
    for (const { name } of capability.actions ?? []) {
      const [first = '', verb = ''] = name.split('.')
      const isOwnVerb = ['create', 'edit', 'recycle', 'restore'].includes(verb) && records.get(first)?.capability === capability.name
      if (first !== capability.name && !isOwnVerb) faults.push(`action ${name}: call it ${capability.name}.${verb || name}`)
    }
  for (const action of actions.values()) {
    if (action.on && !records.has(action.on.name)) faults.push(`action ${action.name}: its record ${action.on.name} is not declared`)
    else if (action.to)
      for (const from of wrongStates(action)) faults.push(`action ${action.name}: "${from}" does not lead to "${action.to}"`)
  }
  for (const shape of shapes.values())
    for (const action of [
      ...(shape.record.shareable ? Object.values(sharingOf(shape)) : []),
      ...(shape.record.mergeable ? [mergeOf(shape)] : []),
      ...listVerbsOf(shape),
    ])
      if (!actions.has(action.name)) actions.set(action.name, action)
  for (const { notices = [] } of capabilities)
    for (const { kind, tells = {} } of notices)
      for (const [type, { to }] of Object.entries(tells)) {
        const shape = shapes.get(type.slice(0, type.indexOf('.')))
        if (!shape?.fields.has(to)) faults.push(`notice ${kind}: ${type} has no field "${to}" with users to tell`)
      }
  const house: House = {
    capabilities,
    shapes,
    actions,
    events: gather(
      (capability) => capability.events,
      (event) => event.type,
      'event',
    ),
    reactions: capabilities.flatMap((capability) => capability.reactions ?? []),
    readers: capabilities.flatMap((capability) => capability.readers ?? []),
    jobs: gather(
      (capability) => capability.jobs,
      (job) => job.name,
      'job',
    ),
    notices: gather(
      (capability) => capability.notices,
      (notice) => notice.kind,
      'notice',
    ),
    preferences: gather(
      (capability) => capability.preferences,
      (preference) => preference.key,
      'preference',
    ),
    matchings: gather(
      (capability) => capability.matchings,
      (matching) => matching.record,
      'matching',
    ),
    workingTime: capabilities.find((capability) => capability.workingTime)?.workingTime ?? usualWorkingTime,
    segments: capabilities.find((capability) => capability.segments)?.segments,
    below,
    linksTo,
    layouts: Map.groupBy(setup.layouts, (row) => row.record),
    classRules: Map.groupBy(setup.classRules, (row) => row.record),
    exportRules: setup.exportRules,
  }
  if (faults.length > 0) throw new Error(`The declarations do not fit together:\n  ${faults.join('\n  ')}`)
  return house
}

/** An action with its inputs as they are set up. */
function withFields(action: ActionType, changed: ReadonlyMap<Field, Field>): ActionType {
  const inputs = Object.entries(action.input as Record<string, Field>)
  if (!inputs.some(([, field]) => changed.has(field))) return action
  return { ...action, input: Object.fromEntries(inputs.map(([name, field]) => [name, changed.get(field) ?? field])) }
}

/** The record type a link field points to. */
export const linkTarget = (field: Field): string => (field.options as unknown as { to: string }).to

/** What the records that a link may lead to have in common with the record that links: their field → the own field, or "id". */
export const linkWithin = (field: Field): [string, string][] =>
  Object.entries((field.options as unknown as { within?: Record<string, string> }).within ?? {})
