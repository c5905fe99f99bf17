import { hasRight, type Actor } from '#engine/access/actor.ts'
import { mayCreateSome, mayGive, resolveDeclared } from '#engine/access/resolve.ts'
import { isNever } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { verbOf, writableFields } from '#engine/action/derived.ts'
import { identitiesAlong } from '#engine/action/taken.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import { briefOf, type CalendarPlace } from './define-record.ts'
import type { Depends, When } from './depends.ts'
import { describeMenu, type MenuDescription } from './describe-menu.ts'
import { plainChoices, type DescribedChoice } from './described-choice.ts'
import type { Fields, IdentityOption, Operator } from './field.ts'
import type { Choices } from './fields/choice/index.ts'
import { kindOf } from './fields/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from './house.ts'
import { layoutFor, layOut, type FormSection, type LaidOut, type PageLayout } from './layouts.ts'
import { operatorsOf } from './operators.ts'
import { isAsSecret, secrecyOf } from './secrecy.ts'
import { familyOf, searchFields } from '#engine/search/fields.ts'
import type { Words } from '#engine/text/words.ts'

/** A field as the browser needs to know it: enough to show it, to ask for it and to check it. */
export interface FieldDescription {
  name: string
  kind: string
  words: Words
  hint?: Words
  required?: true
  sortable?: true
  filterable?: true
  /** The comparisons by which it can be filtered. */
  operators?: Operator[]
  /** Its text may be looked through by a filter. */
  searchable?: true
  guarded?: true
  custom?: true
  system?: true
  inPanel?: true
  to?: string
  choices?: Record<string, DescribedChoice>
  columns?: FieldDescription[]
  max?: number | string
  min?: number | string
  places?: number
  mobileOnly?: true
  /** A time of day that ends something: 24:00 is one. */
  isEnd?: true
  /** The shape of a text, where it can be told; the server knows the others. */
  pattern?: { is: string; flags: string; words: Words }
  unit?: Words
  bare?: true
  among?: 'records' | 'records or *'
  secret?: true
  onlyWhen?: When
  requiredWhen?: When
  choicesWhen?: Depends['choicesWhen']
  within?: Readonly<Record<string, string>>
  /** It identifies somebody, together with these fields: others may hold it already. */
  identity?: readonly string[]
  default?: unknown
  /** What a form begins with. */
  begins?: 'now'
  /** The record type that a condition is about. */
  over?: string
}

export interface ActionDescription {
  name: string
  label: Words
  hint?: Words
  fields: FieldDescription[]
  /** The state it leads to. */
  to?: string
}

export interface RecordDescription {
  name: string
  words: Words
  plural: string
  title: string
  /** What tells namesakes apart. */
  byline?: string
  under: string | null
  capability: string
  fields: FieldDescription[]
  list: { columns: string[]; filters: string[]; sort: string }
  form: string[][]
  /** Parts of the form under headings, where somebody has laid it out so. */
  sections?: FormSection[]
  /** Fields at the head of the page. */
  facts?: string[]
  /** Fields that neither form nor page shows. */
  hidden?: string[]
  /** What a line about one shows beside its title. */
  brief: string[]
  related: string[]
  /** Layouts for single sorts of records, by the value of the field that tells them apart. */
  variants?: { field: string; of: Record<string, PageLayout> }
  /** Its place on the calendar, as far as this actor may read the fields it is made of. */
  calendar?: CalendarPlace
  searchable: boolean
  /** A change of one changes what this description says. */
  shapesAccess?: true
  /** Names of fields that may be filled in when making one, and changed later. */
  create: FieldDescription[] | null
  edit: string[]
  /** What a change may say beside the record's own fields. */
  editMore?: FieldDescription[]
  actions: ActionDescription[]
  can: { export: boolean; bulk: boolean; recycle: boolean; reveal: boolean; merge: boolean; audit: boolean }
  /** Records of this type that may be the same are looked for. */
  matches?: true
}

export interface Description extends MenuDescription {
  me: { id: string; name: string; roles: string[] }
  /** An administrator looks at the product as `me` sees it: who, why, and until when. */
  simulation?: { by: string; reason: string; until: string }
  records: RecordDescription[]
  /** The record type of segments, and of which types there are any. */
  segments?: { record: string; over: readonly string[] }
}

