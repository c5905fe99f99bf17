import { rule } from '#engine/access/rules.ts'
import { choice, clock, day, link, rows, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { specialDayKey, weekdays } from '../rules/working-hours.ts'

/**
 * A day that is not as its weekday is. Without a calendar it belongs to the public holidays, which several calendars follow: so the
 * arrangement of a year that the product does not know yet is brought in.
 */
export const SpecialDay = defineRecord('specialDay', {
  words: words('特殊日期', 'Special day'),
  title: 'name',
  byline: 'day',
  fields: {
    day: day({
      zh: '日期',
      en: 'Day',
      required: true,
      sortable: true,
      filterable: true,
      card: true,
      aliases: ['放假日期', '调休日期', 'date'],
    }),
    kind: choice({
      zh: '类型',
      en: 'Kind',
      required: true,
      default: 'off',
      filterable: true,
      card: true,
      choices: {
        off: { ...words('休', 'Off'), aliases: ['放假', '休息', '休假', '节假日', '法定节假日', 'holiday', 'non-working'] },
        working: { ...words('班', 'Working'), aliases: ['上班', '补班', '调休上班', '工作日', 'workday', 'make-up workday'] },
      },
    }),
    name: text({ zh: '名称', en: 'Name', required: true, max: 40, card: true, aliases: ['节日', '节假日名称', '说明', 'holiday name'] }),
    calendar: link('workingCalendar', {
      zh: '工作日历',
      en: 'Working calendar',
      filterable: true,
      card: true,
      hint: words('留空为国家放假安排，所有按它放假的日历都适用', 'Left empty it is a public holiday, for all calendars that follow them'),
    }),
    hoursOf: choice({
      zh: '按周几上班',
      en: 'Hours as on',
      choices: weekdays,
      onlyWhen: { field: 'kind', is: ['working'] },
      hint: words('留空按一般工作日', 'Left empty as on a usual workday'),
    }),
    hours: rows(
      {
        from: clock({ zh: '从', en: 'From', required: true }),
        to: clock({ zh: '到', en: 'To', required: true, isEnd: true }),
      },
      { zh: '当天的时间', en: 'Hours of this day', max: 10, onlyWhen: { field: 'kind', is: ['working'] } },
    ),
    key: text({
      zh: '日历和日期',
      en: 'Calendar and day',
      from: specialDayKey,
      inner: true,
      identity: { name: 'specialDay' },
    }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['day', 'kind', 'name', 'calendar'], filters: ['day', 'kind', 'calendar'], sort: '-day' },
  form: [['day', 'kind'], ['name', 'calendar'], ['hoursOf'], ['hours']],
  matchBy: ['key'],
})
