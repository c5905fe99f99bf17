import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Answer, type Caller } from '#test'

const company = openCompany()
const made: Record<string, string> = {}

/** The records that the questions below are about, beside those of the story. */
const names = {
  spruce: '杭州（云杉）软件集团有限公司',
  trad: '臺北雲海貿易公司',
  latin: 'Huawei Technologies Nederland',
  abb: 'ABB 中国',
  chong: '重庆长江轮渡公司',
  blue: 'Blue Ocean Trading 有限公司',
  short: '北国春城百货',
  jingdong: '京东方光电',
  jing: '京东方',
  light: '昆山京东方光电科技',
  lu: '吕梁绿色女装',
}

beforeAll(async () => {
  const lin = await company.as('lin')
  for (const [key, name] of Object.entries(names)) {
    const answer = await lin.post('records/customer', {
      name,
      ...(key === 'short' ? { shortName: '春百', externalCode: 'EXT-7788', phone: '0571-87654321' } : {}),
    })
    expect(answer.status, answer.text).toBe(201)
    made[key] = answer.body.id
  }
})

const ask = (caller: Caller, typed: string, more = '') => caller.get(`search?q=${encodeURIComponent(typed)}&limit=20${more}`)
const titles = (answer: Answer, record = 'customer'): string[] =>
  (answer.body.groups as { record: string; items: { name?: string }[] }[])
    .find((group) => group.record === record)
    ?.items.map((item) => item.name ?? '') ?? []
const listed = async (caller: Caller, typed: string, record = 'customer') =>
  ((await caller.get(`records/${record}?q=${encodeURIComponent(typed)}&limit=100`)).body.items as { name: string }[]).map(
    (item) => item.name,
  )

describe('what is found', () => {
  it.each<[string, keyof typeof names]>([
    ['云杉', 'spruce'],
    ['杉软', 'spruce'],
    ['集团 云杉', 'spruce'],
    ['杭州云杉', 'spruce'],
    ['雲杉軟件', 'spruce'],
    ['ｙｓｒｊ', 'spruce'],
    ['ysrj', 'spruce'],
    ['hzys', 'spruce'],
    ['yunshan', 'spruce'],
    ['yun shan', 'spruce'],
    ['yunsh', 'spruce'],
    ['hangzhouyunshanruanjian', 'spruce'],
    ['云shan', 'spruce'],
    ['yun杉', 'spruce'],
    ['yunsrj', 'spruce'],
    ['台北云海', 'trad'],
    ['雲海貿易', 'trad'],
    ['taibei', 'trad'],
    ['huawei', 'latin'],
    ['technologies huawei', 'latin'],
    ['NEDER', 'latin'],
    ['htn', 'latin'],
    ['abb中国', 'abb'],
    ['azg', 'abb'],
    ['chongqing', 'chong'],
    ['cqcj', 'chong'],
    ['changjiang', 'chong'],
    ['ocean', 'blue'],
    ['春百', 'short'],
    ['chunbai', 'short'],
    ['EXT-7788', 'short'],
    ['ext7788', 'short'],
    ['7788', 'short'],
    ['87654321', 'short'],
    ['0571-8765', 'short'],
    ['lvliang', 'lu'],
    ['lulianglvse', 'lu'],
  ])('%s finds %s, in the search of everything and in the list', async (typed, key) => {
    const lin = await company.as('lin')
    expect(titles(await ask(lin, typed))).toContain(names[key])
    expect(await listed(lin, typed)).toContain(names[key])
  })

  it.each(['杉云', '云杉 上海', 'yunhang', 'shanyun', 'oceanblue', '8765 4322', '0'])('%s finds none of them exactly', async (typed) => {
    const lin = await company.as('lin')
    const answer = await ask(lin, typed)
    if (!answer.body.similar) expect(titles(answer).filter((name) => Object.values(names).includes(name))).toEqual([])
  })

  it('by the number of a customer, whole or without its zeros', async () => {
    const lin = await company.as('lin')
    const { code } = (await lin.get(`records/customer/${made.abb}`)).body
    for (const typed of [code, code.toLowerCase(), String(Number(code.split('-')[1]))])
      expect(titles(await ask(lin, typed)), typed).toContain(names.abb)
  })

  it('marks what was typed and tells the two facts of a line', async () => {
    const lin = await company.as('lin')
    const { body } = await ask(lin, '雲杉', '&brief=1&records=customer')
    const [group] = body.groups
    expect(body.groups).toHaveLength(1)
    expect(group.hits[0]).toMatchObject({ id: made.spruce, fit: 'word', marks: [[3, 5]] })
    expect(Object.keys(group.items[0])).toEqual(expect.arrayContaining(['name', 'owner', 'region']))
    expect(group.items[0]).not.toHaveProperty('stage')
    const byShort = (await ask(lin, '春百', '&brief=1')).body.groups[0].hits[0]
    expect(byShort).toMatchObject({ fit: 'whole', marks: [], found: { field: 'shortName', text: '春百', marks: [[0, 2]] } })
    const contact = (await ask(lin, '13805710002', '&brief=1')).body.groups.find((found: { record: string }) => found.record === 'contact')
    expect(contact.items[0]).toMatchObject({ name: '陆小曼', customer: { title: '杭州西子联合机械有限公司' } })
    expect(contact.hits[0].found).toMatchObject({ field: 'mobile', text: '138 0571 0002', marks: [[0, 13]] })
  })

  it('keeps its answer as it was: groups of whole records', async () => {
    const { body } = await (await company.as('lin')).get(`search?q=${encodeURIComponent('西子联合')}`)
    expect(body.groups[0]).toMatchObject({ record: 'customer', items: [{ name: '杭州西子联合机械有限公司', stage: 'growing' }] })
    expect((await (await company.as('lin')).get('search?q=')).status).toBe(400)
  })
})

