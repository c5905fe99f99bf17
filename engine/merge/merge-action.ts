import { hasRight } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { ActionContext, ActionType } from '#engine/action/define-action.ts'
import { badFields, notAllowed } from '#engine/action/refusal.ts'
import { choices, link } from '#engine/record/fields/index.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { laterMoments, mergedValues } from './merged-values.ts'
import { moveAlong, type Moments } from './moved-along.ts'

/** Two records that tell of the same: one stays with everything that hung on either, the other goes to the recycle bin and leads to it. */

const made = new WeakMap<Shape, ActionType>()

/** The merge of a record type that says it can be merged. */
export function mergeOf(shape: Shape): ActionType {
  let action = made.get(shape)
  if (!action) made.set(shape, (action = mergeAction(shape)))
  return action
}

const mergeAction = (shape: Shape): ActionType => ({
  name: `${shape.name}.merge`,
  on: shape.record,
  isUnlisted: true,
  input: {
    from: link(shape.name, { zh: '并入的记录', en: 'The record merged into it', required: true }),
    take: choices({ zh: '取自并入记录的字段', en: 'Fields taken from that record' }),
  },
  words: { label: words('合并', 'Merge') },
  async run(context) {
    const { input, store, actor, house, emit } = context as ActionContext<undefined, any>
    if (!hasRight(actor, 'merge', shape)) throw notAllowed(words('您没有合并的权限。', 'You may not merge.'))
    const stays = (context as unknown as Record<string, StoredRow>)[shape.name]!
    const { from, take = [] } = input as { from: string; take?: string[] }
    if (from === stays.id) throw badFields({ from: words('不能与自己合并', 'It cannot be merged with itself') })
    const unknown = take.filter((name) => !shape.fields.has(name))
    if (unknown.length > 0) throw badFields({ take: words(`没有字段“${unknown[0]}”`, `There is no field "${unknown[0]}"`) })
    const [goes] = (await store.lock(shape.record, [from])) as StoredRow[]
    if (!goes || goes.deletedAt) throw badFields({ from: words('记录不存在或已删除', 'The record does not exist or was deleted') })
    await refuseUnchangeable(context, shape, goes)

    const values = mergedValues(shape, stays, goes, new Set(take))
    for (const name of Object.keys(values)) if (values[name] === goes.id) values[name] = null
    const moments = laterMoments(shape, stays, goes)
    for (const { shape: linking, field } of linksInto(house, shape)) await moveLinks(context, linking, field, shape, goes.id, stays.id)
    // First the other one lets go of its identities, then this one takes them.
    await store.settle()
    store.recycle(shape.record, goes as never)
    await store.settle()
    emit(`${shape.name}.merged`, stays, shape.record, { merged: [null, { id: goes.id, title: goes[shape.record.title] }] })
    const result = Object.keys(values).length > 0 ? store.edit(shape.record, stays as never, values as never) : stays
    const measured = Object.entries(moments).map(([name, after]) => [name, [stays[name] ?? null, after]])
    if (measured.length > 0) await store.measure(shape.record, stays.id, moments as never)
    await store.settle()
    await moveAlong(context, shape, goes.id, stays.id, Object.fromEntries(measured) as Moments)
    return result
  },
})

async function refuseUnchangeable({ actor, house, queries }: ActionContext<undefined, any>, shape: Shape, row: StoredRow): Promise<void> {
  const access = accessTo(house, actor, shape)
  const [facts] = await loadFacts(queries, house, actor, shape, [row], access.paths)
  if (!access.edit.check(facts!)) throw notAllowed(words('您不能修改并入的记录。', 'You may not change the record merged into it.'))
}

/** Every field by which anything links to a record type, as the declarations know them. */
const linksInto = (house: House, shape: Shape): { shape: Shape; field: string }[] => [
  ...(house.linksTo.get(shape.name) ?? []),
  ...[...house.shapes.values()].flatMap((linking) =>
    [...linking.fields.values()].filter(({ field }) => field.kind === 'linkAny').map(({ name }) => ({ shape: linking, field: name })),
  ),
]

const batch = 500

/** Lets whatever linked to the one link to the other, each with an event of its own. */
async function moveLinks(
  { store }: ActionContext<undefined, any>,
  linking: Shape,
  field: string,
  shape: Shape,
  from: string,
  to: string,
): Promise<void> {
  const { kind } = linking.fields.get(field)!.field
  const value = kind === 'linkAny' ? { record: shape.name, id: from } : from
  const condition = { field, op: kind === 'links' ? ('has' as const) : ('eq' as const), value }
  for (;;) {
    const rows = (await store.find(linking.record, condition, { limit: batch, lock: true })) as StoredRow[]
    for (const row of rows) {
      const isItself = linking.name === shape.name && row.id === to
      const next =
        kind === 'links'
          ? [...new Set((row[field] as string[]).map((id) => (id === from ? to : id)))]
          : isItself
            ? null
            : kind === 'linkAny'
              ? { record: shape.name, id: to }
              : to
      store.edit(linking.record, row as never, { [field]: next } as never)
    }
    if (rows.length < batch) return
    await store.settle()
  }
}
