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

/** Sets out the entries of one day. Each run of entries that overlap one another shares the width. */
export function sideBySide(entries: readonly Entry[]): Column[] {
  const timed = entries.filter((entry) => entry.start !== null).sort((a, b) => a.start! - b.start! || b.minutes - a.minutes)
  const endOf = (entry: Entry) => entry.start! + Math.max(entry.minutes, least)
  const placed: Column[] = []
  let run: Column[] = []
  let ends: number[] = []
  const close = () => {
    for (const column of run) column.of = ends.length
    placed.push(...run)
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
  return placed
}
