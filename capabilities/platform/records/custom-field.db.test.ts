import { beforeAll, describe, expect, it } from 'vitest'
import { compileSql } from '#engine/access/condition-sql.ts'
import { customKinds, indexGives, type CustomKind } from '#engine/record/custom-fields.ts'
import { kindNamed } from '#engine/record/fields/index.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'

/** What every kind of custom field gives, tried on every kind there is. */
const company = openCompany()
let admin: Caller
let li: Caller

interface Sample {
  /** Two values; where there is an order, the lower one first. */
  values: [unknown, unknown]
  bad?: unknown
  /** How a file writes the second one, and how an English export shows it. */
  file: string
  shown: string
  options?: Record<string, unknown>
}

const choices = [
  { code: 'modern', zh: '现代', en: 'Modern' },
  { code: 'classic', zh: '中式', en: 'Classic' },
]
const samples: Record<CustomKind, () => Sample> = {
  text: () => ({ values: ['安装', '装修'], bad: 'x'.repeat(300), file: '装修', shown: '装修' }),
  note: () => ({ values: ['第一行', '第二行\n第三行'], file: '第二行', shown: '第二行' }),
  words: () => ({
    values: [
      { zh: '甲', en: 'A' },
      { zh: '乙', en: '' },
    ],
    bad: 3,
    file: '乙',
    shown: '乙',
  }),
  integer: () => ({ values: [-3, 12], bad: 'many', file: '12', shown: '12' }),
  decimal: () => ({ values: ['9.5', '128.25'], bad: 'much', file: '128.25', shown: '128.25' }),
  percent: () => ({ values: ['-2.5', '10'], bad: 'all', file: '10%', shown: '10%' }),
  money: () => ({ values: ['99.9', '1200'], bad: '1.234', file: '￥1,200', shown: '1,200.00' }),
  yesNo: () => ({ values: [false, true], bad: 'maybe', file: '是', shown: 'Yes' }),
  choice: () => ({ values: ['classic', 'modern'], bad: 'baroque', file: '现代', shown: 'Modern', options: { choices } }),
  choices: () => ({
    values: [['classic'], ['modern', 'classic']],
    bad: ['baroque'],
    file: '现代、中式',
    shown: 'Modern, Classic',
    options: { choices },
  }),
  day: () => ({ values: ['2025-12-31', '2026-02-01'], bad: '2026-02-30', file: '2026年2月1日', shown: '2026-02-01' }),
  instant: () => ({
    values: ['2025-12-31T08:00:00.000Z', '2026-02-01T00:30:00.000Z'],
    bad: 'soon',
    file: '2026-02-01 08:30',
    shown: '2026-02-01 08:30',
  }),
  phone: () => ({ values: ['+8613800138000', '+8613900139000'], bad: '12', file: '139 0013 9000', shown: '139 0013 9000' }),
  email: () => ({ values: ['a@example.com', 'b@example.com'], bad: 'nobody', file: 'B@example.com', shown: 'b@example.com' }),
  url: () => ({ values: ['https://a.example', 'https://b.example'], bad: 'ftp://x', file: 'b.example', shown: 'https://b.example' }),
  region: () => ({ values: ['110105', '330106'], bad: '999999', file: '浙江杭州西湖', shown: 'Xihu, Hangzhou, Zhejiang' }),
  link: () => {
    const { people } = company.story
    const [a, b] = [people.li!, people.sun!].sort() as [string, string]
    return {
      values: [a, b],
      bad: 'nobody',
      file: b === people.sun ? '孙丽' : '李明',
      shown: b === people.sun ? '孙丽' : '李明',
      options: { to: 'user' },
    }
  },
  links: () => {
    const { people } = company.story
    return { values: [[people.sun!], [people.li!, people.sun!]], bad: 'nobody', file: '李明', shown: '李明', options: { to: 'user' } }
  },
}

const plain = (value: any): unknown =>
  Array.isArray(value) ? value.map(plain) : value && typeof value === 'object' && 'id' in value ? value.id : value

