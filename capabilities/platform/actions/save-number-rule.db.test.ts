import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()

/** Makes the rule for customers' numbers, or changes the one there is. */
async function rule(input: { pattern: string; reset: string; start?: number }) {
  const admin = await company.as('admin')
  const [known] = (await admin.get('records/numberRule')).body.items
  return known
    ? admin.patch(`records/numberRule/${known.id}`, known.version, { start: 1, ...input })
    : admin.post('records/numberRule', { record: 'customer', field: 'code', ...input })
}
const create = async (values: object = {}) => {
  const made = await (await company.as('li')).post('records/customer', { name: '编号客户', ...values })
  expect(made.status, made.text).toBe(201)
  return made.body as { id: string; code: string }
}
const preview = async (input: { pattern: string; reset: string; start?: number }) =>
  (
    await (
      await company.as('admin')
    ).get(
      `setup/customer/next-number?field=code&${new URLSearchParams(Object.entries(input).map(([k, v]): [string, string] => [k, String(v)]))}`,
    )
  ).body
const distinct = async () =>
  expect(
    await company.database.row(
      sql`select count(*) - count(distinct code) as twice, count(*) filter (where code is null) as none from customer`,
    ),
  ).toEqual({
    twice: 0,
    none: 0,
  })

describe('a number rule', () => {
  it('changes pattern, start and period from the next record on, as its preview says', async () => {
    const first = (await create()).code
    expect(first).toMatch(/^C2026-\d{5}$/)
    const wanted = { pattern: 'KH-{year}{month}-{0000}', reset: 'monthly', start: 100 }
    expect(await preview(wanted)).toEqual({ next: 'KH-202606-0100', faults: [] })
    expect((await rule(wanted)).status).toBe(201)
    expect((await create()).code).toBe('KH-202606-0100')
    expect((await create()).code).toBe('KH-202606-0101')
    const setup = (await (await company.as('admin')).get('setup/customer')).body.numbers[0]
    expect(setup).toMatchObject({
      field: 'code',
      ...wanted,
      next: 'KH-202606-0102',
      declared: { pattern: 'C{year}-{00000}', reset: 'yearly' },
    })
    const clock = company.runtime.clock
    company.runtime.clock = () => clock() + 31 * 86_400_000
    expect((await create()).code).toBe('KH-202607-0100')
    company.runtime.clock = clock
    expect((await create()).code).toBe('KH-202606-0102')
  })

  it('never gives a number twice, however the rule is changed and changed back', async () => {
    await rule({ pattern: 'N{0}', reset: 'never' })
    const [a, b] = [(await create()).code, (await create()).code]
    expect([a, b]).toEqual(['N1', 'N2'])
    await rule({ pattern: 'N{0}', reset: 'never', start: 10 })
    expect((await create()).code).toBe('N10')
    // "N1" and a running number: N11 and N12 are there soon, and are passed over.
    await rule({ pattern: 'N1{0}', reset: 'never' })
    expect((await preview({ pattern: 'N1{0}', reset: 'never' })).next).toBe('N11')
    expect((await create()).code).toBe('N11')
    await rule({ pattern: 'N{0}', reset: 'never', start: 10 })
    expect((await create()).code).toBe('N12')
    await rule({ pattern: 'N{0}', reset: 'never' })
    const back = (await create()).code
    expect(back).toBe('N13')
    await rule({ pattern: 'N{000}', reset: 'never' })
    expect((await create()).code).toBe('N014')
    // What lies in the recycle bin keeps its number as well.
    const admin = await company.as('admin')
    const gone = await create()
    expect(gone.code).toBe('N015')
    await admin.delete(`records/customer/${gone.id}`)
    await rule({ pattern: 'N0{00}', reset: 'never' })
    expect((await create()).code).toBe('N016')
    await distinct()
  })

  it('refuses what would come twice or cannot be', async () => {
    for (const [input, fault] of [
      [{ pattern: 'A{month}-{000}', reset: 'monthly' }, 'pattern'],
      [{ pattern: 'A{year}-{000}', reset: 'daily' }, 'pattern'],
      [{ pattern: 'A-{000}', reset: 'yearly' }, 'pattern'],
      [{ pattern: 'A{year}', reset: 'yearly' }, 'pattern'],
      [{ pattern: 'A{week}-{000}', reset: 'never' }, 'pattern'],
      [{ pattern: '{00}-{00}', reset: 'never' }, 'pattern'],
    ] as const) {
      const answer = await rule(input)
      expect(answer.body.fields, JSON.stringify(input)).toHaveProperty(fault)
      expect((await preview(input)).next).toBe(null)
      expect((await preview(input)).faults.length).toBeGreaterThan(0)
    }
    const admin = await company.as('admin')
    const foreign = await admin.post('records/numberRule', { record: 'customer', field: 'name', pattern: '{0}', reset: 'never' })
    expect(foreign.body.fields).toHaveProperty('field')
  })

  it('counts for each department whose code the number carries', async () => {
    const admin = await company.as('admin')
    for (const [key, code] of [
      ['lake', 'XH'],
      ['river', 'PJ'],
    ] as const) {
      const department = (await admin.get(`records/department/${company.story.departments[key]}`)).body
      expect((await admin.patch(`records/department/${department.id}`, department.version, { code })).status).toBe(200)
    }
    await rule({ pattern: '{department}-{year}-{000}', reset: 'yearly' })
    expect((await create()).code).toBe('XH-2026-001')
    expect((await create({ department: company.story.departments.river })).code).toBe('PJ-2026-001')
    expect((await create()).code).toBe('XH-2026-002')
    const made = await perform(
      company.runtime,
      systemActor,
      verbOf(company.runtime.house, company.shape('customer'), 'create'),
      ['lake', 'river', 'lake', 'river'].map((key) => ({ input: { name: '成批', department: company.story.departments[key] } })),
    )
    const codes = await company.database.arrays(
      sql`select code from customer where id = any(${made.items.map((item) => item.id)}::uuid[]) order by id`,
    )
    expect(codes.flat()).toEqual(['XH-2026-003', 'PJ-2026-002', 'XH-2026-004', 'PJ-2026-003'])
    expect((await admin.get('records/customer?limit=1&fields=code')).status).toBe(200)
  })

  it('holds while many create at once on two nodes and the rule changes under them', async () => {
    const other = await company.another()
    try {
      const callers = [await company.as('li'), await other.as('li')]
      const begin = { pattern: 'P{0000}', reset: 'never' }
      await rule(begin)
      const all = Promise.all(Array.from({ length: 60 }, (_, i) => callers[i % 2]!.post('records/customer', { name: `同时${i}` })))
      await rule({ pattern: 'P{00000}', reset: 'never', start: 5 })
      await rule({ pattern: 'P0{000}', reset: 'never' })
      const answers = await all
      expect(answers.filter((answer) => answer.status !== 201).map((answer) => answer.text)).toEqual([])
      await distinct()
    } finally {
      await other.close()
    }
  })

  it('gives each number once, whatever rules follow one another', async () => {
    const pattern = fc
      .tuple(
        fc.constantFrom('Q', 'Q1', 'Q{year}', 'Q{year}{month}'),
        fc.constantFrom('', '-', '0'),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('', 'x', '1'),
      )
      .map(([before, middle, digits, after]) => `${before}${middle}{${'0'.repeat(digits)}}${after}`)
    const step = fc.record({
      pattern,
      reset: fc.constantFrom('never', 'yearly', 'monthly'),
      start: fc.constantFrom(1, 2, 9, 99),
      n: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        for (const { n, ...input } of steps) {
          if ((await rule(input)).status >= 400) continue
          const next = (await preview(input)).next
          expect((await create()).code).toBe(next)
          await perform(
            company.runtime,
            systemActor,
            verbOf(company.runtime.house, company.shape('customer'), 'create'),
            Array.from({ length: n }, () => ({ input: { name: 'Q' } })),
          )
        }
        await distinct()
      }),
      { numRuns: 12 },
    )
  })
})
