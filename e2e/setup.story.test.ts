import { describe, expect, it } from 'vitest'
import { button, optionOf, find, openStage, rowOf, signIn } from './windows.ts'
import { administrator } from './product.ts'

const { open, enterAs } = openStage()

const enterAsAdministrator = async (at: string) => {
  const page = await open(at)
  await signIn(page, administrator.email, administrator.password)
  await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
  return page
}

describe('an administrator at work while others are', () => {
  it('adds a choice field with an index, puts it first, finds by it, retires it and brings it back', async () => {
    // Somebody else has a customer's form open all the while, and reloads nothing.
    const li = await enterAs('销售 李明')
    const page = await enterAsAdministrator('/setup')

    await button(page, '新建字段').click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('名称 *').fill('装修风格')
    await drawer.getByLabel('英文', { exact: true }).first().fill('Style')
    await drawer.getByLabel('类型 *').click()
    await optionOf(page, /^单选$/).click()
    for (const [i, [zh, en]] of [
      ['现代', 'Modern'],
      ['中式', 'Classic'],
      ['北欧', 'Nordic'],
    ].entries()) {
      await button(drawer, '添加选项').click()
      await drawer.getByLabel(`选项 ${i + 1}，中文`).fill(zh!)
      await drawer.getByLabel(`选项 ${i + 1}，英文`).fill(en!)
    }
    await drawer.getByLabel('建立索引').click()
    await button(drawer, '保存字段').click()
    const row = page.getByRole('list', { name: '自定义字段' }).getByRole('listitem').filter({ hasText: '装修风格' })
    await row.getByText('有索引').waitFor()

    await page.getByRole('tab', { name: '布局' }).click()
    const handle = page.getByRole('button', { name: '移动装修风格：用上下键' })
    const order = page.getByRole('list', { name: '表单的次序' }).getByRole('listitem')
    await handle.focus()
    while (!(await order.first().textContent())?.includes('装修风格')) {
      const before = await order.allTextContents()
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => order.allTextContents()).not.toEqual(before)
      await expect.poll(() => handle.evaluate((element) => element === document.activeElement)).toBe(true)
    }
    await expect.poll(() => page.locator('.zk-preview-sheet label').first().textContent()).toContain('装修风格')
    await button(page, '保存布局').click()
    await page.getByText('布局已保存').waitFor()

    // The open page of the other has heard of it.
    await button(li, '新建客户').click()
    const form = li.getByRole('dialog')
    await expect.poll(() => form.locator('label').first().textContent()).toContain('装修风格')
    await form.getByLabel('装修风格').click()
    await optionOf(li, '中式').click()
    await form.getByLabel('名称 *').fill('风格先行')
    await button(form, '保存').click()
    await li.getByRole('heading', { level: 1, name: '风格先行' }).waitFor()

    await li.getByRole('link', { name: '客户', exact: true }).click()
    await button(li, /筛选/).click()
    await li.getByRole('menuitem', { name: '装修风格' }).click()
    await li.locator('.zk-filter-part:visible .zk-filter-value .ant-select').click()
    await optionOf(li, '中式').click()
    await li.keyboard.press('Escape')
    await li.locator('.zk-filter', { hasText: '装修风格 是 中式' }).waitFor()
    await rowOf(li, '风格先行').waitFor()
    await expect.poll(() => li.locator('.zk-count').textContent()).toBe('1')

    await page.getByRole('tab', { name: '字段' }).click()
    await button(row, '“装修风格”可以做什么').click()
    await page.getByRole('menuitem', { name: '停用…' }).click()
    const dialog = page.getByRole('dialog', { name: '停用“装修风格”' })
    await dialog.getByText('有 1 条记录填了这个字段。').waitFor()
    await button(dialog, '停用字段').click()
    const retired = page.getByRole('list', { name: '已停用的字段' }).getByRole('listitem').filter({ hasText: '装修风格' })
    await retired.waitFor()
    // Gone from the other's page as well; the condition on it can be taken away.
    const lost = li.locator('.zk-filter', { hasText: '看不到的条件' })
    await button(lost, '去掉这个条件').click()
    await expect.poll(() => li.locator('.zk-filter').count()).toBe(0)

    await button(retired, '恢复').click()
    await row.getByText('有索引').waitFor()
    await find(li, '风格先行', '风格先行')
    await rowOf(li, '风格先行').click()
    await li.locator('.zk-facts dd', { hasText: '中式' }).waitFor()
  })

  it('rewords a choice, retires one, replaces it everywhere and takes that back', async () => {
    const page = await enterAsAdministrator('/setup?record=customer&tab=choices')
    await page.getByLabel('选项字段').click()
    await optionOf(page, /^来源$/).click()
    const list = page.getByRole('list', { name: '来源' })
    const choice = (text: string) => list.getByRole('listitem').filter({ hasText: text })
    await page.getByLabel('新选项，中文').fill('短视频')
    await page.getByLabel('新选项，英文').fill('Short video')
    await button(page, '添加选项').click()
    await choice('短视频').waitFor()
    await button(choice('渠道'), /可以做什么/).click()
    await page.getByRole('menuitem', { name: '停用…' }).click()
    const retire = page.getByRole('dialog', { name: '停用“渠道”' })
    const told = await retire.getByText(/有 \d+ 条记录使用它/).textContent()
    const n = Number(/\d+/.exec(told!)![0])
    await button(retire, '停用选项').click()
    await choice('渠道').getByText('已停用').waitFor()
    await button(choice('渠道'), /可以做什么/).click()
    await page.getByRole('menuitem', { name: '替换为另一选项…' }).click()
    const dialog = page.getByRole('dialog').filter({ hasText: '替换选项' })
    await dialog.getByRole('combobox').click()
    await optionOf(page, '短视频').click()
    await button(dialog, '预览').click()
    await dialog.getByText(`将处理 ${n} 条`).waitFor()
    await button(dialog, '替换选项').click()
    await dialog.getByText(`已处理 ${n} 条`).waitFor()
    await button(dialog, '撤销').click()
    await dialog.getByText(`已撤销 ${n} 条`).waitFor()
    await button(dialog, '完成').click()
    await choice('渠道').getByText('已停用').waitFor()
  })

  it('changes how customers are numbered, and sees the next number before it is given', async () => {
    const page = await enterAsAdministrator('/setup?record=customer&tab=numbers')
    await page.getByLabel('格式').fill('KH-{year}{month}-{0000}')
    await page.locator('.zk-number-next b', { hasText: /^KH-\d{6}-0001$/ }).waitFor()
    await page.getByLabel('格式').fill('KH-{month}-{0000}')
    await page.getByText('还需要 {year}').waitFor()
    await page.getByLabel('格式').fill('KH-{year}{month}-{0000}')
    await page.getByLabel('重新编号').click()
    await optionOf(page, '每月').click()
    const next = page.locator('.zk-number-next b', { hasText: /^KH-/ })
    await button(page, '保存规则').click()
    await page.getByText('编号规则已保存').waitFor()
    const wanted = await next.textContent()
    const li = await enterAs('销售 李明')
    await button(li, '新建客户').click()
    await li.getByRole('dialog').getByLabel('名称 *').fill('新编号客户')
    await button(li.getByRole('dialog'), '保存').click()
    await li.getByRole('heading', { level: 1, name: '新编号客户' }).waitFor()
    await li.locator('.zk-facts dd', { hasText: wanted! }).waitFor()
  })
})
