import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { addDays } from '#engine/time/days.ts'
import type { WorkingCalendar } from '#engine/time/working-calendar.ts'
import { addWorkdays } from '#engine/time/working-time.ts'
import { dayAt } from '#engine/time/zone.ts'
import { contactMissed, formLate, formUnread } from './notices.ts'
import { lateForms, missedContacts, namesOf } from './queries.ts'

/** A contact that nobody had, and a form that nobody read, is told of after so many working days. */
const patience = 3

/** The working calendars of departments, each read once. */
function calendars({ house, database }: Runtime): (department: string | null) => Promise<WorkingCalendar> {
  const known = new Map<string | null, Promise<WorkingCalendar>>()
  return (department) => {
    const calendar = known.get(department) ?? house.workingTime.calendarFor(database, { department })
    known.set(department, calendar)
    return calendar
  }
}

/** Superiors hear of contacts that have been due for three working days and that nobody had. */
const escalateMissed = defineJob('escalate-missed-contacts', {
  words: words('上报逾期未联系', 'Tell superiors of missed contacts'),
  schedule: '40 8 * * *',
  async run(runtime) {
    const { database, clock } = runtime
    const today = dayAt(clock())
    const calendarOf = calendars(runtime)
    const missed = await missedContacts(database, addDays(today, -patience))
    const names = await namesOf(database, [...new Set(missed.map(({ assignee }) => assignee))])
    for (const { task, customer, assignee, superior, department, due } of missed) {
      if (addWorkdays(await calendarOf(department), due, patience) > today) continue
      await notify(database, {
        kind: contactMissed,
        to: superior,
        record: 'customer',
        recordId: customer,
        args: { who: names.get(assignee) ?? '', due },
        key: task,
        at: new Date(clock()).toISOString(),
      })
    }
  },
})

/** Visitors hear of forms that are late, superiors of forms that wait to be read. */
const remindOfForms = defineJob('remind-of-visit-forms', {
  words: words('提醒联络进展表', 'Remind of progress forms'),
  schedule: '20 * * * *',
  async run(runtime) {
    const { database, clock } = runtime
    const at = new Date(clock()).toISOString()
    const calendarOf = calendars(runtime)
    for (const { id, by, superior, department, state, filedAt } of await lateForms(database, at)) {
      const told = { record: 'visitForm', recordId: id, key: id, at }
      if (state === 'open') await notify(database, { kind: formLate, to: by, ...told })
      else if (superior && filedAt && addWorkdays(await calendarOf(department), dayAt(filedAt), patience) < dayAt(at))
        await notify(database, { kind: formUnread, to: superior, ...told })
    }
  },
})

export const accountJobs = [escalateMissed, remindOfForms]
