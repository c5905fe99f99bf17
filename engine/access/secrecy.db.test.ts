import { beforeAll, describe, expect, it } from 'vitest'
import { perform } from '#engine/action/perform.ts'
import { verbOf } from '#engine/action/derived.ts'
import { snake } from '#engine/store/columns.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'
import { systemActor } from './actor.ts'
import { compileSql } from './condition-sql.ts'
import { loadFacts } from './facts.ts'
import { accessTo } from './shape-access.ts'

const company = openCompany()
let admin: Caller

/** A role as an administrator would change it while everybody works. */
async function setRole(code: string, input: object): Promise<void> {
  const role = (await admin.get('records/role?limit=100')).body.items.find((item: { code: string }) => item.code === code)
  const answer = await admin.patch(`records/role/${role.id}`, role.version, input)
  expect(answer.status, answer.text).toBe(200)
}

const listed = async (caller: Caller, record: string, question: string): Promise<string[]> => {
  const answer = await caller.get(`records/${record}?limit=100&${question}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.items.map((item: { id: string }) => item.id)
}

const filtered = (field: string, op: string, value?: unknown) => `filter=${encodeURIComponent(JSON.stringify({ field, op, value }))}`

const contactOf: Record<string, string> = {}
const numbers: Record<string, string> = { xizi: '16610000001', lvye: '16610000002', ruian: '16610000003' }

beforeAll(async () => {
  admin = await company.as('admin')
  const { runtime, story } = company
  const shape = company.shape('customer')
  // One of tier A and one of tier B, both li's; another of tier A that is zhang's.
  for (const [key, tier] of [
    ['xizi', 'A'],
    ['lvye', 'B'],
    ['ruian', 'A'],
  ] as const) {
    await perform(runtime, systemActor, verbOf(runtime.house, shape, 'edit'), [{ id: story.customers[key]!, input: { tier } }])
    const made = await perform(runtime, systemActor, verbOf(runtime.house, company.shape('contact'), 'create'), [
      { input: { name: `密级${key}`, customer: story.customers[key], mobile: numbers[key], idNumber: null, title: '采购' } },
    ])
    contactOf[key] = made.items[0]!.id!
  }
})

describe('a class of information', () => {
  it('above the clearance of a role is masked, told why, and neither filtered, sorted, searched nor exported by', async () => {
    const wang = await company.as('wang')
    const before = (await wang.get(`records/contact/${contactOf.xizi}`)).body
    expect(before.mobile).toBe('+8616610000001')
    await setRole('departmentHead', { clearance: 'internal' })
    const item = (await wang.get(`records/contact/${contactOf.xizi}`)).body
    expect(item.masked).toEqual(expect.arrayContaining(['mobile']))
    expect(item.mobile).not.toContain('1661000')
    expect(item.can.masked.mobile).toMatch(/class "Confidential"; your roles are cleared up to "Internal"/)
    expect(await listed(wang, 'contact', 'q=66100000')).toEqual([])
    // The whole number finds it, as it finds whatever is masked.
    expect(JSON.stringify((await wang.get(`search?q=${numbers.xizi}`)).body)).toContain(contactOf.xizi)
    const file = await wang.get('records/contact/export?format=csv')
    expect(file.text).toContain('密级xizi')
    expect(file.text).not.toContain('16610000001')
    // What cannot be masked is left out, and neither counted nor grouped by.
    expect((await admin.post('records/fieldClass', { record: 'customer', field: 'tier', secrecy: 'confidential' })).status).toBe(201)
    const customer = (await wang.get(`records/customer/${company.story.customers.xizi}`)).body
    expect(customer).not.toHaveProperty('tier')
    expect(await listed(wang, 'customer', filtered('tier', 'eq', 'A'))).toEqual([])
    expect((await wang.get('records/customer/groups?by=tier')).body.groups).toEqual([])
    // Whom the log names looked: the reveal goes on working, with its reason.
    const look = await wang.post(`records/contact/${contactOf.xizi}/reveal`, { field: 'mobile', reason: '核对' })
    expect(look.body.value).toBe('+8616610000001')
    // What is masked is not changed unseen.
    const change = await wang.patch(`records/contact/${contactOf.xizi}`, item.version, { mobile: '16610009999' })
    expect(Object.keys(change.body.fields)).toEqual(['mobile'])
    await setRole('departmentHead', { clearance: 'sensitive' })
    expect((await wang.get(`records/contact/${contactOf.xizi}`)).body.mobile).toBe('+8616610000001')
    expect((await admin.delete(`records/fieldClass/${(await listed(admin, 'fieldClass', ''))[0]}`)).status).toBeLessThan(300)
  })

  it('rises with the worth of a customer, on all that hangs on him, save for whose own he is', async () => {
    const refused = await admin.post('records/classRule', {
      name: '相对',
      record: 'customer',
      filter: { field: 'createdAt', op: 'lt', value: { from: 'today' } },
      fromClass: 'confidential',
      toClass: 'sensitive',
    })
    expect(Object.keys(refused.body.fields)).toEqual(['filter'])
    const below = await admin.post('records/classRule', {
      name: '联系人',
      record: 'contact',
      filter: { field: 'roles', op: 'notEmpty' },
      fromClass: 'confidential',
      toClass: 'sensitive',
    })
    expect(Object.keys(below.body.fields)).toEqual(['record'])
    const made = await admin.post('records/classRule', {
      name: 'A 类客户',
      record: 'customer',
      filter: { field: 'tier', op: 'eq', value: 'A' },
      fromClass: 'confidential',
      toClass: 'sensitive',
    })
    expect(made.status, made.text).toBe(201)
    await setRole('departmentHead', { clearance: 'confidential' })
    const [wang, li] = [await company.as('wang'), await company.as('li')]
    const mobile = async (caller: Caller, key: string) => (await caller.get(`records/contact/${contactOf[key]}`)).body.mobile
    expect(await mobile(wang, 'lvye')).toBe('+8616610000002')
    expect(await mobile(wang, 'xizi')).not.toContain('10000')
    expect(await mobile(wang, 'ruian')).not.toContain('10000')
    // Her role is cleared no further, but the customer is her own.
    expect(await mobile(li, 'xizi')).toBe('+8616610000001')
    const found = await listed(wang, 'contact', 'q=66100000')
    expect(found).toContain(contactOf.lvye)
    expect(found).not.toContain(contactOf.xizi)
    expect(await listed(li, 'contact', 'q=66100000')).toContain(contactOf.xizi)
    // Hers no more when she says so no more: the state of rights is followed at once.
    await setRole('sales', { clearsOwn: false })
    expect(await mobile(li, 'xizi')).not.toContain('10000')
    await setRole('sales', { clearsOwn: true })
  })

  it('is decided by one condition: the database and the product choose the same rows', async () => {
    const { runtime, database } = company
    for (const person of ['wang', 'li', 'zhang', 'zhou', 'chen', 'wu', 'lin'])
      for (const record of ['customer', 'contact', 'activity', 'address', 'identity', 'asset']) {
        const shape = company.shape(record)
        const actor = await company.actor(person)
        const access = accessTo(runtime.house, actor, shape)
        const ids = await database.rows<{ id: string }>(sql`select id from ${sql.id(snake(record))} order by id`)
        const rows = await readRows(
          database,
          shape,
          ids.map(({ id }) => id),
        )
        const facts = await loadFacts(database, runtime.house, actor, shape, rows, access.paths)
        for (const { name, view, masked, edit } of access.fields.values())
          for (const right of [view, masked, edit]) {
            if (right.constant !== undefined) continue
            const found = await database.rows<{ id: string }>(
              sql`select t.id from ${sql.id(snake(record))} t where ${compileSql(runtime.house, shape, right.condition, 't')} order by t.id`,
            )
            const expected = facts.filter((fact) => right.check(fact)).map((fact) => fact.id as string)
            expect(
              found.map(({ id }) => id),
              `${person} ${record}.${name}`,
            ).toEqual(expected.sort())
          }
      }
  })

  it('stays closed where a rule can no longer be read', async () => {
    const field = await admin.post('records/customField', {
      label: { zh: '机密项目', en: 'Secret' },
      record: 'customer',
      name: 'isSecret',
      kind: 'yesNo',
    })
    expect(field.status, field.text).toBe(201)
    const rule = await admin.post('records/classRule', {
      name: '机密项目',
      record: 'customer',
      filter: { field: 'isSecret', op: 'eq', value: true },
      fromClass: 'confidential',
      toClass: 'sensitive',
    })
    expect(rule.status, rule.text).toBe(201)
    const wang = await company.as('wang')
    const mobile = async () => (await wang.get(`records/contact/${contactOf.lvye}`)).body.mobile
    expect(await mobile()).toBe('+8616610000002')
    expect((await admin.delete(`records/customField/${field.body.id}`)).status).toBeLessThan(300)
    expect(await mobile()).not.toContain('10000')
    expect((await admin.delete(`records/classRule/${rule.body.id}`)).status).toBeLessThan(300)
    expect(await mobile()).toBe('+8616610000002')
  })

  it('has none where rights themselves go by the field', async () => {
    for (const [record, field] of [
      ['customer', 'owner'],
      ['contact', 'customer'],
      ['role', 'grants'],
      ['customer', 'version'],
    ])
      expect((await admin.post('records/fieldClass', { record, field, secrecy: 'sensitive' })).status, `${record}.${field}`).toBe(422)
  })
})
