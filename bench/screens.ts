import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import type { Figures } from './figures.ts'

/** The administrator that a seeded folder begins with. */
const administrator = { email: 'admin@zhike.local', password: 'bench-password' }

/** A record of which very much is known. */
const entries = 10_000

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const ms = (value: number): string => `${value.toFixed(0)} ms`

/** A window of somebody who has never been here: nothing is kept, and he has been shown around. */
async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', serviceWorkers: 'block' })
  await context.addInitScript(() => localStorage.setItem('zhike.tour', 'off'))
  return context.newPage()
}

/** From the press of the button until the first row of the list is painted; and the scripts that came until then, as they travelled. */
async function enter(page: Page, url: string): Promise<{ elapsed: number; script: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let script = 0
  session.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
  session.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => void (scripts.has(requestId) && (script += encodedDataLength)),
  )
  await page.goto(`${url}/customer`)
  await page.locator('#email').fill(administrator.email)
  await page.locator('#password').fill(administrator.password)
  const elapsed = await page.evaluate(async () => {
    const begun = performance.now()
    document.querySelector<HTMLButtonElement>('button[type="submit"]')!.click()
    while (!document.querySelector('.zk-row[data-id]')) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  })
  const needed = script
  await session.detach()
  return { elapsed, script: needed }
}

/** From a click on a row on which the pointer has rested a moment until the facts of the record are painted. */
async function openRecord(page: Page, nth: number): Promise<number> {
  const row = page.locator(`.zk-row[data-index="${nth}"] .zk-cell-first`)
  await row.hover()
  await page.waitForTimeout(250)
  const elapsed = await page.evaluate(async (index) => {
    const begun = performance.now()
    document.querySelector<HTMLElement>(`.zk-row[data-index="${index}"] .zk-cell-first`)!.click()
    while (!document.querySelector('.zk-facts dt')) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  }, nth)
  await page.goBack()
  await page.locator('.zk-row[data-id]').first().waitFor()
  // Both pages come to rest, as they do under somebody's eyes.
  await page.waitForTimeout(500)
  return elapsed
}

interface Frames {
  rate: number
  p95: number
  worst: number
  rows: number
}

/** Scrolls a list as a wheel does, page after page, and looks at how long each frame took. */
const scroll = (page: Page, seconds: number): Promise<Frames> =>
  page.evaluate(async (length) => {
    const box = document.querySelector('.zk-table')!
    const frames: number[] = []
    let last = performance.now()
    const end = last + length * 1000
    while (last < end) {
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      frames.push(now - last)
      last = now
      box.scrollTop += 48
    }
    const sorted = frames.toSorted((a, b) => a - b)
    const sum = frames.reduce((all, frame) => all + frame, 0)
    const rows = Number(document.querySelector('.zk-row[data-id]:last-of-type')?.getAttribute('data-index') ?? 0)
    return { rate: (frames.length / sum) * 1000, p95: sorted[Math.floor(sorted.length * 0.95)]!, worst: sorted.at(-1)!, rows }
  }, seconds)

/** Reads so many rows that a list is long, without looking at them. */
async function loadRows(page: Page, rows: number): Promise<number> {
  for (;;) {
    const there = await page.evaluate(async () => {
      const box = document.querySelector('.zk-table')!
      box.scrollTop = box.scrollHeight
      await new Promise(requestAnimationFrame)
      return Math.round(box.scrollHeight / 36)
    })
    if (there >= rows) return there
    await page.waitForTimeout(20)
  }
}

