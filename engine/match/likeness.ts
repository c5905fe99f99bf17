/**
 * Edits that make one text of the other: one sign wrong, missing, too many, or two neighbours changed about (optimal string alignment, the
 * restricted Damerau–Levenshtein distance: Damerau 1964, Levenshtein 1966). Anything beyond `most` is `most + 1`.
 */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let aEnd = a.length
  let bEnd = b.length
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  const n = bEnd - start
  const m = aEnd - start
  if (m === 0 || n === 0) return Math.min(m + n, most + 1)
  if (most === 1) return isOneEdit(a, b, start, m, n) ? 1 : 2
  let older: number[] = []
  let before = Array.from({ length: n + 1 }, (_, j) => j)
  for (let i = 1; i <= m; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= n; j++) {
      const isSame = a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 1)
      let cost = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && isSwap(a, start + i - 2, b, start + j - 2)) cost = Math.min(cost, older[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    older = before
    before = row
  }
  return Math.min(before[n]!, most + 1)
}

const isSwap = (a: string, i: number, b: string, j: number): boolean =>
  a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j)

/** Of texts that differ first and last within these signs, m of one and n of the other. */
const isOneEdit = (a: string, b: string, start: number, m: number, n: number): boolean =>
  (m === 1 && n === 1) || (m === 2 && n === 2 && isSwap(a, start, b, start))

/**
 * Jaro's likeness with Winkler's credit for a common beginning (Jaro 1989; Winkler 1990: prefix of at most four signs, scale 0.1), the
 * measure for names in letters. 0 to 1.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const common: number[] = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++)
      if (!taken[j] && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken[j] = 1
        common.push(a.charCodeAt(i))
        break
      }
  }
  if (common.length === 0) return 0
  let turned = 0
  for (let j = 0, k = 0; j < b.length; j++) if (taken[j] && b.charCodeAt(j) !== common[k++]) turned++
  const n = common.length
  const jaro = (n / a.length + n / b.length + (n - turned / 2) / n) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Whether the signs of a short text stand in the long one in their order, the first one at its head: 中科院 in 中国科学院. */
export function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length || short.charCodeAt(0) !== long.charCodeAt(0)) return false
  let at = 0
  for (let i = 0; i < long.length && at < short.length; i++) if (long.charCodeAt(i) === short.charCodeAt(at)) at++
  return at === short.length
}

/** The longest run of signs that both texts hold. */
export function commonRun(a: string, b: string): string {
  let best = ''
  for (let i = 0; i + best.length < a.length; i++)
    while (i + best.length < a.length && b.includes(a.slice(i, i + best.length + 1))) best = a.slice(i, i + best.length + 1)
  return best
}

/**
 * A word as it sounds, roughly, for finding candidates: its first letter and the consonants behind it, like ones as one, doubles once
 * (the classes of Soundex: Russell 1918, Odell 1922).
 */
export function soundOf(word: string): string {
  let found = word[0] ?? ''
  let last = classes[word.charCodeAt(0) - 97] ?? '0'
  for (let i = 1; i < word.length && found.length < 5; i++) {
    const letter = classes[word.charCodeAt(i) - 97] ?? '0'
    if (letter !== '0' && letter !== last) found += letter
    last = letter
  }
  return found
}
//               abcdefghijklmnopqrstuvwxyz
const classes = '01230120022455012623010202'
