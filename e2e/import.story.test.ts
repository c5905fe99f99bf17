import fs from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { button, optionOf, openStage, see } from './windows.ts'

const { address, enterAs } = openStage()

async function choose(page: Page, record: string, name: string, content: string | Uint8Array): Promise<void> {
  await page.goto(`${address()}/import/${record}`)
  await page.locator('.ant-upload-drag').waitFor()
  const buffer = Buffer.from(content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('.zk-import-sum').waitFor()
}

const setting = (page: Page, label: string) => page.locator('.zk-import-setting').filter({ hasText: label }).locator('.ant-select')
const mapping = (page: Page, header: string) => page.locator('.zk-mapping li').filter({ hasText: header }).locator('.ant-select')
const part = (page: Page, label: string) => page.locator('.zk-import-parts .ant-segmented-item').filter({ hasText: label })
const figure = (page: Page, label: string) => page.locator('.zk-figures > div').filter({ hasText: label })

async function pick(page: Page, label: string, text: string): Promise<void> {
  await setting(page, label).click()
  await optionOf(page, text).click()
}

async function run(page: Page): Promise<void> {
  await page.locator('.zk-import-foot .ant-btn-primary:not([disabled])').click()
  await see(page.locator('.zk-import-result'), '导入完成')
}

describe('files that people have', () => {
  it('cards of contacts bring their companies along, and go back with them', async () => {
    const page = await enterAs('总监 林远山')
    const card = (name: string, company: string, mobile: string) =>
      ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, `ORG:${company}`, `TEL;TYPE=CELL:${mobile}`, 'END:VCARD', ''].join('\r\n')
    await choose(
      page,
      'contact',
      '通讯录.vcf',
      card('名片甲', '淳安名片旅游有限公司', '13957160001') + card('名片乙', '淳安名片旅游有限公司', '13957160002'),
    )
    await see(mapping(page, '单位'), '客户')
    await see(setting(page, '关联：客户'), '没有就新建客户')
    await see(page.locator('.zk-import-sum'), '可导入 2')
    await see(page.locator('.zk-import-sum'), '另新建关联记录 1')
    await pick(page, '关联：客户', '只匹配已有客户')
    await see(page.locator('.zk-import-sum'), '可导入 0')
    await see(page.locator('.zk-import-remarks').nth(1), '没有找到“淳安名片旅游有限公司”')
    await pick(page, '关联：客户', '没有就新建客户')
    await see(page.locator('.zk-import-sum'), '可导入 2')
    await run(page)
    await see(figure(page, '已导入'), '2')
    await see(figure(page, '另建关联'), '1')
    await button(page, '撤销本次导入').click()
    await see(page.locator('.zk-import-result'), '已撤销')
  })

  it('a row that looks like a customer waits, is decided alone, and the same headings are known the next time', async () => {
    const page = await enterAs('总监 林远山')
    await choose(page, 'customer', '甲.csv', '客户名称,地区,我的列\n遂昌白马山茶叶有限公司,浙江,一\n')
    await mapping(page, '我的列').click()
    await page.keyboard.type('备注')
    await page.keyboard.press('Enter')
    await see(mapping(page, '我的列'), '备注')
    await run(page)
    await choose(page, 'customer', '乙.csv', '客户名称,地区,我的列\n遂昌白马山茶叶,浙江,二\n景宁畲乡木业有限公司,浙江,三\n')
    await see(page.locator('.zk-import-heading'), '沿用了您上次对同样表头的选择')
    await see(mapping(page, '我的列'), '备注')
    await see(part(page, '待定'), '1')
    await see(page.locator('.zk-import-foot'), '导入 1 行')
    await part(page, '待定').click()
    await see(page.locator('.zk-import-remarks'), '遂昌白马山茶叶有限公司')
    await page.locator('.zk-import-decision').click()
    await optionOf(page, '合并进已有记录').click()
    await see(page.locator('.zk-import-foot'), '导入 1 行')
    await see(part(page, '重复'), '1')
    await part(page, '重复').click()
    await page.locator('.zk-import-decision').click()
    await optionOf(page, '仍然新建').click()
    await see(page.locator('.zk-import-foot'), '导入 2 行')
    await run(page)
    await see(figure(page, '已导入'), '2')
  })

  it('a workbook has sheets to choose from, headings in two lines, and gives its bad rows back as one', async () => {
    const page = await enterAs('总监 林远山')
    const rows = [
      ['客户', '联系方式', null, '签约日期'],
      [null, '电话', '邮箱', null],
      ['庆元香菇食品有限公司', '0578-6121234', 'a@example.cn', '2023-01-05'],
      [null, '0578-6121235', 'b@example.cn', null],
    ]
    const book = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['仅供内部使用']] },
        { name: '台账', rows },
      ],
    })
    await choose(page, 'customer', '台账.xlsx', book)
    await pick(page, '工作表', '台账')
    await see(setting(page, '占几行'), '2 行')
    await see(mapping(page, '联系方式/电话'), '电话')
    await see(page.locator('.zk-import-sum'), '可导入 1，重复 0，不能导入 1')
    await run(page)
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, '下载未导入的行').click()])
    expect(file.suggestedFilename()).toBe('台账-未导入.xlsx')
    const back = await readXlsx(fs.readFileSync(await file.path()))
    expect(back.sheets[0]!.rows).toEqual([
      ['客户', '联系方式/电话', '联系方式/邮箱', '签约日期', '未导入原因'],
      [expect.anything(), '0578-6121235', 'b@example.cn', expect.anything(), expect.stringContaining('此项必填')],
    ])
  })
})
