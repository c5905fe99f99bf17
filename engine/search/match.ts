import type { SearchFamily } from '#engine/record/field.ts'
import { readSigns, type Signs } from '#engine/text/folding.ts'
import { takeTokens } from './fields.ts'
import type { Phrase, Query, Word } from './query.ts'
import { unitsOf, type Unit } from './tokens.ts'

/** How well a text fits what was typed, best first. */
export const fits = ['whole', 'begins', 'word', 'holds', 'spokenWhole', 'spokenBegins', 'spoken', 'similar'] as const
export type Fit = (typeof fits)[number]

/** A part of a text, from a character up to another. */
export type Mark = [from: number, to: number]

export interface Match {
  fit: Fit
  marks: Mark[]
}

/** A text as it is shown, with its search words. */
interface Shown {
  family: SearchFamily
  signs: Signs
  units: Unit[]
  places: Map<string, number[]>
}

function readShown(text: string, family: SearchFamily): Shown {
  const places = new Map<string, number[]>()
  takeTokens(family, text, (word, place) => {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  })
  const signs = readSigns(text)
  return { family, signs, units: family === 'text' ? unitsOf(signs) : [], places }
}

/** The places of a word; of all that begin so where it ends with a star. */
function placesOf(shown: Shown, word: string): readonly number[] {
  if (!word.endsWith('*')) return shown.places.get(word) ?? []
  const found: number[] = []
  const start = word.slice(0, -1)
  for (const [key, places] of shown.places) if (key.startsWith(start)) found.push(...places)
  return found
}

/** Where a run of words begins in a text: as the database finds it, word by word at its place. */
function beginningsOf(shown: Shown, phrase: Phrase): number[] {
  const parts = phrase.parts.map((part) => ({ at: part.at, places: new Set(part.any.flatMap((word) => placesOf(shown, word))) }))
  const [first, ...rest] = parts
  if (!first || (phrase.also ?? []).some((other) => beginningsOf(shown, other).length === 0)) return []
  return [...first.places].filter((place) => rest.every((part) => part.places.has(place + part.at))).sort((a, b) => a - b)
}

/** The marks of the signs from one up to another. */
const markOf = ({ from, to }: Signs, first: number, behind: number): Mark => [from[first]!, to[Math.min(behind, to.length) - 1]!]

function initialsMatch(shown: Shown, phrase: Phrase, begin: number): Match {
  const { units, signs } = shown
  const covered = units.slice(begin - 1, begin - 1 + phrase.span)
  // Of a word in letters only its first one was said.
  const marks = covered.map((unit) => markOf(signs, unit.from, unit.sound ? unit.to : unit.from + 1))
  return { fit: covered.length === units.length ? 'spokenWhole' : begin === 1 ? 'spokenBegins' : 'spoken', marks }
}

function signsMatch(shown: Shown, phrase: Phrase, begin: number): Match {
  const { signs, family } = shown
  const first = Math.max(0, begin - 1 - (phrase.before ?? 0))
  const behind = family === 'whole' ? signs.list.length : Math.min(signs.list.length, first + phrase.span)
  const marks = [markOf(signs, first, behind)]
  const isWhole = first === 0 && behind === signs.list.length
  if (phrase.isSlip) return { fit: 'similar', marks }
  if (phrase.spoken) return { fit: isWhole ? 'spokenWhole' : first === 0 ? 'spokenBegins' : 'spoken', marks }
  const isWord = signs.begins[first] !== 'on' || (family === 'pieces' && behind === signs.list.length)
  return { fit: isWhole ? 'whole' : first === 0 ? 'begins' : isWord ? 'word' : 'holds', marks }
}

const better = (a: Match | undefined, b: Match): Match => (a && fits.indexOf(a.fit) <= fits.indexOf(b.fit) ? a : b)

function matchWord(shown: Shown, word: Word): Match | undefined {
  let best: Match | undefined
  for (const phrase of word.phrases) {
    if (phrase.family !== shown.family) continue
    for (const begin of beginningsOf(shown, phrase))
      best = better(best, phrase.spoken === 'initials' ? initialsMatch(shown, phrase, begin) : signsMatch(shown, phrase, begin))
  }
  return best
}

/** Marks in their order, those that touch made one. */
function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** What of a record is shown, the title first. */
export interface ShownField {
  name: string
  text: string
  family: SearchFamily
}

export interface RecordMatch {
  fit: Fit
  /** Per field that holds something of what was typed. */
  fields: Map<string, Mark[]>
}

/**
 * How what is shown of a record fits what was typed: the first of the questions that it answers, by the best way to understand it. A record
 * whose words stand in several fields fits as badly as the worst of them. Undefined where nothing that is shown holds it.
 */
export function matchRecord(fields: readonly ShownField[], queries: readonly Query[]): RecordMatch | undefined {
  const shown = fields.map((field) => ({ name: field.name, ...readShown(field.text, field.family) }))
  for (const query of queries) {
    let best: RecordMatch | undefined
    for (const words of query.ways) {
      const match = matchWords(shown, words)
      if (match && (!best || fits.indexOf(match.fit) < fits.indexOf(best.fit))) best = match
    }
    if (best) return best
  }
  return undefined
}

function matchWords(shown: readonly (Shown & { name: string })[], words: readonly Word[]): RecordMatch | undefined {
  const found = new Map<string, Mark[]>()
  let worst = 0
  for (const word of words) {
    const matches = shown.map((field) => ({ name: field.name, match: matchWord(field, word) }))
    let chosen: { name: string; match: Match } | undefined
    for (const { name, match } of matches)
      if (match && (!chosen || fits.indexOf(match.fit) < fits.indexOf(chosen.match.fit))) chosen = { name, match }
    if (!chosen) return undefined
    worst = Math.max(worst, fits.indexOf(chosen.match.fit))
    // The title is marked wherever it holds the word, whichever field fits best.
    const [title] = matches
    for (const { name, match } of chosen.name === title!.name ? [chosen] : [title!, chosen])
      if (match) found.set(name, [...(found.get(name) ?? []), ...match.marks])
  }
  return { fit: fits[worst]!, fields: new Map([...found].map(([name, marks]) => [name, joinMarks(marks)])) }
}
