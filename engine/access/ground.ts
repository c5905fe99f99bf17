import type { Secrecy } from '#engine/record/secrecy.ts'
import type { FieldLevel } from './actor.ts'
import { both, either, isNever, type Condition, type Grantable, type Level, type Scope } from './rules.ts'

/** What a part of a right goes back to: plain data, out of which an explanation makes words. Roles stand by their ids. */
export type Source =
  | {
      by:
        | 'system'
        | 'everyone'
        | 'nobody'
        | 'either'
        | 'both'
        | 'owns'
        | 'holds'
        | 'when'
        | 'token'
        | 'guarded'
        | 'clearsOwn'
        | 'card'
        | 'openInCircles'
    }
  | { by: 'level'; level: Level }
  | { by: 'hasRole'; codes: readonly string[] }
  | { by: 'granted'; what: Grantable }
  | { by: 'grant'; role: string; what: Grantable; scope: Scope }
  | { by: 'noGrant'; role: string }
  | { by: 'through'; record: string; level: Level }
  | { by: 'shared'; level: Level }
  | { by: 'within'; level: Level }
  | { by: 'field'; level: FieldLevel }
  | { by: 'way'; role: string | null }
  | { by: 'limits'; role: string | null }
  | { by: 'fieldRight'; role: string; level: FieldLevel; within: Scope }
  | { by: 'clearance'; role: string | null; upTo: Secrecy }

/**
 * A right with what it goes back to: which grant of which role, which share, which class. It is made once; the condition that lists and checks
 * ask is folded out of it, and what explains a right walks the same parts.
 */
export type Ground =
  | { source: Source; condition: Condition }
  | { source: Source; any: readonly Ground[] }
  | {
      source: Source
      all: readonly Ground[]
      /** The last part is taken apart, so that each way has an index of its own. */ isSpread?: true
    }

export const ground = (source: Source, condition: Condition): Ground => ({ source, condition })
export const anyOf = (source: Source, any: readonly Ground[]): Ground => ({ source, any })
export const allOf = (source: Source, ...all: readonly Ground[]): Ground => ({ source, all })

const folded = new WeakMap<Ground, Condition>()

/** The condition that a ground comes to. */
export function conditionOf(given: Ground): Condition {
  if ('condition' in given) return given.condition
  const known = folded.get(given)
  if (known) return known
  const made = fold(given)
  folded.set(given, made)
  return made
}

function fold(given: Exclude<Ground, { condition: Condition }>): Condition {
  if ('any' in given) return either(...given.any.map(conditionOf))
  const parts = given.all.map(conditionOf)
  const last = parts.at(-1)
  if (!given.isSpread || !last || !('or' in last) || parts.some(isNever)) return both(...parts)
  return either(...last.or.map((option) => both(...parts.slice(0, -1), option)))
}

/** The same ground with every condition turned into another: what is asked of a record, asked of what hangs on it. */
export function turned(given: Ground, turn: (condition: Condition) => Condition): Ground {
  if ('condition' in given) return { source: given.source, condition: turn(given.condition) }
  if ('any' in given) return { source: given.source, any: given.any.map((part) => turned(part, turn)) }
  return { ...given, all: given.all.map((part) => turned(part, turn)) }
}
