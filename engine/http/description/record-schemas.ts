import type { Actor } from '#engine/access/actor.ts'
import { mayCreateSome, mayGive } from '#engine/access/resolve.ts'
import { accessTo, type ShapeAccess } from '#engine/access/shape-access.ts'
import { verbOf } from '#engine/action/derived.ts'
import type { Fields } from '#engine/record/field.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { operatorsOf } from '#engine/record/operators.ts'
import { say, words, type Locale } from '#engine/text/words.ts'
import { sampleInput } from './examples.ts'
import { answerOf, inputsOf } from './field-schemas.ts'
import { ref, type Components, type Json } from './json-schema.ts'

/** For whom the interface is described; everything there is where nobody is named. */
export interface Reader {
  house: House
  locale: Locale
  actor: Actor | undefined
}

export const schemaNames = (shape: Pick<Shape, 'name'>) => {
  const base = shape.name[0]!.toUpperCase() + shape.name.slice(1)
  return { item: base, create: `${base}Create`, edit: `${base}Edit`, change: `${base}Change`, filter: `${base}Filter`, page: `${base}Page` }
}

const accessOf = ({ house, actor }: Reader, shape: Shape): ShapeAccess | undefined => actor && accessTo(house, actor, shape)

/** The record types that a reader has anything to do with. */
export const shapesFor = (reader: Reader): Shape[] =>
  [...reader.house.shapes.values()].filter(
    (shape) =>
      !reader.actor ||
      accessTo(reader.house, reader.actor, shape).card.constant !== false ||
      mayCreateSome(reader.house, reader.actor, shape),
  )

const id = { type: 'string', format: 'uuid' }

/** The fields that a reader may ever see something of. */
const shownFields = (reader: Reader, shape: Shape) => {
  const access = accessOf(reader, shape)
  return [...shape.fields.values()].filter(
    ({ name, field }) => name !== 'version' && !field.options.inner && access?.fields.get(name)!.masked.constant !== false,
  )
}

function inputFields(reader: Reader, shape: Shape, verb: 'create' | 'edit'): Fields {
  const { actor, house } = reader
  const access = accessOf(reader, shape)
  return Object.fromEntries(
    Object.entries(verbOf(house, shape, verb).input as Fields).filter(([name, { options }]) => {
      if (options.inner) return false
      if (!actor || !shape.fields.has(name)) return true
      return verb === 'create' ? mayGive(actor, shape, name) : access!.fields.get(name)?.edit.constant !== false
    }),
  )
}

/** The filter of one record type: its own fields by name with the comparisons that an index serves, those behind links by path. */
function filterSchema(reader: Reader, shape: Shape): Json {
  const access = accessOf(reader, shape)
  const own = [...shape.fields.values()].filter(
    (known) => operatorsOf(known).length > 0 && access?.fields.get(known.name)!.view.constant !== false,
  )
  const all = [...new Set(own.flatMap((known) => operatorsOf(known)))].toSorted()
  const { filter } = schemaNames(shape)
  const table = own.map((known) => `${known.name}: ${operatorsOf(known).join(', ')}`)
  return {
    description: `${say(words('可以筛选的字段及运算；关联记录的字段写成路径，如 customer.tier。', 'Fields to filter by with their comparisons; those of linked records by path, as customer.tier.'), reader.locale)}\n${table.join('\n')}`,
    anyOf: [
      {
        type: 'object',
        required: ['and'],
        properties: { and: { type: 'array', items: ref(filter), maxItems: 50 } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['or'],
        properties: { or: { type: 'array', items: ref(filter), maxItems: 50 } },
        additionalProperties: false,
      },
      { type: 'object', required: ['not'], properties: { not: ref(filter) }, additionalProperties: false },
      {
        type: 'object',
        required: ['field', 'op'],
        properties: {
          field: { anyOf: [{ enum: ['id', ...own.map(({ name }) => name)] }, { type: 'string', pattern: '\\.', maxLength: 100 }] },
          op: { enum: [...new Set([...all, 'eq', 'in'])] },
          value: {},
        },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['linked'],
        properties: {
          linked: { type: 'string', maxLength: 100 },
          least: { type: 'integer', minimum: 1, maximum: 1000 },
          most: { type: 'integer', minimum: 0, maximum: 1000 },
          where: ref('Filter'),
        },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['segment'],
        properties: { segment: id, of: { type: 'string', maxLength: 60 } },
        additionalProperties: false,
      },
    ],
  }
}

/** The orders that a list of a record type may have. */
export function sortable(reader: Reader, shape: Shape): string[] {
  const access = accessOf(reader, shape)
  return [...shape.fields.values()]
    .filter(({ name, field }) => field.options.sortable && access?.fields.get(name)!.view.constant !== false)
    .map(({ name }) => name)
}

/** How records of a type are answered, made, changed and asked for, custom fields included, within the rights of the reader. */
export function addRecordSchemas(reader: Reader, shape: Shape, components: Components): void {
  const { locale } = reader
  const names = schemaNames(shape)
  const access = accessOf(reader, shape)
  const create = inputFields(reader, shape, 'create')
  const edit = inputFields(reader, shape, 'edit')
  Object.assign(components.schemas, {
    [names.item]: {
      type: 'object',
      description: say(shape.record.words, locale),
      required: ['id', 'version', 'can'],
      properties: {
        id,
        version: { type: 'integer' },
        can: ref('Can'),
        masked: { type: 'array', items: { type: 'string' } },
        deletedAt: { type: 'string', format: 'date-time' },
        ...Object.fromEntries(
          shownFields(reader, shape).map(({ name, field }) => [name, answerOf(field, locale, access?.fields.get(name))]),
        ),
      },
      // Fields of linked records, where they were asked for by path.
      patternProperties: { '^[a-zA-Z0-9_]+\\.': {} },
      additionalProperties: false,
    },
    [names.page]: {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: { type: 'array', items: ref(names.item) },
        next: {
          type: ['string', 'null'],
          description: say(words('下一页的 cursor；到最后为空', 'The cursor of the next page; empty at the end'), locale),
        },
        count: ref('Count'),
        similar: {
          const: true,
          description: say(words('没有完全符合的，这些相近', 'Nothing holds what was searched for; these come near'), locale),
        },
      },
      additionalProperties: false,
    },
    [names.create]: {
      ...inputsOf(create, locale, components, true, {
        id: { ...id, description: say(words('自带的编号（UUIDv7），可省略', 'An id of one’s own (UUIDv7); made where absent'), locale) },
      }),
      examples: [sampleInput(create)],
    },
    [names.edit]: inputsOf(edit, locale, components, false),
    // One of a batch: which record, and as it was seen.
    [names.change]: {
      ...inputsOf(edit, locale, components, false, { id, version: { type: 'integer', minimum: 1 } }),
      required: ['id', 'version'],
    },
    [names.filter]: filterSchema(reader, shape),
  })
}
