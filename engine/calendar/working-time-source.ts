import { shippedHolidays } from '#engine/time/public-holidays.ts'
import { usualWeek, type DayException, type WorkingCalendar } from '#engine/time/working-calendar.ts'
import { companyZone } from '#engine/time/zone.ts'
import type { Queries } from '#engine/store/database.ts'

/** When the company works, as a capability keeps it. The engine's own screens and clocks ask here. */
export interface WorkingTimeSource {
  /** The working calendar of a department; the company's standard one where none is said. */
  calendarFor(queries: Queries, who?: { department?: string | null | undefined }): Promise<WorkingCalendar>
  /** Public holidays and make-up workdays, shipped and imported, whoever works on them. */
  publicDays(queries: Queries): Promise<ReadonlyMap<string, DayException>>
}

const usual: WorkingCalendar = { zone: companyZone, week: usualWeek, exceptions: shippedHolidays }

/** Where no capability keeps calendars, and before anybody has made one. */
export const usualWorkingTime: WorkingTimeSource = {
  calendarFor: async () => usual,
  publicDays: async () => shippedHolidays,
}
