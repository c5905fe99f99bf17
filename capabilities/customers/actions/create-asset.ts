import { defineAction } from '#engine/action/define-action.ts'
import { words } from '#engine/text/words.ts'
import { Asset } from '../records/asset.ts'
import { Holding } from '../records/holding.ts'

/** A new asset, with its first holder: the customer that it hangs on. */
export const createAsset = defineAction('asset.create', {
  creates: Asset,
  words: { label: words('新建客户资产', 'New asset') },
  async run({ input, store }) {
    const asset = await store.create(Asset, input as never)
    await store.create(Holding, { asset: asset.id, customer: asset.customer, role: 'owner', from: asset.startedOn })
    return asset
  },
})
