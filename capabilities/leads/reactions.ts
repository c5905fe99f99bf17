import { react } from '#engine/event/react.ts'
import { settleRequest } from '#cap/staff'
import { Task } from '#cap/platform'
import { Lead } from './records/lead.ts'
import { Onboarding } from './records/onboarding.ts'
import { isOpenLead } from './rules/lead-life.ts'
import { partDone } from './rules/playbook.ts'

/** Whatever moves a lead from hand to hand or ends it. */
const moves = [
  'created',
  'edited',
  'recycled',
  'restored',
  'allocated',
  'assigned',
  'contacted',
  'nurtured',
  'converted',
  'closed',
  'reopened',
]

/** A lead counts as work in the hands of whoever has it, as long as it is open; who has one less in hand may be given what waits. */
const settleRequests = react('settle-lead-requests', {
  on: moves.map((move) => `lead.${move}`),
  async together(work, event) {
    if (!['owner', 'state', 'deletedAt'].some((name) => name in (event.changes ?? {}))) return
    const lead = await work.store.get(Lead, event.recordId)
    if (!lead) return
    const isOpen = isOpenLead(lead) && !lead.deletedAt
    const moved = await settleRequest(work.queries, { recordId: lead.id, user: lead.owner, isOpen, now: work.now })
    if (moved > 0) work.later('hand-out-leads', {}, { key: 'all' })
  },
})

/** Where somebody comes back, joins or is given more room, what waits is looked at at once. */
const handOutAnew = react('hand-out-leads-anew', {
  on: ['created', 'edited', 'recycled', 'restored', 'switchedOn'].flatMap((verb) => [
    `leave.${verb}`,
    `allocationMember.${verb}`,
    `allocationQueue.${verb}`,
  ]),
  async gathered(runtime) {
    await runtime.enqueue(runtime.database, 'hand-out-leads', {}, { key: 'all' })
  },
})

const taskVerbs = ['created', 'edited', 'completed', 'cancelled', 'reopened', 'recycled', 'restored']

/** How much of what is done for a new customer is done; when nothing is left, it is finished. */
const measureOnboarding = react('measure-onboarding', {
  on: taskVerbs.map((verb) => `task.${verb}`),
  async together(work, event) {
    if (!['state', 'about', 'deletedAt'].some((name) => name in (event.changes ?? {})) && event.type !== 'task.created') return
    const task = await work.store.get(Task, event.recordId)
    if (task?.about?.record !== Onboarding.name) return
    const [onboarding] = await work.store.lock(Onboarding, [task.about.id])
    if (!onboarding || onboarding.deletedAt) return
    const tasks = await work.store.find(Task, { field: 'about', op: 'eq', value: task.about })
    const finished = partDone(tasks.map(({ state }) => state))
    await work.store.measure(Onboarding, onboarding.id, { finished })
    if (finished === 100 && onboarding.state === 'running')
      work.store.edit(Onboarding, onboarding, { state: 'finished' }, 'onboarding.finished')
    if (finished < 100 && onboarding.state === 'finished') work.store.edit(Onboarding, onboarding, { state: 'running' })
  },
})

export const leadReactions = [settleRequests, handOutAnew, measureOnboarding]
