import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLetterBox, type LetterBox } from '../app/test/letter-box.ts'
import { freePort, freshFolder, launch, ready, signIn, sweep, until, type Caller, type Product } from './product.ts'
import { button, openCustomer, openStage, see } from './windows.ts'

const { address, enterAs } = openStage()
const customer = '杭州西子联合机械有限公司'

const bell = (page: Page) => page.getByRole('button', { name: /^通知/ }).first()
const unread = async (page: Page): Promise<number> =>
  Number(/，(\d+) 条未读/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0)
interface Notices {
  items: { detail: string; isRead: boolean }[]
  unread: { value: number }
}
const notices = async (page: Page) => (await (await page.request.get(`${address()}/api/v1/notices?limit=50`)).json()) as Notices
/** The bell says what the server counts. Reminders of the day may come at any minute, so no number is taken for granted. */
const agrees = (page: Page) => expect.poll(async () => (await unread(page)) === (await notices(page)).unread.value).toBe(true)
/** Whether the notice of a comment has come and is read; null while it has not come. */
const isRead = async (page: Page, detail: string) =>
  (await notices(page)).items.find((item) => item.detail.includes(detail))?.isRead ?? null

const box = (page: Page) => page.getByLabel('写评论')
const comments = (page: Page) => page.locator('.zk-comment')

