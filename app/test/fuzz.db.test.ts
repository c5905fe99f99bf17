import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { castCustomers } from '../../capabilities/customers/cast.ts'
import { randomOf } from '../demo/names.ts'
import { openCompany, type Answer } from './company.ts'
import { openFuzz, type Wanted } from './fuzz-requests.ts'

/**
 * Every endpoint is asked what its description allows, and what it does not. A small, seeded portion runs with the tests; `npm run torture`
 * asks for more of it by these variables.
 */
const total = Number(process.env.ZHIKE_FUZZ) || 2000
const seed = Number(process.env.ZHIKE_FUZZ_SEED) || 7
const report = process.env.ZHIKE_FUZZ_REPORT

/** Who asks, and of whose customers nothing may reach him: his colleagues change nothing of theirs while he asks. */
const outsiders = ['li', 'wu', 'zheng'] as const
const insiders = ['chen', 'zhou', 'wang', 'lin', 'admin'] as const
const closed = castCustomers.filter(({ key }) => ['pujiang', 'shen', 'hualian'].includes(key))
const secretOf = (key: string) => `FUZZ-${key}-SECRET`

/** Routes that never end, or have no answer of their own. */
const left = new Set(['/api/v1/live'])
/** Rows by which those who ask come in. */
const spared = new Set(['user', 'role'])
const patience = 20_000

const company = openCompany()
const ids: Record<string, string[]> = {}

beforeAll(async () => {
  const { runtime, story, database } = company
  for (const { key } of closed)
    await perform(runtime, systemActor, verbOf(runtime.house, company.shape('customer'), 'edit'), [
      { id: story.customers[key]!, input: { note: secretOf(key) } },
    ])
  for (const name of runtime.house.shapes.keys()) {
    const table = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    ids[name] = (await database.rows<{ id: string }>(sql`select id from ${sql.id(table)} order by id limit 40`)).map(({ id }) => id)
  }
})

// What is not described is added on purpose here, and may be heeded or not.
afterAll(() => {
  company.undescribed = company.undescribed.filter((line) => !line.includes('accepted the parameter'))
})

interface Fault {
  person: string
  asked: Pick<Wanted, 'method' | 'url' | 'headers' | 'body'>
  what: string
}

describe('every endpoint, asked anything', () => {
  it(
    'answers in time, never with a fault of ours, and tells nobody what he may not know',
    async () => {
      const api = (await (await company.as('admin')).get('openapi.json')).body
      const next = openFuzz({ api, random: randomOf(seed), ids, spared })
      const faults: Fault[] = []
      const statuses: Record<number, number> = {}
      const routes = new Set<string>()
      let asked = 0

      async function ask(person: string): Promise<void> {
        const wanted = next()
        if (left.has(wanted.route)) return
        const caller = await company.as(person)
        const { method, url, headers, body, route } = wanted
        const note = (what: string) => faults.push({ person, asked: { method, url, headers, body }, what })
        let timer: ReturnType<typeof setTimeout> | undefined
        const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), patience)))
        const answer: Answer | undefined = await Promise.race([
          caller.request(method, url, { headers, ...(body === undefined ? {} : { body }) }),
          late,
        ])
        clearTimeout(timer)
        asked += 1
        routes.add(`${method} ${route}`)
        if (!answer) return void note('no answer in time')
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        if (answer.status >= 500) note(answer.text.slice(0, 300))
        if (answer.status >= 400 && answer.text && !answer.body?.code) note(`no code: ${answer.text.slice(0, 200)}`)
        if ((outsiders as readonly string[]).includes(person))
          for (const { key, values } of closed)
            if (
              answer.text.includes(secretOf(key)) ||
              (answer.text.includes(values.name as string) && !JSON.stringify(body ?? '').includes(values.name as string))
            )
              note(`tells of ${key}`)
      }

      async function askAll(people: readonly string[], n: number): Promise<void> {
        let begun = 0
        const one = async () => {
          while (begun < n && faults.length < 20) await ask(people[begun++ % people.length]!)
        }
        await Promise.all(Array.from({ length: 6 }, one))
      }
      await askAll(outsiders, Math.ceil(total / 2))
      await askAll(insiders, Math.floor(total / 2))

      if (report) fs.writeFileSync(report, JSON.stringify({ asked, seed, routes: routes.size, statuses, faults }))
      expect(faults).toEqual([])
      expect(asked).toBeGreaterThan(total * 0.9)
      expect(statuses[200]).toBeGreaterThan(total / 20)
      // It was not in vain: a good part of what was asked was of the right form.
      expect((await (await company.as('li')).get('me')).status).toBe(200)
    },
    30_000 + total * 20,
  )
})