export function describeField(name: string, field: Fields[string], storage: string): FieldDescription {
  const options = field.options as unknown as Record<string, never> & { zh: string; en: string }
  const shape = options.pattern as { is: RegExp; words: Words } | undefined
  const life = options.life as { states: Choices } | undefined
  return {
    name,
    kind: field.kind,
    words: { zh: options.zh, en: options.en },
    ...(options.hint ? { hint: options.hint } : {}),
    ...(options.required ? { required: true as const } : {}),
    ...(options.sortable ? { sortable: true as const } : {}),
    ...(familyOf({ field, kind: kindOf(field) }) === 'text' ? { searchable: true as const } : {}),
    ...(isAsSecret(secrecyOf(field.options), 'confidential') ? { guarded: true as const } : {}),
    ...(storage === 'custom' ? { custom: true as const } : {}),
    ...(storage === 'system' ? { system: true as const } : {}),
    ...(options.inPanel ? { inPanel: true as const } : {}),
    ...(field.kind === 'link' || field.kind === 'links' ? { to: linkTarget(field) } : {}),
    ...(options.choices || life ? { choices: plainChoices(options.choices ?? (life!.states as Choices)) } : {}),
    ...(options.columns
      ? { columns: Object.entries(options.columns as Fields).map(([column, inner]) => describeField(column, inner, 'column')) }
      : {}),
    ...(options.max === undefined ? {} : { max: options.max }),
    ...(options.min === undefined ? {} : { min: options.min }),
    ...(options.places === undefined ? {} : { places: options.places }),
    ...(options.mobileOnly ? { mobileOnly: true as const } : {}),
    ...(options.isEnd ? { isEnd: true as const } : {}),
    ...(shape?.is instanceof RegExp ? { pattern: { is: shape.is.source, flags: shape.is.flags, words: shape.words } } : {}),
    ...(options.unit ? { unit: options.unit } : {}),
    ...(options.bare ? { bare: true as const } : {}),
    ...(options.among ? { among: options.among } : {}),
    ...(options.secret ? { secret: true as const } : {}),
    ...(options.onlyWhen ? { onlyWhen: options.onlyWhen } : {}),
    ...(options.requiredWhen ? { requiredWhen: options.requiredWhen } : {}),
    ...(options.choicesWhen ? { choicesWhen: options.choicesWhen } : {}),
    ...(options.within ? { within: options.within } : {}),
    ...(options.identity ? { identity: identityNeeds(options.identity) } : {}),
    ...(options.default === undefined ? {} : { default: options.default }),
    ...(options.begins ? { begins: options.begins } : {}),
    ...(options.over ? { over: options.over } : {}),
  }
}

/** A field as it is read and asked about: with the comparisons that an index serves. */
function describeKnown(known: KnownField): FieldDescription {
  const described = describeField(known.name, known.field, known.storage)
  const operators = operatorsOf(known)
  const isFiltered = known.field.options.filterable || (known.storage === 'custom' && operators.length > 0)
  return isFiltered ? { ...described, filterable: true, operators } : described
}

const identityNeeds = ({ namedBy, unless }: IdentityOption): string[] => [namedBy?.field, unless].filter((name) => name !== undefined)
const describeInput = (input: Fields): FieldDescription[] =>
  Object.entries(input).map(([name, field]) => describeField(name, field, 'column'))

const describeAction = (action: ActionType): ActionDescription => ({
  name: action.name,
  label: action.words.label,
  ...(action.words.hint ? { hint: action.words.hint } : {}),
  fields: describeInput(action.input as Fields),
  ...(action.to ? { to: action.to } : {}),
})

/** What of a record type a layout may arrange, for somebody who reads these fields. */
export function layoutGround(house: House, shape: Shape, readable: ReadonlySet<string>): LaidOut {
  const { record } = shape
  const custom = [...shape.fields.values()].filter((field) => field.storage === 'custom')
  const declared = record.related ?? []
  const open = writableFields(shape, 'create')
  return {
    form: [...record.form, ...custom.map((field) => [field.name])],
    readable,
    needed: new Set(Object.keys(open).filter((name) => open[name]!.options.required && open[name]!.options.default === undefined)),
    related: declared,
    relatable: [
      ...new Set([
        ...declared,
        ...(house.linksTo.get(shape.name) ?? [])
          .filter((link) => !link.shape.fields.get(link.field)?.field.options.inner)
          .map((link) => `${link.shape.name}.${link.field}`),
      ]),
    ],
  }
}

const choicesOfVariant = ({ record, fields }: Shape): string[] =>
  record.variant ? Object.keys((fields.get(record.variant)!.field.options as unknown as { choices: Choices }).choices) : []

const describeLayout = ({ form, sections, hidden, facts, related }: PageLayout) => ({
  form,
  related,
  ...(sections.length > 0 ? { sections } : {}),
  ...(hidden.length > 0 ? { hidden } : {}),
  ...(facts.length > 0 ? { facts } : {}),
})

