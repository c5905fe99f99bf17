import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { chanceOf, learn, strongest, type Fact, type Facts } from './logistic.ts'
import { aucOf, crossCheck, qualityOfChances } from './model-quality.ts'

function chances(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Leads whose chance is known: referred ones are won far more often, those with a larger budget more often, the day says nothing. */
function made(n: number): { rows: Facts[]; won: boolean[] } {
  const chance = chances(11)
  const rows: Facts[] = []
  const won: boolean[] = []
  for (let i = 0; i < n; i++) {
    const source = ['referral', 'web', 'partner'][Math.floor(chance() * 3)]!
    const budget = chance() < 0.3 ? null : Math.floor(chance() * 1000)
    const logit = -1.5 + (source === 'referral' ? 2.5 : 0) + (budget === null ? -0.5 : budget / 500)
    rows.push({ source, budget, day: String(Math.floor(chance() * 7)) })
    won.push(chance() < 1 / (1 + Math.exp(-logit)))
  }
  return { rows, won }
}

describe('what is learned', () => {
  const { rows, won } = made(4000)
  const model = learn(rows, won)
  it('finds what matters, and says it', () => {
    const [first, second] = strongest(model, { source: 'referral', budget: 950, day: '3' }, 3)
    expect(first).toMatchObject({ feature: 'source', value: 'referral' })
    expect(first!.effect).toBeGreaterThan(1)
    expect(second!.feature).toBe('budget')
    expect(chanceOf(model, { source: 'referral', budget: 950, day: '3' })).toBeGreaterThan(0.85)
    expect(chanceOf(model, { source: 'web', budget: null, day: '3' })).toBeLessThan(0.25)
  })
  it('is the same every time, and for what it has never seen', () => {
    expect(learn(rows, won)).toEqual(model)
    expect(chanceOf(model, { source: 'unheard of', budget: null })).toBeGreaterThan(0)
  })
  it('says chances that come true', () => {
    const { calibration, auc } = crossCheck(rows, won)
    expect(auc).toBeGreaterThan(0.75)
    for (const { said, came } of calibration) expect(Math.abs(said - came)).toBeLessThan(0.08)
  })
  it('holds back where there is little to learn from', () => {
    const few = learn([{ a: 'x' }, { a: 'y' }, { a: 'x' }, { a: 'y' }], [true, false, true, false])
    expect(chanceOf(few, { a: 'x' })).toBeLessThan(0.9)
  })
})

it.each([
  [[0.1, 0.2, 0.8, 0.9], [false, false, true, true], 1],
  [[0.9, 0.8, 0.2, 0.1], [false, false, true, true], 0],
  [[0.5, 0.5, 0.5, 0.5], [false, true, false, true], 0.5],
  [[0.5, 0.5], [true, true], 0.5],
])('the area of %s', (said, won, expected) => expect(aucOf(said, won)).toBe(expected))

it('the best fifth beside all', () => {
  const said = Array.from({ length: 10 }, (_, i) => i / 10)
  expect(
    qualityOfChances(
      said,
      said.map((chance) => chance >= 0.8),
    ),
  ).toMatchObject({ lift: 5, auc: 1, accuracy: 0.7 })
})

/** A published set of 6,468 leads of a school, where somebody has put it; it is not part of the product. */
const folder = process.env.ZHIKE_PUBLIC_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const file = path.join(folder, 'crm-leads-xeducation', 'Leads_70pct.csv.gz')
const isThere = fs.existsSync(file)

// What staff fill in after they have spoken to the lead tells how it ended.
const left = new Set(['Prospect ID', 'Lead Number', 'Converted', 'Tags', 'Lead Quality'])

it.runIf(isThere)('reaches what is published of the leads of a school', { timeout: 60_000 }, () => {
  const lines = parse(gunzipSync(fs.readFileSync(file)), { columns: true, bom: true }) as Record<string, string>[]
  const factOf = (text: string): Fact => (text === '' || text === 'Select' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
  const rows = lines.map((line) =>
    Object.fromEntries(Object.entries(line).flatMap(([name, text]) => (left.has(name) ? [] : [[name, factOf(text)]]))),
  )
  const won = lines.map((line) => line.Converted === '1')
  const quality = crossCheck(rows, won)
  process.stdout.write(
    `  ${rows.length} leads: AUC ${quality.auc.toFixed(4)}, accuracy ${quality.accuracy.toFixed(4)}, Brier ${quality.brier.toFixed(4)}, lift ${quality.lift.toFixed(2)}\n`,
  )
  // Logistic regression as published and reckoned anew: 0.916, 0.846, 0.110.
  expect(quality.auc).toBeGreaterThanOrEqual(0.916)
  expect(quality.accuracy).toBeGreaterThanOrEqual(0.846)
  expect(quality.brier).toBeLessThanOrEqual(0.11)
  expect(quality.lift).toBeGreaterThan(2)
  for (const { said, came } of quality.calibration) expect(Math.abs(said - came)).toBeLessThan(0.06)
})

if (!isThere)
  process.stdout.write(
    `  the published leads are not in ${folder}: their figures are not checked (ZHIKE_PUBLIC_DATA names another folder)\n`,
  )
