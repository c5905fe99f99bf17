import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, mondayOf } from '#engine/time/days.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import { button, optionOf, chooseLinked, openCustomer, openStage, see } from './windows.ts'

const { address, open, enterAs } = openStage()

const today = () => dayAt(Date.now())
const card = (page: Page, title: string) => page.getByRole('region', { name: title })
const taskOf = (on: Page | Locator, title: string) => on.locator('.zk-task').filter({ hasText: title })

/** Enters at an address of one's own choice. */
async function enterAt(words: string, path: string, size?: { width: number; height: number }): Promise<Page> {
  const page = await open(path, size)
  await button(page, words).click()
  await page.locator('.zk-shell').waitFor()
  return page
}

/** Takes an entry by the mouse and lets it go in the middle of something else. */
async function drag(page: Page, entry: Locator, to: Locator, within?: { y: number }): Promise<void> {
  await entry.scrollIntoViewIfNeeded()
  const from = (await entry.boundingBox())!
  const box = (await to.boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 4)
  await page.mouse.down()
  const y = box.y + (within?.y ?? box.height / 2)
  await page.mouse.move(box.x + box.width / 2, y - 12, { steps: 4 })
  await page.mouse.move(box.x + box.width / 2, y, { steps: 2 })
  await page.locator('.zk-dragging').waitFor()
  await page.mouse.up()
}

describe('a working day', () => {
  it('makes a task on a customer’s page, finds it on Today, does it, and the next one is there', async () => {
    const page = await enterAs('销售 李明')
    await openCustomer(page, '黄建国')
    const panel = page.locator('.zk-related').filter({ hasText: '任务' })
    await button(panel, '新建任务').click()
    const form = page.getByRole('dialog', { name: '新建任务' })
    await form.getByLabel('标题 *').fill('每周给黄建国打个电话')
    await see(form.locator('.zk-any-link'), '黄建国')
    await see(form.locator('.zk-form-field').filter({ hasText: '负责人' }), '李明')
    await form.getByLabel('截止日期').fill(today())
    await form.getByLabel('截止日期').press('Tab')
    await form.getByLabel('重复', { exact: true }).click()
    await optionOf(page, '按周').click()
    await see(form.locator('.zk-repetition'), '每周，按截止日期的星期')
    await button(form, '保存').click()
    await taskOf(panel, '每周给黄建国打个电话').waitFor()

    await page.getByRole('link', { name: '今天', exact: true }).click()
    const mine = card(page, '我的任务')
    const row = taskOf(mine, '每周给黄建国打个电话')
    await see(row, '今天')
    await see(row, '黄建国')
    await button(row, '完成“每周给黄建国打个电话”').click()
    await page.getByText('“每周给黄建国打个电话”已完成').waitFor()
    await see(row, `↻ 每`)
    await expect.poll(() => row.textContent()).not.toContain('今天')
    expect(await row.count()).toBe(1)
    await button(page.locator('.ant-notification-notice'), /撤销/).click()
    await expect.poll(() => row.textContent()).toContain('今天')
    expect(await row.count()).toBe(1)
  })

  it('puts off, notes down, hands on; the colleague sees it come and sends it back', async () => {
    const page = await enterAt('销售 李明', '/today')
    const mine = card(page, '我的任务')
    await mine.getByLabel('新任务的标题').fill('把样板间钥匙还给前台')
    await page.keyboard.press('Enter')
    const row = taskOf(mine, '把样板间钥匙还给前台')
    await row.waitFor()
    await button(row, '推后').click()
    await page.getByRole('menuitem', { name: '推后 1 天' }).click()
    await see(row, '明天')

    const chen = await enterAt('前台 陈静', '/today')
    await card(chen, '我的任务').waitFor()
    await button(row, '“把样板间钥匙还给前台”的更多操作').click()
    await page.getByRole('menuitem', { name: '交办' }).click()
    const dialog = page.getByRole('dialog')
    await chooseLinked(dialog, '交给 *', '陈静')
    await dialog.getByLabel('附言').fill('放在抽屉里了')
    await button(dialog, '交办').click()
    await see(taskOf(card(page, '我交办的'), '把样板间钥匙还给前台'), '陈静')

    const hers = taskOf(card(chen, '我的任务'), '把样板间钥匙还给前台')
    await see(hers, '李明 交办')
    await button(hers, '“把样板间钥匙还给前台”的更多操作').click()
    await chen.getByRole('menuitem', { name: '退回' }).click()
    await chen.getByRole('dialog').getByLabel('原因 *').fill('抽屉是空的')
    await button(chen.getByRole('dialog'), '退回').click()
    await hers.waitFor({ state: 'detached' })
    await row.waitFor()
  })

  it('closes an important contact where it stands, with a record and a follow-up or a reason, and reads how things stand', async () => {
    const page = await enterAt('销售 李明', '/today')
    const planned = card(page, '联系计划')
    await button(planned, '完成“与财务一起过付款方案”').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('结果').fill('同意按季付')
    await button(dialog, '完成').click()
    await dialog.getByText('写下一步，或说明无需跟进的原因').first().waitFor()
    await dialog.getByLabel('无需跟进的原因').fill('当场签了意向书')
    await button(dialog, '完成').click()
    await taskOf(planned, '与财务一起过付款方案').waitFor({ state: 'detached' })
    const numbers = card(page, '我的客户')
    const count = await numbers.locator('div').filter({ hasText: '30 天未联系' }).locator('a').last().textContent()
    await numbers.locator('div').filter({ hasText: '30 天未联系' }).locator('a').last().click()
    await page.getByRole('heading', { level: 1, name: '客户' }).waitFor()
    await expect.poll(() => page.locator('.zk-count').textContent()).toBe(count)
  })
})

