import { kindOf } from '#engine/record/fields/index.ts'
import type { Shape } from '#engine/record/house.ts'
import { comparedBy, keysOf } from './duplicates.ts'
import type { Pass } from './pass.ts'
import type { ReadRow } from './rows.ts'

/** What a batch waits for: before it writes, and before it notes how far the import is. */
export interface Turn {
  mayWrite(): Promise<void>
  mayFinish(): Promise<void>
}

/** A batch under way: when it has written all it writes, and when that is committed. */
interface Begun {
  written: Promise<void>
  done: Promise<void>
}

const settled = ['skip', 'ask', 'create']

/**
 * Whether what becomes of a row can depend on no more than rows that are equal to it: nothing is compared, no record is changed, and none
 * is made along that other rows may name.
 */
function isByEqualityAlone(pass: Pass): boolean {
  const { shape, row, links, fields } = pass
  const { duplicates, decisions } = row.settings
  const makesNamed = [...links].some(([name, choice]) => name in fields && choice === 'create')
  return (
    shape.chain.length === 0 &&
    !comparedBy(pass) &&
    [duplicates, ...Object.values(decisions)].every((rule) => settled.includes(rule)) &&
    !makesNamed
  )
}

/** By what rows may be about the same: the fields that they are recognised by, and identities. */
function marksOf({ shape, fields, along }: Pass, rows: readonly ReadRow[]): Set<string> {
  const isIdentity = (of: Shape, name: string) => of.fields.get(name)?.field.options.identity !== undefined
  const inputs = [
    ...Object.keys(fields).filter((name) => isIdentity(shape, name)),
    ...along.flatMap(({ child, inputs: named }) => [...named].flatMap(([input, name]) => (isIdentity(child, name) ? [input] : []))),
  ]
  const marks = new Set<string>()
  for (const row of rows) {
    for (const key of keysOf(row, shape)) marks.add(key)
    for (const name of inputs) {
      const value = row.values[name]
      const normal = value === undefined || value === null ? null : kindOf(fields[name]!).normalise?.(value as never)
      if (normal) marks.add(`=${normal}`)
    }
  }
  return marks
}

/**
 * Lets two batches be at work at once: while the database writes one, the next is made ready, and written as soon as the one before has
 * nothing left to write. Batches of which rows of the one may be rows of the other follow each other.
 */
export function openTurns(pass: Pass) {
  const mayOverlap = isByEqualityAlone(pass)
  let before: Begun | undefined
  let marks = new Set<string>()
  return {
    /** @param take takes the batch in. Resolves when the next may be begun. */
    async take(rows: readonly ReadRow[], take: (turn: Turn) => Promise<unknown>): Promise<void> {
      const own = mayOverlap ? marksOf(pass, rows) : new Set<string>()
      if (!mayOverlap || !own.isDisjointFrom(marks)) await before?.done
      const previous = before
      const { promise: written, resolve: isWritten } = Promise.withResolvers<void>()
      const done = take({
        mayWrite: async () => previous?.written,
        mayFinish: async () => {
          isWritten()
          await previous?.done
        },
      }).then(() => {})
      // Heard when it is waited for; whoever waits for its writing need not wait for ever.
      done.catch(() => {}).finally(isWritten)
      before = { written, done }
      marks = own
      // Two at most: the one before must be in before a third begins.
      await previous?.done
    },
    /** Waits for what is under way. */
    end: async (): Promise<void> => before?.done,
  }
}