describe('colleagues talk on a record', () => {
  it('one names the other, whose bell lights up; he opens it with the keyboard, answers, and both see it', async () => {
    const [wang, li] = await Promise.all([enterAs('杭州主管 王芳'), enterAs('销售 李明')])
    await openCustomer(wang, customer)
    await box(wang).click()
    await box(wang).pressSequentially('请看 @lm')
    await wang.getByRole('option', { name: /李明/ }).waitFor()
    await wang.keyboard.press('Enter')
    expect(await box(wang).inputValue()).toBe('请看 @李明 ')
    await box(wang).pressSequentially('合同第三页')
    await wang.keyboard.press('Enter')
    await box(wang).pressSequentially('见 https://example.com/a')
    await wang.keyboard.press('Control+Enter')
    await see(comments(wang), '合同第三页')
    expect(await box(wang).inputValue()).toBe('')
    expect(await comments(wang).first().locator('p').textContent()).toBe('请看 @李明 合同第三页\n见 https://example.com/a')

    // He looks at a list meanwhile; nothing of his was touched.
    await expect.poll(() => isRead(li, '合同第三页')).toBe(false)
    await agrees(li)
    expect(await unread(li)).toBeGreaterThan(0)
    await bell(li).focus()
    await li.keyboard.press('Enter')
    const first = li.getByRole('dialog', { name: '通知' }).getByRole('link').filter({ hasText: '王芳 在' }).first()
    await see(first, `王芳 在 ${customer} 提到了您`)
    await expect.poll(() => li.evaluate(() => document.activeElement?.className)).toBe('zk-notice')
    await li.keyboard.press('Enter')
    await li.getByRole('heading', { level: 1, name: customer }).waitFor()
    await li.locator('.zk-comment-meant', { hasText: '合同第三页' }).waitFor()
    await expect.poll(() => isRead(li, '合同第三页')).toBe(true)
    await agrees(li)

    await box(li).fill('看过了，没有问题')
    await li.keyboard.press('Control+Enter')
    await see(comments(wang), '看过了，没有问题')
    await expect.poll(() => unread(wang)).toBeGreaterThan(0)
  })

  it('keeps a draft, shows who would not see it, and lets its author change, remove and put back what he said', async () => {
    const li = await enterAs('销售 李明')
    await openCustomer(li, customer)
    await box(li).fill('写到一半 @孙丽')
    await box(li).press('End')
    const sun = li.getByRole('option', { name: /孙丽.*不能查看此记录/ })
    await sun.waitFor()
    await li.keyboard.press('Enter')
    expect(await box(li).inputValue()).toBe('写到一半 @孙丽')
    await li.reload()
    await expect.poll(() => box(li).inputValue()).toBe('写到一半 @孙丽')
    await box(li).fill('第一版')
    await button(li, '发送').click()
    const mine = comments(li).first()
    await see(comments(li), '第一版')
    await mine.hover()
    await button(mine, '修改评论').click()
    await li.getByLabel('评论内容').fill('第二版')
    await button(li, '保存').click()
    await see(comments(li), '第二版')
    await see(mine, '已编辑')
    await mine.hover()
    await button(mine, '删除评论').click()
    await expect.poll(() => comments(li).filter({ hasText: '第二版' }).count()).toBe(0)
    await button(li, '撤销').click()
    await see(comments(li), '第二版')
    await li.reload()
    expect(await box(li).inputValue()).toBe('')
  })

  it('shows who follows, and stops and begins following', async () => {
    const wang = await enterAs('杭州主管 王芳')
    await openCustomer(wang, '浙江绿野环保科技股份有限公司')
    const follow = wang.getByRole('button', { name: /^(已关注|关注)$/ })
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true')
    const who = wang.getByRole('button', { name: /人关注/ })
    await who.click()
    await expect.poll(() => wang.locator('.zk-followers li').allTextContents()).toEqual(expect.arrayContaining(['李明', '王芳']))
    await wang.keyboard.press('Escape')
    await follow.click()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false')
    await wang.reload()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('false')
    await follow.click()
    await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true')
  })

  it('works with the thumb: bell, notice, comment, answer', async () => {
    const [lin, li] = await Promise.all([enterAs('总监 林远山'), enterAs('销售 李明', { width: 375, height: 720 })])
    await openCustomer(lin, customer)
    await box(lin).pressSequentially('@李明')
    await lin.getByRole('option', { name: /李明/ }).click()
    await box(lin).pressSequentially('电话里说')
    await button(lin, '发送').click()
    await expect.poll(() => isRead(li, '电话里说')).toBe(false)
    await agrees(li)
    expect(await unread(li)).toBeGreaterThan(0)
    await bell(li).click()
    const panel = li.getByRole('dialog', { name: '通知' })
    await panel.getByRole('link').filter({ hasText: '电话里说' }).click()
    // The timeline is open and the comment in sight.
    await li.locator('.zk-comment-meant', { hasText: '电话里说' }).waitFor()
    await expect.poll(() => li.locator('.zk-comment-meant').isVisible()).toBe(true)
    await box(li).fill('好的')
    await button(li, '发送').click()
    await see(comments(li), '好的')
    expect(await li.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await bell(li).click()
    await button(li, '全部标为已读').click()
    await expect.poll(() => unread(li)).toBe(0)
    await see(panel, '没有未读通知')
    await panel.getByRole('link', { name: '查看全部通知' }).click()
    await li.getByRole('heading', { level: 1, name: '通知' }).waitFor()
    await expect.poll(() => li.locator('.zk-notice').count()).toBeGreaterThan(3)
    expect(await li.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  })

  it('lets everybody choose what he is told of, in his own language, wherever he signs in', async () => {
    const zhou = await enterAs('客服 周涛')
    await button(zhou, '周涛').click()
    await zhou.getByRole('menuitem', { name: '设置' }).click()
    await zhou.getByRole('heading', { level: 1, name: '设置' }).waitFor()
    await see(zhou.getByRole('note'), '邮件还没有设置好')
    const product = zhou.getByRole('switch', { name: '评论：产品内' })
    await product.click()
    await zhou.getByText('English', { exact: true }).last().click()
    await zhou.getByRole('heading', { level: 1, name: 'Preferences' }).waitFor()
    const kept = async () => ((await (await zhou.request.get(`${address()}/api/v1/me/preferences`)).json()) as { values: object }).values
    await expect.poll(kept).toMatchObject({ language: 'en', notices: { kinds: { commented: { product: false, mail: 'digest' } } } })
    // Another machine, in Chinese until he is known there.
    const elsewhere = await enterAs('客服 周涛')
    await elsewhere.getByRole('button', { name: 'Notices' }).first().waitFor()
  })
})

describe('a product with a mail server', () => {
  const folder = freshFolder()
  let letters: LetterBox
  let product: Product
  let admin: Caller
  beforeAll(async () => {
    letters = await openLetterBox()
    product = launch(folder, await freePort(), {
      ZHIKE_SMTP_URL: letters.url,
      ZHIKE_MAIL_FROM: '知客 <zhike@example.cn>',
      ZHIKE_PUBLIC_URL: 'https://crm.example.cn',
    })
    await ready(product, 120_000)
    admin = await signIn(product)
  })
  afterAll(async () => {
    await sweep(folder, product)
    await letters?.close()
  })

  it('sends what somebody is told to his letter box', async () => {
    const { body: roles } = await admin.ask<{ items: { id: string; code: string }[] }>('GET', 'records/role?limit=50')
    const made = await admin.ask<{ id: string }>('POST', 'records/user', {
      body: { name: '王磊', email: 'wanglei@example.cn', roles: [roles.items.find((role) => role.code === 'director')!.id] },
    })
    const { body: found } = await admin.ask<{ id: string }>('POST', 'records/customer', { body: { name: '云杉集团' } })
    const said = await admin.ask('POST', `records/customer/${found.id}/comments`, { body: { body: `@[x](user:${made.body.id}) 明天见` } })
    expect(said.status).toBe(201)
    const mail = await until('the mail', 30_000, () => letters.mails[0])
    expect(mail.to).toEqual(['wanglei@example.cn'])
    expect(mail.headers.subject).toBe('管理员 在 云杉集团 提到了您')
    expect(mail.text).toContain(`@王磊 明天见\nhttps://crm.example.cn/customer/${found.id}#comment-`)
  })
})