describe('the order of what is found', () => {
  it('is exact, begins, word, holds, sounds', async () => {
    const lin = await company.as('lin')
    expect(titles(await ask(lin, '京东方')).slice(0, 3)).toEqual([names.jing, names.jingdong, names.light])
    expect(titles(await ask(lin, 'jingdongfang')).slice(0, 3)).toEqual([names.jing, names.jingdong, names.light])
  })

  it("puts first among equals what one opened lately, then one's own", async () => {
    const [li, lin] = [await company.as('li'), await company.as('lin')]
    const own = (await li.post('records/customer', { name: '并列公司' })).body.id
    const others: string[] = []
    for (let i = 0; i < 3; i++) others.push((await lin.post('records/customer', { name: '并列公司' })).body.id)
    for (const id of others) {
      const input = { with: company.story.people.li, level: 'full' }
      expect((await lin.post('actions/customer.share', { on: id, input }, { headers: { 'if-match': '"1"' } })).status).toBe(200)
    }
    const order = async () => (await ask(li, '并列公司')).body.groups[0].items.map((item: { id: string }) => item.id)
    expect((await order())[0]).toBe(own)
    expect(await li.post('opened', { record: 'customer', id: others[1] })).toMatchObject({ status: 204 })
    expect((await order()).slice(0, 2)).toEqual([others[1], own])
    const opened = (await li.get('opened?limit=3')).body.items
    expect(opened[0]).toMatchObject({ record: 'customer', item: { id: others[1], name: '并列公司' } })
  })
})

