import fs from 'node:fs'
import path from 'node:path'
import { megabytesOf, sheetOf, workbookParts, writeZip, type ZipPart } from '../app/test/zip-file.ts'
import { freePort, freshFolder, launch, ready, signIn, sweep, type Caller, type Product } from '../e2e/product.ts'
import type { Report } from './figures.ts'

/** The most memory that a process has held so far, and what it holds now, in megabytes. */
const memoryOf = ({ pid }: Product) => {
  const text = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024)
  return { most: of('VmHWM'), now: of('VmRSS') }
}

async function upload(me: Caller, file: string): Promise<{ status: number; words: string; seconds: number }> {
  const form = new FormData()
  form.set('record', 'customer')
  form.set('file', await fs.openAsBlob(file), path.basename(file))
  const began = performance.now()
  const { status, body } = await me.ask<{ title?: string; id?: string }>('POST', 'imports', { body: form })
  return { status, words: body.title ?? '', seconds: (performance.now() - began) / 1000 }
}

/** Files that were made to do harm: what they unpack to, what they say they are, what they are called. */
export async function files(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const rows = Number(option('rows', '5000000'))
  const folder = freshFolder()
  const product = launch(folder, await freePort(), { ZHIKE_DEMO: 'none' })
  const oneRow = [...sheetOf(1)].join('')
  const bombs: [string, () => ZipPart[]][] = [
    [
      'A workbook of 2 GB of nothing in a few MB',
      () => workbookParts([oneRow], [{ name: 'xl/worksheets/sheet2.xml', pieces: megabytesOf('0', 2000) }]),
    ],
    [
      'One that says 300 bytes and holds 1 GB',
      () => workbookParts([oneRow], [{ name: 'xl/sharedStrings.xml', pieces: megabytesOf(' ', 1000), told: 300 }]),
    ],
    [
      'One with 1 GB of shared texts, honestly said',
      () => workbookParts([oneRow], [{ name: 'xl/sharedStrings.xml', pieces: megabytesOf(' ', 1000) }]),
    ],
    [`A sheet of ${rows.toLocaleString('en')} rows`, () => workbookParts(sheetOf(rows))],
  ]
  try {
    await ready(product, 60_000)
    const me = await signIn(product)
    for (const [what, parts] of bombs) {
      const file = path.join(folder, 'bomb.xlsx')
      await writeZip(file, parts())
      const size = (fs.statSync(file).size / 1_048_576).toFixed(1)
      const before = memoryOf(product)
      const told = await upload(me, file)
      const after = memoryOf(product)
      const grown = after.most - before.now
      report.add(
        `${what} (file of ${size} MB): answer, after, memory above before at the most`,
        `${told.status} "${told.words}", ${told.seconds.toFixed(1)} s, ${grown} MB`,
        told.status === 422 && grown < 700,
      )
    }
    const lines = path.join(folder, 'lines.csv')
    const handle = fs.openSync(lines, 'w')
    fs.writeSync(handle, '名称\n')
    for (let i = 0; i < rows; i += 10_000) fs.writeSync(handle, Array.from({ length: 10_000 }, (_, k) => `客户 ${i + k}\n`).join(''))
    fs.closeSync(handle)
    const before = memoryOf(product)
    const told = await upload(me, lines)
    const grown = memoryOf(product).most - before.now
    report.add(
      `A CSV of ${rows.toLocaleString('en')} rows taken in and shown: answer, after, memory above before at the most`,
      `${told.status}, ${told.seconds.toFixed(1)} s, ${grown} MB`,
      told.status === 201 && grown < 700,
    )
    const alive = (await me.ask('GET', 'me')).status
    report.add('The product afterwards', alive === 200 && product.isRunning() ? 'answers' : 'gone', alive === 200)
    await names(report, me, product)
  } finally {
    await sweep(folder, product)
  }
}

/** Names with ways in them, and texts that a spreadsheet would run. */
async function names(report: Report, me: Caller, product: Product): Promise<void> {
  const formulas = [
    '=cmd|"/c calc"!A1',
    '+SUM(1;2)*cmd',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(1+1)',
    '\t=1+1',
    '=HYPERLINK("http://evil.example","x")',
  ]
  for (const name of formulas) await me.ask('POST', 'records/customer', { body: { name: name.trim() || 'x', note: name } })
  const exported = await fetch(`${product.url}/api/v1/records/customer/export?format=csv&fields=name,note`, {
    headers: { cookie: me.cookie },
  })
  const text = await exported.text()
  const open = text
    .split(/\r?\n/)
    .flatMap((line) => line.split(','))
    .filter((cell) => /^"?[=+\-@\t]/.test(cell))
  report.add(
    `${formulas.length} formulas as names and notes: cells of the exported CSV that a spreadsheet would run`,
    `${open.length}; shown as text ${text.split(/[\n,]/).filter((cell) => /^"?'[=+@-]/.test(cell)).length}`,
    exported.status === 200 && open.length === 0 && text.includes("'=cmd"),
  )
  const customer = await me.ask<{ id: string }>('POST', 'records/customer', { body: { name: '附件' } })
  const ways = [
    '../../../etc/passwd',
    '..\\..\\win.ini',
    '/etc/shadow',
    'a\u0000.png',
    'C:\\x.txt',
    '....//....//x',
    '%2e%2e%2fx',
    '<script>alert(1)</script>.html',
  ]
  const kept: string[] = []
  let stored = 0
  for (const name of ways) {
    const form = new FormData()
    form.set('record', 'customer')
    form.set('id', customer.body.id)
    form.set('file', new Blob(['<script>alert(1)</script>']), name)
    const { status, body } = await me.ask<{ id: string; name: string }>('POST', 'files', { body: form })
    if (status !== 201) continue
    stored += 1
    const answer = await fetch(`${product.url}/api/v1/files/${body.id}`, { headers: { cookie: me.cookie } })
    const disposition = answer.headers.get('content-disposition') ?? ''
    if (/[/\\]/.test(body.name) || !disposition.startsWith('attachment') || /html/.test(answer.headers.get('content-type') ?? ''))
      kept.push(name)
  }
  const outside = fs
    .readdirSync(path.join(product.folder, 'files'), { recursive: true })
    .filter((name) => !/^[0-9a-f/]+$/.test(String(name)))
  report.add(
    `${ways.length} file names with ways or scripts in them: kept with a way, or shown as a page; files with a name of the sender on the disk`,
    `${kept.length} of ${stored} that were taken; ${outside.length}`,
    kept.length === 0 && outside.length === 0,
  )
}
