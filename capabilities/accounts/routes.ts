import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { seenBy } from '#engine/access/seen.ts'
import { startOperation, type Operation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import { defineRoute } from '#engine/http/route.ts'
import type { Runtime } from '#engine/runtime.ts'
import { say, words } from '#engine/text/words.ts'
import { addDays, shiftDay } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal, showInstant } from '#engine/time/zone.ts'
import { balancedAnswer, checklistAnswer, visitsAnswer, workloadAnswer } from './answers.ts'
import { mayHandOver } from './actions/carry-out-handover.ts'
import { takeOver } from './actions/take-over.ts'
import { firstToMove, managersAmong, newRun, portfolioOf, quotaOf, tiersOf, visitsOf } from './queries.ts'
import { routeOfDay } from './rules/route-of-day.ts'
import { balance, weightOf } from './rules/workload.ts'

/** Whose workload somebody may see: his own and that of those who report to him; directors and administrators see everybody's. */
const reachOf = (actor: Actor): string[] | null => (hasRole(actor, 'administrator', 'director') ? null : [actor.id, ...actor.subordinates])

const tiersOfWeight: Record<number, (string | null)[]> = { 3: ['A'], 2: ['B'], 1: ['C', null] }

async function workloadOf({ database }: Runtime, actor: Actor, department: string | null) {
  const managers = await managersAmong(database, reachOf(actor), department)
  const rows = await tiersOf(
    database,
    managers.map(({ id }) => id),
  )
  const byManager = Map.groupBy(rows, ({ manager }) => manager)
  return managers.map(({ id, name }) => {
    const tiers = byManager.get(id) ?? []
    const count = (weight: number) => tiers.filter(({ tier }) => weightOf(tier) === weight).reduce((all, { n }) => all + n, 0)
    return { id, name, has: { 1: count(1), 2: count(2), 3: count(3) } as Record<number, number> }
  })
}

/** The proposal, with the customers that would change hands: those that were contacted longest ago. */
async function propose(runtime: Runtime, actor: Actor, department: string | null) {
  const managers = await workloadOf(runtime, actor, department)
  const { moves, ...rest } = balance(managers.map(({ id, has }) => ({ manager: id, has })))
  const chosen: { customer: string; name: string; tier: string | null; from: string; to: string }[] = []
  for (const group of Map.groupBy(moves, ({ from, weight }) => `${from}:${weight}`).values()) {
    const { from, weight } = group[0]!
    const customers = await firstToMove(runtime.database, from, tiersOfWeight[weight]!, group.length)
    for (const [i, move] of group.entries()) {
      const customer = customers[i]
      if (customer) chosen.push({ customer: customer.id, name: customer.name, tier: customer.tier, from: move.from, to: move.to })
    }
  }
  return { managers, ...rest, moves: chosen }
}

const where = z.strictObject({ department: z.uuid().optional() })

