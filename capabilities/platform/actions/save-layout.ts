import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { layoutGround } from '#engine/record/describe.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { LayoutRow } from '#engine/record/layouts.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { Layout } from '../records/layout.ts'
import { shapeOfField } from './check-field.ts'

const labelOf = (shape: Shape, name: string): Words => {
  const options = shape.fields.get(name)?.field.options
  return options ? words(options.zh, options.en) : words(name, name)
}

/** Refuses a layout that names what there is not, or hides what a new record must have. Names that it had before may be of retired fields. */
function checkLayout(house: House, row: LayoutRow, before?: LayoutRow): void {
  const shape = shapeOfField(house, row.record)
  const ground = layoutGround(house, shape, new Set(shape.fields.keys()))
  const faults: Record<string, Words> = {}
  const variants = shape.record.variant
    ? (shape.fields.get(shape.record.variant)!.field.options as unknown as { choices: object }).choices
    : {}
  if (row.choice && !Object.hasOwn(variants, row.choice)) faults.choice = words('没有这个类别', 'there is no such sort')
  const had = before
    ? [...before.lines.flatMap((line) => line.fields), ...before.hidden, ...before.columns, ...before.facts, ...before.related]
    : []
  const check = (part: string, names: readonly string[], isKnown: (name: string) => boolean) => {
    const unknown = names.find((name) => !isKnown(name) && !had.includes(name))
    if (unknown) faults[part] = fill(words('没有“{name}”', 'there is no "{name}"'), { name: unknown })
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    if (twice) faults[part] = fill(words('“{name}”出现了两次', '"{name}" comes twice'), { name: labelOf(shape, twice) })
  }
  const isField = (name: string) => shape.fields.has(name)
  const isRelated = (path: string) => ground.relatable.includes(path)
  check(
    'lines',
    row.lines.flatMap((line) => line.fields),
    isField,
  )
  check('hidden', row.hidden, (name) => isField(name) || isRelated(name))
  check('columns', row.columns, (path) => isField(path.split('.')[0]!))
  check('facts', row.facts, isField)
  check('related', row.related, isRelated)
  const needed = row.hidden.find((name) => ground.needed.has(name))
  if (needed)
    faults.hidden = fill(words('“{name}”是新建时必填的，不能隐藏', '"{name}" is needed for a new record and cannot be hidden'), {
      name: labelOf(shape, needed),
    })
  if (Object.keys(faults).length > 0) throw badFields(faults)
}

/** How a record type is to be shown, from now on and on every open page. */
export const createLayout = defineAction('layout.create', {
  creates: Layout,
  words: { label: words('新建布局', 'New layout') },
  async run({ input, store, house }) {
    const layout = await store.create(Layout, input as never)
    checkLayout(house, layout as LayoutRow)
    return layout
  },
})

export const editLayout = defineAction('layout.edit', {
  on: Layout,
  words: { label: words('编辑', 'Edit') },
  run({ layout: before, input, store, house }) {
    const layout = store.edit(Layout, before, input as never)
    checkLayout(house, layout as LayoutRow, before as LayoutRow)
    return layout
  },
})
