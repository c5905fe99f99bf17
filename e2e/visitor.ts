import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { barriers, foreignWords, misfits, textsOn, Told, type Locale } from './fitness.ts'
import type { Places, Screen } from './screens.ts'

export interface Window {
  name: string
  /** The rules of axe that say something here which they do not say in another window as well; all of them where absent. */
  rules?: readonly string[]
  /** Rules of axe that another window asks about the same screens. */
  without?: readonly string[]
  locale: Locale
  isPhone: boolean
  options: BrowserContextOptions
}

const still = { reducedMotion: 'reduce', serviceWorkers: 'block' } as const

/** What depends on light and words. All else lies in the markup, which both wide windows have in common: the dark one is judged by it. */
const byLightAndWords = [
  'color-contrast',
  'link-in-text-block',
  'label-content-name-mismatch',
  'button-name',
  'link-name',
  'label',
  'aria-dialog-name',
]

/** Both languages and both lights on a wide window, and the language with the longer words on a phone. */
export const windows: readonly Window[] = [
  {
    name: 'zh, light',
    locale: 'zh',
    isPhone: false,
    rules: byLightAndWords,
    options: { ...still, locale: 'zh-CN', colorScheme: 'light', viewport: { width: 1440, height: 720 } },
  },
  {
    name: 'en, dark',
    locale: 'en',
    isPhone: false,
    options: { ...still, locale: 'en-US', colorScheme: 'dark', viewport: { width: 1440, height: 720 } },
  },
  {
    name: 'en, phone',
    locale: 'en',
    isPhone: true,
    // Colours are those of the light wide window, and to compare them takes longer than all else together.
    without: ['color-contrast'],
    options: { ...still, locale: 'en-US', colorScheme: 'light', viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  },
]

/** Somebody before one window; all that goes wrong in it is kept until it is asked for. */
export interface Visitor {
  page: Page
  window: Window
  places: Places
  /** Goes somewhere, brings a screen about and waits until all of it is there. */
  show(screen: Screen): Promise<void>
  /** The same, and says what is wrong with it. */
  visit(screen: Screen): Promise<string[]>
}

/** What a page tells of itself to whoever watches it. */
interface Watched {
  /** Requests whose answers are not there yet. */
  open: number
  /** Answers that nobody has taken yet. */
  told: [path: string, answer: unknown][]
  movedAt: number
}

/** Runs in every page before anything else: counts what is on its way, and keeps what the server has said. */
function watch(): void {
  const watched: Watched = { open: 0, told: [], movedAt: performance.now() }
  Object.assign(globalThis, { watched })
  const fetchFirst = globalThis.fetch
  globalThis.fetch = async (...asked) => {
    const path = new URL(asked[0] instanceof Request ? asked[0].url : asked[0], location.href).pathname
    if (path.endsWith('/live')) return fetchFirst(...asked)
    watched.open++
    try {
      const answer = await fetchFirst(...asked)
      if (answer.headers.get('content-type')?.includes('json')) watched.told.push([path, await answer.clone().json()])
      return answer
    } finally {
      // Whoever asked has a moment to show the answer.
      setTimeout(() => watched.open--)
    }
  }
  const begin = () =>
    new MutationObserver(() => (watched.movedAt = performance.now())).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
  begin()
}

const quietFor = 60

/** Waits until a page shows all that it will: nothing is on its way, nothing moves and nothing changes. */
async function restOf(page: Page, isFetching: () => boolean): Promise<void> {
  let isSure: boolean
  do {
    isSure = !isFetching()
    await page.waitForFunction(
      (quiet) => {
        const { watched } = globalThis as unknown as { watched: Watched }
        const isWaiting = [...document.querySelectorAll('.ant-skeleton, .zk-bone, .ant-spin')].some((part) => part.checkVisibility())
        const isMoving = document
          .getAnimations()
          .some(({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity)
        return (
          document.querySelector('#root > *') !== null &&
          watched.open === 0 &&
          !isWaiting &&
          !isMoving &&
          performance.now() - watched.movedAt > quiet
        )
      },
      quietFor,
      { polling: 30 },
    )
  } while (!isSure || isFetching())
}

/** What lies over a page: windows, menus, whatever opens beside a control. */
const overlays = [
  '.ant-modal-wrap',
  '.ant-drawer',
  '.ant-popover',
  '.ant-dropdown',
  '.ant-select-dropdown',
  '.ant-picker-dropdown',
  '.ant-tour',
  '.ant-notification-notice',
  '.zk-notices-panel',
]
const over = overlays.map((part) => `${part}:visible`).join()

/** Marks what lies over the page, if anything does, and says how it is found. The page below has been looked at by itself. */
async function laidOver(page: Page): Promise<string | undefined> {
  const count = await page.locator(over).evaluateAll((parts) => parts.map((part) => part.setAttribute('data-over', '')).length)
  return count > 0 ? '[data-over]' : undefined
}

const isExpected = (text: string) => /Failed to load resource.*\b(401|403|404)\b|Service Worker registration blocked/.test(text)

/** The path of a page that does not exist: between two screens, so that nothing of the one is left over in the other. */
const nowhere = '/nowhere/at-all'

/** Turns the open page to another path, and marks what may be taken for a part of the next. */
const turnTo = (page: Page, to: string) =>
  page.evaluate((path) => {
    for (const old of document.querySelectorAll('.zk-quiet')) old.setAttribute('data-old', '')
    history.pushState(null, '', path)
  }, to)

/** Goes within the open page, as by a link. False where something of the last screen is in the way. */
const goWithin = async (page: Page, to: string): Promise<boolean> => {
  if (!page.url().startsWith('http')) return false
  await page.keyboard.press('Escape')
  await turnTo(page, nowhere)
  await page.locator('.zk-quiet:not([data-old])').waitFor()
  if ((await page.locator(over).count()) > 0) return false
  await turnTo(page, to)
  await page.locator('.zk-quiet[data-old]').waitFor({ state: 'detached' })
  return true
}

/** Opens a window of its own, signed in where somebody is named. */
export async function enter(
  context: BrowserContext,
  address: string,
  window: Window,
  who?: { email: string; password: string },
): Promise<Visitor> {
  if (who) await context.request.post(`${address}/api/v1/sign-in`, { data: who, headers: { 'x-requested-with': 'test' } })
  await context.addInitScript(watch)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const told = new Told(window.locale)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) faults.push(`console: ${message.text()}`)
  })
  // Parts of the screens whose code is on its way.
  let parts = 0
  const isPart = (request: Request) => request.resourceType() === 'script'
  page.on('request', (request) => void (isPart(request) && parts++))
  const arrive = (request: Request) => void (isPart(request) && parts--)
  page.on('requestfinished', arrive)
  page.on('requestfailed', arrive)
  const rest = () => restOf(page, () => parts > 0)
  const listen = async () => {
    const answers = await page.evaluate(() => (globalThis as unknown as { watched?: Watched }).watched?.told.splice(0) ?? [])
    for (const [path, answer] of answers) told.hear(path, answer)
  }
  const places = who ? await findPlaces(context, address) : ({} as Places)
  let isFresh = true
  const show = async ({ at, open }: Screen) => {
    const to = typeof at === 'string' ? at : at(places)
    if (isFresh || !(await goWithin(page, to))) {
      await listen()
      await page.goto(address + to)
    }
    isFresh = !who
    await rest()
    if (!open) return
    await open(page)
    await rest()
  }
  const look = async ({ open, only }: Screen): Promise<string[]> => {
    const found = await barriers(page, open && (await laidOver(page)), only ? {} : window)
    const texts = await textsOn(page)
    // Taken after the texts: whatever is shown has been told before.
    await listen()
    return [...found, ...foreignWords(texts, window.locale, told), ...(window.isPhone ? await misfits(page) : [])]
  }
  return {
    page,
    window,
    places,
    show,
    async visit(screen) {
      const found = await show(screen).then(
        () => look(screen),
        (error: Error) => {
          isFresh = true
          return [`cannot be reached: ${error.message.split('\n').slice(0, 3).join(' ')}`]
        },
      )
      return [...found, ...faults.splice(0)].map((fault) => `${screen.name} (${window.name}): ${fault}`)
    },
  }
}

async function findPlaces(context: BrowserContext, address: string): Promise<Places> {
  const first = async (record: string, query = '') => {
    const answer = await context.request.get(`${address}/api/v1/records/${record}?limit=1${query}`)
    if (!answer.ok()) return undefined
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
  }
  const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`
  const { menu } = (await (await context.request.get(`${address}/api/v1/description`)).json()) as {
    menu: { path: string; record?: string }[]
  }
  const places: Places = {
    customer: await first('customer', `&q=${encodeURIComponent('西子')}`),
    contact: await first('contact'),
    planned: await first('activity', filtered({ field: 'state', op: 'eq', value: 'planned' })),
    task: await first('task', filtered({ field: 'state', op: 'eq', value: 'open' })),
    menu: [],
  }
  for (const { path, record } of menu) places.menu.push({ path, first: record && path === `/${record}` ? await first(record) : undefined })
  return places
}
