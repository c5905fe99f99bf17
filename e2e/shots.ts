import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { castPassword } from '../capabilities/staff/cast.ts'
import { openBrowser } from './browser.ts'
import { freePort, freshFolder, launch, ready, sweep } from './product.ts'
import type { Screen } from './screens.ts'
import { enter, windows, type Window } from './visitor.ts'

/** Takes the pictures of the guide from a freshly started product with the demo company: `npm run shots`. */

const folder = path.resolve(import.meta.dirname, '../docs/guide/pictures')

interface Shot extends Screen {
  /** Whose screen it is. */
  who: string
  /** Which of the windows of the crawl. */
  window: 'zh, light' | 'en, dark' | 'zh, phone'
}

const filter = (...parts: object[]) => encodeURIComponent(JSON.stringify(parts))
const totals = encodeURIComponent(JSON.stringify(['revenue']))
const firstOf = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first()

const list = [
  '客户名称,统一社会信用代码,手机,负责人,客户等级,创建时间',
  '绍兴越州纺织有限公司,91330600MA2BX00019,13806750011,李明,A,2024/3/5',
  '宁波甬江船务有限公司,,138123,李明,B,2024年6月1日',
  '杭州西子联合机械有限公司,,0571-88001122,李明,A,2023-11-20',
  '湖州太湖食品有限公司,,13905720033,王小二,B级,2025-01-15',
  ',,13912345678,李明,,',
]

async function chooseList(page: Page): Promise<void> {
  const buffer = Buffer.from(list.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: '展会名单.csv', mimeType: 'text/csv', buffer })
  await firstOf(page, '.zk-import-sum').waitFor()
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await firstOf(page, '.ant-modal input').fill('xzlh')
  await page.locator('.ant-modal [role=option]').first().waitFor()
}

async function newRecord(page: Page): Promise<void> {
  await firstOf(page, '.zk-list-head .ant-btn-primary').click()
  await firstOf(page, '.ant-drawer form').waitFor()
}

const customer: Screen['at'] = (places) => `/customer/${places.customer}`
const tierA = { field: 'tier', op: 'eq', value: 'A' }
const quiet = { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } }

const zh = 'zh, light'
const en = 'en, dark'

const shots: Shot[] = [
  { name: 'today', who: 'li', window: zh, at: '/today' },
  { name: 'notices', who: 'li', window: zh, at: '/notices' },
  { name: 'list', who: 'lin', window: zh, at: `/customer?view=all&filter=${filter(tierA, quiet)}` },
  { name: 'board', who: 'lin', window: zh, at: '/customer?view=all&layout=board&group=stage' },
  { name: 'record', who: 'lin', window: zh, at: customer },
  { name: 'form', who: 'lin', window: zh, at: '/customer?view=all', open: newRecord },
  { name: 'import', who: 'lin', window: zh, at: '/import/customer', open: chooseList },
  { name: 'search', who: 'lin', window: zh, at: '/customer?view=all', open: search },
  { name: 'calendar', who: 'wang', window: zh, at: '/calendar?view=week&who=all' },
  { name: 'phone-list', who: 'li', window: 'zh, phone', at: '/customer?view=all' },
  { name: 'phone-record', who: 'li', window: 'zh, phone', at: customer },
  { name: 'today-en', who: 'li', window: en, at: '/today' },
  { name: 'groups-en', who: 'lin', window: en, at: `/customer?view=all&group=stage&totals=${totals}` },
  { name: 'record-en', who: 'lin', window: en, at: customer },
  { name: 'calendar-en', who: 'wang', window: en, at: '/calendar?view=month&who=all' },
]

const wide = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 375, height: 740 }, deviceScaleFactor: 2, locale: 'zh-CN' }

function windowOf(name: Shot['window']): Window {
  const like = windows.find((window) => window.name === (name === 'zh, phone' ? 'en, phone' : name))!
  return name === 'zh, phone'
    ? { ...like, name, locale: 'zh', options: { ...like.options, ...phone } }
    : { ...like, options: { ...like.options, ...wide } }
}

const data = freshFolder()
const product = launch(data, await freePort(), { ZHIKE_DEMO: '1' })
const [browser] = await Promise.all([openBrowser(), ready(product, 120_000)])
try {
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [key, group] of Map.groupBy(shots, ({ who, window }) => `${who} ${window}`)) {
    const { who, window } = group[0]!
    const context = await browser.newContext(windowOf(window).options)
    await context.addInitScript(() => location.protocol === 'about:' || localStorage.setItem('zhike.tour', 'off'))
    const person = { email: `${who}@yunshan.demo`, password: castPassword }
    const visitor = await enter(context, product.url, windowOf(window), person)
    for (const shot of group) {
      await visitor.show(shot)
      await visitor.page.mouse.move(0, 0)
      await visitor.page.screenshot({ path: path.join(folder, `${shot.name}.png`) })
      console.log(`${shot.name}  (${key})`)
    }
    await context.close()
  }
} finally {
  await browser.close()
  await sweep(data, product)
}
