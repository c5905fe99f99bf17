import fs from 'node:fs'
import path from 'node:path'
import { writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openCompany, type Answer, type Caller } from '#test'
import { continueImport } from './run-import.ts'

const company = openCompany()
const shared = process.env.ZHIKE_IMPORT_DATA ?? path.resolve(import.meta.dirname, '../../../shared/data')
const isThere = fs.existsSync(shared)

interface ImportAnswer {
  id: string
  state: string
  settings: { encoding?: string; headerRow: number; mapping: { header: string; field: string | null }[]; sheets: string[] }
  progress: { read: number; valid: number; duplicate: number; failed: number; remarked: number }
  operation: string | null
}

async function upload(caller: Caller, name: string, content: Buffer | string, record = 'customer'): Promise<ImportAnswer> {
  const answer = await caller.upload<ImportAnswer>('imports', { name, content }, { record })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

async function runToEnd(caller: Caller, id: string): Promise<ImportAnswer> {
  const started = await caller.post(`imports/${id}/run`)
  expect(started.status, started.text).toBeLessThan(300)
  await company.work()
  return (await caller.get<ImportAnswer>(`imports/${id}`)).body
}

const mappingOf = (found: ImportAnswer) => Object.fromEntries(found.settings.mapping.map(({ header, field }) => [header, field]))
const find = async (caller: Caller, record: string, q: string): Promise<Answer> =>
  caller.get(`records/${record}?q=${encodeURIComponent(q)}&limit=10`)

describe('a file of our own', () => {
  it('in GBK with a title line, odd spellings and bad rows: read, reported, mended and imported again', async () => {
    const lin = await company.as('lin')
    const text = [
      '客户资料表,,,,',
      '客户名称,类型,联系电话,成立年份,客户等级',
      '宁波海曙机电有限公司,企业,0574-87001234,１９９８,重点',
      ',企业,,,',
      '温州瓯海鞋业有限公司,企业,12,2001年,普通',
      '台州椒江塑料厂,企业,0576-88001234,很久以前,Z',
    ].join('\r\n')
    const found = await upload(lin, '客户.csv', encodeGbk(text))
    expect(found.settings).toMatchObject({ encoding: 'gb18030', headerRow: 2 })
    expect(mappingOf(found)).toEqual({ 客户名称: 'name', 类型: 'kind', 联系电话: 'phone', 成立年份: 'founded', 客户等级: 'tier' })
    const preview = await lin.post(`imports/${found.id}/preview`)
    expect(preview.status, preview.text).toBe(200)
    expect((await find(lin, 'customer', '宁波海曙')).body.items).toEqual([])
    const done = await runToEnd(lin, found.id)
    expect(done).toMatchObject({ state: 'done', progress: { read: 4, valid: 3, failed: 1 } })
    const made = (await find(lin, 'customer', '宁波海曙')).body.items[0]
    expect(made).toMatchObject({ name: '宁波海曙机电有限公司', kind: 'enterprise', phone: '+8657487001234', founded: 1998, tier: 'A' })
    const errors = await lin.get(`imports/${found.id}/errors`)
    expect(errors.text.split('\r\n')[1]).toBe(',企业,,,,客户名称: This is required')
    const remarks = (await lin.get(`imports/${found.id}/errors?format=json`)).body.items
    expect(remarks.map((entry: { cells: string[] }) => entry.cells[0])).toEqual(['', '温州瓯海鞋业有限公司', '台州椒江塑料厂'])
    expect((await find(lin, 'customer', '台州椒江')).body.items[0]).toMatchObject({ founded: null, tier: null })
    const again = await upload(lin, '客户.csv', encodeGbk(text))
    const second = await runToEnd(lin, again.id)
    expect(second.progress, 'the same file again makes no second customers').toMatchObject({ valid: 0, duplicate: 3 })
    const undone = await lin.post(`imports/${found.id}/undo`)
    expect(undone.status, undone.text).toBeLessThan(300)
    await company.work()
    expect((await find(lin, 'customer', '宁波海曙')).body.items).toEqual([])
  })

  it('as XLSX with real dates and numbers', async () => {
    const lin = await company.as('lin')
    const found = await upload(
      lin,
      '名单.xlsx',
      await writeXlsxOf([
        ['客户名称', '员工数', '年营业额', '创建时间'],
        ['嘉兴南湖纺织有限公司', 320, 1_250_000.5, new Date('2025-03-04T00:00:00Z')],
      ]),
    )
    expect(mappingOf(found)).toMatchObject({ 客户名称: 'name', 员工数: 'employees', 年营业额: 'revenue', 创建时间: 'createdAt' })
    const done = await runToEnd(lin, found.id)
    expect(done).toMatchObject({ state: 'done', progress: { valid: 1, failed: 0 } })
    const made = (await find(lin, 'customer', '嘉兴南湖')).body.items[0]
    expect(made).toMatchObject({ employees: 320, revenue: '1250000.5' })
    expect(made.createdAt.slice(0, 10)).toMatch(/2025-03-0[34]/)
  })

  it.each<[string, string, Buffer | string]>([
    ['nothing', 'leer.csv', ''],
    ['a picture called CSV', 'bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['half an XLSX', 'halb.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)])],
  ])('that holds %s is refused with words', async (_, name, content) => {
    const answer = await (await company.as('lin')).upload('imports', { name, content }, { record: 'customer' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.title.length).toBeGreaterThan(5)
  })

  it('of fifteen hundred rows is written in batches and each row once', async () => {
    const lin = await company.as('lin')
    const rows = Array.from(
      { length: 1500 },
      (_, i) => `批量导入${i}号公司,${['企业', '个人'][i % 2]},1500000${String(i).padStart(4, '0')}`,
    )
    const found = await upload(lin, '大.csv', `名称,类型,手机\n${rows.join('\n')}\n`)
    const done = await runToEnd(lin, found.id)
    expect(done.progress).toMatchObject({ read: 1500, valid: 1500, failed: 0 })
    expect((await lin.get(`records/customer?q=${encodeURIComponent('批量导入')}&limit=0&count=exact`)).body.count.value).toBe(1500)
  }, 60_000)

  it('that two workers take up at once, as when one was thought dead, is written once', async () => {
    const lin = await company.as('lin')
    const rows = Array.from({ length: 1200 }, (_, i) => `两处导入${i}号公司`)
    const found = await upload(lin, '两处.csv', `名称\n${rows.join('\n')}\n`)
    expect((await lin.patch(`imports/${found.id}`, undefined, { duplicates: 'create' })).status).toBe(200)
    expect((await lin.post(`imports/${found.id}/run`)).status).toBe(200)
    const { signal } = new AbortController()
    const ends = await Promise.allSettled([1, 2].map(() => continueImport(company.runtime, found.id, signal)))
    expect(ends.map((end) => end.status)).toContain('fulfilled')
    await company.work()
    expect((await lin.get<ImportAnswer>(`imports/${found.id}`)).body).toMatchObject({
      state: 'done',
      progress: { read: 1200, valid: 1200 },
    })
    expect((await lin.get(`records/customer?q=${encodeURIComponent('两处导入')}&limit=0&count=exact`)).body.count.value).toBe(1200)
  }, 60_000)
})

