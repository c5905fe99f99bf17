import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Customer, refuseEntering } from '#cap/customers'
import { UpgradeRequest } from '../records/upgrade-request.ts'

const deciders = rule.both(rule.role('administrator', 'director', 'departmentHead'), rule.through('edit'))
const answer = { zh: '批复', en: 'Answer', max: 200 }

/** The customer comes to the tier asked for, with what has to be known of it there. */
export const grantUpgrade = defineAction('accounts.grantUpgrade', {
  on: UpgradeRequest,
  from: 'asked',
  to: 'granted',
  allow: deciders,
  input: { answer: text(answer) },
  words: { label: words('同意升级', 'Grant') },
  async run(context) {
    const { upgradeRequest, input, store } = context
    const [customer] = await store.lock(Customer, [upgradeRequest.customer])
    if (customer) {
      const before = { ...customer }
      await refuseEntering(context, before, store.edit(Customer, customer, { tier: upgradeRequest.tier }))
    }
    return store.edit(UpgradeRequest, upgradeRequest, { state: 'granted', answer: input.answer }, 'upgradeRequest.granted')
  },
})

export const refuseUpgrade = defineAction('accounts.refuseUpgrade', {
  on: UpgradeRequest,
  from: 'asked',
  to: 'refused',
  allow: deciders,
  input: { answer: text({ ...answer, required: true }) },
  words: { label: words('不同意', 'Refuse') },
  run: ({ upgradeRequest, input, store }) =>
    store.edit(UpgradeRequest, upgradeRequest, { state: 'refused', answer: input.answer }, 'upgradeRequest.refused'),
})
