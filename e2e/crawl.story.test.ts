import type { BrowserContextOptions, Page, Request } from 'playwright-core'
import { expect, it } from 'vitest'
import { castPassword } from '../capabilities/staff/cast.ts'
import { barriers, foreignWords, misfits, Told } from './fitness.ts'
import { administrator } from './product.ts'
import { careScreens, rest, workScreens, type Places, type Screen } from './screens.ts'
import { openStage } from './windows.ts'

const stage = openStage()

interface Window {
  name: string
  locale: 'zh' | 'en'
  isPhone: boolean
  options: BrowserContextOptions
}

const still = { reducedMotion: 'reduce', serviceWorkers: 'block' } as const

/** Both languages and both lights on a wide window, and the language with the longer words on a phone. */
const windows: Window[] = [
  {
    name: 'zh, light',
    locale: 'zh',
    isPhone: false,
    options: { ...still, locale: 'zh-CN', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  },
  {
    name: 'en, dark',
    locale: 'en',
    isPhone: false,
    options: { ...still, locale: 'en-US', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  },
  {
    name: 'en, phone',
    locale: 'en',
    isPhone: true,
    options: { ...still, locale: 'en-US', colorScheme: 'light', viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
  },
]

interface Visitor {
  page: Page
  told: Told
  window: Window
  faults: string[]
  isQuiet(): boolean
}

/** A window of its own for each kind; all that goes wrong in it is kept with the name of the screen. */
async function enter(window: Window, who: { email: string; password: string } | undefined): Promise<Visitor> {
  const context = await stage.context(window.options)
  if (who) await context.request.post(`${stage.address()}/api/v1/sign-in`, { data: who, headers: { 'x-requested-with': 'test' } })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const told = new Told(window.locale)
  told.hear(page)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource.*\b(401|404)\b/.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  let open = 0
  const isCounted = (url: string) => !url.includes('/api/v1/live')
  page.on('request', (request) => void (isCounted(request.url()) && open++))
  const close = (request: Request) => void (isCounted(request.url()) && open--)
  page.on('requestfinished', close)
  page.on('requestfailed', close)
  return { page, told, window, faults, isQuiet: () => open === 0 }
}

/** Looks at what is on the screen now. */
async function inspect({ page, told, window, isQuiet }: Visitor): Promise<string[]> {
  await rest(page, isQuiet)
  return [...(await barriers(page)), ...(await foreignWords(page, window.locale, told)), ...(window.isPhone ? await misfits(page) : [])]
}

async function visit(visitor: Visitor, { name, at, open }: Screen, places: Places): Promise<string[]> {
  const { page, window, faults, isQuiet } = visitor
  const found: string[] = []
  try {
    await page.goto(stage.address() + (typeof at === 'string' ? at : at(places)))
    await rest(page, isQuiet)
    await open?.(page)
    found.push(...(await inspect(visitor)))
  } catch (error) {
    found.push(`cannot be reached: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`)
  }
  return [...found, ...faults.splice(0)].map((fault) => `${name} (${window.name}): ${fault}`)
}

/** Every entry of the menu, and the first record of its list: screens that are added later are found here. */
async function followRail(visitor: Visitor): Promise<string[]> {
  const { page } = visitor
  await page.goto(stage.address())
  await page.locator('.zk-rail a').first().waitFor()
  const paths = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/description')
    const { menu } = (await answer.json()) as { menu: { path: string }[] }
    return menu.map((entry) => entry.path)
  })
  const found: string[] = []
  for (const path of paths) {
    found.push(...(await visit(visitor, { name: path, at: path }, {} as Places)))
    const row = page.locator('.zk-row:not(.zk-row-waiting)').first()
    const id = (await row.count()) > 0 ? await row.getAttribute('data-id') : null
    if (id) found.push(...(await visit(visitor, { name: `first of ${path}`, at: `${path}/${id}` }, {} as Places)))
  }
  return found
}

async function findPlaces(visitor: Visitor): Promise<Places> {
  const ask = async (path: string) => {
    const answer = await visitor.page.request.get(`${stage.address()}/api/v1/records/${path}`)
    return ((await answer.json()) as { items: { id: string }[] }).items[0]!.id
  }
  const planned = encodeURIComponent(JSON.stringify({ field: 'state', op: 'eq', value: 'planned' }))
  return { customer: await ask(`customer?q=${encodeURIComponent('西子')}`), planned: await ask(`activity?filter=${planned}`) }
}

const inEach = async (who: { email: string; password: string } | undefined, look: (visitor: Visitor) => Promise<string[]>) =>
  (await Promise.all(windows.map(async (window) => look(await enter(window, who))))).flat()

const fitting = (screens: readonly Screen[], { isPhone }: Window) => screens.filter(({ only }) => !only || (only === 'phone') === isPhone)

const cast = (key: string) => ({ email: `${key}@yunshan.demo`, password: castPassword })

it('the way in is fit for everybody', async () => {
  expect(await inEach(undefined, (visitor) => visit(visitor, { name: 'sign-in', at: '/' }, {} as Places))).toEqual([])
})

it('every screen of the work with customers is fit for everybody', async () => {
  const look = async (visitor: Visitor) => {
    const places = await findPlaces(visitor)
    const found: string[] = []
    for (const screen of fitting(workScreens, visitor.window)) found.push(...(await visit(visitor, screen, places)))
    return found
  }
  expect(await inEach(cast('lin'), look)).toEqual([])
})

it('every screen of an administrator is fit for everybody', async () => {
  const look = async (visitor: Visitor) => {
    const found = await followRail(visitor)
    for (const screen of fitting(careScreens, visitor.window)) found.push(...(await visit(visitor, screen, {} as Places)))
    return found
  }
  expect(await inEach(administrator, look)).toEqual([])
})

it.each(['li', 'chen', 'wu'])('what %s finds by the menu is fit for everybody', async (key) => {
  expect(await inEach(cast(key), followRail)).toEqual([])
})
