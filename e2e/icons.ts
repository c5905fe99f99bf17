import fs from 'node:fs'
import path from 'node:path'
import { openBrowser } from './browser.ts'

// Draws the icons of an installed product from icon.svg. Run by hand when the drawing changes: node e2e/icons.ts

const folder = path.resolve(import.meta.dirname, '../app/public')
const drawing = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const ground = /<rect[^>]*fill="(#\w+)"/.exec(drawing)![1]!

/** Systems cut a maskable icon into shapes of their own: the mark stands in the inner part, the ground goes to the edge. */
const maskable = drawing.replace(/<rect[^>]*\/>/, '')

const icons: [name: string, size: number, html: string][] = [
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['icon-180.png', 180, `<div style="background:${ground};padding:8%">${maskable}</div>`],
  ['icon-maskable-512.png', 512, `<div style="background:${ground};padding:12%">${maskable}</div>`],
]

const browser = await openBrowser()
for (const [name, size, html] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}div{box-sizing:border-box;width:100vw;height:100vh}svg{display:block;width:100%;height:100%}</style>${html}`,
  )
  await page.screenshot({ path: path.join(folder, name), omitBackground: true })
  await page.close()
}
await browser.close()
