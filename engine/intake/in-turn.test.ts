import { describe, expect, it } from 'vitest'
import { declaredHouse } from '../../app/open.ts'
import { openTurns, type Turn } from './in-turn.ts'
import { alongOf, importFields } from './import-fields.ts'
import type { Pass } from './pass.ts'
import type { ReadRow } from './rows.ts'
import { systemActor } from '#engine/access/actor.ts'

const house = declaredHouse()
const shape = house.shapes.get('customer')!
const passOf = (settings: object, links: [string, string][] = []) =>
  ({
    runtime: { house },
    shape,
    row: { settings: { similar: 'create', duplicates: 'skip', decisions: {}, ...settings } },
    fields: importFields(house, systemActor, shape),
    links: new Map(links),
    along: alongOf(house, shape),
  }) as unknown as Pass

const rowOf = (line: number, values: object) => ({ line, cells: [], values, titles: {}, behind: {}, problems: [] }) as ReadRow

/** Takes batches in one after the other and notes what happens when: each is ready, then writes, then is in. */
async function walk(pass: Pass, batches: ReadRow[][], failing?: number): Promise<string[]> {
  const said: string[] = []
  const turns = openTurns(pass)
  const takeIn = async (n: number, { mayWrite, mayFinish }: Turn) => {
    said.push(`${n} ready`)
    await mayWrite()
    said.push(`${n} writes`)
    await new Promise((resolve) => setImmediate(resolve))
    if (n === failing) throw new Error(`${n} fails`)
    await mayFinish()
    await new Promise((resolve) => setImmediate(resolve))
    said.push(`${n} in`)
  }
  try {
    for (const [n, rows] of batches.entries()) await turns.take(rows, (turn) => takeIn(n, turn))
  } finally {
    await turns.end().catch((error: Error) => said.push(error.message))
  }
  return said
}

const apart = [0, 1, 2].map((n) => [rowOf(n, { name: `云杉${n}`, contactMobile: `1380013800${n}` })])
const inTurn = [0, 1, 2].flatMap((n) => [`${n} ready`, `${n} writes`, `${n} in`])

describe('batches of an import', () => {
  it('are made ready while the one before is written, and are in one after the other', async () => {
    const said = await walk(passOf({}), apart)
    for (const n of [0, 1]) {
      expect(said.indexOf(`${n + 1} ready`)).toBeLessThan(said.indexOf(`${n} in`))
      expect(said.indexOf(`${n + 1} in`)).toBeGreaterThan(said.indexOf(`${n} in`))
    }
    expect(said.indexOf('2 ready')).toBeGreaterThan(said.indexOf('0 in'))
    expect(said.indexOf('1 writes')).toBeGreaterThan(said.indexOf('0 writes'))
  })

  it.each([
    ['are called alike', { name: '云杉0' }],
    ['have the same mobile', { name: '海岳', contactMobile: '13800138000' }],
  ])('follow each other where rows of them %s', async (_, values) => {
    expect(await walk(passOf({}), [apart[0]!, [rowOf(9, values)]])).toEqual(['0 ready', '0 writes', '0 in', '1 ready', '1 writes', '1 in'])
  })

  it.each([
    ['rows are compared', passOf({ similar: 'ask' })],
    ['rows change records', passOf({ duplicates: 'update' })],
    ['a single row does', passOf({ decisions: { 7: 'merge' } })],
    ['rows make what others may name', passOf({}, [['parent', 'create']])],
  ])('follow each other where %s', async (_, pass) => {
    expect(await walk(pass, apart)).toEqual(inTurn)
  })

  it('are not in where the one before is not', async () => {
    await expect(walk(passOf({}), apart, 0)).rejects.toThrow('0 fails')
  })
})
