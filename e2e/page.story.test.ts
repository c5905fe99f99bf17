import { describe, expect, it } from 'vitest'
import { button, optionOf, fact, openCustomer, openStage } from './windows.ts'

const { address, enterAs } = openStage()

describe('the page of a customer', () => {
  it('keeps files: added, looked at, removed and brought back', async () => {
    const page = await enterAs('销售 李明')
    await openCustomer(page, '杭州西子联合机械有限公司')
    const files = page.locator('.zk-files')
    await files.locator('input[type=file]').setInputFiles([
      { name: '会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('第一条：下周回访') },
      {
        name: '名片.png',
        mimeType: 'image/png',
        buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
      },
    ])
    await button(files, '会议纪要.txt').click()
    await page.getByRole('dialog').getByText('第一条：下周回访').waitFor()
    await page.keyboard.press('Escape')
    await button(files, '名片.png').click()
    await expect
      .poll(() =>
        page
          .getByRole('dialog')
          .locator('img')
          .evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBe(1)
    await page.keyboard.press('Escape')
    await button(files, '删除“名片.png”').click()
    await expect.poll(() => files.getByText('名片.png').count()).toBe(0)
    await button(page, '撤销').click()
    await files.getByText('名片.png').waitFor()
    await page.getByText('恢复附件').waitFor()
  })

  it('tells the history of one field, and of which operation a change was part', async () => {
    const page = await enterAs('总监 林远山')
    await page.goto(`${address()}/customer?q=${encodeURIComponent('西子联合')}`)
    await page.getByRole('row').nth(1).waitFor()
    await openCustomer(page, '杭州西子联合机械有限公司')
    await fact(page, '等级').hover()
    await fact(page, '等级')
      .getByRole('button', { name: /^修改等级/ })
      .click()
    await page.locator('.zk-fact-input .ant-select').click()
    await optionOf(page, 'B 普通').click()
    await button(page.locator('.zk-fact-input'), '保存').click()
    await expect.poll(() => fact(page, '等级').textContent()).toContain('B 普通')
    await fact(page, '等级').hover()
    await button(fact(page, '等级'), '等级的修改历史').click()
    const history = page.locator('.zk-field-history')
    await history.getByText('林远山').first().waitFor()
    await expect.poll(() => history.locator('li').first().textContent()).toMatch(/→ *B 普通/)
  })

  it('says why an action is closed', async () => {
    const page = await enterAs('销售 李明')
    await page.goto(`${address()}/activity?filter=${encodeURIComponent(JSON.stringify([{ field: 'state', op: 'eq', value: 'done' }]))}`)
    await page.getByRole('row').nth(1).locator('[data-path="subject"]').click()
    await button(page, '更多操作').click()
    const closed = page.getByRole('menuitem', { name: '取消' })
    await closed.waitFor()
    expect(await closed.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.ant-dropdown [title*="状态为“完成”时不能这样做"]').count()).toBeGreaterThan(0)
  })

  it('exports what the list shows, and the export stands among the operations', async () => {
    const page = await enterAs('总监 林远山')
    await button(page, '更多').click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '导出为 CSV' }).click()])
    expect(file.suggestedFilename()).toBe('客户.csv')
    await page.goto(`${address()}/operations`)
    const row = page.getByRole('row').filter({ hasText: '导出' }).first()
    await row.getByText('完成').waitFor()
    expect(await row.textContent()).toMatch(/客户/)
  })
})
