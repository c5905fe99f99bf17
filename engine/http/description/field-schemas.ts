import type { Right } from '#engine/access/shape-access.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import type { Field, Fields } from '#engine/record/field.ts'
import { linkTarget } from '#engine/record/house.ts'
import { schemaOf } from '#engine/record/parse.ts'
import { say, type Locale } from '#engine/text/words.ts'
import { jsonOf, ref, type Components, type Json } from './json-schema.ts'

const text = { type: 'string' }
const exact = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }

const choicesOf = (field: Field): Choices | undefined => {
  const options = field.options as unknown as { choices?: Choices; life?: { states: Choices } }
  return options.choices ?? options.life?.states
}

/** What a field says of itself: its words, a hint, and the words of its choices. */
function sayField(field: Field, locale: Locale): string {
  const { zh, en, hint } = field.options
  const choices = Object.entries(choicesOf(field) ?? {}).map(([code, name]) => `${code} ${say(name, locale)}`)
  const target = field.kind === 'link' || field.kind === 'links' ? `→ ${linkTarget(field)}` : ''
  return [say({ zh, en }, locale), target, say(hint, locale), choices.join(locale === 'zh' ? '、' : ', ')].filter(Boolean).join(' — ')
}

/** A value as the interface takes it. Nothing is null, where nothing may stand. */
export function inputOf(field: Field, locale: Locale, components: Components, isNeeded = false): Json {
  const json = jsonOf(schemaOf(field), 'input', components)
  const description = sayField(field, locale)
  if (isNeeded) return '$ref' in json ? { allOf: [json], description } : { ...json, description }
  return { anyOf: [json, { type: 'null' }], description }
}

const isNeeded = ({ options }: Field): boolean =>
  Boolean(options.required) && options.default === undefined && !options.onlyWhen && !('begins' in options)

/** The fields of a creation, a change or an action. */
export function inputsOf(fields: Fields, locale: Locale, components: Components, isNew: boolean, further: Json = {}): Json {
  const needed = isNew ? Object.keys(fields).filter((name) => isNeeded(fields[name]!)) : []
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...further,
      ...Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, inputOf(field, locale, components, needed.includes(name))]),
      ),
    },
    ...(needed.length > 0 ? { required: needed } : {}),
  }
}

/** A column of a table within a record: several links are ids there, one is named as everywhere. */
const columnOf = (field: Field): Json =>
  field.kind === 'links' ? { type: 'array', items: { type: 'string', format: 'uuid' } } : valueOf(field)

/** A value as it is answered in full. */
function valueOf(field: Field): Json {
  const codes = Object.keys(choicesOf(field) ?? {})
  switch (field.kind) {
    case 'link':
      return { anyOf: [ref('Link'), { type: 'null' }] }
    case 'links':
      return { type: 'array', items: ref('Named') }
    case 'linkAny':
      return { anyOf: [ref('AnyLink'), { type: 'null' }] }
    case 'words':
      return { anyOf: [ref('Words'), { type: 'null' }] }
    case 'condition':
      return { anyOf: [ref('Filter'), { type: 'null' }] }
    case 'integer':
      return { type: ['integer', 'null'] }
    case 'decimal':
    case 'money':
    case 'percent':
      return { anyOf: [exact, { type: 'null' }] }
    case 'yesNo':
      return { type: ['boolean', 'null'] }
    case 'day':
      return { anyOf: [{ type: 'string', format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }, { type: 'null' }] }
    case 'instant':
      return { anyOf: [{ type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT.*Z$' }, { type: 'null' }] }
    case 'choice':
    case 'lifecycle':
      return { anyOf: [{ type: 'string', enum: codes }, { type: 'null' }] }
    case 'choices':
      // What was chosen before and is offered no more stays as it is.
      return { type: 'array', items: text }
    case 'rows': {
      const columns = (field.options as unknown as { columns: Fields }).columns
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnOf(column)])),
          additionalProperties: false,
        },
      }
    }
    default:
      return { type: ['string', 'null'] }
  }
}

/** A value as it is answered: where it may be masked, a text stands in its place. */
export function answerOf(field: Field, locale: Locale, right?: { view: Right }): Json {
  const json = valueOf(field)
  const isText = Array.isArray(json.type) && json.type.includes('string')
  const mayMask = !isText && right?.view.constant !== true
  return {
    ...(mayMask ? { anyOf: [...((json.anyOf as Json[] | undefined) ?? [json]), ref('Masked')] } : json),
    description: sayField(field, locale),
  }
}

/** What field values are made of. */
export const valueSchemas: Json = {
  Link: {
    anyOf: [ref('Named'), { type: 'object', required: ['hidden'], properties: { hidden: { const: true } }, additionalProperties: false }],
  },
  AnyLink: {
    anyOf: [
      {
        type: 'object',
        required: ['record', 'id', 'title'],
        properties: { record: text, id: { type: 'string', format: 'uuid' }, title: text },
        additionalProperties: false,
      },
      { type: 'object', required: ['hidden'], properties: { hidden: { const: true } }, additionalProperties: false },
    ],
  },
  Masked: { type: 'string' },
}
