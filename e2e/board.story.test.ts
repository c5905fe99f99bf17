import { describe, expect, it } from 'vitest'
import { button, optionOf, openStage, rowOf } from './windows.ts'

const { address, enterAs } = openStage()
const at = (path: string, search: Record<string, unknown>) =>
  `${address()}${path}?${Object.entries(search)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&')}`

describe('a list in other shapes', () => {
  it('as a board: a card is dragged to another column, and taken back', async () => {
    const page = await enterAs('总监 林远山')
    // Of visitors of the day too little is known for the next stage.
    await page.goto(at('/customer', { layout: 'board', group: 'stage', filter: [{ field: 'kind', op: 'eq', value: 'enterprise' }] }))
    const column = (name: string) => page.locator('.zk-board-column').filter({ has: page.locator('header', { hasText: name }) })
    const card = column('潜在').locator('.zk-board-card').first()
    await card.waitFor()
    const title = (await card.locator('.zk-board-title').textContent())!
    const [from, to] = [(await card.boundingBox())!, (await column('开发').boundingBox())!]
    await page.mouse.move(from.x + 20, from.y + from.height - 6)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 60, { steps: 5 })
    await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 10 })
    await page.locator('.zk-board-target').waitFor()
    await page.mouse.up()
    await column('开发').locator('.zk-board-card:not([data-dnd-placeholder])', { hasText: title }).waitFor()
    await button(page, '撤销').click()
    await column('潜在').locator('.zk-board-card:not([data-dnd-placeholder])', { hasText: title }).waitFor()
  })

  it('as a board of states: a card moves by the action that leads there, which asks what it needs', async () => {
    const page = await enterAs('销售 李明')
    await page.goto(at('/activity', { layout: 'board', group: 'state' }))
    const column = (name: string) => page.locator('.zk-board-column').filter({ has: page.locator('header', { hasText: name }) })
    const title = '与财务一起过付款方案'
    const card = column('计划').locator('.zk-board-card', { hasText: title })
    await card.getByRole('button', { name: /移动/ }).click()
    await page.getByRole('menuitem', { name: '移到“完成”' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('结果').fill('看板上完成')
    // It is an important contact: what follows is asked for, too.
    await dialog.getByLabel('无需跟进的原因').fill('方案已定')
    await button(dialog, '完成').click()
    await column('完成').locator('.zk-board-card', { hasText: title }).waitFor()
  })

  it('in groups with totals, which fold', async () => {
    const page = await enterAs('总监 林远山')
    await page.goto(at('/customer', { group: 'tier', totals: ['revenue'] }))
    const group = page.locator('.zk-group', { hasText: 'A 重点' })
    await group.getByText('年营业额').waitFor()
    const important = page.locator('.zk-row').filter({ has: page.locator('[data-path="tier"]', { hasText: 'A 重点' }) })
    await important.first().waitFor()
    await group.getByRole('button').click()
    await expect.poll(() => important.count()).toBe(0)
    await group.getByRole('button').click()
    await important.first().waitFor()
    await page.reload()
    await page.locator('.zk-group', { hasText: '无等级' }).waitFor()
  })

  it('changes a cell where it stands, and peeks with the keyboard', async () => {
    const page = await enterAs('销售 李明')
    await page.goto(at('/customer', { filter: [{ field: 'kind', op: 'eq', value: 'enterprise' }] }))
    const row = page.getByRole('row').nth(2)
    const cell = row.locator('[data-path="tier"]')
    await cell.hover()
    await cell.getByRole('button').click()
    await page.locator('.zk-cell-editor .ant-select').click()
    await optionOf(page, 'B 普通').click()
    await button(page.locator('.zk-cell-editor'), '保存').click()
    await expect.poll(() => cell.textContent()).toContain('B 普通')
    await page.keyboard.press(' ')
    const name = (await row.locator('[data-path="name"]').textContent())!
    const drawer = page.getByRole('dialog')
    await drawer.getByText('时间线').waitFor()
    expect(await drawer.textContent()).toContain(name)
    await page.keyboard.press('j')
    const next = (await page.getByRole('row').nth(3).locator('[data-path="name"]').textContent())!
    await drawer.locator('.ant-drawer-title', { hasText: next }).waitFor()
  })

  it('opens with the view that an administrator set for a role', async () => {
    const admin = await enterAs('总监 林远山')
    await admin.goto(at('/customer', { filter: [{ field: 'tier', op: 'eq', value: 'A' }] }))
    await button(admin, '存为视图…').click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('名称').fill('我先看重点')
    await dialog.getByLabel('我打开列表时先显示它').check()
    await button(dialog, '保存').click()
    await button(admin, '我先看重点').waitFor()
    await admin.goto(`${address()}/customer`)
    await admin.locator('.zk-filter', { hasText: '等级 是 A 重点' }).waitFor()
    await button(admin, '全部').click()
    await expect.poll(() => admin.locator('.zk-filter').count()).toBe(0)
    await admin.reload()
    await admin.getByRole('row').nth(2).waitFor()
    expect(await admin.locator('.zk-filter').count()).toBe(0)
  })

  it('brings back what was deleted', async () => {
    const page = await enterAs('杭州主管 王芳')
    const first = page.getByRole('row').nth(1)
    const name = (await first.locator('[data-path="name"]').textContent())!
    await first.getByRole('checkbox').check()
    await button(page.locator('.zk-selection'), '删除').click()
    await button(page.getByRole('dialog'), '预览').click()
    await button(page.getByRole('dialog'), '删除').click()
    await button(page.getByRole('dialog'), '完成').click()
    await button(page, '更多').click()
    await page.getByRole('menuitem', { name: '回收站' }).click()
    await rowOf(page, name).first().getByRole('checkbox').check()
    await button(page.locator('.zk-selection'), '恢复').click()
    await button(page.getByRole('dialog'), '预览').click()
    await button(page.getByRole('dialog'), '恢复').click()
    await button(page.getByRole('dialog'), '完成').click()
    await button(page, '返回列表').click()
    await rowOf(page, name).first().waitFor()
  })
})
