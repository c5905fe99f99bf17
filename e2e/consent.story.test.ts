import { describe, expect, it } from 'vitest'
import { button, openCustomer, openStage, see } from './windows.ts'

const { address, enterAs, open } = openStage()

describe('what people want', () => {
  it('is recorded, decided by themselves at an address of their own, and asked for as a request that ends in nothing left', async () => {
    const lin = await enterAs('总监 林远山')
    await openCustomer(lin, '杭州西子联合机械有限公司')
    await lin.getByRole('link', { name: '沈国强' }).first().click()
    await lin.getByRole('heading', { level: 1, name: '沈国强' }).waitFor()
    const consents = lin.locator('.zk-consents')
    await see(consents, '撤回')
    await button(consents, '生成偏好页链接').click()
    const path = await lin.getByRole('dialog').locator('input').inputValue()
    await lin.keyboard.press('Escape')

    // He opens it on his own telephone, where nobody is signed in.
    const own = await open(new URL(path).pathname, { width: 375, height: 720 })
    const news = own.getByRole('switch', { name: '新房资讯 · 微信' })
    await expect.poll(() => news.getAttribute('aria-checked')).toBe('false')
    await news.click()
    await expect.poll(() => news.getAttribute('aria-checked')).toBe('true')
    expect(await own.locator('body').textContent()).not.toContain('沈国强')
    await own.reload()
    await expect.poll(() => news.getAttribute('aria-checked')).toBe('true')
    await lin.reload()
    await expect.poll(() => consents.locator('.zk-consent-given', { hasText: '微信' }).count()).toBe(1)

    // Then he wants to be forgotten.
    const id = new URL(lin.url()).pathname.split('/').at(-1)!
    const contact = (await (await lin.request.get(`${address()}/api/v1/records/contact/${id}`)).json()) as { customer: { id: string } }
    const made = await lin.request.post(`${address()}/api/v1/records/subjectRequest`, {
      data: { customer: contact.customer.id, contact: id, kind: 'erase' },
      headers: { 'x-requested-with': 'test' },
    })
    expect(made.status()).toBe(201)
    await lin.goto(`${address()}/subjectRequest/${((await made.json()) as { id: string }).id}`)
    await button(lin, '彻底删除').click()
    const dialog = lin.getByRole('dialog')
    await dialog.getByLabel('再次输入姓名').fill('沈国强')
    await button(dialog, '彻底删除').click()
    await see(lin.locator('main'), '已办结')
    await see(lin.locator('main'), '变更历史')
    const search = (await (await lin.request.get(`${address()}/api/v1/search?q=${encodeURIComponent('沈国强')}`)).json()) as object
    expect(JSON.stringify(search)).not.toContain(id)
    // The address he had leads nowhere.
    expect((await own.request.get(`${address()}/api/v1/preference-page/${path.split('/').at(-1)}`)).status()).toBe(404)
  })
})
