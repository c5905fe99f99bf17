import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { castPassword } from '../capabilities/staff/cast.ts'
import { administrator } from './product.ts'
import { button, openStage, rowOf } from './windows.ts'

const stage = openStage()
const { address, enterAs } = stage

const cast = (key: string) => ({ email: `${key}@yunshan.demo`, password: castPassword })

/** A window on a machine of its own, signed in; nothing is open in it yet. */
async function windowOf(who: { email: string; password: string }, options: object = {}): Promise<Page> {
  const context = await stage.context({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options })
  await context.request.post(`${address()}/api/v1/sign-in`, { data: who, headers: { 'x-requested-with': 'test' } })
  return context.newPage()
}

/** The same for somebody who has never been here: the tour is not off. */
async function newcomer(who: { email: string; password: string }): Promise<Page> {
  const page = await windowOf(who, { serviceWorkers: 'block' })
  await page.addInitScript(() => localStorage.removeItem('zhike.tour'))
  await page.goto(address())
  return page
}

const tour = (page: Page) => page.locator('.zk-tour')
const row = (page: Page, nth: number) => page.locator('.zk-row[data-id]').nth(nth)

describe('the first tour', () => {
  it('leads a newcomer along what his role has, to the end', async () => {
    const page = await newcomer(administrator)
    await tour(page).getByText('今天的工作在这里').waitFor()
    await tour(page).getByText('只有管理员看得到').waitFor()
    await button(tour(page), '下一步').click()
    await tour(page).getByText('找任何人、任何事').waitFor()
    await button(tour(page), '下一步').click()
    await tour(page).getByText('今天要办的').waitFor()
    await button(tour(page), '下一步').click()
    await tour(page).getByText('要帮忙时').waitFor()
    await button(tour(page), '知道了').click()
    await tour(page).waitFor({ state: 'detached' })
  })

  it('is left by Escape, never comes again by itself, and comes when asked for', async () => {
    const page = await newcomer(cast('li'))
    await tour(page).getByText('只列出您的角色用得到的内容').waitFor()
    await page.keyboard.press('Escape')
    await tour(page).waitFor({ state: 'detached' })
    for (const path of ['/customer', '/']) {
      await page.goto(address() + path)
      await page.locator('.zk-row[data-id], .zk-today .zk-task').first().waitFor()
      expect(await tour(page).count()).toBe(0)
    }
    await page.locator('.zk-me').click()
    await page.getByRole('menuitem', { name: '再看一遍导览' }).click()
    await tour(page).getByText('今天的工作在这里').waitFor()
  })
})

describe('keys', () => {
  it('do what the sheet says, and nothing while somebody types', async () => {
    const page = await enterAs('销售 李明')
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: '快捷键' })
    const ways = sheet.locator('section').filter({ hasText: '前往' }).locator('dl > div')
    await ways.first().waitFor()
    const told = await ways.evaluateAll((lines) =>
      lines.map((line) => ({
        name: line.querySelector('dt')!.textContent,
        keys: [...line.querySelectorAll('kbd')].map((key) => key.textContent),
      })),
    )
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['今天', '客户', '联系人']))
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    for (const { name, keys } of told) {
      for (const key of keys) await page.keyboard.press(key)
      await page.locator('.zk-rail a[aria-current="page"]', { hasText: new RegExp(`^\\s*${name}\\s*$`) }).waitFor()
    }
    await page.goto(`${address()}/customer`)
    await row(page, 1).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('n?[')
    expect(await page.getByLabel('搜索', { exact: true }).inputValue()).toBe('n?[')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('go along the rows, open one, and begin a new record', async () => {
    const page = await enterAs('销售 李明')
    await row(page, 0).focus()
    await page.keyboard.press('j')
    await expect.poll(() => row(page, 1).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('x')
    await expect.poll(() => row(page, 1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('x')
    const id = await row(page, 1).getAttribute('data-id')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address()}/customer/${id}`)
    await page.goBack()
    await row(page, 1).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: '新建客户' }).waitFor()
  })
})

describe('installed on a device', () => {
  it('has a name, icons that are there, and a start', async () => {
    const page = await windowOf(cast('li'), { serviceWorkers: 'block', locale: 'en-US' })
    await page.goto(address())
    for (const locale of ['zh', 'en']) {
      const answer = await fetch(`${address()}/${locale}.webmanifest`)
      expect(answer.headers.get('content-type')).toContain('application/manifest+json')
      const manifest = (await answer.json()) as { name: string; start_url: string; display: string; icons: { src: string; type: string }[] }
      expect(manifest).toMatchObject({ start_url: '/', display: 'standalone', lang: locale === 'zh' ? 'zh-CN' : 'en' })
      for (const { src, type } of manifest.icons) {
        const icon = await fetch(address() + src)
        expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type])
        expect((await icon.arrayBuffer()).byteLength).toBeGreaterThan(100)
      }
    }
    await expect.poll(() => page.locator('link[rel="manifest"]').getAttribute('href')).toBe('/en.webmanifest')
  })

  it('keeps its files and no answer, and says so honestly when the server is gone', async () => {
    const page = await windowOf(cast('li'))
    await page.goto(`${address()}/customer`)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await row(page, 0).waitFor()
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    const kept = await page.evaluate(async () => {
      const found: string[] = []
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname)
      return found
    })
    expect(kept).toContain('/offline.html')
    expect(kept.filter((path) => !/^\/(assets\/|icon\.svg$|offline\.html$)/.test(path))).toEqual([])
    await page.context().setOffline(true)
    await page.goto(`${address()}/contact`)
    await page.getByRole('heading', { name: '现在连不上服务器' }).waitFor()
    await page.context().setOffline(false)
    await page.goto(`${address()}/contact`)
    await row(page, 0).waitFor()
  })
})

/** What the scripts may weigh on their way, compressed. */
const budget = 420 * 1024

it('the list is there with no more script than was agreed, and needs none of the rest', async () => {
  const html = await (await fetch(address())).text()
  const first = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
  const page = await windowOf(cast('li'), { serviceWorkers: 'block' })
  const fetched = new Map<string, number>()
  page.on('response', (response) => {
    const { 'content-encoding': encoding, 'content-length': size } = response.headers()
    if (response.request().resourceType() === 'script')
      fetched.set(new URL(response.url()).pathname, encoding === 'br' ? Number(size) : NaN)
  })
  await page.route('**/assets/*.js', (route) =>
    first.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  )
  await page.goto(`${address()}/customer`)
  await row(page, 5).waitFor()
  await page.getByLabel('搜索', { exact: true }).fill('xzlh')
  await rowOf(page, '杭州西子联合机械有限公司').waitFor()
  const sum = [...fetched.values()].reduce((all, size) => all + size, 0)
  expect([...fetched.keys()].sort()).toEqual(first.sort())
  expect(sum).toBeGreaterThan(100 * 1024)
  expect(sum).toBeLessThanOrEqual(budget)
})
