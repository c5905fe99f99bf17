import type { Locator, Page } from 'playwright-core'

/** The steps by which the crawl brings a screen about, without a word of either language. */

export const visible = (page: Page, selector: string): Locator => page.locator(selector).filter({ visible: true }).first()
export const click = (selector: string) => (page: Page) => visible(page, selector).click()
export const press = (key: string) => (page: Page) => page.keyboard.press(key)

/** Does one thing after the other, and waits until what was meant is there. */
export const until =
  (shown: string, ...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page)
    await visible(page, shown).waitFor()
  }

export const onFirstRow = async (page: Page) => page.locator('.zk-row[data-id]').first().focus()
export const menuEntry = (key: string) => `.ant-dropdown-menu-item[data-menu-id$="${key}"]`
export const menu = '.ant-dropdown-menu'
export const form = '.ant-drawer form'
export const dialog = '.ant-modal form'
export const primary = '.zk-list-head .ant-btn-primary'

/** The further actions of a page: behind one button on a wide window, in the bar at the foot on a phone. */
export const openActions = until(
  menu,
  click('.zk-page-actions .ant-dropdown-trigger:has(.anticon-more), .zk-page-bar .ant-dropdown-trigger:last-child'),
)

/** On a wide window the first actions stand open; on a phone all are behind the last button. */
export const act = (nth: number, name: string) => async (page: Page) => {
  const open = page.locator('.zk-page-actions > .ant-btn:not(.zk-follow *):not(:has(.anticon))').filter({ visible: true })
  if ((await open.count()) > 0) await open.nth(nth).click()
  else {
    await openActions(page)
    await visible(page, menuEntry(name)).click()
  }
  await visible(page, dialog).waitFor()
}

export async function selectRows(page: Page): Promise<void> {
  const boxes = page.locator('.zk-row[data-id] .zk-check')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await visible(page, '.zk-selection').waitFor()
}

/** Files already chosen: no two bring in the same customers, nor do those of another run on the same product. */
let files = Math.floor(performance.timeOrigin / 1000) % 1_000_000

export async function chooseFile(page: Page): Promise<void> {
  const n = ++files
  const rows = [
    '客户名称,手机,邮箱',
    `绍兴越州${n}号纺织有限公司,,yz${n}@example.cn`,
    '宁波甬江船务有限公司,138123,',
    ',13912345678,',
    '西子联合机械,,',
  ]
  const content = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(content)
  await visible(page, '.zk-import-sum').waitFor()
}

export const attach = async (page: Page) => {
  await page
    .locator('.zk-files input[type=file]')
    .setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('云杉湖') })
  await visible(page, '.zk-file').waitFor()
}

/** Turns to one of the tabs that a narrow page has; a wide one shows all of them at once. */
export const turnTo = (nth: number) => async (page: Page) => {
  const tab = page.getByRole('tab').nth(nth)
  if (await tab.count()) await tab.click()
}
