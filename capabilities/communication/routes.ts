import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { notFound, Refusal } from '#engine/action/refusal.ts'
import { day as dayAnswer, id as idAnswer, words as wordsAnswer } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { arrangeContacts, sayRefusal } from './actions/arrange-contacts.ts'
import { standingNow } from './actions/reckon-customers.ts'
import { plannedCustomers, plansInUse } from './queries.ts'
import { ways } from './rules/arrangement.ts'
import { groupOf } from './rules/customer-group.ts'
import { sayInterval } from './rules/interval.ts'
import { sayStanding } from './rules/standing.ts'

const planAnswer = z.object({
  group: z.unknown(),
  plan: z
    .object({ id: idAnswer.nullable(), name: wordsAnswer, target: z.unknown(), content: z.unknown(), interval: wordsAnswer })
    .nullable(),
  dueOn: dayAnswer.optional(),
  isDue: z.boolean().optional(),
  isAsked: z.boolean().optional(),
  why: z.unknown().optional(),
  way: z.string().optional(),
  because: z.array(wordsAnswer).optional(),
  on: dayAnswer.nullable().optional(),
  at: z.string().nullable().optional(),
  refusal: z.unknown().optional(),
})

export const communicationRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/customers/{id}/contact-plan',
    words: words('客户的沟通计划：按哪个计划、何时应联系、为什么', 'A customer’s contact plan: which one holds, what is due when, and why'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: planAnswer } },
    async handler({ runtime, actor, params: { id } }) {
      const { house, database, clock } = runtime
      const item = await readRecord(runtime, actor, house.shapes.get('customer')!, id)
      if (!atLeast(item.can.level, 'full')) throw notFound()
      const now = new Date(clock()).toISOString()
      const today = dayAt(now)
      const plans = await plansInUse(database, [id])
      const [customer] = await plannedCustomers(database, [id], [...new Set(plans.flatMap(({ segment }) => segment ?? []))])
      if (!customer) throw notFound()
      const group = groupOf(customer)
      const { plan, dueOn, askedOn } = standingNow(customer, plans, today)
      if (!plan || !dueOn) return { group, plan: null }
      const [arrangement] = await arrangeContacts(database, [{ customer: { ...customer, dueOn }, plan }], now)
      const { chosen, on, at } = arrangement!
      // The plan's own page is open to fewer than the customer's.
      const isOpen = await readRecord(runtime, actor, house.shapes.get('contactPlan')!, plan.id).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false
          throw error
        },
      )
      const { last, since } = customer
      return {
        group,
        plan: { id: isOpen ? plan.id : null, name: plan.name, target: plan.target, content: plan.content, interval: sayInterval(plan) },
        dueOn,
        isDue: dueOn <= today,
        isAsked: customer.task === 'open' && askedOn !== null,
        why: sayStanding(plan, ways[plan.way], { last, since, dueOn }, today),
        ...(chosen.way ? { way: chosen.way, because: chosen.because, on, at } : { refusal: sayRefusal(chosen.refusal) }),
      }
    },
  }),
]
