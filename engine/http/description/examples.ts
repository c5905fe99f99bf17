import type { Choices } from '#engine/record/fields/choice/index.ts'
import type { Field, Fields } from '#engine/record/field.ts'

const anId = '019ab3f0-7c1e-7d30-8a52-0c6f1e2d3b4a'

/** Texts of several shapes: a name in code, a number, an address. */
const samples = ['sample', 'sample1', 'S-1', '1001', '/srv/sample']

/** A value that a field takes, for examples; undefined where none can be made up. */
function sampleOf(field: Field): unknown {
  const options = field.options as unknown as {
    choices?: Choices
    pattern?: { is: RegExp; sample?: string }
    min?: number | string
    among?: string
    columns?: Fields
    zh: string
  }
  switch (field.kind) {
    case 'text':
      return options.among
        ? 'customer'
        : options.pattern
          ? (options.pattern.sample ?? samples.find((text) => options.pattern!.is.test(text)))
          : options.zh
    case 'note':
      return options.zh
    case 'integer':
      return Number(options.min ?? 1)
    case 'decimal':
    case 'money':
    case 'percent':
      return String(options.min ?? '100')
    case 'yesNo':
      return true
    case 'choice':
      return Object.keys(options.choices ?? {})[0]
    case 'choices':
      return options.choices ? Object.keys(options.choices).slice(0, 1) : ['VIP']
    case 'day':
      return '2026-11-22'
    case 'instant':
      return '2026-11-22T01:30:00.000Z'
    case 'clock':
      return '09:30'
    case 'link':
      return anId
    case 'links':
      return [anId]
    case 'linkAny':
      return { record: 'customer', id: anId }
    case 'phone':
      return '13800138000'
    case 'email':
      return 'lan@example.com'
    case 'url':
      return 'https://example.com'
    case 'words':
      return { zh: options.zh, en: field.options.en }
    case 'region':
      return '330106'
    case 'condition':
      return { and: [] }
    case 'rows':
      return [Object.fromEntries(Object.entries(options.columns ?? {}).flatMap(([name, column]) => pair(name, column)))]
    default:
      return undefined
  }
}

const pair = (name: string, field: Field): [string, unknown][] => {
  const value = sampleOf(field)
  return value === undefined ? [] : [[name, value]]
}

/** An input as one may send it: what is needed, and a few fields beside. */
export function sampleInput(fields: Fields): Record<string, unknown> {
  const entries = Object.entries(fields)
  const needed = entries.filter(([, { options }]) => options.required && options.default === undefined)
  const further = entries.filter((entry) => !needed.includes(entry) && ['text', 'choice', 'phone', 'day'].includes(entry[1].kind))
  return Object.fromEntries([...needed, ...further.slice(0, 4)].flatMap(([name, field]) => pair(name, field)))
}
