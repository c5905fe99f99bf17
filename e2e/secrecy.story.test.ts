import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { administrator } from './product.ts'
import { button, optionOf, fact, openStage, see, signIn } from './windows.ts'

const { address, enterAs, open } = openStage()

async function enterAsAdministrator(at: string): Promise<Page> {
  const page = await open('/')
  await signIn(page, administrator.email, administrator.password)
  await page.locator('.zk-today').waitFor()
  await page.goto(address() + at)
  return page
}

describe('what is secret and how long it is kept', () => {
  it('is set up by field and role, told where it is masked, and tried before anything is deleted', async () => {
    const admin = await enterAsAdministrator('/setup?record=contact&tab=classes')
    const ask = (url: string, data?: object, headers: Record<string, string> = {}) =>
      admin.request.fetch(`${address()}/api/v1/${url}`, {
        ...(data ? { data, method: headers['if-match'] ? 'PATCH' : 'POST' } : {}),
        headers: { 'x-requested-with': 'test', ...headers },
      })
    const roles = (await (await ask('records/role?limit=50')).json()) as { items: { id: string; code: string; version: number }[] }
    const head = roles.items.find(({ code }) => code === 'departmentHead')!
    expect((await ask(`records/role/${head.id}`, { clearance: 'confidential' }, { 'if-match': `"${head.version}"` })).status()).toBe(200)
    await admin.reload()
    await admin.getByLabel('手机的密级').click()
    await optionOf(admin, '敏感').click()
    await see(admin.getByRole('row').filter({ hasText: '手机' }), '脱敏')

    const wang = await enterAs('杭州主管 王芳')
    const found = (await (await wang.request.get(`${address()}/api/v1/records/contact?limit=100&fields=name,mobile`)).json()) as {
      items: { id: string; masked?: string[] }[]
    }
    const masked = found.items.find((item) => item.masked?.includes('mobile'))!
    await wang.goto(`${address()}/contact/${masked.id}`)
    await button(wang, '手机为什么脱敏').click()
    await see(wang.locator('.zk-masked-why'), '“敏感”级信息，您的角色可看到“保密”级。说明原因后可以查看')
    await wang.keyboard.press('Escape')
    await button(wang, '查看手机').click()
    const dialog = wang.getByRole('dialog')
    await dialog.getByText('核对信息').click()
    await button(dialog, '查看并记录').click()
    await expect.poll(() => fact(wang, '手机').textContent()).toMatch(/1\d\d ?\d{4} ?\d{4}/)

    const rule = (await (
      await ask('records/retentionRule', { name: '久未联系', what: 'customer', since: 'lastContact', days: 20, deed: 'recycle' })
    ).json()) as { id: string }
    await admin.goto(`${address()}/retentionRule/${rule.id}`)
    await button(admin, '试运行').click()
    const hits = admin.locator('.zk-retention-state b')
    await hits.waitFor()
    const n = /\d+/.exec((await hits.textContent())!)![0]
    expect(await admin.locator('.zk-retention-rows li').count()).toBe(Math.min(50, Number(n)))
    await button(admin, '启用').click()
    const sure = admin.getByRole('dialog')
    await sure.getByLabel('试运行会处理多少条 *').fill(n)
    await button(sure, '启用').click()
    await see(admin.locator('main header'), '启用')
    await expect
      .poll(async () => ((await (await ask(`records/retentionRule/${rule.id}`)).json()) as { state: string }).state)
      .toBe('active')
  })
})
