/** How many days, weeks and months back a backup is kept: the last of each. */
export interface Retention {
  daily: number
  weekly: number
  monthly: number
}

/** The Monday of a day's week. */
const weekOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

/**
 * Which backups stay: the last of each of the newest days, weeks and months that have any. A night that failed does not cost an older one
 * its place: what is counted are days with a backup, not days.
 * @param backups newest first or not; days are "2026-11-22".
 */
export function kept<B extends { day: string; at: string }>(backups: readonly B[], keep: Retention): Set<B> {
  const sorted = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const stays = new Set<B>()
  const take = (most: number, spanOf: (day: string) => string) => {
    const seen = new Set<string>()
    for (const backup of sorted) {
      const span = spanOf(backup.day)
      if (seen.has(span)) continue
      if (seen.size >= most) return
      seen.add(span)
      stays.add(backup)
    }
  }
  take(Math.max(1, keep.daily), (day) => day)
  take(keep.weekly, weekOf)
  take(keep.monthly, (day) => day.slice(0, 7))
  return stays
}