export const accountRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/workload',
    words: words('客户经理的工作量与平衡建议', 'The workload of account managers, and how to balance it'),
    query: where,
    answers: { 200: { schema: workloadAnswer } },
    async handler({ runtime, actor, query }) {
      const { managers, mean, loads, isBalanced, moves } = await propose(runtime, actor, query.department ?? null)
      const seen = await seenBy(
        runtime,
        actor,
        runtime.house.shapes.get('customer')!,
        moves.map(({ customer }) => customer),
      )
      const users = await seenBy(
        runtime,
        actor,
        runtime.house.shapes.get('user')!,
        managers.map(({ id }) => id),
      )
      return {
        mean,
        isBalanced,
        managers: managers.map(({ id, has }, i) => ({
          id,
          name: users.get(id)?.title ?? '',
          A: has[3],
          B: has[2],
          C: has[1],
          load: loads[i]!.before,
          after: loads[i]!.after,
        })),
        // What one may not see one does not move.
        moves: moves.flatMap(({ customer, from, to, tier }) => {
          const title = seen.get(customer)?.title
          return title === undefined ? [] : [{ customer, title, tier, from, to }]
        }),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/workload/balance',
    words: words('按建议平衡工作量，可以撤销', 'Balance the workload as proposed; it can be undone'),
    body: z.strictObject({
      moves: z
        .array(z.strictObject({ customer: z.uuid(), from: z.uuid(), to: z.uuid() }))
        .min(1)
        .max(2000),
    }),
    answers: { 200: { schema: balancedAnswer } },
    async handler({ runtime, actor, body }) {
      const reach = reachOf(actor)
      if (reach?.length === 1) throw notAllowed()
      if (reach && body.moves.some(({ from, to }) => !reach.includes(from) || !reach.includes(to))) throw notAllowed()
      const operation = newRun()
      const outcome = await perform(
        runtime,
        actor,
        takeOver,
        body.moves.map(({ customer, from, to }) => ({ id: customer, input: { from, to } })),
        {
          partial: true,
          operation,
          alongside: (tx, items) => {
            const report: Operation['report'] = items.flatMap(({ id, refusal }) =>
              refusal ? [{ ...(id ? { id } : {}), code: refusal.code, words: refusal.words }] : [],
            )
            return startOperation(tx, actor, {
              id: operation,
              action: takeOver.name,
              record: 'customer',
              total: items.length,
              state: 'done',
              done: items.length - report.length,
              refused: report.length,
              report,
            })
          },
        },
      )
      const refused = outcome.items.flatMap(({ refusal }) => (refusal ? [say(refusal.words, actor.locale)] : []))
      return { operation, done: outcome.items.length - refused.length, refused: refused.length, why: [...new Set(refused)].slice(0, 5) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/handovers/{id}/checklist',
    words: words('离岗人名下有什么', 'What a leaver looks after'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: checklistAnswer } },
    async handler({ runtime, actor, params: { id } }) {
      const handover = await readRecord(runtime, actor, runtime.house.shapes.get('handover')!, id)
      const { id: leaver } = handover.leaver as { id: string }
      if (!mayHandOver(actor, leaver)) throw notFound()
      return portfolioOf(runtime.database, leaver)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/visits',
    words: words('我某天的拜访路线与本月拜访任务', 'My route of a day, and the visits that I owe this month'),
    query: z.strictObject({ on: z.iso.date().optional() }),
    answers: { 200: { schema: visitsAnswer } },
    async handler({ runtime, actor, query }) {
      const { database, house, clock } = runtime
      const on = query.on ?? dayAt(clock())
      const startOf = (day: string) => instantOfLocal(day, 0, 0, 0, companyZone)
      const month = `${on.slice(0, 8)}01`
      const [visits, quota] = await Promise.all([
        visitsOf(database, actor.id, startOf(on), startOf(addDays(on, 1))),
        quotaOf(database, actor.id, startOf(month), startOf(shiftDay(month, { months: 1 }))),
      ])
      const seen = await seenBy(
        runtime,
        actor,
        house.shapes.get('customer')!,
        visits.map(({ customer }) => customer),
      )
      const byId = new Map(visits.map((visit) => [visit.id, visit]))
      const route = routeOfDay(
        visits.map(({ id, at, latitude, longitude, district }) => ({
          id,
          at,
          latitude: latitude === null ? null : Number(latitude),
          longitude: longitude === null ? null : Number(longitude),
          district,
        })),
      )
      return {
        on,
        quota,
        isByDistance: route.length > 0 && route.every(({ latitude }) => latitude !== null),
        visits: route.flatMap(({ id }) => {
          const { subject, customer, at, state, form, formState } = byId.get(id)!
          const title = seen.get(customer)?.title
          return title === undefined
            ? []
            : [
                {
                  id,
                  subject,
                  at,
                  clock: showInstant(at, companyZone).slice(11),
                  customer: { id: customer, title },
                  state,
                  form,
                  formState,
                },
              ]
        }),
      }
    },
  }),
]
