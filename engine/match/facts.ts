import { words, type Words } from '#engine/text/words.ts'
import { finding, weigh, type Comparison } from './evidence.ts'
import { fold } from './fold.ts'
import { edits } from './likeness.ts'
import { comparePlaces, readPlace } from './places.ts'

const dayFound = {
  same: finding(words('日期相同', 'Same day'), weigh(0.85, 6e-5)),
  slip: finding(words('日期只差一位', 'The days differ by one digit'), weigh(0.06, 1e-3)),
  different: finding(words('日期不同', 'Different days'), weigh(0.06, 0.99)),
}

/** Days of birth. "19391224" and "1939-12-24" are one; so are those with day and month changed about, nearly. */
export const birthday: Comparison<string> = {
  read: (typed) => [typed.replace(/\D/g, '')].filter((day) => day.length === 8 && !day.startsWith('190001010')),
  keys: (day) => [`b:${day}`],
  coarse: (day) => [day.slice(0, 4), day.slice(4)],
  compare(a, b) {
    if (a === b) return dayFound.same
    const isTurned = a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6)
    return isTurned || edits(a, b, 1) === 1 ? dayFound.slip : dayFound.different
  },
}

const placeFound = {
  same: finding(words('地区相同', 'Same place'), weigh(0.85, 0.1)),
  in: finding(words('地区相符', 'One place lies in the other'), weigh(0.5, 0.15)),
  different: finding(words('地区不同', 'Different places'), weigh(0.1, 0.85)),
}

/** Regions and towns. */
export const place: Comparison<string> = {
  read: (typed) => [readPlace(typed)].filter((found) => found !== undefined),
  keys: () => [],
  coarse: (found) => [found],
  compare: (a, b) => placeFound[comparePlaces(a, b)],
}

const sizeFound = {
  same: finding(words('规模相同', 'Same size'), weigh(0.8, 0.25)),
  near: finding(words('规模相近', 'Similar size'), weigh(0.25, 0.35)),
  different: finding(words('规模相差很大', 'Very different size'), weigh(0.05, 0.4)),
}

/** Quantities that are known roughly: employees, turnover. */
export const size: Comparison<number> = {
  read: (typed) => [Number(typed)].filter((number) => number > 0),
  keys: () => [],
  compare(a, b) {
    const times = a > b ? a / b : b / a
    return times < 1.25 ? sizeFound.same : times < 4 ? sizeFound.near : sizeFound.different
  },
}

/** A choice or a short text: the same, or not. */
export function label(what: Words, m: number, u: number, atMost?: 'perhaps'): Comparison<string> {
  const same = finding(words(`${what.zh}相同`, `Same ${what.en}`), weigh(m, u))
  const different = finding(words(`${what.zh}不同`, `Different ${what.en}`), weigh(1 - m, 1 - u), { atMost })
  return {
    read: (typed) => [fold(typed, 60)].filter((text) => text !== ''),
    keys: () => [],
    compare: (a, b) => (a === b || a.includes(b) || b.includes(a) ? same : different),
  }
}
