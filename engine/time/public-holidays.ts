import { addDays, daysBetween } from './days.ts'
import { words, type Words } from '#engine/text/words.ts'
import type { DayException } from './working-calendar.ts'

/**
 * The public holidays of China with the workdays that make up for them (调休), as the General Office of the State Council announces them for
 * each year, usually in November of the one before: 国办发明电〔2019〕16号 and, for the longer Spring Festival of 2020, 〔2020〕1号; 〔2020〕27号;
 * 〔2021〕11号; 〔2022〕16号; 〔2023〕7号; 〔2024〕12号; 〔2025〕7号. Until a year has been announced nobody can know it; it is then
 * imported, or comes with the next version.
 */

const festivals = {
  newYear: words('元旦', 'New Year'),
  spring: words('春节', 'Spring Festival'),
  qingming: words('清明节', 'Qingming Festival'),
  labour: words('劳动节', 'Labour Day'),
  dragonBoat: words('端午节', 'Dragon Boat Festival'),
  midAutumn: words('中秋节', 'Mid-Autumn Festival'),
  national: words('国庆节', 'National Day'),
} satisfies Record<string, Words>

const bare = (name: string): string => name.replace(/节$/, '')

/** What a day is called in both languages, as far as it is called after a public holiday: 国庆 and 国庆节 are National Day. */
export const holidayNamed = (name: string): Words => Object.values(festivals).find(({ zh }) => bare(zh) === bare(name)) ?? words(name, name)

/** A festival, the days off from … to …, and the workdays that make up for it. A day without a year lies in the year of the arrangement. */
type Arrangement = [festival: keyof typeof festivals, off: string, working?: string]

const arrangements: Record<number, Arrangement[]> = {
  2020: [
    ['newYear', '01-01'],
    ['spring', '01-24..02-02', '01-19'],
    ['qingming', '04-04..04-06'],
    ['labour', '05-01..05-05', '04-26 05-09'],
    ['dragonBoat', '06-25..06-27', '06-28'],
    ['national', '10-01..10-08', '09-27 10-10'],
  ],
  2021: [
    ['newYear', '01-01..01-03'],
    ['spring', '02-11..02-17', '02-07 02-20'],
    ['qingming', '04-03..04-05'],
    ['labour', '05-01..05-05', '04-25 05-08'],
    ['dragonBoat', '06-12..06-14'],
    ['midAutumn', '09-19..09-21', '09-18'],
    ['national', '10-01..10-07', '09-26 10-09'],
  ],
  2022: [
    ['newYear', '01-01..01-03'],
    ['spring', '01-31..02-06', '01-29 01-30'],
    ['qingming', '04-03..04-05', '04-02'],
    ['labour', '04-30..05-04', '04-24 05-07'],
    ['dragonBoat', '06-03..06-05'],
    ['midAutumn', '09-10..09-12'],
    ['national', '10-01..10-07', '10-08 10-09'],
  ],
  2023: [
    ['newYear', '2022-12-31..01-02'],
    ['spring', '01-21..01-27', '01-28 01-29'],
    ['qingming', '04-05'],
    ['labour', '04-29..05-03', '04-23 05-06'],
    ['dragonBoat', '06-22..06-24', '06-25'],
    ['midAutumn', '09-29'],
    ['national', '09-30..10-06', '10-07 10-08'],
  ],
  2024: [
    ['newYear', '01-01'],
    ['spring', '02-10..02-17', '02-04 02-18'],
    ['qingming', '04-04..04-06', '04-07'],
    ['labour', '05-01..05-05', '04-28 05-11'],
    ['dragonBoat', '06-10'],
    ['midAutumn', '09-15..09-17', '09-14'],
    ['national', '10-01..10-07', '09-29 10-12'],
  ],
  2025: [
    ['newYear', '01-01'],
    ['spring', '01-28..02-04', '01-26 02-08'],
    ['qingming', '04-04..04-06'],
    ['labour', '05-01..05-05', '04-27'],
    ['dragonBoat', '05-31..06-02'],
    ['national', '10-01..10-05', '09-28'],
    ['midAutumn', '10-06'],
    ['national', '10-07..10-08', '10-11'],
  ],
  2026: [
    ['newYear', '01-01..01-03', '01-04'],
    ['spring', '02-15..02-23', '02-14 02-28'],
    ['qingming', '04-04..04-06'],
    ['labour', '05-01..05-05', '05-09'],
    ['dragonBoat', '06-19..06-21'],
    ['midAutumn', '09-25..09-27'],
    ['national', '10-01..10-07', '09-20 10-10'],
  ],
}

const dayIn = (year: string, text: string): string => (text.length === 5 ? `${year}-${text}` : text)

/** Public holidays and make-up workdays by day, as shipped. */
export const shippedHolidays: ReadonlyMap<string, DayException & { name: Words }> = new Map(
  Object.entries(arrangements).flatMap(([year, list]) =>
    list.flatMap(([festival, off, working]): [string, DayException & { name: Words }][] => {
      const [first, last = first] = off.split('..').map((text) => dayIn(year, text)) as [string, string?]
      const name = festivals[festival]
      const daysOff = Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))
      const madeUp = (working?.split(' ') ?? []).map((text) => dayIn(year, text))
      return [
        ...daysOff.map((day) => [day, { kind: 'off', name }] as never),
        ...madeUp.map((day) => [day, { kind: 'working', name }] as never),
      ]
    }),
  ),
)

/** So many days off the law alone gives: whoever has brought in fewer has not brought in a year. */
const leastDays = 11

/** Which of some years are not known yet: neither shipped nor among the public days that there are. */
export function unknownYears(publicDays: ReadonlyMap<string, DayException>, years: readonly number[]): number[] {
  const open = years.filter((year) => !(year in arrangements))
  if (open.length === 0) return []
  const daysOff = [...publicDays].filter(([, { kind }]) => kind === 'off').map(([day]) => Number(day.slice(0, 4)))
  return open.filter((year) => daysOff.filter((each) => each === year).length < leastDays)
}

/**
 * The years whose public holidays somebody should see to on a day, as far as they are not known: the present one, and from November on the
 * next, which is announced about then.
 */
export function yearsToKnow(today: string): number[] {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= '11-01' ? [year, year + 1] : [year]
}
