import type { Locator, Page } from 'playwright-core'
import { until } from './product.ts'

/** Where the crawl finds what it looks at. */
export interface Places {
  /** A customer with contacts, activities and a history. */
  customer: string
  /** A planned activity. */
  planned: string
}

/** One state of the screens that must be fit to be seen by anybody, in both languages, in both lights, on a wide window and on a phone. */
export interface Screen {
  name: string
  at: string | ((places: Places) => string)
  /** What brings it about, without a word of either language. */
  open?(page: Page): Promise<void>
  only?: 'wide' | 'phone'
}

const filter = (...parts: object[]) => `/customer?filter=${encodeURIComponent(JSON.stringify(parts))}`
const pageOf = ({ customer }: Places) => `/customer/${customer}`
const visible = (page: Page, selector: string): Locator => page.locator(selector).filter({ visible: true }).first()
const click = (selector: string) => (page: Page) => visible(page, selector).click()
const press = (key: string) => (page: Page) => page.keyboard.press(key)

/** The further actions of a page: behind one button on a wide window, in the bar at the foot on a phone. */
const openActions = click('.zk-page-actions .ant-dropdown-trigger, .zk-page-bar .ant-dropdown-trigger:last-child')

/** On a wide window the first actions stand open. */
async function doAction(page: Page, nth: number, name: string): Promise<void> {
  const open = page.locator(`.zk-page-actions > .ant-btn:nth-child(${nth})`)
  if (await open.count()) await open.click()
  else {
    await openActions(page)
    await visible(page, `.ant-dropdown-menu-item[data-menu-id$="${name}"]`).click()
  }
  await visible(page, '.ant-modal form').waitFor()
}

async function selectRows(page: Page): Promise<void> {
  const boxes = page.locator('.zk-row .zk-check')
  await boxes.nth(1).check()
  await boxes.nth(2).check()
  await visible(page, '.zk-selection').waitFor()
}

/** Files already chosen: no two bring in the same customers. */
let files = 0

async function chooseFile(page: Page): Promise<void> {
  const n = ++files
  const rows = [
    '客户名称,手机,邮箱',
    `绍兴越州${n}号纺织有限公司,1380057${1000 + n},yz${n}@example.cn`,
    '宁波甬江船务有限公司,138123,',
    ',13912345678,',
  ]
  const content = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(content)
  await visible(page, '.zk-import-sum').waitFor()
}

