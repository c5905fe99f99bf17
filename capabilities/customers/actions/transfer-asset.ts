import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { day, link, text, yesNo } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { Asset } from '../records/asset.ts'
import { Customer } from '../records/customer.ts'
import { Holding } from '../records/holding.ts'

/** An asset changes hands: a unit is sold on, a vehicle gets another owner. Who had it before stays written down, and what lies within goes along. */
export const transferAsset = defineAction('customers.transferAsset', {
  on: Asset,
  from: ['inUse', 'idle'],
  input: {
    to: link('customer', { zh: '新持有人', en: 'New holder', required: true }),
    on: day({ zh: '转让日期', en: 'On', hint: words('不填则为今天', 'Today where empty') }),
    withParts: yesNo({ zh: '其中的表计、设备一并转让', en: 'With what lies within it', default: true }),
    reason: text({ zh: '原因', en: 'Reason', max: 200 }),
  },
  touches: ['customer'],
  words: { label: words('转让', 'Change hands'), hint: words('原持有人的记录保留', 'Who had it before stays written down') },
  async run({ asset, input, store, today }) {
    if (input.to === asset.customer) throw badFields({ to: words('已是其持有人', 'It has it already') })
    const [to] = await store.lock(Customer, [input.to])
    if (!to || to.deletedAt) throw badFields({ to: words('客户不存在', 'There is no such customer') })
    const on = input.on ?? today
    const hand = async (each: RowOf<typeof Asset>, isPart: boolean) => {
      const holdings = await store.find(Holding, { field: 'asset', op: 'eq', value: each.id }, { lock: true })
      for (const holding of holdings)
        if (holding.role === 'owner' && !holding.until) {
          if (holding.from && holding.from > on)
            throw badFields({ on: words('早于其持有的开始', 'lies before the beginning of the present holding') })
          store.edit(Holding, holding, { until: on })
        }
      // What lies within goes with it; alone it leaves the unit it was in, which is no longer its holder's.
      store.edit(Asset, each, { customer: to.id, ...(isPart ? {} : { within: null }) }, 'asset.transferred')
      await store.settle()
      await store.create(Holding, { asset: each.id, customer: to.id, role: 'owner', from: on, reason: input.reason ?? null })
    }
    const parts = await store.find(Asset, { field: 'within', op: 'eq', value: asset.id }, { lock: true })
    await hand(asset, false)
    for (const part of parts)
      if (input.withParts !== false) await hand(part, true)
      else store.edit(Asset, part, { within: null })
  },
})
