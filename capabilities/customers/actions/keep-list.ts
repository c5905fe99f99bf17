import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { link } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { listingsOf } from '../queries.ts'
import { Customer } from '../records/customer.ts'
import { Listing } from '../records/listing.ts'
import { Segment } from '../records/segment.ts'

/** Whoever sees a customer in full may put it on his lists and on those that everyone uses. */
const whoeverSeesIt = rule.either(rule.granted('full'), rule.shared('full'))

async function listNamed(store: Store, id: string): Promise<RowOf<typeof Segment>> {
  const segment = await store.get(Segment, id)
  if (segment?.kind !== 'static')
    throw badFields({
      segment: words('按条件的分群自动更新，只有固定名单可以加减', 'only a fixed list takes entries; this one follows its conditions'),
    })
  if (segment.state !== 'active') throw badFields({ segment: words('名单已停用', 'the list is retired') })
  return segment
}

const whichList = link('segment', { zh: '名单', en: 'List', required: true })

/** Puts a customer on a fixed list. It can be there once; put there again nothing changes. */
export const addToList = defineAction('customers.addToList', {
  on: Customer,
  allow: whoeverSeesIt,
  input: { segment: whichList },
  touches: [],
  isMinor: true,
  words: { label: words('加入名单', 'Add to a list') },
  async run({ customer, input, store, queries }) {
    const { id, name } = await listNamed(store, input.segment)
    if ((await listingsOf(queries, id, customer.id)).length > 0) return
    await store.create(Listing, { segment: id, customer: customer.id, name } as never)
  },
})

/** Takes a customer off a fixed list. */
export const removeFromList = defineAction('customers.removeFromList', {
  on: Customer,
  allow: whoeverSeesIt,
  input: { segment: whichList },
  touches: [],
  isMinor: true,
  words: { label: words('移出名单', 'Take off a list') },
  async run({ customer, input, store, queries }) {
    const { id } = await listNamed(store, input.segment)
    for (const listing of await store.lock(Listing, await listingsOf(queries, id, customer.id))) store.recycle(Listing, listing)
  },
})

/** The same as one record: what an import or another program makes. */
export const createListing = defineAction('listing.create', {
  creates: Listing,
  words: { label: words('加入名单', 'Add to a list') },
  async run({ input, store, queries }) {
    const given = input as { segment: string; customer: string }
    const { name } = await listNamed(store, given.segment)
    if ((await listingsOf(queries, given.segment, given.customer)).length > 0)
      throw badFields({ customer: words('已在名单上', 'is on the list already') })
    return store.create(Listing, { ...given, name } as never)
  },
})