/** A customer with a long history, made through the interface as an import of old notes would. */
async function longStory(url: string, token: string): Promise<string> {
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await fetch(`${url}/api/v1/records/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { id } = await post<{ id: string }>('customer', { name: `往来万次的客户${Date.now()}`, kind: 'enterprise' })
  for (let i = 0; i < entries; i += 1000)
    await post('activity/batch', {
      items: Array.from({ length: 1000 }, (_, n) => ({
        subject: `第 ${i + n + 1} 次联系`,
        customer: id,
        kind: 'call',
        at: new Date(Date.now() - (entries - i - n) * 600_000).toISOString(),
      })),
    })
  return id
}

/** From a reload of nothing but the page's content until the newest entries of a long timeline are painted. */
async function openTimeline(page: Page, id: string): Promise<number> {
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/customer"]')!.click())
  await page.locator('.zk-row[data-id]').first().waitFor()
  return page.evaluate(async (path) => {
    const begun = performance.now()
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
    while (document.querySelectorAll('.zk-timeline > li').length < 20) await new Promise(requestAnimationFrame)
    return performance.now() - begun
  }, `/customer/${id}`)
}

/** Types into the search box sign by sign: from the last key until the lines of the answer stand still. */
async function typeAndSee(page: Page, text: string): Promise<number> {
  await page.keyboard.press('Control+k')
  await page.locator('.zk-find input:focus').waitFor()
  await page.keyboard.type(text.slice(0, -1), { delay: 60 })
  await page.evaluate(() => {
    const times = { typed: 0, last: 0 }
    document.querySelector('.zk-find input')!.addEventListener('input', () => (times.typed = performance.now()), { once: true })
    const watch = new MutationObserver(() => requestAnimationFrame(() => (times.last = performance.now())))
    watch.observe(document.querySelector('.zk-find-lines')!, { childList: true, subtree: true, characterData: true, attributes: true })
    Object.assign(window, { times })
  })
  await page.keyboard.type(text.at(-1)!)
  await page.waitForTimeout(1200)
  const taken = await page.evaluate(() => {
    const { times } = window as unknown as { times: { typed: number; last: number } }
    return times.last - times.typed
  })
  await page.keyboard.press('Escape')
  await page.locator('.zk-find').waitFor({ state: 'detached' })
  return taken
}

/** What somebody at the screens waits for, in a browser on the machine of the server. */
export async function measureScreens(port: number, token: string, figures: Figures, seconds: number): Promise<void> {
  const url = `http://127.0.0.1:${port}`
  const browser = await openBrowser()
  try {
    const visits: { elapsed: number; script: number }[] = []
    for (let i = 0; i < 5; i++) {
      const page = await freshPage(browser)
      visits.push(await enter(page, url))
      await page.context().close()
    }
    const script = Math.max(...visits.map((visit) => visit.script))
    figures.plain('script until the list is usable', `${(script / 1024).toFixed(0)} KB`, '≤ 420 KB', script <= 420 * 1024)
    const usable = median(visits.map((visit) => visit.elapsed))
    figures.plain('list usable after signing in, nothing kept', ms(usable), '≤ 1500 ms', usable <= 1500)

    const page = await freshPage(browser)
    await enter(page, url)
    await page.waitForTimeout(2000)
    const opened: number[] = []
    for (let nth = 1; nth <= 9; nth++) opened.push(await openRecord(page, nth))
    figures.plain(
      'record opened from the list',
      `${ms(median(opened))}, worst ${ms(Math.max(...opened))}`,
      '≤ 200 ms',
      median(opened) <= 200,
    )

    const id = await longStory(url, token)
    const timelines: number[] = []
    for (let i = 0; i < 5; i++) timelines.push(await openTimeline(page, id))
    figures.plain(
      `page of a customer with ${entries.toLocaleString('en')} entries, its timeline there`,
      `${ms(median(timelines))}, worst ${ms(Math.max(...timelines))}`,
      '≤ 300 ms',
      median(timelines) <= 300,
    )

    const typed: number[] = []
    for (const text of ['hzxz', '杭州', 'zhangwei', '1380', '有限公司', '宁波机械']) typed.push(await typeAndSee(page, text))
    figures.plain(
      'search box: from the last key to the lines of the answer, the wait for more keys included',
      `${ms(median(typed))}, worst ${ms(Math.max(...typed))}`,
      '≤ 150 ms',
      median(typed) <= 150,
    )

    await page.goto(`${url}/customer`)
    await page.locator('.zk-row[data-id]').first().waitFor()
    const fresh = await scroll(page, seconds)
    figures.plain(
      'scrolling while pages come',
      `${fresh.rate.toFixed(0)} frames/s, p95 ${fresh.p95.toFixed(1)} ms, worst ${ms(fresh.worst)}`,
      '≥ 58 frames/s',
      fresh.rate >= 58,
    )
    const there = await loadRows(page, 100_000)
    await page.evaluate(() => void (document.querySelector('.zk-table')!.scrollTop = 0))
    await page.waitForTimeout(500)
    const long = await scroll(page, seconds)
    figures.plain(
      `scrolling through ${there.toLocaleString('en')} rows that are there`,
      `${long.rate.toFixed(0)} frames/s, p95 ${long.p95.toFixed(1)} ms, worst ${ms(long.worst)}`,
      '≥ 58 frames/s',
      long.rate >= 58,
    )
  } finally {
    await browser.close()
  }
}
