import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { button, openStage, rowOf } from './windows.ts'

const { enterAs } = openStage()

const toDesk = async (page: Page) => {
  await page.goto(new URL('/desk', page.url()).href)
  await page.locator('.zk-desk-ring li').first().waitFor()
}
const onTurn = (page: Page) => page.locator('.zk-desk-next b').first()
const outcome = (page: Page) => page.locator('.zk-desk-outcome')
const visit = (page: Page, name: string) => page.locator('.zk-desk-visits > li', { hasText: name })
const chip = (page: Page, group: string, name: string) => page.getByRole('group', { name: group }).getByRole('button', { name })

/** Finds a visitor by what he says, or takes him for new. */
async function greet(page: Page, typed: string, isKnown: boolean): Promise<void> {
  await page.getByLabel('手机号、后四位或姓名').fill(typed)
  if (isKnown) await page.locator('.zk-desk-known button', { hasText: typed }).first().click()
  else await button(page, `登记新客户“${typed}”`).click()
}
/** Registers with what the button promises, and waits until the visit stands on the list. */
async function register(page: Page, name: string, promise: string): Promise<void> {
  await button(page, promise).click()
  await visit(page, name).waitFor()
}

describe('the core of a busy Saturday', () => {
  it('newcomers in turn, one who returns, one who declines, one who forgot, two desks in one second, and a dispute', async () => {
    const [chen, second, li, wang] = await Promise.all([
      enterAs('前台 陈静'),
      enterAs('前台 陈静'),
      enterAs('销售 李明', { width: 390, height: 844 }),
      enterAs('杭州主管 王芳'),
    ])
    for (const page of [chen, second, li, wang]) await toDesk(page)
    await expect.poll(() => onTurn(chen).textContent()).toBe('李明')

    // A newcomer: the ring decides, and his salesperson's phone knows at once.
    await greet(chen, '周末新客', false)
    await button(chen, '第一次来').click()
    await outcome(chen).getByText('由李明接待').waitFor()
    await outcome(chen).getByText('R1 首次来访').waitFor()
    await register(chen, '周末新客', '登记，由李明接待')
    await visit(li, '周末新客').waitFor()
    await expect.poll(() => onTurn(wang).textContent()).toBe('张伟')
    await button(visit(chen, '周末新客'), '接待结束').click()
    await expect.poll(() => visit(wang, '周末新客').getAttribute('data-state')).toBe('done')

    // He returns, and is his: no turn is used.
    await greet(chen, '周末新客', true)
    await button(chen, '来过').click()
    await chip(chen, '说是谁接待的', '李明').click()
    await outcome(chen).getByText('R2 原接待人在场').waitFor()
    await outcome(chen).getByText('不占轮次').waitFor()

    // On second thoughts he declines him: another receives, and the first keeps twenty.
    await chip(chen, '拒绝', '李明').click()
    await outcome(chen).getByText('R3 拒绝原接待人').waitFor()
    await outcome(chen).getByText('张伟 80%，李明 20%').waitFor()
    await button(chen, '登记，由张伟接待').click()
    await expect.poll(() => visit(wang, '周末新客').count()).toBe(2)
    expect(await onTurn(chen).textContent()).toBe('何洁')

    // Somebody who forgot who it was uses a turn.
    await greet(chen, '记不清先生', false)
    await button(chen, '来过，记不得谁').click()
    await outcome(chen).getByText('R8 忘记是谁').waitFor()
    await register(chen, '记不清先生', '登记，由何洁接待')

    // Two desks in the same second: one is given to Li, the other waits; nobody has two.
    await expect.poll(() => onTurn(second).textContent()).toBe('李明')
    await Promise.all([greet(chen, '同秒甲', false), greet(second, '同秒乙', false)])
    await Promise.all([button(chen, '第一次来').click(), button(second, '第一次来').click()])
    await Promise.all([chen, second].map((page) => outcome(page).getByText('由李明接待').waitFor()))
    // By whatever the button says by then: the one who is slower reads that the visitor will wait.
    await Promise.all([chen, second].map((page) => page.locator('.zk-desk-form > .ant-btn-block').click()))
    await expect.poll(async () => [await visit(wang, '同秒甲').count(), await visit(wang, '同秒乙').count()]).toEqual([1, 1])
    const states = await Promise.all(['同秒甲', '同秒乙'].map((name) => visit(wang, name).getAttribute('data-state')))
    expect(new Set(states)).toEqual(new Set(['receiving', 'waiting']))

    // Back at a large screen Li disputes what became of his customer; the evidence is there without anybody having typed it.
    await li.setViewportSize({ width: 1280, height: 900 })
    const { items } = (await (await li.request.get(new URL('/api/v1/records/ruling?limit=50', li.url()).href)).json()) as {
      items: { id: string; rule: string }[]
    }
    await li.goto(new URL(`/ruling/${items.find(({ rule }) => rule === 'R3')!.id}`, li.url()).href)
    await li.locator('.zk-desk-fits', { hasText: 'R3' }).waitFor()
    await button(li, '提出异议').click()
    const dialog = li.getByRole('dialog')
    await dialog.getByLabel('主张').fill('客户是我先接待的')
    await button(dialog, '提出异议').click()
    await dialog.waitFor({ state: 'hidden' })
    await wang.goto(new URL('/dispute?view=all', wang.url()).href)
    await rowOf(wang, '客户是我先接待的').getByText('客户是我先接待的').click()
    await wang.locator('.zk-evidence li', { hasText: '李明建档' }).first().waitFor()
    await wang.locator('.zk-evidence li', { hasText: '按 R3 裁定' }).first().waitFor()
  })
})
