import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { createSpecialDay, createWorkingCalendar, editSpecialDay, editWorkingCalendar, makeStandard } from './actions/keep-calendars.ts'
import { staffJobs } from './jobs.ts'
import { holidaysUnknown } from './notices.ts'
import { calendarFor, publicDays } from './queries.ts'
import { staffReactions } from './reactions.ts'
import { Department } from './records/department.ts'
import { SpecialDay } from './records/special-day.ts'
import { WorkingCalendar } from './records/working-calendar.ts'

export { builtInCalendars, salesOfficeDays } from './built-in-calendars.ts'
export { calendarFor, Department, SpecialDay, WorkingCalendar }

export const staff: Capability = {
  name: 'staff',
  words: words('人员', 'Staff'),
  rank: 1,
  records: [Department, WorkingCalendar, SpecialDay],
  actions: [createWorkingCalendar, editWorkingCalendar, makeStandard, createSpecialDay, editSpecialDay],
  reactions: staffReactions,
  jobs: staffJobs,
  notices: [holidaysUnknown],
  workingTime: { calendarFor, publicDays },
  menu: [
    {
      path: '/department',
      words: words('部门', 'Departments'),
      icon: 'apartment',
      record: 'department',
      roles: ['administrator'],
      section: 'administration',
      order: 900,
    },
    {
      path: '/workingCalendar',
      words: words('工作日历', 'Working calendars'),
      icon: 'calendar',
      record: 'workingCalendar',
      roles: ['administrator'],
      section: 'administration',
      order: 903,
    },
    {
      path: '/specialDay',
      words: words('节假日与调休', 'Public holidays'),
      icon: 'calendar',
      record: 'specialDay',
      roles: ['administrator'],
      section: 'administration',
      order: 906,
    },
  ],
}
