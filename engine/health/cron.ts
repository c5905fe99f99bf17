import { offsetAt } from '#engine/time/zone.ts'

/** The values that one of the five fields allows, within its range. */
function allowed(field: string, from: number, to: number): Set<number> {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '*', step = '1'] = part.split('/')
    const [first, last] = range === '*' ? [from, to] : (range.split('-').map(Number) as [number, number?])
    for (let value = first; value <= (last ?? (part.includes('/') ? to : first)); value += Number(step)) values.add(value)
  }
  return values
}

const minute = 60_000
/** Every schedule of the product comes round within a month. */
const longest = 32 * 1440

/** When a schedule of five fields was last due at a moment, in ms; undefined where it was not within a month. */
export function lastDue(schedule: string, now: number, zone: string): number | undefined {
  const [minutes, hours, days, months, weekdays] = schedule.split(' ')
  const fields = {
    minute: allowed(minutes!, 0, 59),
    hour: allowed(hours!, 0, 23),
    day: allowed(days!, 1, 31),
    month: allowed(months!, 1, 12),
    weekday: allowed(weekdays!, 0, 7),
  }
  let at = Math.floor(now / minute) * minute
  let offset = offsetAt(at, zone)
  for (let i = 0; i < longest; i++, at -= minute) {
    // A zone changes its offset on the hour.
    if (i > 0 && at % 3_600_000 === 3_540_000) offset = offsetAt(at, zone)
    const wall = new Date(at + offset)
    const weekday = wall.getUTCDay()
    if (
      fields.minute.has(wall.getUTCMinutes()) &&
      fields.hour.has(wall.getUTCHours()) &&
      fields.day.has(wall.getUTCDate()) &&
      fields.month.has(wall.getUTCMonth() + 1) &&
      (fields.weekday.has(weekday) || (weekday === 0 && fields.weekday.has(7)))
    )
      return at
  }
  return undefined
}
