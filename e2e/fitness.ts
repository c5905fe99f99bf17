import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export type Locale = 'zh' | 'en'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string | null
  help: string
  nodes: { target: string[]; failureSummary?: string }[]
}

/** Rules whose findings are never serious cost most of the time and say nothing that is asked here. */
const begin = `(() => {
  const { rules, checks } = axe._audit
  const impacts = (rule) => rule.impact ? [rule.impact] : [...rule.any, ...rule.all, ...rule.none].map((check) => checks[check.id ?? check]?.impact)
  const slight = rules.filter((rule) => !impacts(rule).some((impact) => impact === 'serious' || impact === 'critical'))
  axe.configure({ rules: slight.map(({ id }) => ({ id, enabled: false })) })
})()`

/** What keeps somebody with other eyes, ears or hands from using what is shown: all of the page, or the parts that lie over it; by all rules, by some, or without some. */
export async function barriers(
  page: Page,
  over?: string,
  { rules, without = [] }: { rules?: readonly string[]; without?: readonly string[] } = {},
): Promise<string[]> {
  const chosen = {
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  }
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${axe};${begin}`)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${over ? `{ include: [${JSON.stringify(over)}] }` : 'document'}, ${JSON.stringify({ resultTypes: ['violations'], preload: false, ...chosen })}).then(({ violations }) =>
      violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, 3).map(({ target, failureSummary }) => ({ target, failureSummary })) })))`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`).join('; ')}`,
    )
}

/** What the server has told as data, so that it can be told from the words of the product. */
export class Told {
  readonly #texts = new Set<string>()
  /** The same, the longest first: a part of a name must not be taken out of the name. */
  #sorted: string[] | undefined
  readonly #locale: Locale

  constructor(locale: Locale) {
    this.#locale = locale
  }

  /** Takes an answer of the server. Words of the product that come with it are not data. */
  hear(path: string, answer: unknown): void {
    // A description is all words of the product, but for the name of whoever reads it.
    if (path.endsWith('/description')) this.add((answer as { me?: { name: string } }).me?.name)
    else this.add(answer)
  }

  add(value: unknown): void {
    if (typeof value === 'string') {
      // One letter of a code would be found in any word.
      if (value.trim().length > 1 || /\p{Script=Han}/u.test(value)) this.#texts.add(value.trim())
      this.#sorted = undefined
    } else if (Array.isArray(value)) for (const entry of value) this.add(entry)
    else if (value !== null && typeof value === 'object') {
      const pair = value as Partial<Record<Locale, string>>
      if (typeof pair.zh === 'string' && typeof pair.en === 'string') return this.add(pair[this.#locale] || pair.zh || pair.en)
      // Texts under these names are the product's own: what happened, why not, what a field is called.
      for (const [name, entry] of Object.entries(value)) if (!['words', 'not', 'label', 'hint'].includes(name)) this.add(entry)
    }
  }

  /** A text without what is data in it, and without beginnings of data: a face of one character, a text that was cut. */
  without(text: string): string {
    const shown = text.replace(/…$/, '')
    let rest = text
    // A comment is shown in lines, and between those whom it names.
    this.#sorted ??= [...this.#texts]
      .flatMap((told) => [told, ...told.split(/\n|@\[|\]\(user:[^)]*\)/).map((part) => part.trim())])
      .sort((a, b) => b.length - a.length)
    for (const told of this.#sorted) {
      if (told.length === 0) continue
      if (told.startsWith(shown)) return ''
      if (rest.includes(told)) rest = rest.replaceAll(told, ' ')
    }
    return rest
  }
}

/** Words that are the same in every language: names of products, formats and keys; and pinyin, which is Chinese. */
const international =
  /\b(Zhike|yunshan|ys|Chrome|Linux|Windows|Enter|CSV|XLSX|XLS|VCF|UTF-?\d+(BE|LE)?|GBK|GB18030|Big5|WINDOWS-\d+|Ctrl|Esc|Home|End|Shift|F\d+|ID|URL|VIP|IP|AUC|Brier|HTTPS|TypeScript|Webhook)\b|https?:|[\w.+-]+@[\w.-]+/gi

/** All texts that a page shows or lets be read out. */
export const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [document.title]
    const language = document.documentElement.lang.split('-')[0]
    const isOther = (element: Element) => element.closest('[lang]')?.getAttribute('lang')?.split('-')[0] !== language
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement!
      // Where a part of a text is marked, the whole is one text.
      const marked = parent.tagName === 'MARK' ? parent.parentElement : parent.querySelector(':scope > mark') && parent
      const text = (marked ?? walk.currentNode).textContent!.trim()
      if (text && !['SCRIPT', 'STYLE', 'KBD', 'TEXTAREA', 'CODE', 'PRE'].includes(parent.tagName) && isShown(parent) && !isOther(parent))
        found.push(text)
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [alt], [aria-description], [aria-roledescription]',
    ))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription']) {
        const text = element.getAttribute(name)?.trim()
        // A name inside something that has a name of its own is never read out.
        const isSilent = name === 'aria-label' && element.parentElement?.closest('[aria-label], [aria-hidden="true"], [role="img"]')
        if (text && isShown(element) && !isOther(element) && !isSilent && element.getAttribute('aria-hidden') !== 'true') found.push(text)
      }
    return [...new Set(found)]
  })

