import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { seenBy } from '#engine/access/seen.ts'
import { notFound } from '#engine/action/refusal.ts'
import { defineRoute, flag } from '#engine/http/route.ts'
import { isId } from '#engine/record/id.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { closest } from '../rules/claiming.ts'
import { returnOf, sayDeed, sayReturn } from '../rules/pool.ts'
import { holdingOf } from '../actions/customer-holding.ts'
import { countFound, fallsOf, membersNow, returningPools, readCustomer, readPool, useOf } from './queries.ts'
import { factsOf } from '../actions/return-facts.ts'
import { allowanceAnswer, fallAnswer, returnsAnswer } from './answers.ts'

const page = 50

export const poolRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/pools/{id}/returns',
    words: words('将退回公海的客户及原因', 'Who returns to a pool, and why'),
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({
      tonight: flag.optional(),
      after: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
        .optional(),
    }),
    answers: { 200: { schema: returnsAnswer } },
    async handler({ runtime, actor, params: { id }, query }) {
      const { house, database, clock } = runtime
      const pool = await readRecord(runtime, actor, house.shapes.get('pool')!, id)
      // Members see what is their own; the whole is for whoever keeps the pool.
      const owner = atLeast(pool.can.level, 'edit') ? null : actor.id
      const today = dayAt(clock())
      const [until, last] = query.after?.split('~') ?? []
      const [counts, falls] = await Promise.all([
        countFound(database, id, owner, today),
        fallsOf(database, id, {
          owner,
          by: query.tonight ? today : null,
          after: until && last ? { until, id: last } : null,
          limit: page + 1,
        }),
      ])
      const shown = falls.slice(0, page)
      const [customers, owners] = await Promise.all([
        seenBy(
          runtime,
          actor,
          house.shapes.get('customer')!,
          shown.map((fall) => fall.id),
        ),
        seenBy(runtime, actor, house.shapes.get('user')!, [...new Set(shown.map((fall) => fall.owner))]),
      ])
      const end = shown.at(-1)
      return {
        ...counts,
        items: shown.map((fall) => ({
          id: customers.has(fall.id) ? fall.id : null,
          title: customers.get(fall.id)?.title ?? null,
          owner: { id: fall.owner, title: owners.get(fall.owner)?.title ?? null },
          kind: fall.kind,
          since: fall.since,
          until: fall.until,
          why: sayReturn(fall),
          deed: sayDeed(fall),
        })),
        next: falls.length > page && end ? `${end.until}~${end.id}` : null,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/pools/{id}/allowance',
    words: words('我今天还可以从公海领取多少', 'How many more I may claim from a pool today'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: allowanceAnswer } },
    async handler({ runtime, actor, params: { id } }) {
      const { house, database, clock } = runtime
      await readRecord(runtime, actor, house.shapes.get('pool')!, id)
      const row = await readPool(database, house, id)
      const today = dayAt(clock())
      const use = await useOf(database, actor.id, id, today)
      const { held, mostHeld } = await database.transaction((tx) => holdingOf(tx, actor.id))
      return {
        ...use,
        claimsPerDay: row!.claimsPerDay,
        viewsPerDay: row!.viewsPerDay,
        held: mostHeld === null ? null : held,
        mostHeld,
        isKeeper: row!.keepers.includes(actor.id),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/customers/{id}/pool',
    words: words('客户与公海：为何在公海，或何时会退回', 'A customer and the pools: why it lies in one, or when it returns'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: fallAnswer } },
    async handler({ runtime, actor, params: { id } }) {
      const { house, database, clock } = runtime
      const item = await readRecord(runtime, actor, house.shapes.get('customer')!, id)
      const row = await readCustomer(database, house, id)
      if (!row) throw notFound()
      const today = dayAt(clock())
      if (row.pool || !row.owner || !atLeast(item.can.level, 'full')) return { fall: null, isLocked: row.isLocked === true }
      const [reaches, [member]] = await Promise.all([returningPools(database), membersNow(database, row.owner)])
      const reach = member && closest(reaches, member)
      if (!reach || !isId(reach.id)) return { fall: null, isLocked: row.isLocked === true }
      const pool = await readPool(database, house, reach.id)
      const { rules, sparesWon, sparesDeals } = pool!
      const fall = returnOf(rules, { won: sparesWon === true, openDeals: sparesDeals === true }, factsOf(row), today)
      return {
        isLocked: row.isLocked === true,
        fall: fall && {
          pool: { id: pool!.id, title: pool!.name },
          until: fall.until,
          why: sayReturn({ kind: fall.rule.kind, days: fall.rule.days, since: fall.since }),
          deed: sayDeed({ kind: fall.rule.kind, until: fall.until }),
          isSoon: fall.until <= today || daysLeft(today, fall.until) <= pool!.warnDays,
        },
      }
    },
  }),
]

const daysLeft = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
