import { chromium } from 'playwright-core'
const base = process.env.BASE ?? 'http://127.0.0.1:3100'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
const who = process.argv[2] ?? 'li@yunshan.demo'
const steps = process.argv.slice(3)
const context = await browser.newContext({ viewport: { width: Number(process.env.W ?? 1440), height: Number(process.env.H ?? 900) }, locale: 'zh-CN', colorScheme: process.env.DARK ? 'dark' : 'light' })
const page = await context.newPage()
page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('CONSOLE', m.type(), m.text().slice(0, 300)))
page.on('pageerror', (e) => console.log('PAGEERROR', e.message.slice(0, 500)))
await page.addInitScript(`localStorage.setItem('zhike.locale','${process.env.LANGUAGE ?? 'zh'}')`)
await page.goto(base)
if (who !== 'none') {
  await page.fill('#email', who); await page.fill('#password', who.startsWith('admin') ? 'password-1234' : 'yunshan-demo'); await page.keyboard.press('Enter')
  await page.waitForSelector('.zk-rail')
}
for (const step of steps) {
  const [verb, ...rest] = step.split('=')
  const arg = rest.join('=')
  if (verb === 'goto') await page.goto(base + arg)
  else if (verb === 'click') await page.click(arg)
  else if (verb === 'text') await page.getByText(arg, { exact: false }).first().click()
  else if (verb === 'button') await page.getByRole('button', { name: arg }).first().click()
  else if (verb === 'fill') { const [sel, val] = arg.split('|'); await page.fill(sel!, val!) }
  else if (verb === 'upload') await page.setInputFiles('input[type=file]', arg)
  else if (verb === 'key') await page.keyboard.press(arg)
  else if (verb === 'wait') await page.waitForTimeout(Number(arg))
  else if (verb === 'shot') { await page.waitForTimeout(500); await page.screenshot({ path: `/tmp/shots/${arg}.png` }) }
}
await browser.close()
