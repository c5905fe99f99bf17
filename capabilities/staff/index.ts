import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { createSpecialDay, createWorkingCalendar, editSpecialDay, editWorkingCalendar, makeStandard } from './actions/keep-calendars.ts'
import { createLeave, editLeave } from './actions/keep-leave.ts'
import { createAllocationMember, editAllocationMember, switchOffQueue, switchOnQueue } from './actions/keep-queues.ts'
import { allocateRequest, requestAllocation } from './allocation/allocate-request.ts'
import { settleRequest, waitingRequests } from './allocation/queries.ts'
import { allocationRoutes } from './allocation/routes.ts'
import { allocationTables } from './allocation/tables.ts'
import { staffEvents } from './events.ts'
import { staffJobs } from './jobs.ts'
import { holidaysUnknown } from './notices.ts'
import { calendarFor, publicDays } from './queries.ts'
import { staffReactions } from './reactions.ts'
import { AllocationMember } from './records/allocation-member.ts'
import { AllocationQueue } from './records/allocation-queue.ts'
import { Department } from './records/department.ts'
import { Leave } from './records/leave.ts'
import { SpecialDay } from './records/special-day.ts'
import { WorkingCalendar } from './records/working-calendar.ts'

export { builtInCalendars, salesOfficeDays } from './built-in-calendars.ts'
export { calendarFor, Department, SpecialDay, WorkingCalendar }
export { allocateRequest, requestAllocation, settleRequest, switchOnQueue, waitingRequests }
export type { Needs } from './rules/allocation.ts'

export const staff: Capability = {
  name: 'staff',
  words: words('人员', 'Staff'),
  rank: 1,
  records: [Department, WorkingCalendar, SpecialDay, Leave, AllocationQueue, AllocationMember],
  actions: [
    createWorkingCalendar,
    editWorkingCalendar,
    makeStandard,
    createSpecialDay,
    editSpecialDay,
    createLeave,
    editLeave,
    createAllocationMember,
    editAllocationMember,
    switchOnQueue,
    switchOffQueue,
  ],
  events: staffEvents,
  routes: allocationRoutes,
  tables: allocationTables,
  reactions: staffReactions,
  jobs: staffJobs,
  notices: [holidaysUnknown],
  workingTime: { calendarFor, publicDays },
  menuSections: [{ name: 'team', words: words('团队', 'Team'), order: 300 }],
  menu: [
    { path: '/leave', words: words('请假与调休', 'Leave'), icon: 'calendar', record: 'leave', section: 'team', order: 310 },
    {
      path: '/allocationQueue',
      words: words('分配队列', 'Allocation queues'),
      icon: 'apartment',
      record: 'allocationQueue',
      roles: ['administrator', 'director', 'departmentHead'],
      section: 'team',
      order: 320,
    },
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