beforeAll(async () => {
  ;[admin, li] = [await company.as('admin'), await company.as('li')]
})

const isMany = (kind: string) => kind === 'choices' || kind === 'links'

/** What each operator means, for two values in order and nothing. */
function expected(kind: CustomKind, op: string, [low, high]: [unknown, unknown]): [value: unknown, found: ('low' | 'high' | 'none')[]] {
  const emptyIsFalse = kind === 'yesNo'
  const table: Record<string, [unknown, ('low' | 'high' | 'none')[]]> = {
    eq: [high, ['high']],
    ne: [high, ['low', 'none']],
    in: [
      [low, high],
      ['low', 'high'],
    ],
    notIn: [[high], ['low', 'none']],
    lt: [high, ['low']],
    lte: [high, ['low', 'high']],
    gt: [low, ['high']],
    gte: [low, ['low', 'high']],
    between: [
      [low, high],
      ['low', 'high'],
    ],
    // A county is found by its province.
    startsWith: [kind === 'region' ? '330000' : typeof high === 'string' ? high.slice(0, -1) : high, ['high']],
    has: [isMany(kind) ? (high as unknown[])[0] : high, ['high']],
    hasAny: [isMany(kind) ? [(high as unknown[])[0]] : high, ['high']],
    empty: [undefined, ['none']],
    notEmpty: [undefined, ['low', 'high']],
  }
  const [value, found] = table[op]!
  return op === 'eq' && emptyIsFalse && high === false ? [value, ['low', 'none']] : [value, found]
}

