import { describe, expect, it } from 'vitest'
import { button, openCustomer, openStage, see } from './windows.ts'

const { enterAs } = openStage()

describe('contact plans', () => {
  it('say on the customer’s page what is due when and why; a contact that is logged there begins the clock anew', async () => {
    const wang = await enterAs('杭州主管 王芳')
    await openCustomer(wang, '杭州市余杭区住房和城乡建设局')
    const plan = wang.locator('.zk-plan')
    await see(plan, '余杭住建局例行拜访')
    await see(plan, '每月上门')
    await see(plan, '尚未联系')
    await see(plan, '已安排任务')
    const task = wang.locator('.zk-page-related').getByText('上门联系：余杭住建局例行拜访')
    await task.waitFor()
    await button(plan, '记录这次联系').click()
    const form = wang.getByRole('dialog', { name: '新建联系记录' })
    expect(await form.getByLabel('主题 *').inputValue()).toBe('余杭住建局例行拜访')
    await form.getByLabel('结果').fill('清单已交')
    await button(form, '保存').click()
    await form.waitFor({ state: 'detached' })
    await see(plan, '上次联系')
    await see(plan, '将安排')
    // Zhang, who had to do it, has nothing left to do.
    await task.waitFor({ state: 'detached' })
  })

  it('are made by a supervisor for his department, and hold at once', async () => {
    const wang = await enterAs('杭州主管 王芳')
    await wang.getByRole('link', { name: '沟通计划' }).click()
    await wang.getByRole('heading', { level: 1, name: '沟通计划' }).waitFor()
    await button(wang, '新建沟通计划').click()
    const form = wang.getByRole('dialog', { name: '新建沟通计划' })
    await form.getByLabel('名称 *').fill('西溪普通客户问候')
    const choose = async (label: string, typed: string, option: string) => {
      const input = form.getByLabel(label)
      await input.click()
      if (typed) await input.fill(typed)
      await wang.locator('.ant-select-item-option:visible', { hasText: option }).first().click()
    }
    await choose('等级 *', '', 'B 普通')
    await choose('部门', '西溪', '西溪项目部')
    await button(form, '保存').click()
    await form.waitFor({ state: 'detached' })
    await wang.getByRole('link', { name: '客户', exact: true }).click()
    await openCustomer(wang, '陶然文化创意有限公司')
    const plan = wang.locator('.zk-plan')
    await see(plan, '西溪普通客户问候')
    await see(plan, '每 30 天电话')
    await plan.getByRole('link', { name: '西溪普通客户问候' }).click()
    await wang.getByRole('heading', { level: 1, name: '西溪普通客户问候' }).waitFor()
    await button(wang, '停用').click()
    await button(wang.getByRole('dialog', { name: '停用' }), '停用').click()
    await wang.locator('.zk-page-head').getByText('停用').first().waitFor()
    await wang.goBack()
    // The plan for the group holds again, or none: whichever, not this one.
    await expect.poll(() => plan.textContent()).not.toContain('西溪普通客户问候')
  })
})
