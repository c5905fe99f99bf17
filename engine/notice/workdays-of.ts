import type { Actor } from '#engine/access/actor.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { isWorkday } from '#engine/time/working-time.ts'

/** Whether a day is one of work for somebody: by the working calendar of his department. */
export async function workdaysOf({ house }: Runtime, queries: Queries, actor: Actor | undefined): Promise<(day: string) => boolean> {
  const calendar = await house.workingTime.calendarFor(queries, { department: actor?.departments[0] })
  return (day) => isWorkday(calendar, day)
}
