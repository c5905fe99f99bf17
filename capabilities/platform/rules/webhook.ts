/** What a webhook is told of, and when what failed is tried again. */

const shape = /^(\*|[a-zA-Z]+)(\.(\*|[a-zA-Z]+))?$/

/** Whether a choice of events fits a type: "customer.created" by itself, by "customer.*", by "customer", by "*.created" and by "*". */
export function fitsEvent(chosen: string, type: string): boolean {
  const [record, verb = '*'] = chosen.split('.')
  const [ownRecord, ownVerb] = type.split('.')
  return (record === '*' || record === ownRecord) && (verb === '*' || verb === ownVerb)
}

/** The choices that no event can ever fit. @param types all types of events there are */
export const unknownEvents = (chosen: readonly string[], types: readonly string[]): string[] =>
  chosen.filter((each) => !shape.test(each) || !types.some((type) => fitsEvent(each, type)))

const minute = 60
const hour = 60 * minute

/** Seconds to wait after each failed try: all together a little over a day. */
export const pauses: readonly number[] = [5, minute, 5 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 6 * hour, 12 * hour]

/**
 * When to try again, in seconds; null where it has been tried often enough.
 * @param tries how many have failed
 * @param asked what the other side asked for, in seconds
 * @param spread between 0 and 1: those that failed together do not come back together
 */
export function pauseAfter(tries: number, asked: number | null, spread: number): number | null {
  const usual = pauses[tries - 1]
  if (usual === undefined) return null
  return Math.max(Math.round(usual * (1 + spread * 0.2)), Math.min(asked ?? 0, hour))
}

/** An endpoint that has failed for so long is sent nothing more. */
export const patienceHours = 72

export const isHopeless = (failingSince: string | null, now: number): boolean =>
  failingSince !== null && now - Date.parse(failingSince) >= patienceHours * hour * 1000
