import { plain } from '#engine/text/normal.ts'
import { regions, type Region } from './regions.ts'

/** What a text says of a region: the one it names, those it may name, or none. */
export type ReadRegion =
  | { region: Region; /** What stands behind it: a street. */ rest: string; /** Another place has the same short name. */ isLikely?: true }
  | { several: readonly Region[] }
  | undefined

interface Step {
  region: Region
  /** How many signs are read. */
  length: number
  /** How many names were read, and whether the last was written in full. */
  names: number
  isFull: boolean
}

const between = /[\s,，、/·|>＞\-—–_.。;；]+/g

const liesIn = (region: Region, other: Region): boolean => {
  for (let at = region.parent; at; at = at.parent) if (at === other) return true
  return false
}

/** Names that a text goes on with, of what lies below a region; whatever stands between the levels may be left out. */
function nextSteps(text: string, before: Step | undefined): Step[] {
  const at = before?.length ?? 0
  return (regions()!.byHead.get(text.slice(at, at + 2)) ?? []).flatMap((region) => {
    const name = [region.name, region.short].find((one) => text.startsWith(one, at))
    if (!name || (before && !liesIn(region, before.region))) return []
    return [{ region, length: at + name.length, names: (before?.names ?? 0) + 1, isFull: name === region.name }]
  })
}

/** 北京市北京市朝阳区: forms that ask for a city say the same twice. */
function pastRepetition(text: string, step: Step): Step[] {
  const again = [step.region.name, step.region.short].find((name) => text.startsWith(name, step.length))
  return again && step.region.level === 1 ? [{ ...step, length: step.length + again.length }] : []
}

/** All ways to read a text from its head, as far as each goes. */
const waysOf = (text: string, before?: Step): Step[] =>
  nextSteps(text, before).flatMap((step) => [step, ...pastRepetition(text, step)].flatMap((one) => [one, ...waysOf(text, one)]))

/**
 * Reads a region as people write it: its code, its name in full or for short, with or without what it lies in, at the head of an address.
 * What may mean several is not guessed, but for two: a place and what lies in it under the same name is the place (长沙 is the city, not
 * the county); and a short name that a province has is the province (海南), which is said.
 */
export function readRegion(raw: string): ReadRegion {
  const known = regions()
  if (!known) return undefined
  const typed = plain(raw)
  const code = /^(\d{6})(?:\d{3}|\d{6})?$/.exec(typed)?.[1]
  if (code) {
    const region = known.byCode.get(code)
    return region && { region, rest: '' }
  }
  const text = typed
    .replace(between, '')
    .replace(/^中国/, '')
    .replace('市辖区', '')
  const ways = waysOf(text)
  const most = Math.max(0, ...ways.map(({ length }) => length))
  const rest = text.slice(most)
  const far = ways.filter(({ length, names, isFull }) => length === most && (rest === '' || isFull || names > 1))
  const found = [...new Set(far.map(({ region }) => region))]
  const [one] = found
  if (!one) return undefined
  if (found.length === 1) return { region: one, rest }
  const whole = found.find((region) => found.every((other) => other === region || liesIn(other, region)))
  if (whole) return { region: whole, rest }
  const province = found.filter(({ level }) => level === 1)
  return province.length === 1 ? { region: province[0]!, rest, isLikely: true } : { several: found }
}