describe('rights', () => {
  const contactsBy = async (key: string, typed: string) => listed(await company.as(key), typed, 'contact')

  it('a masked number is found whole and by its shown end, never by what is hidden', async () => {
    // Service agents see every contact, numbers masked: 138****0001.
    const zhou = await company.as('zhou')
    expect((await zhou.get('records/contact?q=13805710001')).body.items[0].mobile).toBe('138****0001')
    expect(await contactsBy('zhou', '138 0571 0001')).toEqual(['沈国强'])
    expect(await contactsBy('zhou', '0001')).toContain('沈国强')
    for (const part of ['1380', '5710', '0571', '710001', '0571 0001', '10001', '1380571000', '3805710001', '138057100011'])
      expect(await contactsBy('zhou', part), part).toEqual([])
    for (const part of ['1380571000', '0571', '710001'])
      expect(
        (await ask(zhou, part)).body.groups.filter((group: { record: string }) => group.record === 'contact'),
        part,
      ).toEqual([])
    const [hit] = (await ask(zhou, '0001', '&brief=1&records=contact')).body.groups[0].hits
    expect(hit.found.text).toMatch(/^\d{3}\*{4}0001$/)
  })

  it('whoever reads a number finds by any four digits of it, on the records where he reads it', async () => {
    expect(await contactsBy('li', '05710001')).toEqual(['沈国强'])
    expect(await contactsBy('li', '5710')).toEqual(expect.arrayContaining(['沈国强', '陆小曼', '方晓东']))
    // The customers of others, and of another company.
    expect(await contactsBy('li', '05710006')).toEqual([])
    expect(await contactsBy('li', '13801710001')).toEqual([])
    expect(await contactsBy('sun', '8017100')).toEqual(['顾海波'])
    // In the list of those that are shared with him he reads no number, though he may read the customer.
    expect(await contactsBy('wu', '0571000')).toEqual([])
    expect(await contactsBy('wu', '13805710001')).toEqual(['沈国强'])
  })

  it('a field that a role hides finds nothing, whole or in part; one it may read only on some rows finds those', async () => {
    const admin = await company.as('admin')
    const role = await admin.post('records/role', {
      name: { zh: '看不见电话', en: 'No numbers' },
      code: 'noNumbers',
      grants: [{ record: '*', card: 'all', full: 'all', edit: 'all', create: true }],
      fieldRights: [
        { record: 'contact', field: 'mobile', level: 'hidden', within: 'all' },
        { record: 'customer', field: 'shortName', level: 'hidden', within: 'all' },
        { record: 'customer', field: 'externalCode', level: 'view', within: 'own' },
      ],
    })
    expect(role.status, role.text).toBe(201)
    const user = (await admin.post('records/user', { name: '无号', email: 'nonumber@yunshan.demo', roles: [role.body.id] })).body
    const blind = await company.as('nonumber')
    expect(await listed(blind, '13805710001', 'contact')).toEqual([])
    expect(await listed(blind, '05710001', 'contact')).toEqual([])
    expect((await ask(blind, '13805710001')).body.groups).toEqual([])
    expect(await listed(blind, '沈国强', 'contact')).toEqual(['沈国强'])
    expect(await listed(blind, '春百')).toEqual([])
    expect(await listed(blind, 'chunbai')).toEqual([])
    expect(await listed(blind, '春城')).toEqual([names.short])
    // The external number of his own customers, and of no other.
    expect(await listed(blind, 'EXT-7788')).toEqual([])
    const lin = await company.as('lin')
    expect((await lin.post('records/customer', { name: '自己的客户', externalCode: 'EXT-9900', owner: user.id })).status).toBe(201)
    expect(await listed(blind, 'EXT-9900')).toEqual(['自己的客户'])
    expect(await listed(lin, 'EXT-7788')).toEqual([names.short])
  })

  it('the card alone does not tell numbers', async () => {
    expect(await listed(await company.as('chen'), '87654321')).toEqual([])
    expect(await listed(await company.as('chen'), 'EXT-7788')).toEqual([])
    expect(await listed(await company.as('chen'), '春百')).toEqual([names.short])
    expect(await contactsBy('chen', '13805710001')).toEqual([])
  })

  it('another department sees nothing, however it is asked', async () => {
    const sun = await company.as('sun')
    for (const typed of ['西子联合', 'xizilianhe', 'xzlh', '西紫联合', '0571-88001234', '1380571'])
      expect((await ask(sun, typed)).text, typed).not.toContain('西子')
  })
})

