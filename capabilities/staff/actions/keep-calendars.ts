import { badFields } from '#engine/action/refusal.ts'
import { defineAction } from '#engine/action/define-action.ts'
import type { Words } from '#engine/text/words.ts'
import { words } from '#engine/text/words.ts'
import { SpecialDay } from '../records/special-day.ts'
import { WorkingCalendar } from '../records/working-calendar.ts'
import { refuseHours, refuseWeek, type Hours, type WeekHours } from '../rules/working-hours.ts'

const standard = { field: 'isStandard', op: 'eq', value: true } as const

function refuseIf(field: string, refusal: Words | null): void {
  if (refusal) throw badFields({ [field]: refusal })
}

/** A new working calendar. The first one is the standard. */
export const createWorkingCalendar = defineAction('workingCalendar.create', {
  creates: WorkingCalendar,
  words: { label: words('新建工作日历', 'New working calendar') },
  async run({ input, store }) {
    refuseIf('week', refuseWeek((input as { week?: WeekHours[] }).week ?? []))
    const [known] = await store.find(WorkingCalendar, standard, { limit: 1 })
    return store.create(WorkingCalendar, { ...input, isStandard: !known } as never)
  },
})

export const editWorkingCalendar = defineAction('workingCalendar.edit', {
  on: WorkingCalendar,
  words: { label: words('编辑', 'Edit') },
  run({ workingCalendar, input, store }) {
    const { week } = input as { week?: WeekHours[] }
    if (week) refuseIf('week', refuseWeek(week))
    return store.edit(WorkingCalendar, workingCalendar, input)
  },
})

/** From now on this one is for all departments that name none. */
export const makeStandard = defineAction('staff.makeStandard', {
  on: WorkingCalendar,
  when: { field: 'isStandard', op: 'ne', value: true },
  words: { label: words('设为标准', 'Make it the standard'), hint: words('用于没有指定工作日历的部门', 'For departments that name none') },
  async run({ workingCalendar, store }) {
    // The first look waits for whoever does the same at this moment; the second sees what he has done.
    await store.find(WorkingCalendar, standard, { lock: true })
    for (const other of await store.find(WorkingCalendar, standard, { lock: true }))
      store.edit(WorkingCalendar, other, { isStandard: false })
    return store.edit(WorkingCalendar, workingCalendar, { isStandard: true })
  },
})

export const createSpecialDay = defineAction('specialDay.create', {
  creates: SpecialDay,
  words: { label: words('新建特殊日期', 'New special day') },
  run({ input, store }) {
    refuseIf('hours', refuseHours((input as { hours?: Hours[] }).hours ?? []))
    return store.create(SpecialDay, input as never)
  },
})

export const editSpecialDay = defineAction('specialDay.edit', {
  on: SpecialDay,
  words: { label: words('编辑', 'Edit') },
  run({ specialDay, input, store }) {
    refuseIf('hours', refuseHours((input as { hours?: Hours[] }).hours ?? []))
    return store.edit(SpecialDay, specialDay, input)
  },
})
