import { purposeNow } from './purpose.ts'

/** What took long, by statement and purpose, since it was last taken away. */
export interface SlowStatement {
  /** The statement without its values. */
  text: string
  purpose: string
  times: number
  /** How often it came to no good end: its time was over, it was called off, it was wrong. */
  failed: number
  totalMs: number
  longestMs: number
  lastAt: number
}

/** Counts what a process asks of its database, and remembers what took long. */
export interface StatementWatch {
  /** Statements by how long they took: one count to each of `bounds`, and one for what took longer. */
  readonly counts: readonly number[]
  readonly totalMs: number
  note(text: string, ms: number, isFailed: boolean): void
  /** The slow ones so far; the next begin from nothing. */
  take(): SlowStatement[]
}

/** Upper bounds in ms. */
export const bounds: readonly number[] = [1, 5, 20, 100, 500, 2000, 10_000]

/** As many different ones as a process remembers between two times that they are kept. */
const mostKept = 300

const longestText = 2000

/**
 * A statement as it is shown: whatever could be a value is left out, and lists of values are as long as one. Values are parameters in any
 * case; this holds for text that was written into a statement by mistake, too.
 */
export const withoutValues = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/\$\d+|\b\d+(?:\.\d+)?\b/g, '?')
    .replace(/\?(?:::[\w[\]()]+)?(?:, \?(?:::[\w[\]()]+)?)+/g, '?…')
    .replace(/\(\?…\)(?:, \(\?…\))+/g, '(?…)…')
    .trim()
    .slice(0, longestText)

/** @param slowFrom from how many ms on a statement is slow. */
export function watchStatements(slowFrom: number): StatementWatch {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0)
  let totalMs = 0
  let slow = new Map<string, SlowStatement>()
  return {
    counts,
    get totalMs() {
      return totalMs
    },
    note(text, ms, isFailed) {
      const at = bounds.findIndex((bound) => ms <= bound)
      counts[at < 0 ? bounds.length : at]! += 1
      totalMs += ms
      if (ms < slowFrom) return
      const purpose = purposeNow()
      const bare = withoutValues(text)
      const key = `${purpose}\n${bare}`
      const known = slow.get(key)
      if (!known && slow.size >= mostKept) return
      const { times, failed, totalMs: sum, longestMs } = known ?? { times: 0, failed: 0, totalMs: 0, longestMs: 0 }
      slow.set(key, {
        text: bare,
        purpose,
        times: times + 1,
        failed: failed + (isFailed ? 1 : 0),
        totalMs: sum + ms,
        longestMs: Math.max(longestMs, ms),
        lastAt: Date.now(),
      })
    },
    take() {
      const taken = [...slow.values()]
      slow = new Map()
      return taken
    },
  }
}
