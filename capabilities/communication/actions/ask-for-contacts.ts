import { systemActor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import { refuse } from '#engine/action/refusal.ts'
import { Customer } from '#cap/customers'
import { Task } from '#cap/platform'
import { clock, day, link, note, text } from '#engine/record/fields/index.ts'
import { languagePreference } from '#engine/notice/notice-preference.ts'
import { readPreferences } from '#engine/preference/preferences.ts'
import type { Runtime } from '#engine/runtime.ts'
import { say, words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { plannedCustomers, plansInUse, waitingCustomers } from '../queries.ts'
import { ways } from '../rules/arrangement.ts'
import { sayStanding } from '../rules/standing.ts'
import { arrangeContacts, type Arrangement } from './arrange-contacts.ts'
import { refuseMoved, seenFields, standingNow } from './reckon-customers.ts'

/**
 * Asks a colleague to contact a customer who is due; once for each due day, whatever number of workers see it, and not where somebody has
 * contacted the customer meanwhile. Without an assignee the day is passed over.
 */
const askForContact = defineAction('communication.askForContact', {
  on: Customer,
  allow: rule.nobody,
  isUnlisted: true,
  input: {
    ...seenFields,
    dueOn: day({ zh: '应联系日', en: 'Due', required: true }),
    assignee: link('user', { zh: '由谁', en: 'By' }),
    department: link('department', { zh: '部门', en: 'Department' }),
    on: day({ zh: '哪天', en: 'On' }),
    at: clock({ zh: '时间', en: 'At' }),
    title: text({ zh: '标题', en: 'Title', max: 200 }),
    note: note({ zh: '说明', en: 'Note' }),
  },
  words: { label: words('安排联系', 'Ask for a contact') },
  async run({ customer, input, store }) {
    refuseMoved(customer, input)
    const { dueOn, assignee, department, on, at, title } = input
    if (customer.contactWaitsOn !== dueOn)
      throw refuse('not-due', words('此时不用联系，或已经安排。', 'No contact is due, or it has been asked for.'), { status: 409 })
    const task = assignee
      ? await store.create(Task, {
          title: title!,
          note: input.note,
          about: { record: Customer.name, id: customer.id },
          assignee,
          department,
          dueOn: on,
          dueTime: at,
        })
      : null
    await store.measure(Customer, customer.id, { contactAskedOn: dueOn, contactTask: task?.id ?? null })
  },
})

/** What a task says, in the language of whoever is to do it. */
function textOf({ customer, plan, chosen }: Arrangement, locale: 'zh' | 'en', today: string): { title: string; note: string } {
  const way = ways[chosen.way!]
  const because = chosen.way ? chosen.because : []
  const why = sayStanding(plan, ways[plan.way], { last: customer.last, since: customer.since, dueOn: customer.dueOn! }, today)
  const lines = [why, ...because, ...(plan.content ? [plan.content] : [])].map((line) => say(line, locale))
  return {
    title: say(words(`${way.zh}联系：${plan.name.zh || plan.name.en}`, `${way.en}: ${plan.name.en || plan.name.zh}`), locale).slice(0, 200),
    note: lines.join('\n'),
  }
}

const batch = 500

/** Goes through all whose contact is due and asks for it. @returns how many tasks were made. */
export async function askForContacts(runtime: Runtime, signal?: AbortSignal): Promise<number> {
  const { database } = runtime
  let made = 0
  for (let after: { on: string; id: string } | null = null; ;) {
    if (signal?.aborted) throw new Error('stopped; goes on later')
    const now = new Date(runtime.clock()).toISOString()
    const today = dayAt(now)
    const waiting = await waitingCustomers(database, { today, after, limit: batch })
    if (waiting.length === 0) return made
    after = waiting.at(-1)!
    const ids = waiting.map(({ id }) => id)
    const plans = await plansInUse(database, ids)
    const customers = await plannedCustomers(database, ids, [...new Set(plans.flatMap(({ segment }) => segment ?? []))])
    const planned = customers.flatMap((customer) => {
      const { plan, dueOn } = standingNow(customer, plans, today)
      // Whom another plan holds by now, or nobody's, is reckoned anew behind.
      return plan && plan.id === customer.plan && dueOn === customer.dueOn ? [{ customer, plan }] : []
    })
    const arrangements = await arrangeContacts(database, planned, now)
    const chosen = await readPreferences(
      database,
      languagePreference,
      arrangements.flatMap(({ assignee }) => assignee ?? []),
    )
    const items = arrangements.map((arrangement) => {
      const { customer, chosen: by, assignee, department, on, at } = arrangement
      const { last, askedOn: asked, taskId: task, dueOn } = customer
      const seen = { last, asked, task, dueOn }
      if (!by.way) return { id: customer.id, input: seen }
      const locale = chosen.get(assignee!) ?? arrangement.locale
      return { id: customer.id, input: { ...seen, assignee, department, on, at, ...textOf(arrangement, locale, today) } }
    })
    if (items.length === 0) continue
    const done = await perform(runtime, systemActor, askForContact, items, { partial: true })
    made += done.items.filter(({ refusal }, i) => !refusal && 'assignee' in items[i]!.input).length
  }
}
