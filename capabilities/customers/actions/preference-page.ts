import { systemActor } from '#engine/access/actor.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { choice, link, text } from '#engine/record/fields/index.ts'
import { addDays } from '#engine/time/days.ts'
import { words } from '#engine/text/words.ts'
import { Contact } from '../records/contact.ts'
import { PreferencePage } from '../records/preference-page.ts'
import { channels, decisions } from '../rules/consent.ts'
import { writeConsents } from './keep-consents.ts'

/** How long an address works. */
const days = 180

/** Gives a contact an address of his own. What is kept of it is a digest; whoever asks for another one gets another one. */
export const openPreferencePage = defineAction('customers.openPreferencePage', {
  on: Contact,
  input: { secretHash: text({ zh: '地址摘要', en: 'Digest', required: true, max: 64 }) },
  isUnlisted: true,
  isFinal: true,
  words: { label: words('生成偏好页地址', 'Make a preference page') },
  run: ({ contact, input, store, today }) =>
    store.create(PreferencePage, {
      name: input.secretHash.slice(0, 8),
      customer: contact.customer,
      contact: contact.id,
      secretHash: input.secretHash,
      expiresOn: addDays(today, days),
    }),
})

/** What the contact himself decides there. Nobody is signed in; the address is the proof. */
export const decideOnPage = defineAction('customers.decideOnPage', {
  on: PreferencePage,
  input: {
    purpose: link('purpose', { zh: '使用目的', en: 'Purpose', required: true }),
    channel: choice({ zh: '渠道', en: 'Channel', required: true, choices: channels }),
    decision: choice({ zh: '决定', en: 'Decision', required: true, choices: decisions }),
  },
  isUnlisted: true,
  isFinal: true,
  words: { label: words('本人选择', 'Chosen by the person') },
  async run(context) {
    const { preferencePage: page, input, actor } = context
    if (actor.id !== systemActor.id) throw notAllowed()
    await writeConsents(context, [
      { ...input, contact: page.contact, customer: page.customer, at: context.now, how: 'page', proof: `${page.name}` },
    ])
    return page
  },
})
