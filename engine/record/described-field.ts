import type { FieldDescription } from './describe.ts'
import type { Field, Fields } from './field.ts'

const made = new WeakMap<FieldDescription, Field>()

/** The field that a description tells of: the browser reads and checks values by it, with the same code and the same words as the server. */
export function fieldOf(description: FieldDescription): Field {
  let field = made.get(description)
  if (!field) {
    const { name: _, kind, words, columns, pattern, ...options } = description
    field = {
      kind,
      options: {
        ...words,
        ...options,
        ...(columns ? { columns: Object.fromEntries(columns.map((column) => [column.name, fieldOf(column)])) satisfies Fields } : {}),
        ...(pattern ? { pattern: { is: new RegExp(pattern.is, pattern.flags), words: pattern.words } } : {}),
        // Only actions move a state; its schema wants to know the states all the same.
        ...(kind === 'lifecycle' ? { life: { states: description.choices ?? {} } } : {}),
      },
    } as unknown as Field
    made.set(description, field)
  }
  return field
}