describe('the calendar', () => {
  it('moves a task by the mouse to another day and another hour, by keys, and back', async () => {
    const page = await enterAt('销售 李明', '/calendar?view=week')
    await button(page, '新建').click()
    await button(page.getByRole('dialog'), '任务').click()
    const form = page.getByRole('dialog', { name: '新建任务' })
    await form.getByLabel('标题 *').fill('拖来拖去')
    await button(form, '保存').click()
    const entry = page.locator('.zk-entry', { hasText: '拖来拖去' })
    const monday = mondayOf(today())
    const other = today() === monday ? addDays(monday, 1) : monday
    await page.locator(`[data-whole][data-day="${today()}"] .zk-entry`, { hasText: '拖来拖去' }).waitFor()

    await drag(page, entry, page.locator(`[data-whole][data-day="${other}"]`))
    await page.locator(`[data-whole][data-day="${other}"] .zk-entry`, { hasText: '拖来拖去' }).waitFor()
    await page.getByText(`“拖来拖去”改到 ${other}`).waitFor()

    const column = page.locator(`[data-hour-height][data-day="${other}"]`)
    const hour = Number(await column.getAttribute('data-hour-height'))
    await drag(page, entry, column, { y: 10 * hour })
    await column.locator('.zk-entry', { hasText: '10:00' }).waitFor()
    await entry.focus()
    await page.keyboard.press('Shift+ArrowDown')
    await column.locator('.zk-entry', { hasText: '10:15' }).waitFor()
    await entry.focus()
    await page.keyboard.press(today() === monday ? 'Shift+ArrowLeft' : 'Shift+ArrowRight')
    await page
      .locator(`[data-hour-height][data-day="${today() === monday ? monday : addDays(monday, 1)}"] .zk-entry`, { hasText: '拖来拖去' })
      .waitFor()
    await button(page.locator('.ant-notification-notice').last(), /撤销/).click()
    await column.locator('.zk-entry', { hasText: '10:15' }).waitFor()

    await entry.click()
    await button(page.getByRole('dialog'), '改时间').click()
    await page.getByRole('dialog').getByLabel('截止时间').fill('16:30')
    await page.keyboard.press('Tab')
    await button(page.getByRole('dialog'), '保存').click()
    await column.locator('.zk-entry', { hasText: '16:30' }).waitFor()
  })

  it('shows colleagues’ days to their head, types apart, and tells other programs', async () => {
    const page = await enterAt('杭州主管 王芳', '/calendar?view=agenda')
    await page.locator('.zk-entry-movable', { hasText: '抽查本周联系记录' }).waitFor()
    expect(await page.locator('.zk-entry', { hasText: '确认西子机械合同抬头' }).count()).toBe(0)
    await page.locator('.ant-segmented-item', { hasText: '全部' }).click()
    await page.locator('.zk-entry', { hasText: '确认西子机械合同抬头' }).waitFor()
    await button(page, '任务').click()
    await page.locator('.zk-entry', { hasText: '确认西子机械合同抬头' }).waitFor({ state: 'detached' })
    await button(page, '订阅').click()
    await button(page.getByRole('dialog'), '生成订阅地址').click()
    const feed = await page.getByLabel('订阅地址').inputValue()
    const answer = await fetch(feed)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('抽查本周联系记录')
    expect(text).not.toContain('确认西子机械合同抬头')
    await button(page.getByRole('dialog'), '停止订阅').click()
    await page.getByText('还没有订阅地址').waitFor()
    expect((await fetch(feed)).status).toBe(404)
  })

  it('foresees a series, and shows this very minute', async () => {
    const page = await enterAt('杭州主管 王芳', `/calendar?on=${addDays(today(), 7)}`)
    await page.locator('.zk-entry-foreseen', { hasText: '抽查本周联系记录' }).first().waitFor()
    await page.goto(`${address()}/calendar?view=day`)
    const now = showInstant(new Date().toISOString(), companyZone)
    const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16))
    const line = page.locator('.zk-times-now')
    await line.waitFor({ state: 'attached' })
    const at = await line.evaluate((element) => (parseFloat(element.style.top) / Number(element.parentElement!.dataset.hourHeight)) * 60)
    expect(Math.abs(at - minutes)).toBeLessThanOrEqual(2)
  })
})

it('both fit a phone without scrolling sideways', async () => {
  const size = { width: 375, height: 812 }
  const page = await enterAt('销售 李明', '/today', size)
  const fits = async () =>
    expect(
      await page.evaluate(() =>
        [
          document.documentElement,
          ...document.querySelectorAll('.zk-main, .zk-today, .zk-calendar, .zk-month, .zk-times, .zk-agenda, .ant-drawer-body'),
        ]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => `${box.className}: ${box.scrollWidth} > ${box.clientWidth}`),
      ),
    ).toEqual([])
  await card(page, '我的任务').waitFor()
  await fits()
  await button(page, '新建任务').click()
  await page.getByRole('dialog', { name: '新建任务' }).getByLabel('标题 *').waitFor()
  await fits()
  for (const view of ['agenda', 'month', 'day']) {
    await page.goto(`${address()}/calendar?view=${view}`)
    await page.locator('.zk-agenda, .zk-month, .zk-times').waitFor()
    await fits()
  }
  await page.goto(`${address()}/calendar`)
  await page.locator('.zk-agenda .zk-entry', { hasText: '确认西子机械合同抬头' }).click()
  await button(page.getByRole('dialog'), '完成').click()
  // The window of the entry goes, and the one that asks for the result comes.
  const asking = page.getByRole('dialog').filter({ has: page.getByLabel('结果') })
  await button(asking, '完成').click()
  await page.locator('.zk-entry-closed', { hasText: '确认西子机械合同抬头' }).waitFor()
})
