import { weekdays } from './rules/working-hours.ts'

const everyDay = Object.keys(weekdays)
const workweek = everyDay.slice(0, 5)

/** The calendars that a new system begins with; the first is the standard. An administrator may change them and add others. */
export const builtInCalendars = [
  {
    name: '标准工作日历',
    followsHolidays: true,
    week: [
      { weekdays: workweek, from: '09:00', to: '12:00' },
      { weekdays: workweek, from: '13:30', to: '18:00' },
    ],
  },
  {
    name: '案场工作日历',
    followsHolidays: false,
    week: [{ weekdays: everyDay, from: '09:00', to: '18:00' }],
    note: '每天接待，仅春节前三天休息',
  },
] as const

/** The days off of the sales offices: the first three of the lunar year, which may be reckoned far ahead. */
export const salesOfficeDays = ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'].flatMap((first) =>
  [0, 1, 2].map((n) => ({
    day: new Date(Date.parse(`${first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
    kind: 'off',
    name: '春节',
  })),
)