/** Whether an action on records of a type is this actor's to do on any of them. The verbs that every record has are offered apart. */
const isOffered = (house: House, actor: Actor, shape: Shape, { name, on, allow, isUnlisted }: ActionType): boolean =>
  on?.name === shape.name &&
  !isUnlisted &&
  !['edit', 'recycle', 'restore'].some((verb) => name === `${shape.name}.${verb}`) &&
  !isNever(allow ? resolveDeclared(house, actor, shape, allow) : accessTo(house, actor, shape).edit.condition)

function describeRecord(house: House, actor: Actor, shape: Shape): RecordDescription {
  const { record } = shape
  const access = accessTo(house, actor, shape)
  const readable = [...shape.fields.values()].filter(
    ({ name, field }) => name !== 'version' && !field.options.inner && access.fields.get(name)!.masked.constant !== false,
  )
  const names = new Set(readable.map((field) => field.name))
  const isShown = (name: string) => names.has(name.split('.')[0]!)
  const laidOut = layoutGround(house, shape, names)
  const rows = house.layouts.get(shape.name) ?? []
  const roles = actor.roles.map((role) => role.id)
  const layout = layoutFor(rows, roles, null)
  const columns = layout?.columns ?? []
  const variants = Object.fromEntries(
    choicesOfVariant(shape).flatMap((choice): [string, PageLayout][] => {
      const row = layoutFor(rows, roles, choice)
      return row === layout ? [] : [[choice, layOut(laidOut, row)]]
    }),
  )
  const create = verbOf(house, shape, 'create')
  const editMore = describeInput(
    Object.fromEntries(Object.entries(verbOf(house, shape, 'edit').input as Fields).filter(([name]) => !shape.fields.has(name))),
  )
  const byline = record.byline ?? record.under
  const along = identitiesAlong(house, shape, create)
  const history = new Set([
    'createdAt',
    'createdBy',
    ...[...shape.fields.values()].filter(({ field }) => field.options.quiet).map((field) => field.name),
  ])
  return {
    name: shape.name,
    words: record.words,
    plural: record.plural ?? `${record.words.en}s`,
    title: record.title,
    ...(names.has(byline ?? '') ? { byline: byline! } : {}),
    under: record.under ?? null,
    capability: shape.capability,
    fields: readable.map(describeKnown),
    list: {
      columns: (columns.length > 0 ? columns : record.list.columns).filter(isShown),
      filters: (record.list.filters ?? []).filter(isShown),
      sort: record.list.sort ?? '-createdAt',
    },
    ...describeLayout(layOut(laidOut, layout)),
    ...(Object.keys(variants).length > 0 ? { variants: { field: record.variant!, of: variants } } : {}),
    brief: briefOf(record).filter(isShown),
    ...(record.calendar && isShown(record.calendar.at) ? { calendar: record.calendar } : {}),
    searchable: searchFields(shape).some(({ name }) => names.has(name)),
    ...(record.shapesAccess ? { shapesAccess: true as const } : {}),
    create: mayCreateSome(house, actor, shape)
      ? describeInput(
          Object.fromEntries(Object.entries(create.input as Fields).filter(([name]) => !history.has(name) && mayGive(actor, shape, name))),
        ).map((field) => (along.has(field.name) ? { ...field, identity: [] } : field))
      : null,
    edit: Object.keys(writableFields(shape, 'edit')).filter((name) => access.fields.get(name)?.edit.constant !== false),
    ...(editMore.length > 0 ? { editMore } : {}),
    actions: [...house.actions.values()]
      .filter((action) => isOffered(house, actor, shape, action))
      .sort((a, b) => Number(a.isMinor ?? false) - Number(b.isMinor ?? false))
      .map(describeAction),
    ...(house.matchings.has(shape.name) ? { matches: true as const } : {}),
    can: {
      export: hasRight(actor, 'export', shape),
      bulk: hasRight(actor, 'bulk', shape),
      recycle: access.recycle.constant !== false,
      reveal: hasRight(actor, 'reveal', shape),
      audit: hasRight(actor, 'audit', shape),
      merge: shape.record.mergeable === true && hasRight(actor, 'merge', shape),
    },
  }
}

/** Everything the browser must know to show lists, pages and forms to one actor. Both languages at once, so that switching asks nobody. */
export function describeHouse(house: House, actor: Actor): Description {
  const shapes = [...house.shapes.values()].filter((shape) => accessTo(house, actor, shape).card.constant !== false)
  const visible = new Set(shapes.map((shape) => shape.name))
  return {
    me: { id: actor.id, name: actor.name, roles: actor.roles.map((role) => role.code) },
    records: shapes.map((shape) => describeRecord(house, actor, shape)),
    ...(house.segments && visible.has(house.segments.record)
      ? { segments: { record: house.segments.record, over: house.segments.over } }
      : {}),
    ...describeMenu(house, actor, shapes),
  }
}
