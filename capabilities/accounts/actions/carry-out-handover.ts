import { hasRole, type Actor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { text } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { Customer, Pool } from '#cap/customers'
import { Task, User } from '#cap/platform'
import { endOf, idsOf } from '../queries.ts'
import { Handover } from '../records/handover.ts'
import { draw } from '../rules/draw.ts'

/** Who may hand over somebody's portfolio: whoever he reports to, directors and administrators. */
export const mayHandOver = (actor: Actor, leaver: string): boolean =>
  actor.id !== leaver && (hasRole(actor, 'administrator', 'director') || actor.subordinates.includes(leaver))

const refuseStranger = (actor: Actor, leaver: string): void => {
  if (!mayHandOver(actor, leaver))
    throw notAllowed(words('只有离岗人的上级、总监和管理员可以交接。', 'Only superiors, directors and administrators hand over.'))
}

export const createHandover = defineAction('handover.create', {
  creates: Handover,
  words: { label: words('新建交接', 'New handover') },
  async run({ input, store, actor }) {
    const made = await store.create(Handover, input as never)
    refuseStranger(actor, made.leaver)
    return made
  },
})

/** Those who take part in the draw: at work here, and neither the leaver, nor whoever draws, nor absent. */
export const receiversOf = ({ receivers, leaver, drawer, absent }: RowOf<typeof Handover>): string[] =>
  receivers.filter((id) => id !== leaver && id !== drawer && !absent.includes(id))

async function activeAmong(store: Store, ids: readonly string[]): Promise<{ id: string; department: string | null }[]> {
  const users = await Promise.all(ids.map((id) => store.get(User, id)))
  return users.flatMap((user) => (user?.isActive && !user.deletedAt ? [{ id: user.id, department: user.department }] : []))
}

interface Within {
  store: Store
  queries: Queries
}

/** Customers by lot, each with a department's colleague; their time begins anew with the new owner. */
async function handCustomers(
  { store, queries }: Within,
  leaver: string,
  seed: string,
  receivers: { id: string; department: string | null }[],
): Promise<Map<string, string>> {
  const ids = await idsOf(queries, 'customer', leaver)
  const drawn = draw(
    ids,
    receivers.map(({ id }) => id),
    seed,
  )
  const departments = new Map(receivers.map(({ id, department }) => [id, department]))
  for (const customer of await store.lock(Customer, ids)) {
    if (customer.owner !== leaver || customer.deletedAt) continue
    const owner = drawn.get(customer.id)!
    store.edit(
      Customer,
      customer,
      { owner, department: departments.get(owner) ?? customer.department, isLocked: false },
      'customer.transferred',
    )
  }
  return drawn
}

/** Open tasks follow the customer that they are about; the others go to whoever draws. */
async function handTasks(
  { store, queries }: Within,
  leaver: string,
  drawn: ReadonlyMap<string, string>,
  receivers: { id: string; department: string | null }[],
  drawer: string,
): Promise<number> {
  const tasks = await store.lock(Task, await idsOf(queries, 'task', leaver))
  const open = tasks.filter((task) => task.state === 'open' && task.assignee === leaver)
  for (const task of open) {
    const owner = (task.about?.record === 'customer' && drawn.get(task.about.id)) || drawer
    store.edit(
      Task,
      task,
      {
        assignee: owner,
        department: receivers.find(({ id }) => id === owner)?.department ?? task.department,
        givers: task.givers.filter((giver) => giver !== owner),
      },
      'task.delegated',
    )
  }
  return open.length
}

/**
 * The whole of it at once, and undone at once: customers drawn by lot, tasks, plans that somebody was named for, places in pools, shares and
 * follows. What has come to the leaver since the checklist was looked at goes along.
 */
export const carryOutHandover = defineAction('accounts.carryOutHandover', {
  on: Handover,
  from: 'open',
  to: 'done',
  allow: rule.either(rule.role('administrator', 'director'), rule.owns('drawer')),
  input: { seed: text({ zh: '抽签种子', en: 'Seed', max: 60, hint: words('不填则随机；留存备查', 'By chance where empty; it is kept') }) },
  words: {
    label: words('抽签并交接', 'Draw and hand over'),
    hint: words('客户、任务、计划一次交接，可以撤销', 'Customers, tasks and plans at once; it can be undone'),
  },
  async run({ handover, input, store, queries, actor, now, operation }) {
    refuseStranger(actor, handover.leaver)
    const receivers = await activeAmong(store, receiversOf(handover))
    const { customers: n } = { customers: (await idsOf(queries, 'customer', handover.leaver)).length }
    if (receivers.length === 0 && n > 0)
      throw badFields({ seed: words('没有可以接收的人：先填接收人', 'nobody can receive: name receivers first') })
    if (n > 20_000)
      throw refuse('too-many', words('一次最多交接 20000 位客户。', 'At most 20,000 customers are handed over at once.'), { status: 409 })
    const seed = input.seed ?? operation
    const drawn = await handCustomers({ store, queries }, handover.leaver, seed, receivers)
    const tasks = await handTasks({ store, queries }, handover.leaver, drawn, receivers, handover.drawer)
    for (const pool of await store.lock(Pool, await idsOf(queries, 'pool', handover.leaver))) {
      const without = (ids: readonly string[]) => ids.filter((id) => id !== handover.leaver)
      store.edit(Pool, pool, { members: without(pool.members), keepers: without(pool.keepers) })
    }
    const ended = await endOf(queries, handover.leaver)
    return store.edit(
      Handover,
      handover,
      { state: 'done', seed, drawnAt: now, customers: drawn.size, tasks, ended: ended as never },
      'handover.carriedOut',
    )
  },
})
