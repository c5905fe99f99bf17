import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'

/** What roles, scopes and shares let people see, one thing at a time, asked at the front door. */
const company = openCompany()
let admin: Caller

const keysOf = (ids: readonly string[]) =>
  Object.entries(company.story.customers)
    .flatMap(([key, id]) => (ids.includes(id) ? [key] : []))
    .sort()
const seen = async (caller: Caller) =>
  keysOf((await caller.get('records/customer?limit=500')).body.items.map((item: { id: string }) => item.id))

let made = 0
/** Gives somebody a role of his own with these grants, and no other. */
async function grant(person: string, ...roles: { grants?: object[]; fieldRights?: object[] }[]): Promise<Caller> {
  const ids: string[] = []
  for (const { grants = [], fieldRights = [] } of roles) {
    made += 1
    const answer = await admin.post('records/role', {
      name: { zh: '试', en: 'try' },
      code: `try${'abcdefghijklmnopqrstuvwxyz'[made % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(made / 26)]}`,
      grants,
      fieldRights,
    })
    expect(answer.status, answer.text).toBe(201)
    ids.push(answer.body.id)
  }
  const user = (await admin.get(`records/user/${company.story.people[person]}`)).body
  const changed = await admin.patch(`records/user/${user.id}`, user.version, { roles: ids })
  expect(changed.status, changed.text).toBe(200)
  return company.as(person)
}

const hangzhou = ['feng', 'huang', 'lvye', 'qianhu', 'ruian', 'tao', 'xizi', 'xu', 'yuhang']
const shanghai = ['hualian', 'pujiang', 'shen']

beforeAll(async () => {
  admin = await company.as('admin')
})

describe('a scope', () => {
  it.each<[string, string, string[]]>([
    ['li', 'none', []],
    ['li', 'own', ['huang', 'lvye', 'qianhu', 'xizi']],
    ['wang', 'subordinates', hangzhou],
    ['li', 'department', ['huang', 'lvye', 'qianhu', 'ruian', 'xizi', 'xu', 'yuhang']],
    ['wang', 'department', []],
    ['wang', 'departmentTree', hangzhou],
    ['li', 'all', [...hangzhou, ...shanghai].sort()],
  ])('%s with "%s" sees what it says', async (person, scope, expected) => {
    const caller = await grant(person, { grants: [{ record: 'customer', full: scope }] })
    expect(await seen(caller)).toEqual(expected)
  })

  it('of chosen departments reaches those and one’s own', async () => {
    const caller = await grant('he', { grants: [{ record: 'customer', full: 'chosen', departments: [company.story.departments.river] }] })
    expect(await seen(caller)).toEqual(['feng', 'tao', ...shanghai].sort())
  })

  it('roles unite: each adds what it allows, at its own level', async () => {
    const caller = await grant(
      'he',
      { grants: [{ record: 'customer', card: 'all' }] },
      { grants: [{ record: 'customer', full: 'department' }] },
      { grants: [{ record: '*', edit: 'own' }] },
    )
    const items = (await caller.get('records/customer?limit=500')).body.items as { id: string; can: { level: string } }[]
    const at = (level: string) => keysOf(items.filter((item) => item.can.level === level).map((item) => item.id))
    expect(at('edit')).toEqual(['feng', 'tao'])
    expect(at('full')).toEqual([])
    expect(at('card')).toEqual([...hangzhou, ...shanghai].filter((key) => !['feng', 'tao'].includes(key)).sort())
  })

  it('follows when somebody changes the department', async () => {
    const caller = await grant('zhang', { grants: [{ record: 'customer', full: 'department' }] })
    expect(await seen(caller)).toContain('xizi')
    const user = (await admin.get(`records/user/${company.story.people.zhang}`)).body
    await admin.patch(`records/user/${user.id}`, user.version, { department: company.story.departments.river })
    expect(await seen(caller), 'his own stay his, his new colleagues’ come in').toEqual(['ruian', 'xu', 'yuhang', ...shanghai].sort())
  })
})

describe('a share', () => {
  it('opens one record and what hangs on it, at its level, until it ends', async () => {
    const zheng = await grant('zheng', {})
    expect(await seen(zheng)).toEqual([])
    const share = async (level: string, until?: string) => {
      const { version } = (await admin.get(`records/customer/${company.story.customers.ruian}`)).body
      const answer = await admin.post(
        'actions/customer.share',
        { on: company.story.customers.ruian, input: { with: company.story.people.zheng, level, ...(until ? { until } : {}) } },
        { headers: { 'if-match': `"${version}"` } },
      )
      expect(answer.status, answer.text).toBe(200)
      return (await zheng.get(`records/customer/${company.story.customers.ruian}`)).body
    }
    expect((await share('card')).can.level).toBe('card')
    expect((await share('full')).can.level).toBe('full')
    expect((await share('edit')).can.level).toBe('edit')
    const { items } = (await admin.get(`records/customer/${company.story.customers.ruian}/timeline?limit=3`)).body
    expect(items.map(({ type, detail, changes }: Record<string, unknown>) => [type, detail, changes])).toEqual([
      ['customer.shared', '郑凯 · Edit', []],
      ['customer.shared', '郑凯 · See', []],
      ['customer.shared', '郑凯 · See card', []],
    ])
    expect((await zheng.get('records/activity?limit=50')).body.items.length).toBeGreaterThan(0)
    expect((await zheng.get('records/contact?limit=0&count=exact')).body.count.value).toBeGreaterThan(0)
    await company.database.run(
      sql`update collaborator set until = now() - interval '1 second' where principal_id = ${company.story.people.zheng}`,
    )
    expect(await seen(zheng)).toEqual([])
    expect((await zheng.get(`records/customer/${company.story.customers.ruian}`)).status).toBe(404)
    expect((await zheng.get('records/activity?limit=50')).body.items).toEqual([])
  })

  it('is given for several records at once', async () => {
    await admin.post('actions/customer.share', {
      on: [company.story.customers.shen],
      input: { with: company.story.people.chen, level: 'full' },
    })
    const chen = await grant('chen', {})
    expect(await seen(chen)).toEqual(['shen'])
  })
})

