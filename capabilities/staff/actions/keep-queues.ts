import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { rule } from '#engine/access/rules.ts'
import { User } from '#cap/platform'
import { words } from '#engine/text/words.ts'
import { AllocationMember } from '../records/allocation-member.ts'
import { AllocationQueue } from '../records/allocation-queue.ts'

const bothOrNone = words('班次的起止要一起填', 'A shift has a beginning and an end')

function refuseShift({ shiftFrom, shiftTo }: { shiftFrom?: string | null; shiftTo?: string | null }): void {
  if (Boolean(shiftFrom) !== Boolean(shiftTo)) throw badFields({ [shiftFrom ? 'shiftTo' : 'shiftFrom']: bothOrNone })
}

export const createAllocationMember = defineAction('allocationMember.create', {
  creates: AllocationMember,
  words: { label: words('加入成员', 'Add a member') },
  async run({ input, store }) {
    const given = input as { user: string; shiftFrom?: string | null; shiftTo?: string | null }
    refuseShift(given)
    const user = await store.get(User, given.user)
    return store.create(AllocationMember, { ...given, name: user?.name ?? null } as never)
  },
})

export const editAllocationMember = defineAction('allocationMember.edit', {
  on: AllocationMember,
  words: { label: words('编辑', 'Edit') },
  run({ allocationMember, input, store }) {
    refuseShift({ ...allocationMember, ...(input as object) })
    return store.edit(AllocationMember, allocationMember, input as never)
  },
})

const administrators = rule.role('administrator')

/** From now on what comes in is handed out, and what waits first. */
export const switchOnQueue = defineAction('staff.switchOnQueue', {
  on: AllocationQueue,
  from: 'draft',
  to: 'active',
  allow: administrators,
  words: {
    label: words('启用', 'Switch on'),
    hint: words('先看“试运行”：用上个月的数据，看谁会分到多少', 'Look at the trial first: who would have got how much of last month'),
  },
  async run({ allocationQueue, store }) {
    const [member] = await store.find(AllocationMember, { field: 'queue', op: 'eq', value: allocationQueue.id }, { limit: 1 })
    if (!member) throw refuse('no-members', words('队列里还没有成员。', 'The queue has no members yet.'), { status: 409 })
    return store.edit(AllocationQueue, allocationQueue, { state: 'active' }, 'allocationQueue.switchedOn')
  },
})

/** What comes in waits, unless another queue takes it. */
export const switchOffQueue = defineAction('staff.switchOffQueue', {
  on: AllocationQueue,
  from: 'active',
  to: 'draft',
  allow: administrators,
  words: { label: words('停用', 'Switch off'), hint: words('新来的留在待分配', 'What comes in waits') },
  run: ({ allocationQueue, store }) => store.edit(AllocationQueue, allocationQueue, { state: 'draft' }, 'allocationQueue.switchedOff'),
})
