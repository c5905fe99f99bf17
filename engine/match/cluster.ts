/** Two records by their places in a list, with the weight of what speaks for them being the same. */
export interface Pair {
  a: number
  b: number
  bits: number
}

/**
 * Brings together what is the same: the surest pairs first, and two groups only where none of one is known to differ from any of the other.
 * Plain chains (a like b, b like c) would in the end join everything; groups whose members all agree are what a merge may be offered for
 * (complete linkage, here broken off by conflicts: compare Hassanzadeh et al., "Framework for evaluating clustering algorithms in duplicate
 * detection", VLDB 2009).
 */
export function cluster(size: number, pairs: readonly Pair[], differs: (a: number, b: number) => boolean): number[][] {
  const group = Array.from({ length: size }, (_, i) => i)
  const members = new Map<number, number[]>()
  const membersOf = (at: number) => members.get(at) ?? [at]
  for (const { a, b } of pairs.toSorted((one, other) => other.bits - one.bits || one.a - other.a || one.b - other.b)) {
    const [into, from] = [group[a]!, group[b]!]
    if (into === from) continue
    const [stay, join] = [membersOf(into), membersOf(from)]
    if (stay.some((one) => join.some((other) => differs(one, other)))) continue
    members.set(into, [...stay, ...join])
    members.delete(from)
    for (const one of join) group[one] = into
  }
  return [...members.values()].filter((list) => list.length > 1)
}
