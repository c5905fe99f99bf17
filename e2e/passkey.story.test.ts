import { describe, expect, it } from 'vitest'
import { button, openStage } from './windows.ts'

const { address, open } = openStage()

describe('somebody with a passkey', () => {
  it('adds it, comes in by it alone and after the password, and removes it again', async () => {
    const page = await open()
    // Browsers know passkeys by names, never by numbers.
    const at = (path: string) => `http://localhost:${new URL(address()).port}${path}`
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: false,
      },
    })
    /** The owner lays his finger on it, or not. */
    const isThere = (enabled: boolean) => session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    const leave = async () => {
      await isThere(false)
      await page.locator('.zk-me').click()
      await page.getByRole('menuitem', { name: '退出' }).click()
      await page.getByLabel('邮箱').waitFor()
    }

    await page.goto(at('/security'))
    await button(page, '销售 李明').click()
    await page.getByText('没有通行密钥').waitFor()
    await button(page, '添加通行密钥').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('办公室电脑')
    await isThere(true)
    await button(dialog, '添加通行密钥').click()
    await button(dialog, '已存好，继续').waitFor()
    expect(await dialog.getByRole('list', { name: '备用码' }).getByRole('listitem').count()).toBe(10)
    await button(dialog, '已存好，继续').click()
    await button(page, '移除 办公室电脑').waitFor()

    await leave()
    await isThere(true)
    await button(page, '用通行密钥登录').click()
    await page.locator('.zk-me').waitFor()

    await leave()
    await button(page, '销售 李明').click()
    await button(page, '用通行密钥继续').waitFor()
    await isThere(true)
    await button(page, '用通行密钥继续').click()
    await page.locator('.zk-me').waitFor()

    await page.goto(at('/security'))
    await button(page, '移除 办公室电脑').click()
    await page.getByText('没有通行密钥').waitFor()
    await leave()
    await button(page, '销售 李明').click()
    await page.locator('.zk-me').waitFor()
  })
})