describe.each(Object.keys(customKinds) as CustomKind[])('a custom field of the kind %s', (kind) => {
  const name = `f${kind[0]!.toUpperCase()}${kind.slice(1)}`
  const ids: Record<'low' | 'high' | 'none', string> = { low: '', high: '', none: '' }
  let sample: Sample
  let field: any

  const refresh = async () => (field = (await admin.get(`records/customField/${field.id}`)).body)
  const change = async (input: object) => {
    const answer = await admin.patch(`records/customField/${field.id}`, field.version, input)
    expect(answer.status, answer.text).toBe(200)
    field = answer.body
  }
  const ask = async (op: string, value: unknown, sort?: string) => {
    const filter = {
      and: [
        { field: 'id', op: 'in', value: Object.values(ids) },
        { field: name, op, ...(value === undefined ? {} : { value }) },
      ],
    }
    return li.get(`records/customer?filter=${encodeURIComponent(JSON.stringify(filter))}${sort ? `&sort=${sort}` : ''}`)
  }
  const keysOf = (answer: { body: any }) =>
    (Object.keys(ids) as (keyof typeof ids)[]).filter((key) => answer.body.items.some((item: { id: string }) => item.id === ids[key]))

  beforeAll(async () => {
    sample = samples[kind]()
    const made = await admin.post('records/customField', {
      label: { zh: `栏${kind}`, en: `Field ${kind}` },
      record: 'customer',
      name,
      kind,
      ...sample.options,
    })
    expect(made.status, made.text).toBe(201)
    field = made.body
    for (const [key, value] of [
      ['low', sample.values[0]],
      ['high', sample.values[1]],
      ['none', undefined],
    ] as const) {
      const customer = await li.post('records/customer', { name: `${kind}的客户${key}`, ...(value === undefined ? {} : { [name]: value }) })
      expect(customer.status, customer.text).toBe(201)
      ids[key] = customer.body.id
      if (value !== undefined) expect(plain(customer.body[name])).toEqual(value)
    }
  })

  it('is described, kept, shown in columns and told in the history', async () => {
    const described = (await li.get('description')).body.records.find((record: { name: string }) => record.name === 'customer')
    expect(described.form.flat()).toContain(name)
    expect(described.edit).toContain(name)
    expect(described.create.map((entry: { name: string }) => entry.name)).toContain(name)
    expect((await admin.get('openapi.json')).body.components.schemas.CustomerEdit.properties).toHaveProperty(name)
    const list = await li.get(`records/customer?fields=name,${name}&limit=500`)
    expect(plain(list.body.items.find((item: { id: string }) => item.id === ids.high)[name])).toEqual(sample.values[1])
    const [created] = (await li.get(`records/customer/${ids.high}/history`)).body.items
    expect(created.changes.map((entry: { field: string }) => entry.field)).toContain(name)
    if (sample.bad !== undefined) {
      const refused = await li.post('records/customer', { name: 'x', [name]: sample.bad })
      expect(refused.status).toBe(422)
      expect(Object.keys(refused.body.fields)[0]).toMatch(new RegExp(`^${name}`))
    }
  })

  it('changes with its event, clashes where two change it, and is changed in bulk and taken back', async () => {
    const one = (await li.post('records/customer', { name: `${kind}改`, [name]: sample.values[0] })).body
    const changed = await li.patch(`records/customer/${one.id}`, 1, { [name]: sample.values[1] })
    expect(changed.status, changed.text).toBe(200)
    expect((await li.get(`records/customer/${one.id}/history`)).body.items[0].changes).toHaveLength(1)
    const clash = await admin.patch(`records/customer/${one.id}`, 1, { [name]: sample.values[1] })
    expect(clash.status).toBe(412)
    expect(clash.body).toMatchObject({ current: { [name]: sample.values[1] }, base: { [name]: sample.values[0] } })
    const bulk = await li.post('actions/customer.edit', { on: [one.id, ids.none], input: { [name]: sample.values[0] } })
    expect(bulk.body, bulk.text).toMatchObject({ outcome: 'done', total: 2, report: [] })
    expect(plain((await li.get(`records/customer/${ids.none}`)).body[name])).toEqual(sample.values[0])
    expect((await li.post(`operations/${bulk.body.operation}/undo`)).body).toMatchObject({ state: 'done', refused: 0 })
    const back = (await li.get(`records/customer/${ids.none}`)).body[name]
    expect(back === null || back === false || (Array.isArray(back) && back.length === 0)).toBe(true)
    // The same again changes nothing and tells nothing.
    const { version: now } = (await li.get(`records/customer/${one.id}`)).body
    expect((await li.patch(`records/customer/${one.id}`, now, { [name]: sample.values[1] })).body.version).toBe(now)
  })

  it('comes in from a file by its heading and goes out into one', async () => {
    const lin = await company.as('lin')
    const file = { name: 'a.csv', content: `客户名称,栏${kind}\n${kind}的进口,${JSON.stringify(sample.file)}\n` }
    const found = await lin.upload('imports', file, { record: 'customer' })
    expect(found.body.settings.mapping.map((column: { field: string }) => column.field)).toEqual(['name', name])
    // The names of these customers are much alike.
    expect((await lin.patch(`imports/${found.body.id}`, undefined, { similar: 'create' })).status).toBe(200)
    await lin.post(`imports/${found.body.id}/run`)
    await company.work()
    const [item] = (await lin.get(`records/customer?q=${encodeURIComponent(`${kind}的进口`)}`)).body.items
    const asRead = kind === 'note' ? '第二行' : kind === 'links' ? [company.story.people.li] : sample.values[1]
    expect(plain(item[name])).toEqual(asRead)
    const text = (await lin.get(`records/customer/export?format=csv&fields=name,${name}`)).text
    expect(text).toContain(`${kind}的进口,${/[",]/.test(sample.shown) ? `"${sample.shown}"` : sample.shown}`)
  })

  it('is filtered by what an index serves, and by more once it has one of its own', async () => {
    const { operators } = kindNamed(kind)
    for (const op of operators.filter((entry) => entry !== 'contains')) {
      const [value, found] = expected(kind, op, sample.values)
      const answer = await ask(op, value)
      if (['eq', 'in', 'has', 'hasAny'].includes(op)) expect(keysOf(answer), `${op}: ${answer.text}`).toEqual(found)
      else expect(answer.body.code, op).toBe('not-filterable')
    }
    expect((await li.get(`records/customer?sort=${name}`)).body.code).toBe('not-sortable')
    const grouped = () => li.get(`records/customer/groups?by=${name}`)
    if (['choice', 'link', 'region'].includes(kind)) expect((await grouped()).body.code).toBe('not-groupable')
    if (indexGives[kind] === 'nothing') {
      const refused = await admin.patch(`records/customField/${field.id}`, field.version, { isIndexed: true })
      expect(refused.body.fields).toHaveProperty('isIndexed')
      return
    }
    await change({ isIndexed: true })
    expect(field.indexState).toBe('building')
    const early = operators.find((op) => !['eq', 'in', 'has', 'hasAny'].includes(op))
    if (early) expect((await ask(early, expected(kind, early, sample.values)[0])).body.code).toBe('not-filterable')
    await company.work()
    expect((await refresh()).indexState, field.indexFault).toBe('ready')
    for (const op of operators.filter((entry) => entry !== 'contains')) {
      const [value, found] = expected(kind, op, sample.values)
      const answer = await ask(op, value)
      expect(keysOf(answer), `${op}: ${answer.text}`).toEqual(found)
    }
    if (['choice', 'link', 'yesNo', 'region'].includes(kind)) {
      const { groups } = (await grouped()).body
      const high = groups.find((group: { value: unknown }) => group.value === sample.values[1])
      expect(high?.count.value, JSON.stringify(groups)).toBeGreaterThan(0)
    }
    if (indexGives[kind] === 'filter') return expect((await li.get(`records/customer?sort=${name}`)).body.code).toBe('not-sortable')
    for (const [sort, order] of [
      [name, ['none', 'low', 'high']],
      [`-${name}`, ['high', 'low', 'none']],
    ] as const) {
      const walked: string[] = []
      for (let cursor = ''; ;) {
        const page = await li.get(`records/customer?sort=${sort}&limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
        expect(page.status, page.text).toBe(200)
        walked.push(...page.body.items.map((item: { id: string }) => item.id))
        if (!page.body.next) break
        cursor = page.body.next
      }
      expect(new Set(walked).size).toBe(walked.length)
      expect(walked.filter((id) => Object.values(ids).includes(id))).toEqual(order.map((key) => ids[key]))
    }
  })

  it('has an index that the database uses, and loses it when nobody wants it any more', async () => {
    if (indexGives[kind] === 'nothing') return
    const shape = company.shape('customer')
    const op = isMany(kind) || kind === 'yesNo' ? (isMany(kind) ? 'notEmpty' : 'eq') : kind === 'instant' ? 'gt' : 'eq'
    const [value] = expected(kind, op, sample.values)
    const where = compileSql(company.runtime.house, shape, { field: name, op, value } as never, 't')
    const plan = await company.database.transaction(async (tx) => {
      await tx.run(sql`set local enable_seqscan = off`)
      return JSON.stringify(await tx.rows(sql`explain (format json) select t.id from customer t where t.deleted_at is null and ${where}`))
    })
    expect(plan).toMatch(new RegExp(`cf_[0-9a-f]{10}_customer_f_${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`))
    const count = async () =>
      (await company.database.row<{ n: number }>(
        sql`select count(*) as n from pg_indexes where indexname like 'cf\\_%' and indexdef like ${`%'${name}'%`}`,
      ))!.n
    expect(await count()).toBe(indexGives[kind] === 'filter and order' && kind === 'text' ? 2 : 1)
    await change({ isIndexed: false })
    expect(field.indexState).toBe('none')
    await company.work()
    expect(await count()).toBe(0)
    expect((await li.get(`records/customer?sort=${name}`)).body.code).toBe('not-sortable')
  })

  it('is needed where it is required and asked for, and begins with its default', async () => {
    if (kind === 'yesNo') return
    await change({ isRequired: true })
    const refused = await li.post('records/customer', { name: '缺' })
    expect(refused.body.fields).toEqual({ [name]: 'This is required' })
    await change({ onlyWhenField: 'kind', onlyWhenIs: ['government'] })
    expect((await li.post('records/customer', { name: '企业' })).status).toBe(201)
    const asked = await li.post('records/customer', { name: '机关', kind: 'government' })
    expect(asked.body.fields).toEqual({ [name]: 'This is required' })
    const enterprise = (await li.post('records/customer', { name: '改类型' })).body
    expect((await li.patch(`records/customer/${enterprise.id}`, 1, { kind: 'government' })).body.fields).toHaveProperty(name)
    await change({ onlyWhenField: null, onlyWhenIs: [] })
    if (kind !== 'link' && kind !== 'links') {
      await change({ initial: sample.file })
      const begun = (await li.post('records/customer', { name: '默认' })).body
      expect(begun[name]).toEqual(sample.values[1] === '第二行\n第三行' ? '第二行' : sample.values[1])
      if (typeof sample.bad === 'string' && !['text', 'link'].includes(kind)) {
        const bad = await admin.patch(`records/customField/${field.id}`, field.version, { initial: sample.bad })
        expect(bad.body.fields).toHaveProperty('initial')
      }
    }
    await change({ isRequired: false, initial: null })
  })

  it('follows rights on fields: masked where guarded, hidden and closed where a role says so', async () => {
    await change({ isGuarded: true })
    const lin = await company.as('lin')
    const zhou = await company.as('zhou')
    const seen = (await zhou.get(`records/customer/${ids.high}`)).body
    expect(seen.masked).toContain(name)
    expect(JSON.stringify(seen[name])).not.toBe(JSON.stringify(sample.values[1]))
    expect((await lin.get(`records/customer/${ids.high}`)).body.masked ?? []).not.toContain(name)
    const filter = encodeURIComponent(
      JSON.stringify({
        field: name,
        op: isMany(kind) ? 'has' : 'eq',
        value: isMany(kind) ? (sample.values[1] as unknown[])[0] : sample.values[1],
      }),
    )
    if (kindNamed(kind).operators.includes(isMany(kind) ? 'has' : 'eq'))
      expect((await zhou.get(`records/customer?filter=${filter}&count=exact`)).body).toMatchObject({ items: [], count: { value: 0 } })
    const roles = (await admin.get('records/role?limit=50')).body.items
    const sales = roles.find((role: { code: string }) => role.code === 'sales')
    const right = { record: 'customer', field: name, level: 'hidden', within: 'all' }
    const hidden = await admin.patch(`records/role/${sales.id}`, sales.version, { fieldRights: [right] })
    expect(hidden.status, hidden.text).toBe(200)
    const one = (await li.get(`records/customer/${ids.high}`)).body
    expect(one).not.toHaveProperty(name)
    const described = (await li.get('description')).body.records.find((record: { name: string }) => record.name === 'customer')
    expect(described.create.map((entry: { name: string }) => entry.name)).not.toContain(name)
    if (kindNamed(kind).operators.includes(isMany(kind) ? 'has' : 'eq'))
      expect((await li.get(`records/customer?filter=${filter}`)).body.items).toEqual([])
    const told = (await li.get(`records/customer/${ids.high}/history`)).body.items
    expect(told.flatMap((event: { changes: { field: string }[] }) => event.changes.map((entry) => entry.field))).not.toContain(name)
    expect((await li.patch(`records/customer/${ids.high}`, one.version, { [name]: sample.values[0] })).body.fields).toHaveProperty(name)
    expect((await li.post('records/customer', { name: '偷填', [name]: sample.values[0] })).body.fields).toHaveProperty(name)
    expect((await admin.patch(`records/role/${sales.id}`, sales.version + 1, { fieldRights: [] })).status).toBe(200)
    await change({ isGuarded: false })
  })
})
