import type { Field } from '#engine/record/field.ts'

let count = 0

/** A valid value for a field, different each time where the kind allows; `linked` gives records to link to, by type. */
export function sampleOf(field: Field, linked: Record<string, string>): unknown {
  count += 1
  const options = field.options as Record<string, any>
  switch (field.kind) {
    case 'text':
      if (options.identity?.name === 'uscc') return undefined
      if (!options.pattern) return `样本 ${count}`
      return [
        options.pattern.sample,
        `name${count}`,
        `role${String.fromCharCode(97 + (count % 26))}x`,
        `N${count}`,
        String(1000 + count),
        `浙A${10_000 + count}`,
      ].find((text) => text && options.pattern.is.test(text))
    case 'note':
      return `第一行\n第二行 ${count}`
    case 'integer':
      return Math.max(options.min ?? 0, 1) + (count % 50)
    case 'decimal':
    case 'percent':
    case 'money':
      return `${count % 90}.5`
    case 'yesNo':
      return count % 2 === 0
    case 'choice':
      return Object.keys(options.choices)[count % Object.keys(options.choices).length]
    case 'choices':
      return options.choices ? Object.keys(options.choices).slice(0, 1 + (count % 2)) : ['标签']
    case 'day':
      return `2001-0${1 + (count % 9)}-15`
    case 'instant':
      return `2026-06-0${1 + (count % 9)}T08:00:00.000Z`
    case 'phone':
      return `+861990000${String(count).padStart(4, '0')}`
    case 'email':
      return `sample${count}@example.com`
    case 'url':
      return `https://example.com/${count}`
    case 'region':
      return ['330106', '110105', '440300'][count % 3]
    case 'words':
      return { zh: `词 ${count}`, en: `word ${count}` }
    case 'rows':
      return [
        Object.fromEntries(
          Object.entries(options.columns as Record<string, Field>).map(([name, column]) => [name, sampleOf(column, linked) ?? null]),
        ),
      ]
    case 'link':
      return linked[options.to]
    case 'links':
      return linked[options.to] ? [linked[options.to]] : []
    case 'linkAny':
      return linked.customer ? { record: 'customer', id: linked.customer } : undefined
    case 'clock':
      return `1${count % 10}:30`
    case 'condition':
      return options.over ? { and: [{ field: 'createdAt', op: 'notEmpty' }] } : undefined
    case 'repetition':
      return `FREQ=DAILY;INTERVAL=${2 + (count % 20)}`
    default:
      return undefined
  }
}
