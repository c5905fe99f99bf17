import { calendarFor } from '#cap/staff'
import { refusalsToSend } from '#cap/customers'
import type { Queries } from '#engine/store/database.ts'
import type { Words } from '#engine/text/words.ts'
import { dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { askedPerDay, colleagues, peopleReached, type Plan, type PlannedCustomer } from '../queries.ts'
import {
  chooseWay,
  dayWithRoom,
  firstMoment,
  namesHours,
  type Reached,
  type Refusals,
  type Way,
  type WayChosen,
} from '../rules/arrangement.ts'

/** A customer with the plan that holds for him. */
export interface Planned {
  customer: PlannedCustomer
  plan: Plan
}

/** How a customer will be contacted: by which way, when, by whom; or why he will not be. */
export interface Arrangement extends Planned {
  chosen: WayChosen | { way: null; refusal: 'nobody' }
  on: string
  /** Where the person named hours. */
  at: string | null
  assignee: string | null
  department: string | null
  locale: 'zh' | 'en'
}

/** What speaks against each way that may be taken, for the purposes that plans name. Nothing speaks against one without a purpose. */
async function refusalsOf(
  queries: Queries,
  planned: readonly Planned[],
  people: ReadonlyMap<string, Reached & { id: string }>,
  now: string,
): Promise<Map<string, Refusals>> {
  const found = new Map<string, Refusals>()
  const questions = planned.flatMap(({ customer, plan }) => {
    const person = people.get(customer.id)
    if (!person || !plan.purpose) return []
    const ways = new Set([plan.way, ...(person.preferredChannel ? [person.preferredChannel] : [])])
    return [...ways].map((way) => ({ contact: person.id, purpose: plan.purpose!, way }))
  })
  for (const group of Map.groupBy(questions, ({ purpose, way }) => `${purpose} ${way}`).values()) {
    const { purpose, way } = group[0]!
    const contacts = group.map(({ contact }) => contact)
    const answers = await refusalsToSend(queries, { contacts, purpose, channel: way, now, today: dayAt(now) })
    for (const contact of contacts) found.set(contact, { ...found.get(contact), [way]: answers.get(contact) ?? null })
  }
  return found
}

/**
 * Works out how customers will be contacted, all together: the way that the person prefers and has agreed to, the first working hour in which he
 * can be reached, and a day on which the colleague has room.
 * @param now an instant
 */
export async function arrangeContacts(queries: Queries, planned: readonly Planned[], now: string): Promise<Arrangement[]> {
  const people = await peopleReached(
    queries,
    planned.map(({ customer }) => customer.id),
  )
  const refusals = await refusalsOf(queries, planned, people, now)
  const assigned = planned.map(({ customer, plan }) => plan.by ?? customer.owner)
  const users = [...new Set(assigned.filter((id) => id !== null))]
  const known = await colleagues(queries, users)
  const taken = await askedPerDay(queries, users, dayAt(now))
  const arrangements: Arrangement[] = []
  for (const [i, { customer, plan }] of planned.entries()) {
    const person = people.get(customer.id) ?? null
    const assignee = assigned[i] && known.has(assigned[i]) ? assigned[i] : null
    const colleague = assignee ? known.get(assignee)! : null
    const chosen: Arrangement['chosen'] = assignee
      ? chooseWay(plan.way, person, (person && refusals.get(person.id)) ?? {})
      : { way: null, refusal: 'nobody' }
    const department = colleague?.department ?? null
    const moment = await momentOf(
      queries,
      { customer, plan },
      { person, way: chosen.way ?? plan.way, department },
      now,
      taken.get(assignee ?? ''),
    )
    if (assignee && chosen.way) {
      const days = taken.get(assignee) ?? new Map<string, number>()
      taken.set(assignee, days.set(moment.on, (days.get(moment.on) ?? 0) + 1))
    }
    arrangements.push({ customer, plan, chosen, ...moment, assignee, department, locale: colleague?.locale ?? 'zh' })
  }
  return arrangements
}

async function momentOf(
  queries: Queries,
  { customer, plan }: Planned,
  { person, way, department }: { person: Reached | null; way: Way; department: string | null },
  now: string,
  taken: ReadonlyMap<string, number> | undefined,
): Promise<{ on: string; at: string | null }> {
  const calendar = await calendarFor(queries, { department: department ?? customer.department })
  const begins = (day: string) => instantOfLocal(day, 0, 0, 0, calendar.zone)
  const from = customer.dueOn && begins(customer.dueOn) > now ? begins(customer.dueOn) : now
  const first = firstMoment(calendar, from, person, way)
  const on = dayWithRoom(calendar, first.on, taken ?? new Map(), plan.mostPerDay)
  const moment = on === first.on ? first : firstMoment(calendar, begins(on), person, way)
  return namesHours(person, way) ? moment : { on: moment.on, at: null }
}

/** Why nobody is asked, in words. */
export const sayRefusal = (refusal: Words | 'nobody'): Words =>
  refusal === 'nobody' ? { zh: '没有在职的负责人', en: 'nobody who works here looks after this customer' } : refusal
