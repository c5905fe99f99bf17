import type { Entry } from './entries.ts'

/** Where an entry stands in the column of its day: what overlaps stands side by side. */
export interface Column {
  entry: Entry
  /** Which of how many columns. */
  at: number
  of: number
}

/** The least height of an entry, in minutes, so that its title can be read. */
const least = 25

/** Entries for which there was no room: so many, from a minute of the day on. */
export interface Rest {
  start: number
  count: number
  of: number
}

/**
 * Sets out the entries of one day. Each run of entries that overlap one another shares the width.
 * @param most columns that can still be read; where more are needed, the last tells how many are left.
 */
export function sideBySide(entries: readonly Entry[], most = Number.POSITIVE_INFINITY): { columns: Column[]; rest: Rest[] } {
  const timed = entries.filter((entry) => entry.start !== null).sort((a, b) => a.start! - b.start! || b.minutes - a.minutes)
  const endOf = (entry: Entry) => entry.start! + Math.max(entry.minutes, least)
  const placed: Column[] = []
  const rest: Rest[] = []
  let run: Column[] = []
  let ends: number[] = []
  const close = () => {
    const of = Math.min(ends.length, most)
    for (const column of run) column.of = of
    const hasRoom = ({ at }: Column) => ends.length <= most || at < most - 1
    placed.push(...run.filter(hasRoom))
    const left = run.filter((column) => !hasRoom(column))
    if (left.length > 0) rest.push({ start: left[0]!.entry.start!, count: left.length, of })
    run = []
    ends = []
  }
  for (const entry of timed) {
    if (ends.length > 0 && entry.start! >= Math.max(...ends)) close()
    const free = ends.findIndex((end) => end <= entry.start!)
    const at = free < 0 ? ends.length : free
    ends[at] = endOf(entry)
    run.push({ entry, at, of: 1 })
  }
  close()
  return { columns: placed, rest }
}
