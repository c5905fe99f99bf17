import { describe, expect, it } from 'vitest'
import { button, openStage, see } from './windows.ts'

const { address, enterAs, open } = openStage()

describe('a stranger who asks on the website', () => {
  it('is handed to somebody, with the reason; is worked on, and becomes a customer with the history', async () => {
    const lin = await enterAs('总监 林远山')
    const listed = async (record: string) =>
      (
        (await (await lin.request.get(`${address()}/api/v1/records/${record}?limit=100`)).json()) as {
          items: { id: string; name: unknown }[]
        }
      ).items
    const [form] = await listed('webForm')
    // He reads it on his telephone.
    const own = await open(`/forms/${form!.id}?lang=zh`, { width: 375, height: 720 })
    await own.getByRole('heading', { level: 1, name: '预约看房' }).waitFor()
    await own.getByLabel('姓名').fill('冉秋水')
    await own.getByLabel('电话').fill('13966660001')
    await own.getByLabel('云杉湖', { exact: true }).check()
    await own.getByLabel('留言').fill('周六上午想看样板间')
    await own.getByLabel('我同意').check()
    // Whoever is quicker than a hand is taken for a program: the form has been open for a while before it is sent.
    await own.waitForFunction(() => performance.now() > 4_000)
    await own.getByRole('button', { name: '提交' }).click()
    await see(own.locator('[role=status]'), '已收到')

    // Who is on duty is a matter of the hour; whoever is given it, a director sees it and why.
    const lead = async () => (await listed('lead')).find(({ name }) => name === '冉秋水')
    await expect.poll(async () => (await lead()) !== undefined).toBe(true)
    await lin.goto(`${address()}/lead/${(await lead())!.id}`)
    await lin.getByRole('heading', { level: 1, name: '冉秋水' }).waitFor()
    await lin.locator('.zk-decisions').first().waitFor()
    const why = await lin.locator('.zk-decisions').first().textContent()
    expect(why).toMatch(/轮到|留在待分配/)

    const made = await lin.request.post(`${address()}/api/v1/records/leadContact`, {
      data: { lead: (await lead())!.id, subject: '首次电话', kind: 'call', outcome: '约周六看房' },
      headers: { 'x-requested-with': 'test' },
    })
    expect(made.status()).toBe(201)
    await lin.goto(`${address()}/lead/${(await lead())!.id}`)
    await lin.locator('.zk-page-head').getByText('已联系').first().waitFor()
    await button(lin, '转为客户').click()
    const dialog = lin.getByRole('dialog', { name: '转为客户' })
    await button(dialog, '转为客户').click()
    await dialog.waitFor({ state: 'detached' })
    await lin.locator('.zk-page-head').getByText('已转客户').first().waitFor()
    await lin.locator('.zk-facts').getByRole('link', { name: '冉秋水' }).first().click()
    await lin.getByRole('heading', { level: 1, name: '冉秋水' }).waitFor()
    await see(lin.locator('main'), '首次电话')
  })
})
