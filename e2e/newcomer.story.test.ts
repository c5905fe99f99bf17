import fs from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { castPassword } from '../capabilities/staff/cast.ts'
import { gbk } from './gbk.ts'
import { administrator } from './product.ts'
import { countDeeds } from './deeds.ts'
import { button, fact, find, openCustomer, openStage, rowOf, see, signIn } from './windows.ts'

const xizi = '杭州西子联合机械有限公司'
const { address, open, enterAs } = openStage()

/** Changes one fact where it stands. */
async function changeInPlace(page: Page, label: string, value: string): Promise<void> {
  await fact(page, label).hover()
  await button(page, `修改${label}`).click()
  await page.getByLabel(label, { exact: true }).fill(value)
  await page.keyboard.press('Enter')
  await see(fact(page, label), value)
}

/** Opens the form of a customer and types; nothing is saved yet. */
async function beginEditing(page: Page, label: string, value: string): Promise<Locator> {
  await button(page, '编辑').click()
  const form = page.getByRole('dialog').locator('form')
  await form.getByLabel(label, { exact: true }).fill(value)
  return form
}

describe('a newcomer', () => {
  it('enters as one of the demo people and changes the language at once', async () => {
    const page = await open()
    for (const words of ['总监 林远山', '销售 李明', '协作人 吴敏']) await button(page, words).waitFor()
    await button(page, '销售 李明').click()
    await page.getByRole('heading', { level: 1, name: '今天' }).waitFor()
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await button(page, 'English').click()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await page.getByRole('link', { name: 'Customers', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    // One's language goes where one goes; the stories after this one are told in Chinese.
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/me/preferences') && answer.request().postData()?.includes('zh') === true,
    )
    await button(page, '中文').click()
    await page.getByRole('heading', { level: 1, name: '今天' }).waitFor()
    expect((await kept).status()).toBe(200)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })

  it('finds a customer by initials and by a fragment, and changes a field where it stands', async () => {
    const page = await enterAs('销售 李明')
    await find(page, 'xzlhjx', xizi)
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    await find(page, '绿野环', '浙江绿野环保科技股份有限公司')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('绿野环')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索', exact: true }).fill('xzlh')
    await page.getByRole('option', { name: xizi }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: xizi }).waitFor()

    await changeInPlace(page, '地区', '浙江湖州')
    const newest = page.locator('.zk-timeline > li').first()
    await see(newest, '浙江湖州')
    await see(newest, '李明')
    await page.reload()
    await see(fact(page, '地区'), '浙江湖州')
  })

  it('settles with a colleague who changes the same, and merges what does not touch', async () => {
    const [li, wang] = await Promise.all([enterAs('销售 李明'), enterAs('杭州主管 王芳')])
    await Promise.all([openCustomer(li, xizi), openCustomer(wang, xizi)])
    const clash = wang.getByRole('dialog', { name: '别人已经修改了同样的内容' })

    const first = await beginEditing(wang, '行业', '装备制造')
    await changeInPlace(li, '行业', '精密机械')
    await button(first, '保存').click()
    for (const text of ['机械制造', '精密机械', '装备制造', '李明']) await see(clash, text)
    await clash.getByRole('radio', { name: '我的' }).check()
    await button(clash, '保存我的值').click()
    await see(fact(wang, '行业'), '装备制造')
    await see(fact(li, '行业'), '装备制造')

    const second = await beginEditing(wang, '行业', '重型机械')
    await changeInPlace(li, '行业', '农业机械')
    await button(second, '保存').click()
    await button(clash, '采用对方的值').click()
    await second.waitFor({ state: 'detached' })
    await see(fact(wang, '行业'), '农业机械')

    const third = await beginEditing(wang, '简称', '西子股份')
    await changeInPlace(li, '地区', '浙江绍兴')
    await button(third, '保存').click()
    await third.waitFor({ state: 'detached' })
    expect(await clash.count()).toBe(0)
    for (const page of [li, wang]) {
      await see(fact(page, '简称'), '西子股份')
      await see(fact(page, '地区'), '浙江绍兴')
    }
  })

  it('makes a customer, and hears of a bad number beside the field', async () => {
    const page = await enterAs('销售 李明')
    await button(page, '新建客户').click()
    const form = page.getByRole('dialog', { name: '新建客户' })
    await form.getByLabel('名称 *').fill('临安竹海农业有限公司')
    await form.getByLabel('联系人', { exact: true }).fill('竺可心')
    const mobile = form.getByLabel('联系人手机')
    await mobile.fill('1380571')
    await button(form, '保存').click()
    await see(
      form
        .locator('.zk-form-field')
        .filter({ has: page.getByLabel('联系人手机') })
        .getByRole('alert'),
      '不是完整的电话号码',
    )
    await mobile.fill('138 0571 7788')
    await button(form, '保存').click()
    await page.getByRole('heading', { level: 1, name: '临安竹海农业有限公司' }).waitFor()
    await see(fact(page, '负责人'), '李明')
    await see(page.locator('.zk-related').first(), '竺可心')
    await see(page.locator('.zk-related').first(), '138 0571 7788')
  })

  it('brings in a messy file, mends what was refused, and takes it back', async () => {
    const page = await enterAs('总监 林远山')
    const deeds = await countDeeds(page)
    await button(page, '更多').click()
    await page.getByRole('menuitem', { name: '导入…' }).click()
    await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: messyFile() })
    const setting = (label: string) => page.locator('.zk-import-setting').filter({ hasText: label }).locator('.ant-select')
    await see(setting('编码'), 'GBK')
    await see(setting('表头'), '第 2 行')
    const mapping = (header: string) => page.locator('.zk-mapping li').filter({ hasText: header }).locator('.ant-select')
    for (const [header, field] of [
      ['客户名称', '名称'],
      ['联系人', '联系人'],
      ['手机', '联系人手机'],
      ['地区', '地区'],
    ] as const)
      await see(mapping(header), field)

    await see(page.locator('.zk-import-sum'), `可导入 ${good + 1}`)
    await see(page.locator('.zk-import-remarks'), '不是完整的电话号码')
    await see(page.locator('.zk-import-remarks'), '此项必填')
    await page.getByLabel('有读不懂的单元格就不导入该行').check()
    await see(page.locator('.zk-import-sum'), `可导入 ${good}，重复 0，不能导入 2`)

    await mapping('地区').click()
    await page.keyboard.type('地址')
    await page.keyboard.press('Enter')
    await see(mapping('地区'), '地址')
    await button(page, `导入 ${good} 行`).click()

    await see(page.locator('.zk-import-result'), '导入完成')
    expect(await deeds()).toBeLessThanOrEqual(8)
    await see(page.locator('.zk-figures > div').filter({ hasText: '已导入' }), String(good))
    await see(page.locator('.zk-figures > div').filter({ hasText: '未导入' }), '2')
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, '下载未导入的行').click()])
    expect(file.suggestedFilename()).toBe('名单-未导入.csv')
    const text = fs.readFileSync(await file.path(), 'utf8')
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe('\ufeff客户名称,联系人,手机,地区,未导入原因')
    expect(lines.slice(1)).toEqual([
      expect.stringContaining('温州鹿城服饰有限公司,陈丽,138123,浙江温州'),
      expect.stringContaining(',钱七,13812340004,浙江'),
    ])

    await button(page, '查看客户').click()
    await find(page, 'nbhsjg1', '宁波海曙精工1号有限公司')
    await rowOf(page, '宁波海曙精工1号有限公司').click()
    await see(fact(page, '地址'), '浙江宁波')
    await page.goBack()
    await page.goBack()
    await button(page, '撤销本次导入').click()
    await see(page.locator('.zk-import-result'), '已撤销')
    await button(page, '查看客户').click()
    await page.getByLabel('搜索', { exact: true }).fill('nbhsjg1')
    await page.getByText('没有符合条件的客户').waitFor()
  })

  it('adds a field, which the next form asks for', async () => {
    const page = await open()
    await signIn(page, administrator.email, administrator.password)
    await page.getByRole('link', { name: '设置', exact: true }).click()
    await button(page, '新建字段').click()
    const form = page.getByRole('dialog', { name: '新建客户字段' })
    await form.getByLabel('名称 *').fill('意向面积')
    await form.getByLabel('字段名').fill('wantedArea')
    await button(form, '保存字段').click()
    await page.getByRole('list', { name: '自定义字段' }).getByText('意向面积').waitFor()
    await page.getByRole('link', { name: '客户', exact: true }).click()
    await button(page, '新建客户').click()
    await page.getByRole('dialog', { name: '新建客户' }).getByLabel('意向面积').waitFor()
  })

  it('keeps from outsiders what is not shared with them', async () => {
    const li = await enterAs('销售 李明')
    await openCustomer(li, '黄建国')
    const address = new URL(li.url()).pathname

    const wu = await enterAs('协作人 吴敏')
    await rowOf(wu, xizi).waitFor()
    await rowOf(wu, '杭州市余杭区住房和城乡建设局').waitFor()
    expect(await wu.getByRole('row').count()).toBe(3)

    const zheng = await open('/customer')
    await signIn(zheng, 'zheng@yunshan.demo', castPassword)
    await zheng.getByText('没有您可以看到的客户').waitFor()
    for (const page of [wu, zheng]) {
      await page.goto(new URL(address, page.url()).href)
      await page.getByText(/没有找到.或您无权查看/).waitFor()
      expect(await page.getByText('黄建国').count()).toBe(0)
    }
  })

  it('reads and writes on a phone without scrolling sideways', async () => {
    const page = await enterAs('销售 李明', { width: 375, height: 812 })
    const fits = async () =>
      expect(
        await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('.zk-main, .zk-table, .ant-drawer-body')]
            .filter((box) => box.scrollWidth > box.clientWidth)
            .map((box) => `${box.className}: ${box.scrollWidth} > ${box.clientWidth}`),
        ),
      ).toEqual([])
    await fits()
    await openCustomer(page, xizi)
    await fits()
    for (const tab of ['时间线', '相关']) {
      await page.getByRole('tab', { name: tab }).click()
      await fits()
    }
    await button(page.getByRole('toolbar', { name: '操作' }), '更多').click()
    await page.getByRole('menuitem', { name: '编辑' }).click()
    await page.getByRole('dialog').getByLabel('名称 *').waitFor()
    await fits()
    await page.goto(`${address()}/import/customer`)
    await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: messyFile() })
    await page.locator('.zk-import-sum').waitFor()
    await fits()
  })
})

/** How many rows of the file can be taken. */
const good = 120

function messyFile(): Buffer {
  const rows = Array.from({ length: good }, (_, i) => `宁波海曙精工${i + 1}号有限公司,周海,138${String(20_000_000 + i)},浙江宁波`)
  rows.splice(3, 0, '温州鹿城服饰有限公司,陈丽,138123,浙江温州', '', ',钱七,13812340004,浙江')
  return gbk(['云杉集团客户名单,,,', '客户名称,联系人,手机,地区', ...rows].join('\r\n'))
}
