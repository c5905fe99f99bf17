/** A number between 0 and 1 after another, always the same ones for the same seed (mulberry32 over a FNV-1a hash of the seed). */
function numbersOf(seed: string): () => number {
  let state = 2_166_136_261
  for (const sign of seed) state = Math.imul(state ^ sign.codePointAt(0)!, 16_777_619) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same things in an order that only the seed decides. */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const next = numbersOf(seed)
  const mixed = [...things]
  for (let i = mixed.length - 1; i > 0; i--) {
    const at = Math.floor(next() * (i + 1))
    ;[mixed[i], mixed[at]] = [mixed[at]!, mixed[i]!]
  }
  return mixed
}

/**
 * Draws who gets which file: by chance, with a seed that is kept, so that anybody can draw the same once more. Numbers of files differ by one at
 * most. What comes in is put in order first: the draw does not depend on how it was read.
 */
export function draw(files: readonly string[], receivers: readonly string[], seed: string): Map<string, string> {
  const drawn = new Map<string, string>()
  if (receivers.length === 0) return drawn
  const order = shuffled(receivers.toSorted(), `${seed}:receivers`)
  shuffled(files.toSorted(), `${seed}:files`).forEach((file, i) => drawn.set(file, order[i % order.length]!))
  return drawn
}
