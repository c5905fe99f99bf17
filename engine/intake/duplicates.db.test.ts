import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'

const company = openCompany()

interface Job {
  id: string
  state: string
  settings: { mapping: { column: number; header: string; field: string | null }[]; isRemembered: boolean }
  links: { name: string; choice: string }[]
  progress: Record<'read' | 'valid' | 'created' | 'changed' | 'duplicate' | 'asked' | 'failed' | 'linked', number>
}

interface Preview {
  progress: Job['progress']
  rows: {
    line: number
    what: string
    twin?: { title: string; score?: number; line?: number; id?: string; reasons: unknown[] }
    problems: { words: string }[]
  }[]
}

async function open(caller: Caller, lines: string[], record = 'customer'): Promise<Job> {
  const answer = await caller.upload<Job>('imports', { name: '名单.csv', content: lines.join('\n') }, { record })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const look = async (caller: Caller, { id }: Job): Promise<Preview> => {
  const answer = await caller.post<Preview>(`imports/${id}/preview`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

async function run(caller: Caller, { id }: Job): Promise<Job> {
  const answer = await caller.post(`imports/${id}/run`)
  expect(answer.status, answer.text).toBe(200)
  await company.work()
  const { body } = await caller.get<Job>(`imports/${id}`)
  expect(body.state).toBe('done')
  return body
}

const change = async (caller: Caller, { id }: Job, settings: object) => {
  const answer = await caller.patch(`imports/${id}`, undefined, settings)
  expect(answer.status, answer.text).toBe(200)
}

async function undo(caller: Caller, { id }: Job): Promise<void> {
  expect((await caller.post(`imports/${id}/undo`)).status).toBe(200)
  await company.work()
}

/** The records of exactly this name: a search forgives slips of the keys. */
const named = async (caller: Caller, record: string, name: string): Promise<any[]> =>
  (await caller.get(`records/${record}?q=${encodeURIComponent(name)}&limit=50`)).body.items.filter(
    (item: { name: string }) => item.name === name,
  )

const make = async (caller: Caller, values: object, record = 'customer'): Promise<string> => {
  const answer = await caller.post(`records/${record}`, values)
  expect(answer.status, answer.text).toBe(201)
  await company.settle()
  return answer.body.id
}

describe('a row that is there already', () => {
  const cases: [rule: string, expected: object, what: string][] = [
    ['skip', { region: '杭州', industry: null, tags: ['旧'] }, 'duplicate'],
    ['fillEmpty', { region: '杭州', industry: '纺织', tags: ['旧'] }, 'changed'],
    ['update', { region: '宁波', industry: '纺织', tags: ['新'] }, 'changed'],
    ['merge', { region: '杭州', industry: '纺织', tags: ['旧', '新'] }, 'changed'],
  ]
  it.each(cases)('goes by the rule "%s", and back again', async (rule, expected, what) => {
    const lin = await company.as('lin')
    const name = `重名${rule}纺织有限公司`
    const id = await make(lin, { name, region: '杭州', tags: ['旧'] })
    const job = await open(lin, ['客户名称,地区,行业,标签', `${name},宁波,纺织,新`])
    await change(lin, job, { duplicates: rule })
    const preview = await look(lin, job)
    expect(preview.rows[0]).toMatchObject({ what, twin: { id, title: name } })
    expect((await lin.get(`records/customer/${id}`)).body, 'a preview changes nothing').toMatchObject({ region: '杭州', industry: null })
    await run(lin, job)
    expect((await lin.get(`records/customer/${id}`)).body).toMatchObject(expected)
    await undo(lin, job)
    expect((await lin.get(`records/customer/${id}`)).body).toMatchObject({ region: '杭州', industry: null, tags: ['旧'] })
  })

  it('is made all the same where that is decided for its line alone', async () => {
    const lin = await company.as('lin')
    await make(lin, { name: '一行一议机械有限公司' })
    const job = await open(lin, ['客户名称', '一行一议机械有限公司', '一行一议机械有限公司'])
    await change(lin, job, { decisions: { 3: 'create' } })
    expect((await run(lin, job)).progress).toMatchObject({ created: 1, duplicate: 1 })
  })

  it('in the file itself is told with its line, and fills the record of the first where that is wanted', async () => {
    const lin = await company.as('lin')
    const lines = [
      '客户名称,地区,联系人,联系人手机',
      '海盐同名五金有限公司,,甲某,13957120001',
      '海盐同名五金有限公司,嘉兴,乙某,13957120002',
      '海盐同名五金有限公司,,甲某,13957120001',
    ]
    const job = await open(lin, lines)
    const { rows } = await look(lin, job)
    expect(rows.map((row) => row.what)).toEqual(['new', 'duplicate', 'duplicate'])
    expect(rows[1]).toMatchObject({ twin: { line: 2 }, problems: [{ words: 'the same as line 2 (name)' }] })
    await change(lin, job, { duplicates: 'fillEmpty' })
    expect((await run(lin, job)).progress).toMatchObject({ created: 1, changed: 1, duplicate: 1, linked: 2 })
    const [made] = await named(lin, 'customer', '海盐同名五金有限公司')
    expect(made).toMatchObject({ region: '嘉兴' })
    const contacts = (
      await lin.get(`records/contact?filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: made.id }))}`)
    ).body.items
    expect(contacts.map((item: { name: string }) => item.name).toSorted()).toEqual(['乙某', '甲某'])
    await undo(lin, job)
    expect(await named(lin, 'customer', '海盐同名五金有限公司')).toEqual([])
    expect(await named(lin, 'contact', '乙某')).toEqual([])
  })
})

it('a contact is recognised by its name at its customer, and by no other name like it elsewhere', async () => {
  const lin = await company.as('lin')
  await make(lin, { name: '海宁皮革城甲有限公司', contactName: '同名人' })
  await make(lin, { name: '海宁皮革城乙有限公司' })
  const job = await open(
    lin,
    ['姓名,公司,职位', '同名人,海宁皮革城甲有限公司,经理', '同名人,海宁皮革城乙有限公司,店长', '同名人,海宁皮革城乙有限公司,店员'],
    'contact',
  )
  await change(lin, job, { duplicates: 'fillEmpty' })
  const { rows } = await look(lin, job)
  expect(rows.map((row) => row.what)).toEqual(['changed', 'new', 'duplicate'])
  expect(rows[2]!.twin).toMatchObject({ line: 3 })
  await run(lin, job)
  expect((await named(lin, 'contact', '同名人')).map((item) => String(item.title)).toSorted()).toEqual(['店长', '经理'])
})

describe('a row that looks like a record', () => {
  const lines = ['客户名称,地区,电话', '杭州云梦泽机电设备有限公司,杭州,0571-88123456', '青海湖盐业股份有限公司,,']
  it('waits for a decision with the reasons, and stands in the error file', async () => {
    const lin = await company.as('lin')
    const id = await make(lin, { name: '云梦泽机电设备', region: '杭州', phone: '0571-88123456' })
    const job = await open(lin, lines)
    const preview = await look(lin, job)
    expect(preview.rows.map((row) => row.what)).toEqual(['asked', 'new'])
    expect(preview.rows[0]!.twin).toMatchObject({ id, title: '云梦泽机电设备' })
    expect(preview.rows[0]!.twin!.score).toBeGreaterThan(0.5)
    expect(preview.rows[0]!.twin!.reasons.length).toBeGreaterThan(0)
    expect((await run(lin, job)).progress).toMatchObject({ created: 1, asked: 1, duplicate: 1 })
    const errors = await lin.get(`imports/${job.id}/errors`)
    const [head, row, ...rest] = errors.text.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(head).toBe('客户名称,地区,电话,Why not imported')
    expect(row).toMatch(/^杭州云梦泽机电设备有限公司,杭州,0571-88123456,.*云梦泽机电设备/)
    expect(rest).toEqual([])
    // The same file again: its last column is left out, and the mapping is known.
    const again = await open(lin, [head!, row!])
    expect(again.settings.isRemembered).toBe(true)
    expect(again.settings.mapping.at(-1)).toMatchObject({ field: null })
    await change(lin, again, { similar: 'merge' })
    expect((await run(lin, again)).progress).toMatchObject({ changed: 0, duplicate: 1 })
    expect(await named(lin, 'customer', '杭州云梦泽机电设备有限公司')).toEqual([])
  })

  it('is none where the two are numbered, however alike their numbers are', async () => {
    const lin = await company.as('lin')
    const rows = Array.from(
      { length: 30 },
      (_, i) => `磐安云峰${i + 1}号药材有限公司,金华,1380001${String(1000 + i)},yf${1000 + i}@example.cn`,
    )
    const job = await open(lin, ['客户名称,地区,电话,邮箱', ...rows, '磐安药材客户A,,,', '磐安药材客户B,,,'])
    expect((await look(lin, job)).progress).toMatchObject({ created: 32, asked: 0 })
  })

  it('is not told of to whoever may not see that record', async () => {
    const lin = await company.as('lin')
    await make(lin, { name: '澜沧密林木业有限公司', region: '云南', phone: '0871-68123456' })
    const li = await company.as('li')
    const seen = await li.get(`records/customer?q=${encodeURIComponent('澜沧密林')}`)
    expect(seen.body.items).toEqual([])
    const job = await open(li, ['客户名称,地区,电话', '澜沧密林木业,云南,0871-68123456'])
    const preview = await look(li, job)
    expect(preview.rows[0]).toMatchObject({ what: 'new', problems: [] })
    expect(preview.rows[0]!.twin).toBeUndefined()
  })
})

describe('records that a row names', () => {
  it('are made along only where that is chosen, with what the row says of them, in one operation', async () => {
    const lin = await company.as('lin')
    const lines = [
      '姓名,公司,公司地址,手机',
      '丁一,桐庐新客运输有限公司,桐庐县富春路 1 号,13957130001',
      '丁二,桐庐新客运输有限公司,,13957130002',
      '丁三,桐庐坏号运输有限公司,,不是号码',
    ]
    const job = await open(lin, lines, 'contact')
    expect(Object.fromEntries(job.settings.mapping.map(({ header, field }) => [header, field]))).toEqual({
      姓名: 'name',
      公司: 'customer',
      公司地址: 'customer.address',
      手机: 'mobile',
    })
    expect(job.links).toMatchObject([{ name: 'customer', choice: 'create' }])
    await change(lin, job, { links: { customer: 'match' } })
    expect((await look(lin, job)).rows.map((row) => row.what)).toEqual(['failed', 'failed', 'failed'])
    await change(lin, job, { links: { customer: 'create' }, refuseBadCells: true })
    const done = await run(lin, job)
    expect(done.progress).toMatchObject({ created: 2, failed: 1, linked: 1 })
    const made = await named(lin, 'customer', '桐庐新客运输有限公司')
    expect(made).toMatchObject([{ address: '桐庐县富春路 1 号' }])
    expect(await named(lin, 'customer', '桐庐坏号运输有限公司'), 'nothing is made for a row that is not taken').toEqual([])
    await undo(lin, job)
    expect(await named(lin, 'customer', '桐庐新客运输有限公司')).toEqual([])
  })

  it('are not left behind where their rows are refused in the end', async () => {
    const lin = await company.as('lin')
    await make(lin, { name: '占号在先有限公司', contactName: '占某', contactMobile: '13957140001' })
    const job = await open(lin, ['姓名,公司,手机', '戊一,建德孤儿有限公司,13957140001', '戊二,建德留下有限公司,13957140002'], 'contact')
    await change(lin, job, { duplicates: 'create' })
    expect((await run(lin, job)).progress).toMatchObject({ created: 1, duplicate: 1, linked: 1 })
    expect(await named(lin, 'customer', '建德孤儿有限公司')).toEqual([])
    expect((await named(lin, 'customer', '建德留下有限公司')).length).toBe(1)
  })

  it('of people are found by name or address of mail, and never guessed', async () => {
    const lin = await company.as('lin')
    const job = await open(lin, [
      '客户名称,负责人,创建时间,创建人',
      '归属一号食品有限公司,李明,2021-03-04 08:30,李明',
      '归属二号食品有限公司,li@yunshan.demo,2021年3月5日,',
      '归属三号食品有限公司,查无此人,,',
    ])
    expect(job.settings.mapping.map(({ field }) => field)).toEqual(['name', 'owner', 'createdAt', 'createdBy'])
    const { rows } = await look(lin, job)
    expect(rows[2]!.problems[0]!.words).toContain('"查无此人" was not found')
    await run(lin, job)
    const items = (await lin.get(`records/customer?q=${encodeURIComponent('归属')}&limit=10`)).body.items as {
      name: string
      owner: { id: string }
      createdAt: string
      createdBy: { id: string }
    }[]
    const by = (name: string) => items.find((item) => item.name.startsWith(name))!
    expect(by('归属一号')).toMatchObject({
      owner: { id: company.story.people.li },
      createdAt: '2021-03-04T00:30:00.000Z',
      createdBy: { id: company.story.people.li },
    })
    expect(by('归属二号')).toMatchObject({ owner: { id: company.story.people.li } })
    expect(by('归属三号').owner.id).toBe(company.story.people.lin)
  })

  it('may not be said to be old by whoever may not change many records', async () => {
    const chen = await company.as('chen')
    const job = await open(chen, ['客户名称,创建时间', '老客户食品有限公司,2001-01-01'])
    expect(job.settings.mapping[1]).toMatchObject({ field: null })
    expect((await chen.patch(`imports/${job.id}`, undefined, { mapping: [{ column: 1, header: '', field: 'createdAt' }] })).status).toBe(
      422,
    )
  })
})

it('a card of contacts is brought in, its company made along', async () => {
  const lin = await company.as('lin')
  const content = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:欧阳;修;;;',
    'ORG:滁州醉翁酒业有限公司;文学部',
    'TEL;TYPE=CELL:13957150001',
    'TEL;TYPE=WORK:0550-3021234',
    'ADR;TYPE=WORK:;;琅琊山路 1 号;滁州;安徽;;中国',
    'BDAY:1977-08-06',
    'END:VCARD',
    '',
  ].join('\r\n')
  const answer = await lin.upload<Job>('imports', { name: '名片.vcf', content }, { record: 'contact' })
  expect(answer.status, answer.text).toBe(201)
  await change(lin, answer.body, {})
  expect((await run(lin, answer.body)).progress).toMatchObject({ created: 1, linked: 1 })
  const [contact] = await named(lin, 'contact', '欧阳修')
  expect(contact).toMatchObject({ name: '欧阳修', mobile: '+8613957150001', telephone: '+865503021234', birthday: '1977-08-06' })
  const customer = (await lin.get(`records/customer/${contact.customer.id}`)).body
  expect(customer).toMatchObject({ name: '滁州醉翁酒业有限公司', address: '安徽滁州琅琊山路 1 号' })
})
