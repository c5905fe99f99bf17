import type { Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { writableFields } from './derived.ts'

/**
 * Putting labels on many records, and taking them off, without touching the other labels that each of them carries: a plain edit would set
 * the whole list. Every record with fields of several values has both verbs.
 */

const made = new WeakMap<Shape, ActionType[]>()

export function listVerbsOf(shape: Shape): readonly ActionType[] {
  let actions = made.get(shape)
  if (!actions) {
    const lists = Object.entries(writableFields(shape, 'edit')).filter(([, { kind }]) => kind === 'choices' || kind === 'links')
    actions =
      lists.length === 0
        ? []
        : [verb(shape, Object.fromEntries(lists), 'addValues'), verb(shape, Object.fromEntries(lists), 'removeValues')]
    made.set(shape, actions)
  }
  return actions
}

/** Whether an action writes the fields it names, so that each needs its own right. */
export const writesFields = (shape: Shape, { name }: ActionType): boolean =>
  ['edit', 'addValues', 'removeValues'].some((verb) => name === `${shape.name}.${verb}`)

const verb = (shape: Shape, input: Fields, name: 'addValues' | 'removeValues'): ActionType => ({
  name: `${shape.name}.${name}`,
  on: shape.record,
  input,
  isUnlisted: true,
  words: { label: name === 'addValues' ? words('添加', 'Add') : words('移除', 'Remove') },
  run({ input: given, store, ...context }) {
    const row = (context as unknown as Record<string, StoredRow>)[shape.name]!
    const patch = Object.fromEntries(
      Object.entries(given as Record<string, string[] | null>)
        .filter(([, values]) => values && values.length > 0)
        .map(([field, values]) => {
          const before = (row[field] as string[] | null) ?? []
          return [field, name === 'addValues' ? [...new Set([...before, ...values!])] : before.filter((value) => !values!.includes(value))]
        }),
    )
    return store.edit(shape.record, row as never, patch as never)
  },
})