/** Texts of one language among those of a page of the other, and traces of what went wrong while one was made. */
export function foreignWords(texts: readonly string[], locale: Locale, told: Told): string[] {
  const wrong = locale === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/
  return texts.flatMap((text) => {
    if (/\b(undefined|NaN|null|Invalid Date)\b|\[object /.test(text)) return [`broken: “${text}”`]
    const own = told.without(text).replace(international, ' ')
    return wrong.test(own) ? [`not ${locale}: “${text}”`] : []
  })
}

/** What does not fit on a phone: more than its width, controls beside the window, targets too small for a thumb. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.push(`scrolls sideways: ${scrollWidth} > ${innerWidth}`)
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].slice(0, 3).join('.')} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)}”`
    // What lies in something that itself scrolls sideways (a board, a row of views) can be brought into sight.
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((element.scrollWidth > element.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) ||
        scrolls(element.parentElement))
    const controls =
      'button, a[href], input:not([type=file], [type=hidden]), textarea, select, [role=button], [role=tab], [role=menuitem], [role=option], [role=switch]'
    // Small on purpose: each lies in something larger that does the same, or has another way beside it.
    const isSmallOnPurpose = (element: Element) =>
      element.matches(
        '.zk-check, .zk-fact-edit, .zk-sort, .ant-select-clear, .ant-radio-input, .ant-checkbox-input, .ant-segmented-item-input',
      ) ||
      element.closest(
        '.ant-picker-dropdown, .ant-select-selection-item, .ant-select-content-item, .ant-input-affix-wrapper, .ant-input-number, .ant-picker, .ant-select',
      ) !== null
    for (const element of document.querySelectorAll(controls)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('[aria-hidden="true"]')) continue
      const box = element.getBoundingClientRect()
      if (box.width < 2 || box.height < 2) continue
      if ((box.left < -1 || box.right > innerWidth + 1) && !scrolls(element.parentElement))
        faults.push(`beside the window: ${nameOf(element)}`)
      const isText = element.tagName === 'A' && !element.matches('.ant-btn, nav a, [role=menuitem] a')
      // Some are larger under the finger than to the eye.
      const under = getComputedStyle(element, '::after')
      const height = under.position === 'absolute' ? Math.max(box.height, parseFloat(under.height) || 0) : box.height
      if (height < 23.5 && !isText && !isSmallOnPurpose(element)) faults.push(`${Math.round(height)} px high: ${nameOf(element)}`)
    }
    return [...new Set(faults)].slice(0, 8)
  })
