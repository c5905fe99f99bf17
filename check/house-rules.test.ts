import { describe, expect, it } from 'vitest'
import { applyHouseRules, houseRules, readSource } from './house-rules.ts'

const ranks = new Map([
  ['customers', 1],
  ['sales', 3],
])

/** For each rule of the house a file that breaks it and one that keeps it. */
const cases: Record<string, [bad: [string, string], good: [string, string]]> = {
  'the engine has never heard of a capability': [
    ['engine/action/a.ts', `import { Customer } from '#cap/customers'`],
    ['engine/action/a.ts', `import { rule } from '#engine/access/rules.ts'`],
  ],
  'a capability imports downward, and only a face': [
    ['capabilities/customers/actions/a.ts', `import { Deal } from '#cap/sales'`],
    ['capabilities/sales/actions/a.ts', `import { Customer } from '#cap/customers'`],
  ],
  'layers of a capability know only those below': [
    ['capabilities/sales/records/deal.ts', `import { win } from '../actions/win.ts'`],
    ['capabilities/sales/records/deal.ts', `import { isLate } from '../rules/late.ts'`],
  ],
  'rules are pure': [
    ['capabilities/sales/rules/late.ts', `export const isLate = (day: string) => day < new Date().toISOString()\nconst x = Date.now()`],
    ['capabilities/sales/rules/late.ts', `export const isLate = (day: string, today: string) => day < today`],
  ],
  'browser code reaches no server code': [
    ['app/web.tsx', `import { open } from 'node:fs'`],
    ['app/web.tsx', `import type { Stats } from 'node:fs'`],
  ],
  'server files import no .tsx': [
    ['engine/http/page.ts', `import { App } from '#engine/web/App.tsx'`],
    ['engine/web/Page.tsx', `import { App } from './App.tsx'`],
  ],
  'a field kind is reached through fields/index.ts': [
    ['capabilities/sales/records/deal.ts', `import { text } from '#engine/record/fields/text/index.ts'`],
    ['capabilities/sales/records/deal.ts', `import { text } from '#engine/record/fields/index.ts'`],
  ],
  'hand-written SQL of a capability stands in queries.ts': [
    ['capabilities/sales/actions/win.ts', `import { sql } from '#engine/store/sql.ts'`],
    ['capabilities/sales/queries.ts', `import { sql } from '#engine/store/sql.ts'`],
  ],
  'only engine/http knows the web framework': [
    ['engine/action/a.ts', `import fastify from 'fastify'`],
    ['engine/http/a.ts', `import fastify from 'fastify'`],
  ],
  'a file is named after what it exports': [
    ['engine/text/utils.ts', `export const a = 1`],
    ['engine/text/pinyin.ts', `export const a = 1`],
  ],
  'a file is short enough to be read': [
    ['engine/text/long.ts', 'const a = 1\n'.repeat(500)],
    ['engine/text/short.ts', 'const a = 1\n'.repeat(100)],
  ],
  'nothing is left undone silently': [
    ['engine/text/a.ts', `// ${'TO'}${'DO'}: later`],
    ['engine/text/a.ts', `// a todo list of customers`],
  ],
}

describe('the rules of the house', () => {
  it('are all tried here', () => expect(Object.keys(cases).sort()).toEqual(Object.keys(houseRules).sort()))

  it.each(Object.entries(cases))('%s', (name, [bad, good]) => {
    const faults = (sample: [string, string]) => applyHouseRules([readSource(...sample)], ranks).get(name)!
    expect(faults(bad).length).toBeGreaterThan(0)
    expect(faults(bad)[0]!.text.length, 'says what to do').toBeGreaterThan(20)
    expect(faults(good)).toEqual([])
  })

  it('follows what the browser would get through other files', () => {
    const sources = [
      readSource('app/web.tsx', `import { Page } from '#engine/web/Page.tsx'`),
      readSource('engine/web/Page.tsx', `import { read } from '#engine/store/rows.ts'`),
      readSource('engine/store/rows.ts', `import pg from 'pg'`),
    ]
    const faults = applyHouseRules(sources, ranks).get('browser code reaches no server code')!
    expect(faults[0]).toMatchObject({ file: 'engine/store/rows.ts' })
    expect(faults[0]!.text).toContain('app/web.tsx → engine/web/Page.tsx')
  })
})
