import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { moment, named } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import { dayAt } from '#engine/time/zone.ts'
import { words } from '#engine/text/words.ts'
import { looksFound } from '../notices.ts'
import { looksWithoutReason, supervisors } from './queries.ts'

const week = 7 * 86_400_000

// Ids of events and notes of what was opened tell when they were written by the clock of the machine.
const now = () => Date.now()

/** Every Monday supervisors hear what those below them looked at without a current reason; the page shows the same people. */
export const listLooks = defineJob('list-looks', {
  words: words('无当前原因的查看', 'Looks without a current reason'),
  schedule: '10 8 * * 1',
  async run({ database }) {
    const until = now()
    for (const { id, reports } of await supervisors(database)) {
      const looks = await looksWithoutReason(database, reports, until - week, until)
      if (looks.length === 0) continue
      await notify(database, {
        kind: looksFound,
        to: id,
        args: { n: looks.length },
        key: dayAt(until),
        at: new Date(until).toISOString(),
      })
    }
  },
})

/** The looks of those who report to the reader, whichever way; customers that he may not see himself are only counted. */
async function looksFor(runtime: Runtime, actor: Actor, days: number) {
  const until = now()
  const looks =
    actor.subordinates.length > 0 ? await looksWithoutReason(runtime.database, actor.subordinates, until - days * 86_400_000, until) : []
  const shape = (name: string) => runtime.house.shapes.get(name)!
  const customers = await titlesOf(
    runtime,
    actor,
    shape('customer'),
    looks.map(({ customer }) => customer),
  )
  const people = await titlesOf(
    runtime,
    actor,
    shape('user'),
    looks.map(({ user }) => user),
  )
  const seen = looks.filter(({ customer }) => customers.has(customer))
  return {
    items: seen.map(({ user, customer, at, revealed }) => ({
      user: { id: user, title: people.get(user) ?? '' },
      customer: { id: customer, title: customers.get(customer)! },
      at,
      revealed,
    })),
    hidden: looks.length - seen.length,
    isSupervisor: actor.subordinates.length > 0,
  }
}

export type Looks = Awaited<ReturnType<typeof looksFor>>

const looksAnswer = z.object({
  items: z.array(z.object({ user: named, customer: named, at: moment, revealed: z.int() })),
  hidden: z.int(),
  isSupervisor: z.boolean(),
})

export const lookRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/looks',
    words: words('下属无当前原因查看的客户', 'Customers that one’s people looked at without a current reason'),
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(31).default(7) }),
    answers: { 200: { schema: looksAnswer } },
    handler: ({ runtime, actor, query }) => looksFor(runtime, actor, query.days),
  }),
]
