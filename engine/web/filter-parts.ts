import type { Operator } from '#engine/record/field.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { bareValue } from './link-value.ts'

/** One comparison of a filter. Links keep their titles beside where they are known, so that it can be read. */
export interface Comparison {
  field: string
  op: Operator
  value?: unknown
}

/** One part of the filter row: a comparison, or several of which any will do. All parts must be met. */
export type FilterPart = Comparison | { any: Comparison[] }

export const alternativesOf = (part: FilterPart): Comparison[] => ('any' in part ? part.any : [part])

export const partOf = (alternatives: Comparison[]): FilterPart => (alternatives.length === 1 ? alternatives[0]! : { any: alternatives })

export const takesList = (op: Operator): boolean => op === 'in' || op === 'notIn' || op === 'hasAny'
export const takesNothing = (op: Operator): boolean => op === 'empty' || op === 'notEmpty'

const isWhole = ({ op, value }: Comparison) => takesNothing(op) || (value !== undefined && !(Array.isArray(value) && value.length === 0))

const leafOf = ({ field, op, value }: Comparison): FilterTree => ({
  field,
  op,
  ...(value === undefined ? {} : { value: bareValue(value) }),
})

/** What the API is asked: links as ids, unfinished comparisons left out. */
export function treeOf(parts: readonly FilterPart[]): FilterTree | undefined {
  const trees = parts.flatMap((part): FilterTree[] => {
    const whole = alternativesOf(part).filter(isWhole).map(leafOf)
    return whole.length === 0 ? [] : whole.length === 1 ? whole : [{ or: whole }]
  })
  return trees.length === 0 ? undefined : { and: trees }
}

/** The parts of a kept filter; undefined where it is nested deeper than the row can show. */
export function partsOf(tree: FilterTree | null | undefined): FilterPart[] | undefined {
  if (!tree) return []
  const leaf = (node: FilterTree): Comparison | undefined => ('op' in node ? (node as Comparison) : undefined)
  const nodes = 'and' in tree ? tree.and : [tree]
  const parts = nodes.map((node): FilterPart | undefined => {
    if (!('or' in node)) return leaf(node)
    const any = node.or.map(leaf)
    return any.every((entry) => entry !== undefined) && any.length > 0 ? partOf(any as Comparison[]) : undefined
  })
  return parts.every((part) => part !== undefined) ? (parts as FilterPart[]) : undefined
}
