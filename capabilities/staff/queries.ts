import { readEpoch } from '#engine/access/load-actor.ts'
import type { WorkingTimeSource } from '#engine/calendar/working-time-source.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { shippedHolidays } from '#engine/time/public-holidays.ts'
import { usualWeek, type DayException, type WorkingCalendar } from '#engine/time/working-calendar.ts'
import { companyZone } from '#engine/time/zone.ts'
import { exceptionOf, weekOf, type SpecialDayRow, type WeekHours } from './rules/working-hours.ts'

interface Calendars {
  publicDays: ReadonlyMap<string, DayException>
  standard: WorkingCalendar
  byId: ReadonlyMap<string, WorkingCalendar>
  departments: ReadonlyMap<string, { parent: string | null; calendar: string | null }>
}

async function readCalendars(queries: Queries): Promise<Calendars> {
  const calendars = await queries.rows<{ id: string; isStandard: boolean; followsHolidays: boolean; week: WeekHours[] }>(
    sql`select id, is_standard as "isStandard", follows_holidays as "followsHolidays", week from working_calendar where deleted_at is null order by id`,
  )
  const days = await queries.rows<SpecialDayRow & { day: string; calendar: string | null }>(
    sql`select day, kind, name, calendar_id as calendar, hours_of as "hoursOf", hours from special_day where deleted_at is null`,
  )
  const departments = await queries.rows<{ id: string; parent: string | null; calendar: string | null }>(
    sql`select id, parent_id as parent, calendar_id as calendar from department where deleted_at is null`,
  )
  const daysOf = (calendar: string | null) =>
    days.filter((day) => day.calendar === calendar).map((day): [string, DayException] => [day.day, exceptionOf(day)])
  // What was imported or entered goes before what is shipped, and a calendar's own days before both.
  const publicDays = new Map([...shippedHolidays, ...daysOf(null)])
  const made = (week: WorkingCalendar['week'], followed: Iterable<[string, DayException]>, own: [string, DayException][]) => ({
    zone: companyZone,
    week,
    exceptions: new Map([...followed, ...own]),
  })
  const byId = new Map(
    calendars.map(({ id, followsHolidays, week }) => [id, made(weekOf(week), followsHolidays ? publicDays : [], daysOf(id))]),
  )
  const standard = calendars.find(({ isStandard }) => isStandard)
  return {
    publicDays,
    byId,
    standard: standard ? byId.get(standard.id)! : made(usualWeek, publicDays, []),
    departments: new Map(departments.map((row) => [row.id, row])),
  }
}

// By database, with the state of rights they were read in: every change of a calendar, a special day or a department raises it.
const kept = new WeakMap<object, { epoch: number; calendars: Promise<Calendars> }>()

/** The calendars as they are now, on whatever node they were changed. One short question, as long as nothing has. */
async function calendarsOf(queries: Queries): Promise<Calendars> {
  const epoch = await readEpoch(queries)
  const known = kept.get(queries.home)
  if (known?.epoch === epoch) return known.calendars
  const calendars = readCalendars(queries)
  // A transaction may have changed calendars itself and be rolled back: what it sees is for itself alone.
  if (!('beforeCommit' in queries)) {
    kept.set(queries.home, { epoch, calendars })
    calendars.catch(() => kept.delete(queries.home))
  }
  return calendars
}

/** The calendar that a department names, or the nearest department above it; else the standard one. */
function calendarAt({ byId, departments, standard }: Calendars, department: string | null | undefined): WorkingCalendar {
  const seen = new Set<string>()
  for (let id = department; id && !seen.has(id); id = departments.get(id)?.parent) {
    seen.add(id)
    const calendar = byId.get(departments.get(id)?.calendar ?? '')
    if (calendar) return calendar
  }
  return standard
}

/**
 * The working calendar by which a department works; without one the company's standard. For `addWorkingMinutes`, `addWorkdays` and the like
 * (`engine/time/working-time.ts`). What it gives is the same value until something changes, so that its sums are made once.
 */
export const calendarFor: WorkingTimeSource['calendarFor'] = async (queries, { department } = {}) =>
  calendarAt(await calendarsOf(queries), department)

export const publicDays: WorkingTimeSource['publicDays'] = async (queries) => (await calendarsOf(queries)).publicDays

/** Whom it concerns that calendars are kept, and the calendar that a notice is about. */
export async function keepersOfCalendars(queries: Queries): Promise<{ users: string[]; calendar: string | null }> {
  const users = await queries.rows<{ id: string }>(
    sql`select u.id from "user" u where u.deleted_at is null and u.is_active
      and exists (select 1 from role r where r.id = any(u.roles_ids) and r.code = 'administrator' and r.deleted_at is null)`,
  )
  const calendar = await queries.row<{ id: string }>(
    sql`select id from working_calendar where deleted_at is null order by is_standard desc, id limit 1`,
  )
  return { users: users.map(({ id }) => id), calendar: calendar?.id ?? null }
}
