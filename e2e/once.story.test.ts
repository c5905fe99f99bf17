import { describe, expect, it } from 'vitest'
import { countDeeds } from './deeds.ts'
import { button, openCustomer, openStage, see } from './windows.ts'

const { address, enterAs } = openStage()

describe('one customer, once', () => {
  it('is noticed while it is typed again, put side by side, merged, and two again by one click', async () => {
    const lin = await enterAs('总监 林远山')
    const [first, again] = ['湖州太湖丝绸股份有限公司', '湖州太湖丝绸（股份）有限公司']
    const make = async (name: string) => {
      await lin.goto(`${address()}/customer`)
      await button(lin, '新建客户').click()
      const form = lin.getByRole('dialog', { name: '新建客户' })
      await form.getByLabel('名称 *').fill(name)
      return form
    }
    const form = await make(first)
    await button(form, '保存').click()
    await lin.getByRole('heading', { level: 1, name: first }).waitFor()
    const one = lin.url()
    const second = await make(again)
    const hint = second.locator('.zk-similar')
    await see(hint, first)
    await see(hint, '%')
    await button(second, '保存').click()
    await lin.getByRole('heading', { level: 1, name: again }).waitFor()
    const two = lin.url()

    await expect
      .poll(async () => {
        await lin.goto(one)
        await lin.getByRole('heading', { level: 1, name: first }).waitFor()
        await lin.locator('.zk-timeline > li').first().waitFor()
        return lin.locator('.zk-similar-panel', { hasText: again }).count()
      })
      .toBe(1)
    const deeds = await countDeeds(lin)
    await lin.getByRole('link', { name: '对比合并' }).click()
    const table = lin.getByRole('table', { name: '逐项对比' })
    await see(table, again)
    await button(lin, '合并').click()
    await lin.getByRole('heading', { level: 1, name: first }).waitFor()
    await see(lin.locator('.zk-timeline > li'), '合并')
    expect(await deeds()).toBe(2)
    // A link that somebody kept leads to the customer that stays.
    await lin.goto(two)
    await lin.getByRole('heading', { level: 1, name: first }).waitFor()
    await expect.poll(() => lin.url()).toBe(one)
  })

  it('a merge is taken back where it is offered', async () => {
    const lin = await enterAs('总监 林远山')
    await openCustomer(lin, '杭州西子联合机械有限公司')
    const stays = lin.url().split('/').at(-1)
    await lin.goto(`${address()}/customer`)
    await openCustomer(lin, '浙江绿野环保科技股份有限公司')
    const goes = lin.url().split('/').at(-1)
    await lin.goto(`${address()}/merge/customer/${stays}/${goes}`)
    await see(lin.locator('.zk-merge'), '将移过来')
    await button(lin, '合并').click()
    await lin.getByRole('heading', { level: 1, name: '杭州西子联合机械有限公司' }).waitFor()
    await button(lin, '撤销').click()
    await lin.getByText('已撤销', { exact: true }).first().waitFor()
    await lin.goto(`${address()}/customer/${goes}`)
    await lin.getByRole('heading', { level: 1, name: '浙江绿野环保科技股份有限公司' }).waitFor()
  })
})
