/** The zone of "today", months and deadlines where no site says otherwise. */
export const companyZone = 'Asia/Shanghai'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, found)
  }
  return found
}

/** The moment as a clock in the zone shows it: "2026-11-22 09:30". */
export const showInstant = (instant: string, zone: string): string => format(zone).format(new Date(instant)).slice(0, 16)

/** The last moment that was asked for: of a set of records the same one is asked for again and again. */
let last: { instant: string | number | Date; zone: string; day: string } | undefined

/** The day it is at a moment in a zone: "2026-11-22". */
export function dayAt(instant: string | number | Date, zone: string = companyZone): string {
  if (last?.instant !== instant || last.zone !== zone || typeof instant === 'object')
    last = { instant, zone, day: format(zone).format(new Date(instant)).slice(0, 10) }
  return last.day
}

/** How far the zone's clock is ahead of UTC at a moment, in ms. */
export const offsetAt = (ms: number, zone: string): number =>
  Date.parse(`${format(zone).format(new Date(ms)).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000

/** The moment at which a clock in the zone shows this day and time; the earlier one where a time comes twice. */
export function instantOfLocal(day: string, hour: number, minute: number, second: number, zone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000
  const guess = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(guess, zone)).toISOString()
}
