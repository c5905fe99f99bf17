import { defineAction, type ActionContext } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { choice, choices, instant, link, text } from '#engine/record/fields/index.ts'
import type { NewOf, RowOf } from '#engine/record/define-record.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import { shiftDay } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { Consent } from '../records/consent.ts'
import { Contact } from '../records/contact.ts'
import { Purpose } from '../records/purpose.ts'
import { channels, decisions, ways, type Channel } from '../rules/consent.ts'

type Entry = Pick<NewOf<typeof Consent>, 'contact' | 'customer' | 'purpose' | 'channel' | 'decision' | 'at' | 'how' | 'proof'>

/** What an entry says in one line, the wording of its day, and how long it holds. */
function filled(entry: Entry, purpose: RowOf<typeof Purpose>, now: string): NewOf<typeof Consent> {
  const decision = entry.decision ?? 'granted'
  const line = (locale: 'zh' | 'en', verb: string): string =>
    `${verb}${say(purpose.name, locale)}${locale === 'zh' ? '（' : ' ('}${say(channels[entry.channel], locale)}${locale === 'zh' ? '）' : ')'}`
  const summary: Words =
    decision === 'granted' ? words(line('zh', '同意：'), line('en', 'Consent: ')) : words(line('zh', '撤回：'), line('en', 'Withdrawn: '))
  const at = entry.at ?? now
  return {
    ...entry,
    decision,
    at,
    summary,
    wording: purpose.wording,
    until: decision === 'granted' && purpose.months ? shiftDay(dayAt(at), { months: purpose.months }) : null,
  }
}

export async function writeConsents(
  { store, now }: Pick<ActionContext<undefined, any>, 'store' | 'now'>,
  entries: readonly Entry[],
): Promise<RowOf<typeof Consent>[]> {
  const purposes = new Map<string, RowOf<typeof Purpose>>()
  for (const id of new Set(entries.map(({ purpose }) => purpose))) {
    const purpose = await store.get(Purpose, id)
    if (!purpose || purpose.deletedAt) throw badFields({ purpose: words('已不再使用', 'is no longer in use') })
    purposes.set(id, purpose)
  }
  for (const { purpose, channel, at, decision } of entries) {
    if (decision !== 'withdrawn' && !purposes.get(purpose)!.channels.includes(channel))
      throw badFields({ channel: words('此目的不用这个渠道', 'the purpose does not use this channel') })
    if (at && at > now) throw badFields({ at: words('不能晚于现在', 'must not lie in the future') })
  }
  return store.createMany(
    Consent,
    entries.map((entry) => filled(entry, purposes.get(entry.purpose)!, now)),
  )
}

/** One entry of the ledger, as a form, an import or another program gives it. */
export const createConsent = defineAction('consent.create', {
  creates: Consent,
  words: { label: words('登记同意', 'Record consent') },
  run: async (context) => (await writeConsents(context, [context.input as unknown as Entry]))[0],
})

/** What a contact decided for one purpose, by several channels at once. */
export const recordConsent = defineAction('customers.recordConsent', {
  on: Contact,
  input: {
    purpose: link('purpose', { zh: '使用目的', en: 'Purpose', required: true }),
    channels: choices({ zh: '渠道', en: 'Channels', required: true, choices: channels }),
    decision: choice({ zh: '决定', en: 'Decision', required: true, default: 'granted', choices: decisions }),
    how: choice({ zh: '方式', en: 'How', required: true, default: 'paper', choices: ways }),
    at: instant({ zh: '时间', en: 'Time', begins: 'now' }),
    proof: text({ zh: '凭证', en: 'Proof', max: 200, hint: words('表单编号、录音编号等', 'Number of the form or recording') }),
  },
  words: { label: words('登记同意或撤回', 'Record consent or withdrawal') },
  run: (context) => {
    const { contact, input } = context
    const { channels: list, ...rest } = input
    return writeConsents(
      context,
      (list as Channel[]).map(
        (channel) => ({ ...rest, channel, contact: contact.id, customer: contact.customer, at: rest.at ?? context.now }) as Entry,
      ),
    )
  },
})
