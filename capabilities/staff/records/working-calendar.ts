import { rule } from '#engine/access/rules.ts'
import { choices, clock, note, rows, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { weekdays } from '../rules/working-hours.ts'

/** When work is done. Departments name theirs; the standard one is for all that name none. */
export const WorkingCalendar = defineRecord('workingCalendar', {
  words: words('工作日历', 'Working calendar'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    isStandard: yesNo({
      zh: '标准',
      en: 'Standard',
      byAction: true,
      card: true,
      hint: words('没有指定工作日历的部门使用它', 'For departments that name none'),
    }),
    followsHolidays: yesNo({
      zh: '按国家放假安排',
      en: 'Follows public holidays',
      default: true,
      hint: words('法定节假日休息，调休日上班', 'Off on public holidays, at work on make-up workdays'),
    }),
    week: rows(
      {
        weekdays: choices({ zh: '星期', en: 'Weekdays', required: true, choices: weekdays }),
        from: clock({ zh: '从', en: 'From', required: true }),
        to: clock({ zh: '到', en: 'To', required: true, isEnd: true }),
      },
      {
        zh: '工作时间',
        en: 'Working hours',
        required: true,
        max: 50,
        hint: words('午休前后各占一行；到零点为 24:00', 'A line before lunch and one after; midnight is 24:00'),
      },
    ),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  // What is remembered of calendars is dropped with what is remembered of rights, on every node.
  shapesAccess: true,
  list: { columns: ['name', 'isStandard', 'followsHolidays', 'note'], sort: 'name' },
  form: [['name'], ['followsHolidays'], ['week'], ['note']],
  related: ['specialDay.calendar', 'department.calendar'],
  matchBy: ['name'],
})