describe('a slip of the keys', () => {
  it.each<[string, keyof typeof names]>([
    ['云山软件', 'spruce'],
    ['云衫软件集团', 'spruce'],
    ['杭州云彬软件', 'spruce'],
    ['云软件集团', 'spruce'],
    ['云杉杉软件', 'spruce'],
    ['杉云软件', 'spruce'],
    ['Hauwei', 'latin'],
    ['Huwaei', 'latin'],
    ['tecnologies', 'latin'],
    ['yunhsanruanjian', 'spruce'],
    ['北國春成', 'short'],
  ])('%s finds %s where nothing else is found', async (typed, key) => {
    const lin = await company.as('lin')
    const answer = await ask(lin, typed)
    expect(titles(answer), answer.text.slice(0, 300)).toContain(names[key])
    expect(answer.body.similar).toBe(true)
    const list = await lin.get(`records/customer?q=${encodeURIComponent(typed)}&count=exact`)
    expect(list.body.similar).toBe(true)
    expect(list.body.items.map((item: { name: string }) => item.name)).toContain(names[key])
    expect(list.body.count.value).toBe(list.body.items.length)
  })

  it('is not looked for where something is found, nor by a filter that keeps it out', async () => {
    const lin = await company.as('lin')
    expect((await ask(lin, '云杉')).body.similar).toBeUndefined()
    const filter = encodeURIComponent('{"field":"stage","op":"eq","value":"ended"}')
    const list = await lin.get(`records/customer?q=${encodeURIComponent('云杉')}&filter=${filter}`)
    expect(list.body).toEqual({ items: [], next: null })
  })

  it('means the same to a change in bulk as to the list', async () => {
    const lin = await company.as('lin')
    const answer = await lin.post('actions/customer.edit', {
      on: { q: '云衫软件', filter: { and: [] } },
      input: { region: '改' },
      mode: 'preview',
    })
    expect(answer.body, answer.text).toMatchObject({ total: 1, items: [{ id: made.spruce }] })
  })

  it('shows nobody what he may not see', async () => {
    const sun = await company.as('sun')
    const answer = await ask(sun, '西紫联合')
    expect(answer.text).not.toContain('西子')
    expect((await sun.get(`records/customer?q=${encodeURIComponent('西紫联合')}`)).body.items).toEqual([])
  })
})

describe('search words of rows that are there', () => {
  const state = () =>
    company.database.rows<{ record: string; signature: string; renewing: string | null }>(sql`select * from search_words order by record`)

  it('are renewed in the background when they are made otherwise, quietly, by several workers at once', async () => {
    const lin = await company.as('lin')
    const before = (await lin.get(`records/customer/${made.spruce}`)).body.version
    const events = () => company.database.row(sql`select count(*) as n from event`)
    const then = await events()
    await company.database.run(sql`update customer set search = 'old:1'`)
    await company.database.run(sql`update search_words set signature = 'old' where record = 'customer'`)
    expect(await listed(lin, '云杉软件')).toEqual([])
    const second = await company.another()
    try {
      // Opening a node is what an upgrade does; a second one at the same time leaves no second job.
      expect((await state()).find((row) => row.record === 'customer')).toMatchObject({ renewing: expect.any(String) })
      await Promise.all([company.work(), second.work()])
    } finally {
      await second.close()
    }
    expect((await state()).every((row) => row.renewing === null && row.signature !== 'old')).toBe(true)
    expect(await listed(lin, '云杉软件')).toEqual([names.spruce])
    expect((await lin.get(`records/customer/${made.spruce}`)).body.version).toBe(before)
    expect(await events()).toEqual(then)
  })

  it('of a custom field are found as soon as it is searched, by whoever reads it', async () => {
    const [admin, lin, chen] = [await company.as('admin'), await company.as('lin'), await company.as('chen')]
    const field = { label: { zh: '项目经理', en: 'Project manager' }, record: 'customer', name: 'manager', kind: 'text' }
    const { body } = await admin.post('records/customField', field)
    expect((await lin.patch(`records/customer/${made.abb}`, 1, { manager: '欧阳修远' })).status).toBe(200)
    expect(await listed(lin, '欧阳修')).toEqual([])
    expect((await admin.patch(`records/customField/${body.id}`, body.version, { isSearchable: true })).status).toBe(200)
    // The node that hears of it first leaves the job, for a little later: another may still be writing as before.
    const isWaiting = () =>
      company.database.run(sql`update queue.job set start_after = now() where name = 'renew-search-words' and state = 'created'`)
    await expect.poll(isWaiting).toBe(1)
    await company.work()
    expect(await listed(lin, '欧阳修')).toEqual([names.abb])
    expect(await listed(lin, 'oyxy')).toEqual([names.abb])
    // Custom fields are no part of the card.
    expect(await listed(chen, '欧阳修')).toEqual([])
    expect(await listed(chen, 'abb中国')).toEqual([names.abb])
    const refused = await admin.post('records/customField', { ...field, record: 'view', name: 'other', isSearchable: true })
    expect(refused.body.fields).toHaveProperty('isSearchable')
  })
})
