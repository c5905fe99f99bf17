import type { Actor } from '#engine/access/actor.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays, daysBetween } from '#engine/time/days.ts'
import { rangesOn, type DayException, type WorkingRange } from '#engine/time/working-calendar.ts'

/** A day as the calendar shows it: when one works on it, and what is special about it. */
export interface CalendarDay {
  /** One's own department's hours; none where it does not work. */
  hours: readonly WorkingRange[]
  /** A day off or a make-up workday: of the calendar itself, else of the country. */
  special?: Pick<DayException, 'kind' | 'name'>
}

/** The days from one to another, by the working calendar of an actor's department. */
export async function readDays(runtime: Runtime, actor: Actor, from: string, to: string): Promise<Record<string, CalendarDay>> {
  const { workingTime } = runtime.house
  const [calendar, publicDays] = await Promise.all([
    workingTime.calendarFor(runtime.database, { department: actor.departments[0] }),
    workingTime.publicDays(runtime.database),
  ])
  return Object.fromEntries(
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).map((day) => {
      const special = calendar.exceptions.get(day) ?? publicDays.get(day)
      return [day, { hours: rangesOn(calendar, day), ...(special ? { special: { kind: special.kind, ...(special.name ? { name: special.name } : {}) } } : {}) }]
    }),
  )
}