describe('a right on a field', () => {
  const field = async (caller: Caller, key: string, name: string) => {
    const item = (await caller.get(`records/customer/${company.story.customers[key]}`)).body
    return name in item ? (item.masked?.includes(name) ? 'masked' : 'view') : 'hidden'
  }

  it('may depend on the row: open on one’s own, masked in the department, hidden elsewhere', async () => {
    const caller = await grant('li', {
      grants: [{ record: 'customer', full: 'all', edit: 'own', export: true }],
      fieldRights: [
        { record: 'customer', field: 'phone', level: 'edit', within: 'own' },
        { record: 'customer', field: 'phone', level: 'masked', within: 'department' },
      ],
    })
    for (const [key, phone] of [
      ['xizi', '0571-88001234'],
      ['ruian', '0571-88005678'],
      ['pujiang', '021-58001234'],
    ] as const) {
      const { version } = (await admin.get(`records/customer/${company.story.customers[key]}`)).body
      await admin.patch(`records/customer/${company.story.customers[key]}`, version, { phone })
    }
    expect(await field(caller, 'xizi', 'phone')).toBe('view')
    expect(await field(caller, 'ruian', 'phone')).toBe('masked')
    expect(await field(caller, 'pujiang', 'phone')).toBe('hidden')
    const file = (await caller.get('records/customer/export?format=csv&fields=name,phone')).text
    expect(file).toMatch(/8800\s?1234/)
    expect(file).not.toMatch(/8800\s?5678/)
    expect(file).not.toMatch(/5800\s?1234/)
    const history = (await caller.get(`records/customer/${company.story.customers.ruian}/history`)).text
    expect(history).not.toContain('88005678')
  })

  it('holds however one comes to the record: a share opens no field that all roles keep closed', async () => {
    const { customers } = company.story
    const fieldRights = [
      { record: 'customer', field: 'phone', level: 'hidden', within: 'all' },
      { record: 'customer', field: 'industry', level: 'view', within: 'all' },
    ]
    const grants = [{ record: 'customer', full: 'own', edit: 'own' }]
    const share = { on: [customers.pujiang], input: { with: company.story.people.li, level: 'edit' } }
    expect((await admin.post('actions/customer.share', share)).status).toBe(200)
    const closed = await grant('li', { grants, fieldRights })
    expect(await field(closed, 'pujiang', 'region')).toBe('view')
    expect(await field(closed, 'pujiang', 'phone')).toBe('hidden')
    expect(await field(closed, 'xizi', 'phone')).toBe('hidden')
    expect((await closed.get(`records/customer/${customers.pujiang}/history`)).text).not.toContain('58001234')
    const { version } = (await closed.get(`records/customer/${customers.pujiang}`)).body
    const refused = await closed.patch(`records/customer/${customers.pujiang}`, version, { industry: '外贸', phone: '021-58001235' })
    expect(Object.keys(refused.body.fields).sort()).toEqual(['industry', 'phone'])
    const open = await grant('li', { grants, fieldRights }, { grants: [{ record: 'customer', full: 'own' }] })
    expect(await field(open, 'pujiang', 'phone'), 'one role that leaves it to him is enough').toBe('view')
  })

  it('viewed is not edited: the field is named in the refusal and nothing is written', async () => {
    const caller = await grant('he', {
      grants: [{ record: 'customer', full: 'own', edit: 'own' }],
      fieldRights: [{ record: 'customer', field: 'tier', level: 'view', within: 'all' }],
    })
    const item = (await caller.get(`records/customer/${company.story.customers.tao}`)).body
    const refused = await caller.patch(`records/customer/${item.id}`, item.version, { tier: 'A', region: '绍兴' })
    expect(refused.status).toBe(422)
    expect(refused.body.fields).toEqual({ tier: 'You may not change this field' })
    expect((await caller.get(`records/customer/${item.id}`)).body.region).toBe(item.region)
    expect((await caller.patch(`records/customer/${item.id}`, item.version, { region: '绍兴' })).status).toBe(200)
  })

  it('hidden is not filtered, sorted, searched or grouped by', async () => {
    const caller = await grant('wang', {
      grants: [{ record: 'customer', full: 'departmentTree' }],
      fieldRights: [
        { record: 'customer', field: 'industry', level: 'hidden', within: 'all' },
        { record: 'customer', field: 'lastContactAt', level: 'hidden', within: 'all' },
      ],
    })
    const guess = await caller.get(
      `records/customer?filter=${encodeURIComponent('{"field":"industry","op":"eq","value":"机械制造"}')}&count=exact`,
    )
    expect(guess.body).toMatchObject({ items: [], count: { value: 0 } })
    const not = await caller.get(
      `records/customer?filter=${encodeURIComponent('{"not":{"field":"industry","op":"eq","value":"机械制造"}}')}`,
    )
    expect(not.body.items).toEqual([])
    expect((await caller.get('records/customer?sort=-lastContactAt')).body.items).toEqual([])
    expect((await caller.get('records/customer?limit=500')).body.items.length).toBe(hangzhou.length)
  })
})
