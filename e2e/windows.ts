import type { APIRequestContext, Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import { copyDemo } from './demo-folder.ts'
import { freePort, launch, ready, sweep, type Product } from './product.ts'

/** A freshly started product with the demo company, and windows on it, each as on a machine of its own. */
export interface Stage {
  address(): string
  /** A browser of its own, as on another machine; whoever opens it looks after what goes wrong in it. */
  context(options: BrowserContextOptions): Promise<BrowserContext>
  /** A window of its own; what goes wrong in it fails the test. */
  open(at?: string, size?: { width: number; height: number }): Promise<Page>
  /** Enters as one of the people whom the sign-in page offers, and stands before the list of customers. */
  enterAs(words: string, size?: { width: number; height: number }): Promise<Page>
}

/** What belongs to a story: nobody signed in yet, nothing there for these eyes, somebody was faster, a value refused, a lost network. */
const isExpected = (text: string) => /Failed to load resource.*\b(401|404|412|422|ERR_INTERNET_DISCONNECTED|ERR_FAILED)\b/.test(text)

export function openStage(): Stage {
  let folder: string
  let product: Product
  let browser: Browser
  const contexts: BrowserContext[] = []
  const faults: string[] = []
  beforeAll(async () => {
    folder = await copyDemo(inject('demoFolder'))
    product = launch(folder, await freePort(), { ZHIKE_DEMO: 'small' })
    ;[browser] = await Promise.all([openBrowser(), ready(product, 120_000)])
  })
  afterAll(async () => {
    await browser?.close()
    await sweep(folder, product)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') for (const page of contexts.flatMap((context) => context.pages())) await tellOf(page)
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(faults.splice(0)).toEqual([])
  })
  async function contextOf(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext(options)
    contexts.push(context)
    // Whoever acts in a story has been shown around before.
    await context.addInitScript(() => location.protocol === 'about:' || localStorage.setItem('zhike.tour', 'off'))
    return context
  }
  async function newWindow({ width = 1440, height = 900 } = {}): Promise<Page> {
    const context = await contextOf({
      viewport: { width, height },
      locale: 'zh-CN',
      acceptDownloads: true,
      // A dialog that still grows while it is clicked loses the click: who acts in a story is faster than any hand.
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) faults.push(message.text())
    })
    return page
  }
  return {
    address: () => product.url,
    context: contextOf,
    async open(at = '/', size) {
      const page = await newWindow(size)
      await page.goto(product.url + at)
      return page
    },
    // Not by the page: the story of the newcomer clicks there, and a second in every window is minutes of the whole run.
    async enterAs(words, size) {
      const page = await newWindow(size)
      await signInBehind(page, product.url, words)
      await page.goto(`${product.url}/customer`)
      await page.getByRole('row').nth(1).waitFor()
      return page
    },
  }
}

async function signInBehind({ request }: { request: APIRequestContext }, address: string, words: string): Promise<void> {
  const { people } = (await (await request.get(`${address}/api/v1/demo`)).json()) as {
    people: { email: string; password: string; words: { zh: string } }[]
  }
  const { email, password } = people.find((person) => person.words.zh === words)!
  const answer = await request.post(`${address}/api/v1/sign-in`, { data: { email, password }, headers: { 'x-requested-with': 'test' } })
  expect(answer.ok()).toBe(true)
}

/** Says what stood on a page when its story failed: whoever reads the report was not there. */
async function tellOf(page: Page): Promise<void> {
  const dialogs = await page.getByRole('dialog').all()
  for (const part of dialogs.length > 0 ? dialogs : [page.locator('body')]) {
    const content = await part.ariaSnapshot({ timeout: 5_000 }).catch(String)
    console.error(`what stood on ${page.url()}:\n${content.slice(0, 6_000)}`)
  }
}

export const button = (on: Page | Locator, name: string | RegExp): Locator => on.getByRole('button', { name, exact: true })

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

export const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
export const fact = (page: Page, label: string) =>
  page
    .locator('.zk-facts > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')
export const see = (locator: Locator, text: string) => locator.filter({ hasText: text }).first().waitFor()

/** An entry of the list that an input has opened, once the list has come to rest: what still moves is missed by a click. */
export const optionOf = (page: Page, text: string | RegExp): Locator =>
  page.locator('.ant-select-dropdown:visible:not([class*="-enter"], [class*="-appear"]) .ant-select-item-option', { hasText: text })

/** Chooses a linked record as fast hands do: types, and presses Enter without waiting for the answer. */
export async function chooseLinked(form: Locator, label: string, typed: string, title = typed): Promise<void> {
  const input = form.getByLabel(label)
  await input.fill(typed)
  await input.press('Enter')
  await form.locator('.ant-select', { hasText: title }).first().waitFor()
}

export async function find(page: Page, typed: string, name: string): Promise<void> {
  await page.getByLabel('搜索', { exact: true }).fill(typed)
  // Rows still move as long as the list has not followed: a click would fall between two of them.
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toContain(typed)
  await page.locator('.zk-table[aria-busy="false"]').waitFor()
  await rowOf(page, name).waitFor()
}

export async function openCustomer(page: Page, name: string): Promise<void> {
  await find(page, name, name)
  // The name itself: the middle of the row may be a telephone number that can be called.
  await rowOf(page, name).getByText(name, { exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
