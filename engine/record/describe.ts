import { hasRight, hasRole, type Actor } from '#engine/access/actor.ts'
import { mayCreateSome, mayGive } from '#engine/access/resolve.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { verbOf, writableFields } from '#engine/action/derived.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import type { OnlyWhen } from './asked.ts'
import type { Fields, Operator } from './field.ts'
import type { Choices } from './fields/choice/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from './house.ts'
import { layoutFor, layOut, type FormSection, type LaidOut, type PageLayout } from './layouts.ts'
import { operatorsOf } from './operators.ts'
import type { Words } from '#engine/text/words.ts'

export interface DescribedChoice extends Words {
  color?: string
  isRetired?: true
  place?: number
}

/** A field as the browser needs to know it: enough to show it, to ask for it and to check it. */
export interface FieldDescription {
  name: string
  kind: string
  words: Words
  hint?: Words
  required?: true
  sortable?: true
  filterable?: true
  /** How it may be compared in a filter, where not in every way that its kind knows. */
  operators?: readonly Operator[]
  searchable?: true
  guarded?: true
  custom?: true
  system?: true
  to?: string
  choices?: Record<string, DescribedChoice>
  columns?: FieldDescription[]
  max?: number | string
  min?: number | string
  unit?: Words
  bare?: true
  among?: 'records' | 'records or *'
  secret?: true
  onlyWhen?: OnlyWhen
  default?: unknown
}

export interface ActionDescription {
  name: string
  label: Words
  hint?: Words
  fields: FieldDescription[]
}

export interface RecordDescription {
  name: string
  words: Words
  plural: string
  title: string
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
  related: string[]
  /** Layouts for single sorts of records, by the value of the field that tells them apart. */
  variants?: { field: string; of: Record<string, PageLayout> }
  searchable: boolean
  /** A change of one changes what this description says. */
  shapesAccess?: true
  /** Names of fields that may be filled in when making one, and changed later. */
  create: FieldDescription[] | null
  edit: string[]
  actions: ActionDescription[]
  can: { export: boolean; bulk: boolean; recycle: boolean; audit: boolean }
}

export interface Description {
  me: { id: string; name: string; roles: string[] }
  records: RecordDescription[]
  menu: { path: string; words: Words; icon: string; record?: string }[]
}

export function describeField(name: string, field: Fields[string], storage: string): FieldDescription {
  const options = field.options as unknown as Record<string, never> & { zh: string; en: string }
  const life = options.life as { states: Record<string, Words> } | undefined
  return {
    name,
    kind: field.kind,
    words: { zh: options.zh, en: options.en },
    ...(options.hint ? { hint: options.hint } : {}),
    ...(options.required ? { required: true as const } : {}),
    ...(options.sortable ? { sortable: true as const } : {}),
    ...(options.filterable ? { filterable: true as const } : {}),
    ...(options.searchable ? { searchable: true as const } : {}),
    ...(options.guarded ? { guarded: true as const } : {}),
    ...(storage === 'custom' ? { custom: true as const } : {}),
    ...(storage === 'system' ? { system: true as const } : {}),
    ...(field.kind === 'link' || field.kind === 'links' ? { to: linkTarget(field) } : {}),
    ...(options.choices || life ? { choices: plainChoices(options.choices ?? (life!.states as Choices)) } : {}),
    ...(options.columns
      ? { columns: Object.entries(options.columns as Fields).map(([column, inner]) => describeField(column, inner, 'column')) }
      : {}),
    ...(options.max === undefined ? {} : { max: options.max }),
    ...(options.min === undefined ? {} : { min: options.min }),
    ...(options.unit ? { unit: options.unit } : {}),
    ...(options.bare ? { bare: true as const } : {}),
    ...(options.among ? { among: options.among } : {}),
    ...(options.secret ? { secret: true as const } : {}),
    ...(options.onlyWhen ? { onlyWhen: options.onlyWhen } : {}),
    ...(options.default === undefined ? {} : { default: options.default }),
  }
}

const plainChoices = (choices: Choices) =>
  Object.fromEntries(
    Object.entries(choices).map(([code, { zh, en, color, isRetired, place }]): [string, DescribedChoice] => [
      code,
      { zh, en, ...(color ? { color } : {}), ...(isRetired ? { isRetired } : {}), ...(place === undefined ? {} : { place }) },
    ]),
  )

/** A custom field is filtered by as far as an index of its own goes. */
function describeKnown(known: KnownField): FieldDescription {
  const described = describeField(known.name, known.field, known.storage)
  if (known.storage !== 'custom') return described
  const operators = operatorsOf(known)
  return { ...described, ...(operators.length > 0 ? { filterable: true, operators } : {}) }
}

const describeInput = (input: Fields): FieldDescription[] =>
  Object.entries(input).map(([name, field]) => describeField(name, field, 'column'))

const describeAction = (action: ActionType): ActionDescription => ({
  name: action.name,
  label: action.words.label,
  ...(action.words.hint ? { hint: action.words.hint } : {}),
  fields: describeInput(action.input as Fields),
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
    relatable: [...new Set([...declared, ...(house.linksTo.get(shape.name) ?? []).map((link) => `${link.shape.name}.${link.field}`)])],
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

function describeRecord(house: House, actor: Actor, shape: Shape): RecordDescription {
  const { record } = shape
  const access = accessTo(house, actor, shape)
  const readable = [...shape.fields.values()].filter(({ name }) => name !== 'version' && access.fields.get(name)!.masked.constant !== false)
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
    searchable: readable.some(({ field }) => field.options.searchable),
    ...(record.shapesAccess ? { shapesAccess: true as const } : {}),
    create: mayCreateSome(house, actor, shape)
      ? describeInput(
          Object.fromEntries(Object.entries(create.input as Fields).filter(([name]) => !history.has(name) && mayGive(actor, shape, name))),
        )
      : null,
    edit: Object.keys(writableFields(shape, 'edit')).filter((name) => access.fields.get(name)?.edit.constant !== false),
    actions: [...house.actions.values()].filter((action) => action.on?.name === shape.name).map(describeAction),
    can: {
      export: hasRight(actor, 'export', shape),
      bulk: hasRight(actor, 'bulk', shape),
      recycle: access.recycle.constant !== false,
      audit: hasRight(actor, 'audit', shape),
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
    menu: house.capabilities
      .flatMap((capability) => capability.menu ?? [])
      .filter((entry) => (!entry.record || visible.has(entry.record)) && (!entry.roles || hasRole(actor, ...entry.roles)))
      .sort((a, b) => a.order - b.order)
      .map(({ path, words, icon, record }) => ({ path, words, icon, ...(record ? { record } : {}) })),
  }
}
