import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { castPassword } from '../capabilities/staff/cast.ts'
import { openBrowser } from '../e2e/browser.ts'
import { administrator, freePort, freshFolder, launch, ready, signIn, sweep, type Caller, type Product } from '../e2e/product.ts'
import type { Report } from './figures.ts'

const json = { 'content-type': 'application/json' }

/** What every answer says to a browser. */
async function headers(report: Report, { url }: Product, me: Caller): Promise<void> {
  const page = await fetch(`${url}/`)
  const answer = await fetch(`${url}/api/v1/me`, { headers: { cookie: me.cookie } })
  const policies = [page, answer].map(({ headers: all }) => all.get('content-security-policy') ?? '')
  const lacking = [page, answer].flatMap(({ headers: all }) =>
    ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'content-security-policy', 'cross-origin-opener-policy'].filter(
      (name) => !all.has(name),
    ),
  )
  const isTight = policies.every((policy) => !/unsafe|\*|http:/.test(policy) && policy.includes("script-src 'self'"))
  report.add(
    'Content policy of pages and answers: "unsafe-…" or a wildcard in it; headers that lack',
    `${isTight ? 'no' : policies.join(' | ')}; ${lacking.join(', ') || 'none'}`,
    isTight && lacking.length === 0,
  )
  const cookie = (
    await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { ...json, 'x-requested-with': 'x' },
      body: JSON.stringify(administrator),
    })
  ).headers.getSetCookie()[0]!
  report.add(
    'The session cookie',
    cookie.replace(/=[^;]+/, '=…').replace(/expires=[^;]+;?/i, ''),
    /httponly/i.test(cookie) && /samesite=(lax|strict)/i.test(cookie),
  )
}

/** Requests that other sites make a browser send, and sessions that somebody else has chosen. */
async function foreign(report: Report, { url }: Product, me: Caller): Promise<void> {
  const forged: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
  ]
  const taken: number[] = []
  for (const more of forged)
    taken.push(
      (
        await fetch(`${url}/api/v1/records/customer`, {
          method: 'POST',
          headers: { ...json, cookie: me.cookie, ...more },
          body: JSON.stringify({ name: '伪造' }),
        })
      ).status,
    )
  report.add(
    `${forged.length} forged requests with the cookie of an administrator`,
    taken.join(', '),
    taken.every((status) => status === 403 || status === 415),
  )
  const chosen = 'zhike_session=A2345678901234567890123456789012345678901234'
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { ...json, 'x-requested-with': 'x', cookie: chosen },
    body: JSON.stringify(administrator),
  })
  const after = (await fetch(`${url}/api/v1/me`, { headers: { cookie: chosen } })).status
  const given = answer.headers.getSetCookie()[0]!
  report.add(
    'Session fixation: a session chosen beforehand, after somebody has signed in with it',
    String(after),
    after === 401 && !given.startsWith(chosen),
  )
}

/** Fields that nobody may set, ids that nobody was told. */
async function smuggled(report: Report, product: Product, me: Caller): Promise<void> {
  const li = await signIn(product, { email: 'li@yunshan.demo', password: castPassword })
  const mine = (await li.ask<{ items: { id: string; version: number }[] }>('GET', 'records/customer?limit=1')).body.items[0]!
  const known = new Set(
    (await li.ask<{ items: { id: string }[] }>('GET', 'records/customer?limit=500&fields=name')).body.items.map(({ id }) => id),
  )
  const { items: all } = (await me.ask<{ items: { id: string; name: string }[] }>('GET', 'records/customer?limit=500&fields=name')).body
  const extra = [
    'id',
    'version',
    'createdAt',
    'createdById',
    'deletedAt',
    'rootId',
    'readers',
    'quality',
    'mergedInto',
    'roles',
    'isAdmin',
    '__proto__',
    'constructor',
    'ownerId',
  ]
  const accepted: string[] = []
  for (const name of extra) {
    const text = `{"employees":5,${JSON.stringify(name)}:"x"}`
    const answer = await fetch(`${product.url}/api/v1/records/customer/${mine.id}`, {
      method: 'PATCH',
      headers: { ...json, cookie: li.cookie, 'x-requested-with': 'x', 'if-match': `"${mine.version}"` },
      body: text,
    })
    if (answer.status < 300) accepted.push(name)
  }
  const raised = await li.ask('POST', 'records/user', { body: { name: 'x', email: 'x@x.test', roles: [] } })
  report.add(
    `${extra.length} fields sent along that nobody may set; a salesperson makes a user`,
    `${accepted.join(', ') || 'none taken'}; ${raised.status}`,
    accepted.length === 0 && raised.status === 403,
  )
  const hidden = all.filter(({ id }) => !known.has(id))
  const told: string[] = []
  for (const { id, name } of hidden.slice(0, 40))
    for (const route of ['', '/history', '/files', '/comments', '/related/contact', '/similar', '/presence', '/followers']) {
      const answer = await fetch(`${product.url}/api/v1/records/customer/${id}${route}`, { headers: { cookie: li.cookie } })
      const text = await answer.text()
      if (answer.status === 200 || text.includes(name)) told.push(`${route} ${answer.status}`)
    }
  report.add(
    `${Math.min(40, hidden.length)} ids of customers that a salesperson may not see, guessed at 8 addresses each: answered`,
    String(told.length),
    hidden.length > 0 && told.length === 0,
  )
}

