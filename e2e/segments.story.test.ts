import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { button, optionOf, chooseLinked, openStage, rowOf } from './windows.ts'

const { enterAs } = openStage()

const choose = async (page: Page, option: string) => optionOf(page, new RegExp(`^${option}$`)).click()
const count = (page: Page) => page.locator('.zk-list-head .zk-count')

describe('segments', () => {
  it('are made of a filter that counts what customers did, with a number that stands in the list as well', async () => {
    const page = await enterAs('销售 李明')
    await expect.poll(() => count(page).textContent()).toMatch(/^\d+$/)
    const all = await count(page).textContent()
    await button(page, /筛选/).click()
    await page.getByRole('menuitem', { name: '往来与名下记录' }).hover()
    await page.getByRole('menuitem', { name: '联系记录', exact: true }).click()
    const part = page.locator('.zk-filter-part:visible')
    await button(part, '只算满足条件的…').click()
    await page.getByRole('menuitem', { name: '方式', exact: true }).click()
    await part.locator('.zk-filter-value .ant-select').click()
    await choose(page, '拜访')
    await page.getByRole('heading', { level: 1 }).click()
    await part.waitFor({ state: 'hidden' })
    await page.locator('.zk-filter', { hasText: '有 联系记录（方式 是 拜访）' }).waitFor()
    await expect.poll(() => count(page).textContent()).not.toBe(all)
    const visited = await count(page).textContent()

    await button(page, '存为分群…').click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText(`现在有 ${visited} 个客户`).waitFor()
    await drawer.getByLabel('名称 *').fill('有拜访的客户')
    // One more condition, and the number follows before anything is saved.
    await button(drawer, '添加条件').click()
    await page.getByRole('menuitem', { name: '等级', exact: true }).last().click()
    await drawer.locator('.zk-filter-value .ant-select').last().click()
    await choose(page, 'A 重点')
    await expect.poll(() => drawer.locator('.zk-conditions-end .zk-count').textContent()).not.toBe(`现在有 ${visited} 个客户`)
    await expect.poll(() => drawer.locator('.zk-conditions-end .zk-count').textContent()).toMatch(/^现在有 \d+ 个客户$/)
    const said = (await drawer.locator('.zk-conditions-end .zk-count').textContent())!.replace(/\D/g, '')
    await button(drawer, '保存').click()
    await page.getByRole('heading', { level: 1, name: '有拜访的客户' }).waitFor()
    await page.locator('.zk-segment-count b', { hasText: new RegExp(`^${said}$`) }).waitFor()
    await page.getByRole('link', { name: '打开完整列表' }).click()
    await page.locator('.zk-filter', { hasText: '在分群 有拜访的客户' }).waitFor()
    await expect.poll(() => count(page).textContent()).toBe(said)
    await page.locator('.zk-table[aria-busy="false"]').waitFor()
    await rowOf(page, '杭州西子联合机械有限公司').getByText('杭州西子联合机械有限公司').first().click()
    await page.locator('.zk-segments-of').getByRole('link', { name: '有拜访的客户' }).waitFor()
  })

  it('of a fixed kind take whom one selects, and give them back', async () => {
    const page = await enterAs('杭州主管 王芳')
    await page.goto(`${new URL(page.url()).origin}/segment?view=all`)
    const row = rowOf(page, '中秋答谢名单')
    await row.getByText('5 个', { exact: true }).waitFor()
    await page.goto(`${new URL(page.url()).origin}/customer?view=all&q=${encodeURIComponent('冯雪')}`)
    await page.locator('.zk-table[aria-busy="false"]').waitFor()
    await rowOf(page, '冯雪').locator('.zk-check').check()
    const bar = page.getByRole('toolbar', { name: '所选记录的操作' })
    await button(bar, '更多').click()
    await page.getByRole('menuitem', { name: '加入名单' }).click()
    const dialog = page.getByRole('dialog')
    await chooseLinked(dialog, '名单 *', '中秋', '中秋答谢名单')
    await button(dialog, '预览').click()
    await button(dialog, '加入名单').click()
    await dialog
      .getByText(/撤销/)
      .first()
      .waitFor()
    const members = async () => {
      const answer = await page.evaluate(async () => {
        const lists = await (await fetch('/api/v1/records/segment?limit=100', { headers: { 'x-requested-with': 'story' } })).json()
        const { id } = lists.items.find((item: { name: string }) => item.name === '中秋答谢名单')
        const filter = encodeURIComponent(JSON.stringify({ segment: id }))
        return (await fetch(`/api/v1/records/customer?limit=100&filter=${filter}`, { headers: { 'x-requested-with': 'story' } })).json()
      })
      return answer.items.length as number
    }
    await expect.poll(members).toBe(6)
    await button(dialog, /撤销/).click()
    await expect.poll(members).toBe(5)
  })
})
