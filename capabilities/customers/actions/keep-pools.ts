import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { instant, integer } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words } from '#engine/text/words.ts'
import { foresee } from './foresee-returns.ts'
import type { PoolRow } from '../pool/queries.ts'
import { Pool } from '../records/pool.ts'
import { faultOfRules, isTooMany } from '../rules/pool.ts'

const refuseFaults = (pool: PoolRow): PoolRow => {
  const fault = faultOfRules(pool.rules)
  if (fault) throw badFields({ rules: fault })
  return pool
}

const emptying = words(
  '保存后今晚会退回 {falls} 位客户，占涉及的 {watched} 位的 {percent}%。先关闭自动退回再保存，看过名单后重新开启。',
  'Tonight {falls} of the {watched} customers concerned ({percent}%) would return. Switch returning off, save, look at the list, and switch it on again.',
)
const percentOf = (falls: number, watched: number): number => Math.round((falls * 100) / Math.max(watched, 1))

/** Refuses what would return a great part of the customers, before it is saved, and says how many. */
async function refuseEmptying(queries: Queries, pool: PoolRow, today: string): Promise<void> {
  const { falls, watched } = await foresee(queries, pool, today)
  if (isTooMany(falls, watched))
    throw refuse('would-empty', fill(emptying, { falls, watched, percent: percentOf(falls, watched) }), {
      status: 409,
      detail: { falls, watched },
    })
}

export const createPool = defineAction('pool.create', {
  creates: Pool,
  words: { label: words('新建公海', 'New pool') },
  async run({ input, store }) {
    return refuseFaults(await store.create(Pool, input as never))
  },
})

export const editPool = defineAction('pool.edit', {
  on: Pool,
  words: { label: words('编辑', 'Edit') },
  async run({ pool, input, store, queries, today, later }) {
    const changed = refuseFaults(store.edit(Pool, pool, input as never))
    if (changed.state === 'on') await refuseEmptying(queries, changed, today)
    later('foresee-returns', { pool: pool.id }, { key: pool.id })
    return changed
  },
})

/** What would empty the company is switched on by its number only, so that somebody has seen it. */
export const switchOnReturns = defineAction('customers.switchOnReturns', {
  on: Pool,
  from: 'off',
  to: 'on',
  input: {
    seen: integer({
      zh: '今晚退回多少位',
      en: 'How many return tonight',
      min: 0,
      hint: words('超过五分之一时须照名单填写', 'Needed where it is more than a fifth: as the list says'),
    }),
  },
  words: { label: words('开启自动退回', 'Switch returning on'), hint: words('从今晚开始', 'From tonight on') },
  async run({ pool, input, store, queries, today, later }) {
    if (pool.rules.length === 0) throw refuse('no-rules', words('先设置退回规则。', 'Set return rules first.'), { status: 409 })
    const { falls, watched } = await foresee(queries, pool, today)
    if (isTooMany(falls, watched) && input.seen !== falls)
      throw badFields({
        seen: fill(
          words(
            '今晚会退回 {falls} 位，占 {watched} 位的 {percent}%；看过名单后填 {falls} 确认',
            '{falls} of {watched} ({percent}%) return tonight: look at the list, then enter {falls}',
          ),
          { falls, watched, percent: percentOf(falls, watched) },
        ),
      })
    await store.measure(Pool, pool.id, { seenFalls: falls })
    later('foresee-returns', { pool: pool.id }, { key: pool.id })
    return store.edit(Pool, pool, { state: 'on' }, 'pool.switchedOn')
  },
})

export const switchOffReturns = defineAction('customers.switchOffReturns', {
  on: Pool,
  from: 'on',
  to: 'off',
  words: { label: words('关闭自动退回', 'Switch returning off') },
  run: ({ pool, store }) => store.edit(Pool, pool, { state: 'off' }, 'pool.switchedOff'),
})

/** Makes tonight's list anew, without waiting for the night. */
export const foreseeReturns = defineAction('customers.foreseeReturns', {
  on: Pool,
  isUnlisted: true,
  words: { label: words('重新列出', 'List anew') },
  run({ pool, later }) {
    later('foresee-returns', { pool: pool.id }, { key: pool.id })
  },
})

/** What a night or a list has come to; only the jobs say so. */
export const settlePool = defineAction('customers.settlePool', {
  on: Pool,
  allow: rule.nobody,
  isUnlisted: true,
  touches: [],
  input: {
    watched: integer({ zh: '涉及客户', en: 'Customers watched' }),
    falls: integer({ zh: '今晚退回', en: 'Return tonight' }),
    foreseenAt: instant({ zh: '名单时间', en: 'List made' }),
    lastRunAt: instant({ zh: '最近退回于', en: 'Last run' }),
    lastDone: integer({ zh: '最近退回', en: 'Returned last' }),
    lastFaults: integer({ zh: '最近未退回', en: 'Could not return' }),
  },
  words: { label: words('登记结果', 'Note what came of it') },
  async run({ pool, input, store }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    await store.measure(Pool, pool.id, given)
  },
})

/** A pool stops itself where a night would return what nobody has seen. */
export const stopReturns = defineAction('customers.stopReturns', {
  on: Pool,
  from: 'on',
  to: 'off',
  allow: rule.nobody,
  isUnlisted: true,
  words: { label: words('自动停止', 'Stop') },
  run: ({ pool, store }) => store.edit(Pool, pool, { state: 'off' }, 'pool.stopped'),
})