/** Screens of somebody who works with customers. */
export const workScreens: Screen[] = [
  { name: 'list', at: '/customer' },
  { name: 'list, searched', at: `/customer?q=${encodeURIComponent('西子')}` },
  { name: 'list, rows selected', at: '/customer', open: selectRows },
  {
    name: 'list, one row peeked at',
    at: '/customer',
    async open(page) {
      await page.locator('.zk-row').first().focus()
      await press(' ')(page)
      await visible(page, '.zk-peek .zk-timeline').waitFor()
    },
  },
  {
    name: 'list, a cell being changed',
    at: '/customer',
    only: 'wide',
    async open(page) {
      await page.locator('.zk-row').first().focus()
      await press('e')(page)
      await visible(page, '.zk-cell-editor input').waitFor()
    },
  },
  {
    name: 'list, filtered',
    at: filter({ field: 'tier', op: 'eq', value: 'A' }, { field: 'createdAt', op: 'gt', value: { from: 'year', plus: -4 } }),
  },
  {
    name: 'list, filter being edited',
    at: filter({
      any: [
        { field: 'tier', op: 'eq', value: 'A' },
        {
          all: [
            { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } },
            { field: 'stage', op: 'in', value: ['mature'] },
          ],
        },
      ],
    }),
    async open(page) {
      await click('.zk-filter-open')(page)
      await visible(page, '.zk-filter-editor').waitFor()
    },
  },
  {
    name: 'list, a condition being chosen',
    at: '/customer',
    async open(page) {
      await click('.zk-filters .ant-btn')(page)
      await visible(page, '.ant-dropdown-menu').waitFor()
    },
  },
  {
    name: 'list, display being chosen',
    at: '/customer',
    async open(page) {
      await click('.zk-list-head .anticon-setting')(page)
      await visible(page, '.zk-columns').waitFor()
    },
  },
  {
    name: 'list, further actions',
    at: '/customer',
    async open(page) {
      await click('.zk-list-head .ant-dropdown-trigger:has(.anticon-ellipsis)')(page)
      await visible(page, '.ant-dropdown-menu').waitFor()
    },
  },
  {
    name: 'list, a view being saved',
    at: filter({ field: 'tier', op: 'eq', value: 'A' }),
    async open(page) {
      await click('.zk-views .ant-btn')(page)
      await visible(page, '.ant-modal form').waitFor()
    },
  },
  { name: 'list in groups', at: `/customer?group=stage&totals=${encodeURIComponent('["employees"]')}` },
  { name: 'board', at: '/customer?layout=board&group=stage' },
  { name: 'list without any row', at: filter({ field: 'industry', op: 'eq', value: 'x' }) },
  { name: 'recycle bin', at: '/customer?bin=true' },
  { name: 'activities', at: '/activity' },
  {
    name: 'new record',
    at: '/customer',
    async open(page) {
      await click('.zk-list-head .ant-btn-primary')(page)
      await visible(page, '.ant-drawer form').waitFor()
    },
  },
  {
    name: 'new record, refused',
    at: '/contact',
    async open(page) {
      await click('.zk-list-head .ant-btn-primary')(page)
      await visible(page, '.ant-drawer form').waitFor()
      await click('.ant-drawer .zk-form-foot .ant-btn-primary')(page)
      await visible(page, '.ant-drawer .zk-fault').waitFor()
    },
  },
  {
    name: 'many changed at once',
    at: '/customer',
    async open(page) {
      await selectRows(page)
      await click('.zk-selection .ant-btn-default, .zk-selection .ant-btn:not(.ant-btn-text, .ant-btn-link)')(page)
      await visible(page, '.ant-modal .ant-select').waitFor()
    },
  },
  { name: 'record', at: pageOf },
  {
    name: 'record, timeline',
    at: pageOf,
    only: 'phone',
    open: async (page) => page.getByRole('tab').nth(1).click(),
  },
  {
    name: 'record, what hangs on it',
    at: pageOf,
    only: 'phone',
    open: async (page) => page.getByRole('tab').nth(2).click(),
  },
  {
    name: 'record, further actions',
    at: pageOf,
    async open(page) {
      await openActions(page)
      await visible(page, '.ant-dropdown-menu').waitFor()
    },
  },
  {
    name: 'record, one fact being changed',
    at: pageOf,
    only: 'wide',
    async open(page) {
      await page
        .locator('.zk-facts > div')
        .filter({ has: page.locator('.zk-fact-edit') })
        .first()
        .dblclick()
      await visible(page, '.zk-fact-input input').waitFor()
    },
  },
  {
    name: 'record being edited',
    at: pageOf,
    async open(page) {
      await press('e')(page)
      await visible(page, '.ant-drawer form').waitFor()
    },
  },
  {
    name: 'record, a day being chosen',
    at: ({ planned }) => `/activity/${planned}`,
    async open(page) {
      await press('e')(page)
      await visible(page, '#field-at').click()
      await visible(page, '.ant-picker-dropdown').waitFor()
    },
  },
  { name: 'action', at: pageOf, open: (page) => doAction(page, 1, 'customers.transfer') },
  { name: 'action that lets somebody in', at: pageOf, open: (page) => doAction(page, 2, 'customer.share') },
  { name: 'import, choosing a file', at: '/import/customer' },
  { name: 'import, checking', at: '/import/customer', open: chooseFile },
  {
    name: 'import, done',
    at: '/import/customer',
    async open(page) {
      await chooseFile(page)
      await click('.zk-import-foot .ant-btn-primary:not([disabled])')(page)
      await visible(page, '.zk-import-actions').waitFor()
    },
  },
  {
    name: 'search',
    at: '/customer',
    async open(page) {
      await press('Control+k')(page)
      await visible(page, '.ant-modal input').fill('西子')
      await page.getByRole('option').first().waitFor()
    },
  },
  { name: 'person menu', at: '/customer', open: click('.zk-me') },
  {
    name: 'keys',
    at: '/customer',
    only: 'wide',
    async open(page) {
      await press('?')(page)
      await visible(page, '.zk-keys dl').waitFor()
    },
  },
  {
    name: 'tour',
    at: '/customer',
    async open(page) {
      await click('.zk-me')(page)
      await visible(page, '.ant-dropdown-menu-item[data-menu-id$="tour"]').click()
      await visible(page, '.zk-tour').waitFor()
    },
  },
  { name: 'operations', at: '/operations' },
  { name: 'no such record', at: '/customer/01900000-0000-7000-8000-000000000000' },
  { name: 'no such page', at: '/nothing' },
]

/** Screens of whoever looks after the product. */
export const careScreens: Screen[] = [
  { name: 'jobs', at: '/jobs' },
  {
    name: 'rest of the menu',
    at: '/customer',
    only: 'phone',
    async open(page) {
      await click('.zk-rail button')(page)
      await visible(page, '.zk-more-sheet a').waitFor()
    },
  },
  {
    name: 'new role',
    at: '/role',
    async open(page) {
      await click('.zk-list-head .ant-btn-primary')(page)
      await visible(page, '.ant-drawer form').waitFor()
    },
  },
]

/** Waits until a page shows all that it will: nothing is on its way and nothing moves. */
export async function rest(page: Page, isQuiet: () => boolean): Promise<void> {
  await until('the page has come to rest', 30_000, async () => {
    if (!isQuiet()) return false
    return (await page.locator('.ant-skeleton:visible, .zk-bone:visible, .ant-spin:visible').count()) === 0
  })
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))))
}
