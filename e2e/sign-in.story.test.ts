import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { codeAt, fromBase32, stepAt } from '#engine/sign-in/one-time-code.ts'
import { administrator } from './product.ts'
import { button, openStage, signIn } from './windows.ts'

const { open } = openStage()

const asScript = { headers: { 'x-requested-with': 'story' } }
const asked = async (page: Page, path: string) =>
  (await (await page.request.get(new URL(`/api/v1/${path}`, page.url()).href)).json()) as {
    items: { id: string; version: number; code: string }[]
  }

describe('somebody whose role asks for a second factor', () => {
  it('sets it up before anything else, comes in with a backup code elsewhere, ends that session, and gets a new password by a link', async () => {
    const admin = await open('/role')
    await signIn(admin, administrator.email, administrator.password)
    await admin.getByRole('heading', { level: 1, name: '角色' }).waitFor()
    const role = (await asked(admin, 'records/role?limit=50')).items.find(({ code }) => code === 'reception')!
    const changed = await admin.request.patch(new URL(`/api/v1/records/role/${role.id}`, admin.url()).href, {
      data: { secondFactor: true },
      headers: { ...asScript.headers, 'if-match': `"${role.version}"` },
    })
    expect(changed.status(), await changed.text()).toBe(200)

    const chen = await open('/security')
    await button(chen, '前台 陈静').click()
    await chen.getByRole('heading', { name: '先设置两步验证' }).waitFor()
    const key = (await chen.locator('.zk-factor-key').textContent())!.replaceAll(' ', '')
    await chen.getByLabel('输入应用显示的 6 位验证码').fill(codeAt(fromBase32(key), stepAt(Date.now())))
    await button(chen, '开启两步验证').click()
    await button(chen, '已存好，继续').waitFor()
    const codes = await chen.getByRole('list', { name: '备用码' }).getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
    await button(chen, '已存好，继续').click()
    await chen.getByRole('heading', { level: 1, name: '登录与安全' }).waitFor()
    await chen.getByText('您的角色要求，不能关闭').waitFor()

    const elsewhere = await open('/today')
    await button(elsewhere, '前台 陈静').click()
    await elsewhere.getByLabel('验证码').fill(codes[0]!)
    await elsewhere.keyboard.press('Enter')
    await elsewhere.locator('.zk-me').waitFor()

    await chen.reload()
    await button(chen, /^结束 .* 的登录$/).click()
    await chen.getByText('已结束这处登录').waitFor()
    await elsewhere.reload()
    await elsewhere.getByLabel('邮箱').waitFor()

    const { items } = await asked(admin, `records/user?limit=1&q=${encodeURIComponent('陈静')}`)
    await admin.goto(new URL(`/user/${items[0]!.id}`, admin.url()).href)
    await button(admin, '生成设置密码的链接').click()
    const link = await admin.getByLabel('链接', { exact: true }).inputValue()
    const lost = await open(new URL(link).pathname + new URL(link).hash)
    await lost.getByLabel('新密码').fill('qwerty123456')
    await lost.getByLabel('再输一次').fill('qwerty123456')
    await button(lost, '设置密码').click()
    await lost.getByRole('alert').filter({ hasText: '太常见' }).waitFor()
    await lost.getByLabel('新密码').fill('荷塘月色 2031 小船')
    await lost.getByLabel('再输一次').fill('荷塘月色 2031 小船')
    await button(lost, '设置密码').click()
    await lost.getByRole('link', { name: '去登录' }).click()
    await lost.getByLabel('邮箱').fill('chen@yunshan.demo')
    await lost.getByLabel('密码', { exact: true }).fill('荷塘月色 2031 小船')
    await lost.keyboard.press('Enter')
    await lost.getByLabel('验证码').fill(codes[1]!)
    await lost.keyboard.press('Enter')
    await lost.locator('.zk-me').waitFor()
    // What was open with the old password is open no more.
    await chen.reload()
    await chen.getByLabel('邮箱').waitFor()
  })
})
