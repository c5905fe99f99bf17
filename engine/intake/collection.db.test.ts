import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'
import { fileOf, readImport } from './importing.ts'
import { readLines } from './table-file.ts'

/** Walks all files of the public collection of messy files; left out where the collection is not at hand. */

const company = openCompany()
const shared = process.env.ZHIKE_IMPORT_DATA ?? path.resolve(import.meta.dirname, '../../../shared/data')
const isThere = fs.existsSync(path.join(shared, 'import-messy'))
if (!isThere) console.log(`files of the public collection: left out, there is no ${shared} (ZHIKE_IMPORT_DATA names another place)`)

const folders = ['import-messy', 'crm-sales-pipeline', 'crm-leads-xeducation', 'dedupe-cn-companies']
const files = isThere
  ? folders.flatMap((folder) =>
      fs
        .globSync('**/*.{csv,ssv,xlsx,xls,vcf,gz}', { cwd: path.join(shared, folder) })
        .map((file) => `${folder}/${file}`)
        .sort(),
    )
  : []

interface Job {
  id: string
  settings: {
    kind: string
    encoding?: string
    sheet?: string
    sheets: string[]
    headerRow: number
    headerRows: number
    mapping: { header: string; field: string | null }[]
  }
}

const contentOf = (file: string): Buffer => {
  const bytes = fs.readFileSync(path.join(shared, file))
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** The beginning of a long text, cut at the end of a line: what a preview says of a hundred rows it says of a thousand. */
const beginningOf = (bytes: Buffer): Buffer =>
  bytes.length > 60_000 && !bytes.includes(0) ? bytes.subarray(0, bytes.lastIndexOf('\n', 20_000) + 1) : bytes

async function open(caller: Caller, file: string, record: string, content = contentOf(file)): Promise<Job> {
  const answer = await caller.upload<Job>('imports', { name: path.basename(file), content }, { record })
  expect(answer.status, `${file}: ${answer.text}`).toBe(201)
  return answer.body
}

/** The lines of a file as they would be brought in, cells by heading. */
async function linesOf(job: Job): Promise<{ line: number; cells: Record<string, string> }[]> {
  const row = await readImport(company.database, await company.actor('lin'), job.id)
  const found = []
  const { headerRow, headerRows, mapping } = row.settings
  for await (const { line, cells } of readLines(fileOf(company.runtime, row.fileKey), row.settings))
    if (line >= headerRow + (headerRow ? headerRows : 0))
      found.push({ line, cells: Object.fromEntries(mapping.map(({ header }, i) => [header, (cells[i] ?? '').trim()])) })
  return found
}

const recordFor = (file: string) => (/contact|vcf|merge_test|office_bom/.test(file) ? 'contact' : 'customer')
const expectedOf = (name: string) => JSON.parse(fs.readFileSync(path.join(shared, `import-messy/derived/${name}.expected.json`), 'utf8'))

describe.runIf(isThere)('the public collection', () => {
  it.each(files)(
    '%s is read whole, and a preview tells of each of its rows',
    async (file) => {
      const lin = await company.as('lin')
      const whole = await linesOf(await open(lin, file, recordFor(file)))
      const job = await open(lin, file, recordFor(file), beginningOf(contentOf(file)))
      const { mapping } = job.settings
      if (!mapping.some(({ field }) => field === 'name')) {
        const column = Math.max(
          0,
          mapping.findIndex(({ field }) => field === null),
        )
        expect((await lin.patch(`imports/${job.id}`, undefined, { mapping: [{ column, header: '', field: 'name' }] })).status).toBe(200)
      }
      const lines = (await linesOf(job)).filter(({ cells }) => Object.values(cells).some(Boolean))
      for (const { line, cells } of whole)
        for (const cell of Object.values(cells)) expect(cell, `line ${line}`).not.toMatch(/\ufffd|\u0000|\[object/)
      const preview = await lin.post(`imports/${job.id}/preview`)
      expect(preview.status, preview.text).toBe(200)
      const { rows } = preview.body as { rows: { line: number; what: string; problems: unknown[] }[] }
      expect(rows.map((row) => row.line)).toEqual(lines.slice(0, 1000).map(({ line }) => line))
      for (const row of rows) if (row.what === 'failed' || row.what === 'skipped') expect(row.problems.length).toBeGreaterThan(0)
    },
    60_000,
  )

  it('the cells of csv-spectrum are those that its authors give', async () => {
    const lin = await company.as('lin')
    for (const file of files.filter((name) => name.includes('csv-spectrum'))) {
      const name = path.basename(file, '.csv')
      const expected = JSON.parse(fs.readFileSync(path.join(shared, `import-messy/csv-spectrum/json/${name}.json`), 'utf8'))
      const found = (await linesOf(await open(lin, file, 'customer'))).map(({ cells }) => cells)
      const plain = (rows: Record<string, string>[]) =>
        rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value.replaceAll('\r\n', '\n').trim()])))
      expect(plain(found), name).toEqual(plain(expected))
    }
  })

  it('accounts with merged cells and headings in two lines', async () => {
    const expected = expectedOf('accounts_merged_header')
    const job = await open(await company.as('lin'), 'import-messy/derived/accounts_merged_header.xlsx', 'customer')
    expect(job.settings).toMatchObject({
      sheet: expected.sheet,
      headerRow: expected.header_rows[0],
      headerRows: expected.header_rows.length,
    })
    expect(job.settings.mapping.map(({ header }) => header)).toEqual(expected.flattened_headers)
    const lin = await company.as('lin')
    const { rows } = (await lin.post(`imports/${job.id}/preview`)).body
    expect(rows.map((row: { what: string }) => row.what)).toEqual(['new', 'new', 'new', 'skipped'])
    for (const [i, record] of expected.records.entries()) {
      expect(rows[i].values).toMatchObject({ name: record.客户, region: record.省份, email: record.邮箱 })
      // 020 12345678 is no number that anybody has: it is left out, and that is said. The others are read.
      const { phone } = rows[i].values
      if (phone) expect([`+86${record.电话}`, `+86${record.电话.slice(1)}`]).toContain(phone)
      else expect(rows[i].problems).toMatchObject([{ column: '联系方式/电话' }])
      expect(rows[i].cells[4]).toBe(record.编号)
    }
  })

  it('leads with a title, a heading twice, a blank line, a row twice and a total', async () => {
    const expected = expectedOf('leads_utf8_bom_crlf')
    const lin = await company.as('lin')
    const job = await open(lin, 'import-messy/derived/leads_utf8_bom_crlf.csv', 'customer')
    expect(job.settings.headerRow).toBe(expected.header_row)
    expect(job.settings.mapping.filter(({ header }) => header.startsWith(expected.duplicate_header)).length).toBe(2)
    const mapping = job.settings.mapping.map(({ header, field }, column) => ({
      column,
      header,
      field: header === expected.duplicate_header ? 'revenue' : field,
    }))
    expect((await lin.patch(`imports/${job.id}`, undefined, { mapping })).status).toBe(200)
    const { rows } = (await lin.post(`imports/${job.id}/preview`)).body
    expect(rows.map(({ line, what }: { line: number; what: string }) => [line, what])).toEqual([
      [3, 'new'],
      [4, 'new'],
      [6, 'new'],
      [7, 'duplicate'],
      [8, 'skipped'],
    ])
    expect(rows[3].twin.line).toBe(expected.duplicate_rows[0][0])
    // A turnover is not below nothing: (500.00) was read as such, and that is said.
    expect(rows[2].problems).toMatchObject([{ column: expected.duplicate_header }])
    for (const i of [0, 1]) {
      expect(rows[i].values).toMatchObject({ name: expected.records[i].account, contactName: expected.records[i].contact })
      expect(Number(rows[i].values.revenue)).toBe(expected.records[i].amount)
      expect(rows[i].values.createdAt.slice(0, 10)).toMatch(/^2023-01-0[45]$/)
    }
  })

  it('cards of a telephone with groups, labels and folds', async () => {
    const expected = expectedOf('contacts_ios_30')
    const lin = await company.as('lin')
    const job = await open(lin, 'import-messy/derived/contacts_ios_30.vcf', 'contact')
    const { rows } = (await lin.post(`imports/${job.id}/preview`)).body
    const mobileOf = (n: number) => `+86${expected[n].phones[0].n}`
    expect(rows[0]).toMatchObject({
      what: 'new',
      values: {
        name: expected[0].name,
        customer: expected[0].org[0],
        mobile: mobileOf(0),
        telephone: '+861066554321',
        email: expected[0].email,
        birthday: expected[0].birthday,
        note: expected[0].note,
      },
    })
    expect(rows[0].cells).toContain('北京中关村大街1号, 3层')
    // A contact belongs to somebody: one without an organisation is told of.
    expect(rows[1]).toMatchObject({ what: 'failed', values: { name: expected[1].name, mobile: mobileOf(1), note: expected[1].note } })
  })
})
