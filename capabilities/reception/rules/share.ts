/** A number as a fraction in lowest terms, for shares must be exact: a third is a third. */
export interface Fraction {
  n: number
  d: number
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

export function fraction(n: number, d = 1): Fraction {
  const by = divisor(Math.abs(n), d) || 1
  return { n: n / by, d: d / by }
}

/** Per cent with at most two decimals, as settings say them, made exact. */
export const percentOf = (percent: number): Fraction => fraction(Math.round(percent * 100), 100)

const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
const parts = (a: Fraction, k: number): Fraction => fraction(a.n, a.d * k)
const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d
const smaller = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a)

/** Who has how many per cent. The department stands for nobody in particular. */
export interface Share {
  to: string
  percent: Fraction
}

export const department = 'department'

/** All to one. */
export const whole = (to: string): Share[] => [{ to, percent: fraction(100) }]

/** Whoever appears twice is added up; who gets nothing is left out; the order stays. */
export function gather(shares: readonly Share[]): Share[] {
  const sums = new Map<string, Fraction>()
  for (const { to, percent } of shares) sums.set(to, plus(sums.get(to) ?? fraction(0), percent))
  return [...sums].map(([to, percent]) => ({ to, percent })).filter(({ percent }) => percent.n !== 0)
}

export const total = (shares: readonly Share[]): Fraction => shares.reduce((sum, { percent }) => plus(sum, percent), fraction(0))

/** What several get together, each the same. */
export const equally = (among: readonly string[], percent: Fraction): Share[] =>
  among.map((to) => ({ to, percent: parts(percent, among.length) }))

/**
 * Points for those who helped: they come out of the owner's share alone, as far as it reaches, never out of a third person's.
 */
export function takeFromOwner(shares: readonly Share[], owner: string, helpers: readonly string[], points: Fraction): Share[] {
  const others = helpers.filter((to) => to !== owner)
  const has = shares.find(({ to }) => to === owner)?.percent ?? fraction(0)
  if (others.length === 0) return gather(shares)
  const taken = smaller(points, has)
  return gather([
    ...shares.map((share) => (share.to === owner ? { to: owner, percent: minus(has, taken) } : share)),
    ...equally(others, taken),
  ])
}

/**
 * An amount by shares, to the cent by the largest remainder; of equal remainders the one that stands first in `earlier` comes first.
 * @param cents a whole number of cents, below zero where money goes back
 * @param earlier those who received, oldest first
 */
export function splitMoney(cents: bigint, shares: readonly Share[], earlier: readonly string[] = []): { to: string; cents: bigint }[] {
  const isBack = cents < 0n
  const amount = isBack ? -cents : cents
  const rank = (to: string, i: number) => (earlier.includes(to) ? earlier.indexOf(to) : earlier.length + i)
  const split = shares.map(({ to, percent }, i) => {
    const by = BigInt(percent.d) * 100n
    const exact = amount * BigInt(percent.n)
    return { to, cents: exact / by, rest: exact % by, by, rank: rank(to, i) }
  })
  let left = amount - split.reduce((sum, part) => sum + part.cents, 0n)
  const order = [...split].sort((a, b) => {
    const [x, y] = [a.rest * b.by, b.rest * a.by]
    return x === y ? a.rank - b.rank : x > y ? -1 : 1
  })
  for (const part of order) {
    if (left <= 0n) break
    part.cents += 1n
    left -= 1n
  }
  return split.map((part) => ({ to: part.to, cents: isBack ? -part.cents : part.cents }))
}

/** "80", "33 1/3", as one says per cent. */
export function sayPercent({ n, d }: Fraction): string {
  const full = Math.floor(n / d)
  if (d === 1) return String(full)
  if (100 % d === 0) return (n / d).toFixed(2).replace(/0+$/, '')
  return `${full > 0 ? `${full} ` : ''}${n - full * d}/${d}`
}
