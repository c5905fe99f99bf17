import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { countDeeds } from './deeds.ts'
import { openStage } from './windows.ts'

const xizi = '杭州西子联合机械有限公司'
const { enterAs } = openStage()

const box = (page: Page) => page.getByRole('combobox', { name: '搜索', exact: true })
const option = (page: Page, name: string) => page.getByRole('option', { name })
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')

async function type(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await box(page).fill(typed)
}

describe('the search box', () => {
  it('opens a customer by initials and Enter, remembers it, and leads to what one wants to do', async () => {
    const page = await enterAs('销售 李明')
    const deeds = await countDeeds(page)
    // Enter comes before the answer: it waits for it.
    await type(page, 'xzlh')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: xizi }).waitFor()
    expect(await deeds()).toBe(3)

    await page.keyboard.press('Control+k')
    await page.getByRole('group', { name: '最近打开' }).getByRole('option', { name: xizi }).waitFor()
    await expect.poll(() => chosen(page).textContent()).toContain(xizi)
    expect(await chosen(page).textContent()).toContain('浙江杭州')

    await box(page).fill('xjlxr')
    await option(page, '新建联系人').waitFor()
    await expect.poll(() => chosen(page).textContent()).toBe('新建联系人')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '新建联系人' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: '新建联系人' }).waitFor({ state: 'detached' })

    await type(page, 'import cont')
    await option(page, '导入联系人').click()
    await page.getByRole('heading', { level: 1, name: '导入联系人' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/import/contact')
  })

  it('finds by a part of a number, shows the customer beside the contact, and opens it in a tab of its own', async () => {
    const page = await enterAs('销售 李明')
    await type(page, '5710002')
    const contact = option(page, '陆小曼')
    await contact.waitFor()
    expect(await contact.textContent()).toBe(`陆小曼138 0571 0002${xizi}`)
    expect(await contact.locator('mark').allTextContents()).toEqual(['571 0002'])
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')])
    await tab.getByRole('heading', { level: 1, name: '陆小曼' }).waitFor()
    // The box stays open on the page it was called from.
    expect(await box(page).inputValue()).toBe('5710002')
    await page.keyboard.press('Escape')
    await box(page).waitFor({ state: 'detached' })
  })

  it('goes with the arrows, and says what comes close and what may be typed', async () => {
    const page = await enterAs('总监 林远山')
    await type(page, '西紫联合')
    await page.getByText('没有完全相符的，以下相近').waitFor()
    await option(page, xizi).waitFor()
    await box(page).fill('没有这样的')
    await page.getByText('没有找到“没有这样的”').waitFor()
    await page.getByText('电话的任意四位').waitFor()

    await box(page).fill('0571')
    await option(page, xizi).waitFor()
    const first = await page.getByRole('option').first().textContent()
    await expect.poll(() => chosen(page).textContent()).toBe(first)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chosen(page).textContent()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => chosen(page).textContent()).toBe('在联系人列表中查看全部')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /陆小曼/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('0571')
  })

  it('is a sheet over the whole of a phone', async () => {
    const page = await enterAs('客服 周涛', { width: 375, height: 740 })
    await page
      .getByRole('button', { name: /搜索/ })
      .first()
      .click()
    await box(page).fill('0002')
    const contact = option(page, '陆小曼')
    await contact.waitFor()
    expect(await contact.textContent()).toContain('138****0002')
    const sheet = await page.getByRole('dialog').boundingBox()
    expect(sheet).toMatchObject({ x: 0, y: 0, width: 375 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    await contact.click()
    await page.getByRole('heading', { level: 1, name: '陆小曼' }).waitFor()
  })
})
