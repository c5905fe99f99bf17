import { describe, expect, it } from 'vitest'
import { button, openStage, rowOf, see } from './windows.ts'

const { enterAs } = openStage()

describe('pools and workload', () => {
  it('let a salesperson claim two customers at once, who are then his, and take it back', async () => {
    const li = await enterAs('销售 李明')
    await li.goto(new URL('/pool', li.url()).href)
    await rowOf(li, '杭州公海').getByText('杭州公海').first().click()
    await li.getByRole('heading', { level: 1, name: '杭州公海' }).waitFor()
    const rows = li.locator('.zk-pool-row')
    await see(li.locator('.zk-pool-head'), '今天已领 0/5')
    const name = (await rows.first().getByRole('link').textContent())!
    await rows.nth(0).getByRole('checkbox').check()
    await rows.nth(1).getByRole('checkbox').check()
    await button(li, '领取 2 位').click()
    await see(li.locator('.ant-notification-notice'), '已领取 2 位')
    await see(li.locator('.zk-pool-head'), '今天已领 2/5')
    await expect.poll(() => rows.getByRole('link', { name, exact: true }).count()).toBe(0)
    await button(li.locator('.ant-notification-notice'), '撤销').click()
    await rows.getByRole('link', { name, exact: true }).waitFor()
    // What is taken back stays counted.
    await see(li.locator('.zk-pool-head'), '今天已领 2/5')
  })

  it('tell in advance who returns tonight and why', async () => {
    const wang = await enterAs('杭州主管 王芳')
    await wang.goto(new URL('/pool', wang.url()).href)
    await rowOf(wang, '杭州公海').getByText('杭州公海').first().click()
    const returns = wang.locator('.zk-pool').filter({ hasText: '开启后今晚会退回' })
    await returns.locator('.zk-retention-rows li').first().waitFor()
    await see(returns.locator('.zk-retention-rows li'), '没有')
    await see(returns.locator('.zk-retention-rows li'), '自 20')
  })

  it('balance what managers carry, and take it back', async () => {
    const wang = await enterAs('杭州主管 王芳')
    await wang.goto(new URL('/workload', wang.url()).href)
    const proposed = wang.locator('.zk-workload-moves')
    await proposed.waitFor()
    const n = await proposed.getByRole('listitem').count()
    await button(wang, '按建议转交').click()
    await see(wang.locator('.ant-notification-notice'), `已转交 ${n} 位客户`)
    await see(wang.locator('.zk-workload'), '每人都在平均值的 ±15% 之内')
    await button(wang.locator('.ant-notification-notice'), '撤销').click()
    await expect.poll(() => proposed.getByRole('listitem').count()).toBe(n)
  })
})