/** Script in names and notes, looked at in a browser. */
async function scripts(report: Report, product: Product, me: Caller): Promise<void> {
  const evil = [
    '<img src=x onerror=window.__ran=1>',
    '<script>window.__ran=1</script>',
    '"><svg onload=window.__ran=1>',
    'javascript:window.__ran=1',
    '{{constructor.constructor("window.__ran=1")()}}',
  ]
  const ids: string[] = []
  for (const text of evil) {
    const made = await me.ask<{ id: string; title: string }>('POST', 'records/customer', {
      body: { name: text, note: text, website: 'https://example.com/' },
    })
    if (made.status !== 201) continue
    ids.push(made.body.id)
    await me.ask('POST', 'records/activity', { body: { subject: text, body: text, customer: made.body.id, at: new Date().toISOString() } })
    await me.ask('POST', `records/customer/${made.body.id}/comments`, { body: { body: text } })
  }
  const browser = await openBrowser()
  try {
    const context = await browser.newContext()
    const [name, value] = me.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: product.url }])
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (line) => /content security policy/i.test(line.text()) && refused.push(line.text()))
    let ran = 0
    for (const at of ['/customer', '/activity', ...ids.map((id) => `/customer/${id}`)]) {
      await page.goto(`${product.url}${at}`)
      await page.locator('.zk-list, .zk-page, h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      ran += Number(await page.evaluate('Number(window.__ran ?? 0)'))
    }
    report.add(
      `${evil.length} scripts in names, notes, activities and comments, on ${ids.length + 2} pages of a browser: run; refused by the policy only`,
      `${ran}; ${refused.length}`,
      ran === 0 && refused.length === 0 && ids.length > 0,
    )
  } finally {
    await browser.close()
  }
}

const inner = ['http://169.254.169.254/latest/meta-data/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'gopher://127.0.0.1:25/']

/** Addresses that the server might be made to fetch. It has no route that fetches one: seen from outside, none is asked. */
async function fetched(report: Report, product: Product, me: Caller): Promise<void> {
  const { createServer } = await import('node:http')
  const calls: string[] = []
  const trap = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const { port } = trap.address() as { port: number }
  for (const address of [...inner, `http://127.0.0.1:${port}/trap`]) {
    await me.ask('POST', 'records/customer', { body: { name: `SSRF ${address}`, website: address, note: `![x](${address})` } })
    const form = new FormData()
    form.set('record', 'customer')
    form.set('file', new Blob([`名称,官网\n${address},${address}\n`]), 'x.csv')
    await me.ask('POST', 'imports', { body: form })
  }
  await new Promise((resolve) => setTimeout(resolve, 1000))
  trap.close()
  report.add('Addresses of inner services in fields and files: fetched by the server', String(calls.length), calls.length === 0)
}

/** sqlmap of Debian against what takes most from its caller. */
async function sqlmap(report: Report, product: Product, me: Caller): Promise<void> {
  const program = ['/usr/bin/sqlmap'].find((file) => fs.existsSync(file))
  if (!program) return report.add('sqlmap', 'not run: not installed (apt-get install sqlmap)', true)
  const { url } = product
  const id = (await me.ask<{ items: { id: string }[] }>('GET', 'records/customer?limit=1')).body.items[0]!.id
  const targets = [
    `${url}/api/v1/records/customer?q=x*&sort=name*&limit=5*`,
    `${url}/api/v1/records/customer?filter=%7B%22field%22%3A%22name%22%2C%22op%22%3A%22contains%22%2C%22value%22%3A%22x*%22%7D`,
    `${url}/api/v1/records/customer/${id}*`,
    `${url}/api/v1/search?q=x*`,
  ]
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-sqlmap-'))
  const found: string[] = []
  let asked = 0
  for (const target of targets) {
    const said = await new Promise<string>((resolve) =>
      execFile(
        program,
        [
          '-u',
          target,
          '--batch',
          '--cookie',
          me.cookie,
          '--level',
          '1',
          '--risk',
          '2',
          '--dbms',
          'PostgreSQL',
          '--threads',
          '2',
          '--technique',
          'BEUS',
          '--flush-session',
          '--output-dir',
          out,
          '--disable-coloring',
          '--skip-waf',
          '--ignore-code',
          '400,403,404,422',
          '-v',
          '1',
          '--param-filter',
          'URI',
        ],
        { timeout: 75_000, maxBuffer: 20_000_000 },
        (_, stdout) => resolve(stdout),
      ),
    )
    if (/is vulnerable|identified the following injection/i.test(said)) found.push(target)
    if (/do not appear to be injectable|does not seem to be injectable|not injectable/i.test(said)) asked += 1
  }
  fs.rmSync(out, { recursive: true, force: true })
  report.add(
    `sqlmap (level 1, risk 2) against ${targets.length} addresses: found injectable; gone through to the end within 75 s each`,
    `${found.length}; ${asked}`,
    found.length === 0,
  )
}

/** What somebody tries who wishes ill. */
export async function attacks(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const folder = freshFolder()
  const product = launch(folder, await freePort(), { ZHIKE_DEMO: 'small' })
  try {
    await ready(product, 120_000)
    const me = await signIn(product)
    await headers(report, product, me)
    await foreign(report, product, me)
    await smuggled(report, product, me)
    await scripts(report, product, me)
    await fetched(report, product, me)
    if (option('sqlmap', 'yes') === 'yes') await sqlmap(report, product, me)
  } finally {
    await sweep(folder, product)
  }
}
