import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { User } from '#cap/platform'
import { words } from '#engine/text/words.ts'
import { Leave } from '../records/leave.ts'
import { refuseLeave, type Leave as LeaveTerm } from '../rules/duty.ts'

type Given = Partial<LeaveTerm> & { user?: string | null; standIn?: string | null }

function refuseTerm(row: Given): void {
  const { from, to, fromTime = null, toTime = null, user, standIn } = row
  const refusal = from && to ? refuseLeave({ from, to, fromTime, toTime }) : null
  if (refusal) throw badFields({ [refusal.field]: refusal.words })
  if (standIn && standIn === user) throw badFields({ standIn: words('代班人不能是本人', 'must be somebody else') })
}

/** What stands with a leave of whoever is away: his name and his department, as they are now. */
async function placeOf(store: Store, user: string): Promise<{ name: string | null; department: string | null }> {
  const row = await store.get(User, user)
  return { name: row?.name ?? null, department: row?.department ?? null }
}

export const createLeave = defineAction('leave.create', {
  creates: Leave,
  words: { label: words('登记请假或调休', 'Record leave') },
  async run({ input, store, actor }) {
    const given = input as Given
    const user = given.user ?? actor.id
    refuseTerm({ ...given, user })
    return store.create(Leave, { ...given, user, ...(await placeOf(store, user)) } as never)
  },
})

export const editLeave = defineAction('leave.edit', {
  on: Leave,
  words: { label: words('编辑', 'Edit') },
  run({ leave, input, store }) {
    refuseTerm({ ...leave, ...(input as Given) })
    return store.edit(Leave, leave, input as never)
  },
})
