import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import { words } from '#engine/text/words.ts'
import { unknownYears, yearsToKnow } from '#engine/time/public-holidays.ts'
import { dayAt } from '#engine/time/zone.ts'
import { holidaysUnknown } from './notices.ts'
import { keepersOfCalendars, publicDays } from './queries.ts'
import { WorkingCalendar } from './records/working-calendar.ts'

/** Deadlines of a year are wrong as long as its holidays are unknown: administrators hear of it every Monday. */
const warnOfUnknownHolidays = defineJob('warn-of-unknown-holidays', {
  words: words('检查放假安排', 'Check public holidays'),
  schedule: '0 9 * * 1',
  async run({ database, clock }) {
    const now = clock()
    const today = dayAt(now)
    const years = unknownYears(await publicDays(database), yearsToKnow(today))
    const { users, calendar } = await keepersOfCalendars(database)
    if (!calendar) return
    for (const year of years)
      await notify(database, {
        kind: holidaysUnknown,
        to: users,
        record: WorkingCalendar.name,
        recordId: calendar,
        args: { year: String(year) },
        key: `${year}:${today}`,
        at: new Date(now).toISOString(),
      })
  },
})

export const staffJobs = [warnOfUnknownHolidays]
