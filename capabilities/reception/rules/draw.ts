/** A chance that can be repeated: the same seed, the same numbers (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const all = [...list]
  for (let i = all.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1))
    ;[all[i], all[k]] = [all[k]!, all[i]!]
  }
  return all
}

/**
 * Draws the files of a leaver to colleagues at random. The drawer, the absent and the leaver are left out; numbers differ by one at most.
 * The same seed and lists draw the same.
 * @returns the colleague of each file; nothing where nobody may draw
 */
export function drawFiles(
  files: readonly string[],
  colleagues: readonly string[],
  leftOut: readonly string[],
  seed: number,
): { file: string; to: string }[] {
  const among = colleagues.filter((user) => !leftOut.includes(user))
  if (among.length === 0) return []
  const next = chance(seed)
  const order = shuffled(among, next)
  return shuffled(files, next).map((file, i) => ({ file, to: order[i % order.length]! }))
}
