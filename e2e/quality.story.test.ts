import { describe, expect, it } from 'vitest'
import { button, optionOf, openStage } from './windows.ts'

const { address, enterAs } = openStage()

describe('the quality of data', () => {
  it('is explained on the page of a customer, where it is mended', async () => {
    const page = await enterAs('销售 李明')
    const send = (path: string, body: object) =>
      page.evaluate(
        async ([to, content]) => {
          const answer = await fetch(`/api/v1/${to}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-requested-with': 'story' },
            body: content,
          })
          return (await answer.json()) as { id: string }
        },
        [path, JSON.stringify(body)] as [string, string],
      )
    const { id } = await send('records/customer', { name: '良渚陶瓷有限公司', region: '浙江杭州', address: '待补充' })
    await page.goto(`${address()}/customer/${id}`)
    const panel = page.locator('.zk-quality')
    await panel.getByText(/来源、行业/).waitFor()
    await panel.locator('li', { hasText: '地址：像是占位内容' }).waitFor()
    const score = async () => Number(await panel.locator('h3 b').textContent())
    const before = await score()

    // It cannot become a growing customer as long as nobody knows who decides.
    await button(panel, '去修改').first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('阶段 *').click()
    await optionOf(page, '成长').click()
    await button(drawer, '保存').click()
    await drawer
      .getByText(/进入“成长”前须填写：/)
      .first()
      .waitFor()
    await drawer.getByLabel('行业').fill('陶瓷')
    await drawer.getByLabel('来源').click()
    await optionOf(page, '来访').click()
    await drawer.getByLabel('地址').fill('杭州市余杭区良渚街道 8 号')
    await drawer.getByLabel('阶段 *').click()
    await optionOf(page, '潜在').click()
    await button(drawer, '保存').click()
    await drawer.waitFor({ state: 'hidden' })
    await expect.poll(score).toBeGreaterThan(before)
    await button(panel, '确认无误').click()
    await panel.locator('li', { hasText: /确认 \d{4}-\d{2}-\d{2}/ }).waitFor()
  })

  it('is told by department and owner, and leads to the lists that are to be mended', async () => {
    const page = await enterAs('杭州主管 王芳')
    await page.goto(`${address()}/quality`)
    const owners = page.getByRole('region', { name: '负责人' })
    await owners.getByRole('link', { name: '何洁', exact: true }).waitFor()
    // Shanghai is none of her business.
    expect(await owners.getByRole('link', { name: '孙丽' }).count()).toBe(0)
    expect(await owners.locator('.zk-trend svg').count()).toBeGreaterThan(0)
    await page
      .locator('.zk-quality-all')
      .getByRole('link', { name: /存疑/ })
      .click()
    await page.locator('.zk-filter', { hasText: '质量问题' }).waitFor()
    await page.locator('.zk-table[aria-busy="false"]').waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(1)
  })

  it('is put right by a clean-up, which counts what is done', async () => {
    const page = await enterAs('杭州主管 王芳')
    await page.goto(`${address()}/cleanup?view=all`)
    await page.getByText('重点与普通客户资料清理').first().click()
    await page.locator('.zk-cleanup-share b', { hasText: /^\d+%$/ }).waitFor()
    await page.getByRole('link', { name: /从最差的改起/ }).click()
    await page.locator('.zk-filter', { hasText: '重点与普通客户资料清理' }).waitFor()
  })
})
