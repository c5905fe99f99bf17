import { describe, expect, it } from 'vitest'
import { countDeeds } from './deeds.ts'
import { button, optionOf, openStage, rowOf } from './windows.ts'

const { address, enterAs } = openStage()

describe('a salesperson with a list', () => {
  it('builds the view "my A-class enterprises not contacted for thirty days", saves it and shares it', async () => {
    const page = await enterAs('总监 林远山')
    const part = page.locator('.zk-filter-part:visible')
    const editors = (n: number) => expect.poll(() => part.locator('.zk-filter-editor').count()).toBe(n)
    const choose = async (label: string, option: string) => {
      await part.getByLabel(label).last().click()
      await optionOf(page, new RegExp(`^${option}$`)).click()
    }
    const deeds = await countDeeds(page)
    await button(page, /筛选/).click()
    await page.getByRole('menuitem', { name: '等级' }).click()
    await part.locator('.zk-filter-value .ant-select').click()
    await optionOf(page, 'A 重点').click()
    await page.keyboard.press('Escape')
    await button(page, '且').click()
    await page.getByRole('menuitem', { name: '最近联系' }).click()
    await part.getByText('最近联系', { exact: true }).waitFor()
    await choose('怎样的日期', '几天前')
    await page.locator('.zk-filter', { hasText: '最近联系 早于 30 天前' }).waitFor()
    await button(part, '或者…').click()
    await page.getByRole('menuitem', { name: '最近联系' }).last().click()
    // The second comparison has to be there before the last one is meant.
    await editors(2)
    await choose('怎样比较', '为空')
    await page.keyboard.press('Escape')
    await page.locator('.zk-filter', { hasText: '最近联系 早于 30 天前 或 最近联系 为空' }).waitFor()
    await expect.poll(() => page.locator('.zk-count').textContent()).toMatch(/^\d{1,2}$/)
    const count = await page.locator('.zk-count').textContent()

    await button(page, '存为视图…').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('久未联系的重点客户')
    await dialog.getByLabel('所有人').check()
    await button(dialog, '保存').click()
    await button(page, '久未联系的重点客户').waitFor()
    expect(await deeds()).toBeLessThanOrEqual(20)

    await button(page, '全部').click()
    await expect.poll(() => page.locator('.zk-count').textContent()).not.toBe(count)
    await button(page, '久未联系的重点客户').click()
    await expect.poll(() => page.locator('.zk-count').textContent()).toBe(count)
    await page.reload()
    await page.locator('.zk-filter', { hasText: '30 天前' }).waitFor()

    const li = await enterAs('销售 李明')
    await button(li, '久未联系的重点客户').click()
    await li.locator('.zk-filter', { hasText: '等级 是 A 重点' }).waitFor()
    await expect.poll(() => li.locator('.zk-count').textContent()).toMatch(/^\d+$/)
    expect(Number(await li.locator('.zk-count').textContent())).toBeLessThanOrEqual(Number(count))
  })

  it('chooses columns, which stay with the address', async () => {
    const page = await enterAs('销售 李明')
    await button(page, '显示方式').click()
    const columns = page.getByRole('group', { name: '列' })
    await columns.getByText('来源', { exact: true }).click()
    await columns.getByText('部门', { exact: true }).click()
    await page.getByRole('columnheader', { name: '来源' }).waitFor()
    await expect.poll(() => page.getByRole('columnheader', { name: '部门' }).count()).toBe(0)
    await page.reload()
    await page.getByRole('columnheader', { name: '来源' }).waitFor()
  })

  it('changes all that the list shows, sees the report, and takes it back', async () => {
    const page = await enterAs('总监 林远山')
    const query = encodeURIComponent(JSON.stringify([{ field: 'region', op: 'eq', value: '上海' }]))
    await page.goto(`${address()}/customer?filter=${query}`)
    await page.getByRole('row').nth(3).waitFor()
    await expect.poll(async () => Number(await page.locator('.zk-count').textContent())).toBeGreaterThan(20)
    const shown = Number(await page.locator('.zk-count').textContent())
    await page.getByLabel('全选已加载的行').check()
    await page.locator('.zk-selection b', { hasText: `已选 ${shown} 条` }).waitFor()
    await button(page, '批量修改').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').first().click()
    await optionOf(page, '行业').click()
    await dialog.getByLabel('行业', { exact: true }).fill('批量试改')
    await button(dialog, '预览').click()
    await dialog.getByText(`将处理 ${shown} 条`).waitFor()
    await button(dialog, '批量修改').click()
    await dialog.getByText(`已处理 ${shown} 条`).waitFor()
    await button(dialog, '撤销').click()
    await dialog.getByText(`已撤销 ${shown} 条`).waitFor()
    await button(dialog, '完成').click()
    await page.goto(
      `${address()}/customer?filter=${encodeURIComponent(JSON.stringify([{ field: 'industry', op: 'eq', value: '批量试改' }]))}`,
    )
    await page
      .getByText(/没有/)
      .first()
      .waitFor()
    expect(await rowOf(page, '批量试改').count()).toBe(0)
  })
})