describe.runIf(isThere)('files of the public collection (left out where the collection is not at hand)', () => {
  it('accounts.csv: 85 enterprises, the parents linked', async () => {
    const lin = await company.as('lin')
    const found = await upload(lin, 'accounts.csv', fs.readFileSync(path.join(shared, 'crm-sales-pipeline/accounts.csv')))
    // One account is called Sumace, which is no line of sums.
    expect(mappingOf(found)).toMatchObject({
      account: 'name',
      sector: 'industry',
      year_established: 'founded',
      revenue: 'revenue',
      employees: 'employees',
      office_location: 'region',
      subsidiary_of: 'parent',
    })
    const done = await runToEnd(lin, found.id)
    expect(done.progress).toMatchObject({ read: 85, valid: 85, failed: 0 })
    const acme = (await find(lin, 'customer', 'Acme Corporation')).body.items[0]
    expect(acme).toMatchObject({ founded: 1996, employees: 2822, revenue: '1100.04', region: 'United States' })
    const bubba = (await find(lin, 'customer', 'Bluth Company')).body.items[0]
    expect(bubba.name).toBe('Bluth Company')
    const children = (await lin.get('records/customer?limit=500&q=')).body.items.filter((item: { parent: unknown }) => item.parent)
    expect(children.length).toBeGreaterThan(5)
  }, 60_000)

  it('4,347 stocks in GBK', async () => {
    const lin = await company.as('lin')
    const found = await upload(lin, 'stock.csv', fs.readFileSync(path.join(shared, 'import-messy/gbk_wwy2020211_stock_basic.csv')))
    expect(found.settings).toMatchObject({ encoding: 'gb18030', headerRow: 1 })
    expect(mappingOf(found)).toMatchObject({ 股票名称: 'name', 行业: 'industry' })
    const done = await runToEnd(lin, found.id)
    expect(done.state).toBe('done')
    expect(done.progress.read).toBe(4347)
    expect(done.progress.valid + done.progress.duplicate + done.progress.failed).toBe(4347)
    expect(done.progress.failed).toBe(0)
    expect((await find(lin, 'customer', '平安银行')).body.items[0]).toMatchObject({
      name: '平安银行',
      industry: '银行',
      externalCode: expect.stringContaining('000001'),
    })
  }, 90_000)

  it('contacts in GBK: five spellings of dates, full-width digits, an extension, an impossible day', async () => {
    const lin = await company.as('lin')
    const found = await upload(lin, 'contacts.csv', fs.readFileSync(path.join(shared, 'import-messy/derived/contacts_gbk.csv')), 'contact')
    expect(found.settings.encoding).toBe('gb18030')
    const preview = (await lin.post(`imports/${found.id}/preview`)).body
    expect(preview.progress, 'companies that would be made along are no fault').toMatchObject({ valid: 5, failed: 0 })
    expect((await find(lin, 'customer', '永杨安风')).body.items, 'a preview makes nothing').toEqual([])
    const done = await runToEnd(lin, found.id)
    expect(done.progress).toMatchObject({ read: 5, valid: 5, failed: 0 })
    const by = async (name: string) => (await find(lin, 'contact', name)).body.items[0]
    expect(await by('张三')).toMatchObject({
      mobile: '+8613800138001',
      title: '采购经理',
      birthday: '1985-03-07',
      note: '重点客户，已签约',
    })
    expect(await by('李四')).toMatchObject({ name: '李四', mobile: '+8613800138002', birthday: '1979-12-31', note: '要求"专票"' })
    expect(await by('王 五')).toMatchObject({ mobile: '+8613800138003', note: '第一行\n第二行' })
    expect(await by('欧阳娜娜')).toMatchObject({ birthday: null, customer: { title: '中巴虹安（杭州）科技有限公司' } })
    expect((await by('赵六')).birthday, '05/06/1988 is not guessed').toBeNull()
    const remarks = (await lin.get(`imports/${found.id}/errors?format=json`)).text
    expect(remarks).toContain('1990-02-29')
    expect(remarks).toContain('05/06/1988')
  })
})

type CellOf = string | number | Date

/** A workbook as a spreadsheet program would save it. */
async function writeXlsxOf([head, ...rows]: CellOf[][]): Promise<Buffer> {
  const pages = (async function* () {
    yield* rows
  })()
  const stream = writeXlsxStream(pages as never, {
    name: '名单',
    columns: head!.map((label) => ({ header: String(label), key: String(label) })),
  })
  return Buffer.from(await new Response(stream as never).arrayBuffer())
}

/** GBK has no encoder in the runtime; the few characters used here are looked up by decoding every two-byte code once. */
function encodeGbk(text: string): Buffer {
  gbk ??= (() => {
    const table = new Map<string, [number, number]>()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) {
        if (low === 0x7f) continue
        const sign = decoder.decode(Uint8Array.of(high, low))
        if ([...sign].length === 1 && !table.has(sign)) table.set(sign, [high, low])
      }
    return table
  })()
  return Buffer.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : gbk!.get(sign)!)))
}
let gbk: Map<string, [number, number]> | undefined
