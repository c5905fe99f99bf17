import { refuse } from '#engine/action/refusal.ts'
import { react } from '#engine/event/react.ts'
import { fill, words } from '#engine/text/words.ts'
import { Department } from './records/department.ts'
import { WorkingCalendar } from './records/working-calendar.ts'

/** A calendar that is worked by does not go: deadlines would silently move to the hours of another. */
const keepCalendarsInUse = react('keep-calendars-in-use', {
  on: ['workingCalendar.recycled'],
  async together(work, event) {
    const calendar = await work.store.get(WorkingCalendar, event.recordId)
    if (calendar?.isStandard)
      throw refuse(
        'calendar-in-use',
        words('标准工作日历不能删除，先把另一个设为标准。', 'The standard calendar stays; make another the standard first.'),
      )
    const [department] = await work.store.find(Department, { field: 'calendar', op: 'eq', value: event.recordId }, { limit: 1 })
    if (department)
      throw refuse(
        'calendar-in-use',
        fill(words('“{name}”等部门正在使用这个工作日历。', 'Departments such as "{name}" work by this calendar.'), {
          name: department.name,
        }),
      )
  },
})

export const staffReactions = [keepCalendarsInUse]
