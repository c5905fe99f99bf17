import type { Actor } from '#engine/access/actor.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays, daysBetween } from '#engine/time/days.ts'
import { unknownYears } from '#engine/time/public-holidays.ts'
import { rangesOn, type DayException, type WorkingRange } from '#engine/time/working-calendar.ts'

/** A day as the calendar shows it: when one works on it, and what is special about it. */
export interface CalendarDay {
  /** One's own department's hours; none where it does not work. */
  hours: readonly WorkingRange[]
  /** A day off or a make-up workday: of the calendar itself, else of the country. */
  special?: Pick<DayException, 'kind' | 'name'>
}

/** The days from one to another, by the working calendar of an actor's department. */
export async function readDays(
  { house, database }: Runtime,
  actor: Actor,
  from: string,
  to: string,
): Promise<{ days: Record<string, CalendarDay>; unknownYears: number[] }> {
  const [calendar, publicDays] = await Promise.all([
    house.workingTime.calendarFor(database, { department: actor.departments[0] }),
    house.workingTime.publicDays(database),
  ])
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
  const specialOf = (day: string): Pick<CalendarDay, 'special'> => {
    const { kind, name } = calendar.exceptions.get(day) ?? publicDays.get(day) ?? {}
    return kind ? { special: { kind, ...(name ? { name } : {}) } } : {}
  }
  return {
    days: Object.fromEntries(days.map((day) => [day, { hours: rangesOn(calendar, day), ...specialOf(day) }])),
    unknownYears: unknownYears(publicDays, [...new Set(days.map((day) => Number(day.slice(0, 4))))]),
  }
}
