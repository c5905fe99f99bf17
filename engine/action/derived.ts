import { rule } from '#engine/access/rules.ts'
import type { Fields } from '#engine/record/field.ts'
import { linkWithin, systemFields, type House, type Shape } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import type { ActionType } from './define-action.ts'
import { replaceChoice } from './replace-choice.ts'

/** Fields that a form, the API or an import may fill in. */
export function writableFields(shape: Shape, verb: 'create' | 'edit'): Fields {
  const open = [...shape.fields.values()].filter(({ field, storage, name }) => {
    const { options } = field
    if (storage === 'system' || options.byAction || options.from || options.quiet) return false
    if (field.kind === 'sequence' || field.kind === 'lifecycle') return false
    // What lies within the record itself comes after it.
    if (verb === 'create' && linkWithin(field).some(([, own]) => own === 'id')) return false
    return verb === 'create' || !(options.fixed || name === shape.chain[0])
  })
  return Object.fromEntries(open.map(({ name, field }) => [name, field]))
}

/** What an import may say besides: who made the record in the old system, when, and what was measured there. */
export const historyFields = (shape: Shape): Fields => ({
  createdAt: systemFields.createdAt!,
  createdBy: systemFields.createdBy!,
  ...Object.fromEntries(
    [...shape.fields.values()]
      .filter(({ field }) => field.options.quiet && !field.options.byAction)
      .map(({ name, field }) => [name, field]),
  ),
})

const derived = new WeakMap<Shape, Map<string, ActionType>>()

/** What can be done to every record, whatever it is. */
export const verbs = ['create', 'edit', 'recycle', 'restore', 'replaceChoice'] as const
export type Verb = (typeof verbs)[number]

/** One of the verbs that every record has, unless its capability wrote its own under the same name. */
export function verbOf(house: House, shape: Shape, verb: Verb): ActionType {
  const written = house.actions.get(`${shape.name}.${verb}`)
  if (written) return verb === 'create' || verb === 'edit' ? withRecordFields(shape, written, verb) : written
  const made = derived.get(shape) ?? new Map<string, ActionType>()
  derived.set(shape, made)
  let action = made.get(verb)
  if (!action) {
    action = derive(shape, verb)
    made.set(verb, action)
  }
  return action
}

/** A hand-written creation or edit takes the record's own fields beside the inputs it declares. */
function withRecordFields(shape: Shape, written: ActionType, verb: 'create' | 'edit'): ActionType {
  const made = derived.get(shape) ?? new Map<string, ActionType>()
  derived.set(shape, made)
  let action = made.get(verb)
  if (!action) {
    const own = { ...writableFields(shape, verb), ...(verb === 'create' ? historyFields(shape) : {}) }
    action = { ...written, input: { ...own, ...written.input } }
    made.set(verb, action)
  }
  return action
}

function derive(shape: Shape, verb: Verb): ActionType {
  const { record } = shape
  const name = `${record.name}.${verb}`
  switch (verb) {
    case 'create':
      return {
        name,
        creates: record,
        input: { ...writableFields(shape, 'create'), ...historyFields(shape) },
        words: { label: words(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`) },
        run: ({ input, store }) => store.create(record, input as never),
      }
    case 'edit':
      return {
        name,
        on: record,
        input: writableFields(shape, 'edit'),
        words: { label: words('编辑', 'Edit') },
        run: (context) => context.store.edit(record, context[record.name as never] as never, context.input as never),
      }
    case 'recycle':
      return {
        name,
        on: record,
        allow: record.access?.recycle ?? rule.granted('recycle'),
        input: {},
        words: { label: words('删除', 'Delete'), hint: words('放入回收站，可以恢复', 'Goes to the recycle bin and can be restored') },
        run: (context) => context.store.recycle(record, context[record.name as never] as never),
      }
    case 'replaceChoice':
      return replaceChoice(shape, writableFields(shape, 'edit'))
    case 'restore':
      return {
        name,
        on: record,
        allow: record.access?.recycle ?? rule.granted('recycle'),
        onRecycled: true,
        input: {},
        words: { label: words('恢复', 'Restore') },
        run: (context) => context.store.restore(record, context[record.name as never] as never),
      }
  }
}
