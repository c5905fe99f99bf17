import type { Operator } from '#engine/record/field.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { bare } from './bare.ts'

/** One comparison of a filter. Links keep their titles beside where they are known, so that it can be read. */
export interface Comparison {
  field: string
  op: Operator
  value?: unknown
}

/** So many records that link to this one ("activity.customer") meet conditions of their own. */
export interface Counting {
  linked: string
  least?: number
  most?: number
  where: FilterPart[]
}

/** It is in a segment: itself, or what lies behind its link `of`. With its title beside the id, where that is known. */
export interface Belonging {
  segment: unknown
  of?: string
}

/** What stands at the end of every branch. */
export type Leaf = Comparison | Counting | Belonging

/** A part of the filter row: a leaf, or several parts of which any will do or all must hold, at any depth. All parts of the row must hold. */
export type FilterPart = Leaf | { any: FilterPart[] } | { all: FilterPart[] } | { not: FilterPart }

export const isComparison = (part: FilterPart): part is Comparison => 'field' in part
export const isCounting = (part: FilterPart): part is Counting => 'linked' in part
export const isBelonging = (part: FilterPart): part is Belonging => 'segment' in part
/** In a segment, or not in it: both are chosen in one place. */
export const isSegmentPart = (part: FilterPart): boolean => isBelonging('not' in part ? part.not : part)
/** Whether it is one condition and no group of them. */
export const isSingle = (part: FilterPart): boolean => isComparison(part) || isCounting(part) || isSegmentPart(part)

export const takesList = (op: Operator): boolean => op === 'in' || op === 'notIn' || op === 'hasAny'
export const takesNothing = (op: Operator): boolean => op === 'empty' || op === 'notEmpty'

const isWhole = ({ op, value }: Comparison) => takesNothing(op) || (value !== undefined && !(Array.isArray(value) && value.length === 0))

/** What one part asks; null where nothing of it is finished. */
function nodeOf(part: FilterPart): FilterTree | null {
  if ('field' in part) {
    const { field, op, value } = part
    return isWhole(part) ? { field, op, ...(value === undefined ? {} : { value: bare(value) }) } : null
  }
  if (isCounting(part)) {
    const { where, ...counting } = part
    const inside = treeOf(where)
    return inside ? { ...counting, where: inside } : counting
  }
  if (isBelonging(part)) {
    const segment = bare(part.segment)
    return typeof segment === 'string' ? { segment, ...(part.of === undefined ? {} : { of: part.of }) } : null
  }
  if ('not' in part) {
    const inner = nodeOf(part.not)
    return inner && { not: inner }
  }
  const inner = ('any' in part ? part.any : part.all).map(nodeOf).filter((node) => node !== null)
  if (inner.length <= 1) return inner[0] ?? null
  return 'any' in part ? { or: inner } : { and: inner }
}

/** What the API is asked: links as ids, unfinished comparisons left out. */
export function treeOf(parts: readonly FilterPart[]): FilterTree | undefined {
  const trees = parts.map(nodeOf).filter((node) => node !== null)
  return trees.length === 0 ? undefined : { and: trees }
}

const partOf = (node: FilterTree): FilterPart => {
  if ('or' in node) return { any: node.or.map(partOf) }
  if ('and' in node) return { all: node.and.map(partOf) }
  if ('linked' in node) {
    const { where, ...counting } = node
    return { ...counting, where: partsOf(where) } as Counting
  }
  return 'not' in node ? { not: partOf(node.not) } : (node as Comparison | Belonging)
}

/** The parts of a kept filter, whatever its depth: nothing of it is lost on the way there and back. */
export const partsOf = (tree: FilterTree | null | undefined): FilterPart[] =>
  !tree ? [] : 'and' in tree ? tree.and.map(partOf) : [partOf(tree)]

/** The same alternatives or conditions without one; null where nothing is left, the last one alone without its group. */
export function without(part: { any: FilterPart[] } | { all: FilterPart[] }, index: number): FilterPart | null {
  const rest = ('any' in part ? part.any : part.all).filter((_, i) => i !== index)
  if (rest.length <= 1) return rest[0] ?? null
  return 'any' in part ? { any: rest } : { all: rest }
}

/** A part with one more condition beside it: as an alternative, or as a further condition. */
export function joined(part: FilterPart, how: 'any' | 'all', more: FilterPart): FilterPart {
  if (how === 'any') return 'any' in part ? { any: [...part.any, more] } : { any: [part, more] }
  return 'all' in part ? { all: [...part.all, more] } : { all: [part, more] }
}
