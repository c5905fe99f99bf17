import type { Actor } from '#engine/access/actor.ts'
import { readFilter } from '#engine/access/filter.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, Refusal, refuse } from '#engine/action/refusal.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { instant, integer, text } from '#engine/record/fields/index.ts'
import type { House } from '#engine/record/house.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { RetentionRule } from '../records/retention-rule.ts'
import { isAsTried } from '../rules/retention.ts'

type Row = RowOf<typeof RetentionRule>

/** Refuses conditions that whoever writes them could not ask. */
async function checkRule({ queries, house, actor, now }: { queries: Queries; house: House; actor: Actor; now: string }, row: Row) {
  try {
    readFilter(
      house,
      actor,
      house.shapes.get('customer')!,
      row.filter,
      Date.parse(now),
      await segmentsIn(queries, house, actor, row.filter),
    )
  } catch (error) {
    if (error instanceof Refusal) throw badFields({ filter: Object.values(error.fields ?? {})[0] ?? error.words })
    throw error
  }
}

export const createRetentionRule = defineAction('retentionRule.create', {
  creates: RetentionRule,
  words: { label: words('新建保存期限', 'New retention rule') },
  async run(context) {
    const made = await context.store.create(RetentionRule, context.input as never)
    await checkRule(context, made)
    return made
  },
})

/** What has been tried is not what it would do now: it is off until it has been tried again. */
export const editRetentionRule = defineAction('retentionRule.edit', {
  on: RetentionRule,
  words: { label: words('编辑', 'Edit') },
  async run(context) {
    const state = context.retentionRule.state
    const changed = context.store.edit(RetentionRule, context.retentionRule, context.input as never)
    await checkRule(context, changed)
    return state === 'draft' ? changed : context.store.edit(RetentionRule, changed, { state: 'draft' }, 'retentionRule.switchedOff')
  },
})

/** Finds out what the rule would do, and does nothing of it. */
export const tryRetention = defineAction('customers.tryRetention', {
  on: RetentionRule,
  isUnlisted: true,
  words: {
    label: words('试运行', 'Try it'),
    hint: words('列出会处理的记录，不改动任何数据', 'Lists what would be done and changes nothing'),
  },
  async run({ retentionRule, store, later }) {
    await store.measure(RetentionRule, retentionRule.id, { trial: 'running' })
    later('try-retention', { rule: retentionRule.id }, { key: retentionRule.id })
  },
})

/** It acts from the next night on. Whoever switches it on has seen what it would do, and says so by the number. */
export const switchOnRetention = defineAction('customers.switchOnRetention', {
  on: RetentionRule,
  from: ['draft', 'stopped'],
  to: 'active',
  input: {
    seen: integer({
      zh: '试运行会处理多少条',
      en: 'How many records the trial would do',
      required: true,
      min: 0,
      hint: words('照试运行的结果填写，确认已看过', 'As the trial says, so that it is sure that you have seen it'),
    }),
  },
  words: { label: words('启用', 'Switch on'), hint: words('从下一个夜间开始执行', 'It acts from the next night on') },
  run({ retentionRule, input, store }) {
    if (retentionRule.triedAt === null || !isAsTried(retentionRule))
      throw refuse('not-tried', words('先试运行：规则改动后也要重新试运行。', 'Try it first, and again after every change.'), {
        status: 409,
      })
    if (input.seen !== retentionRule.hits)
      throw badFields({ seen: words('与试运行的结果不一致，先看试运行的名单', 'is not what the trial found: look at its list first') })
    return store.edit(RetentionRule, retentionRule, { state: 'active' }, 'retentionRule.switchedOn')
  },
})

export const switchOffRetention = defineAction('customers.switchOffRetention', {
  on: RetentionRule,
  from: 'active',
  to: 'draft',
  words: { label: words('停用', 'Switch off') },
  run: ({ retentionRule, store }) => store.edit(RetentionRule, retentionRule, { state: 'draft' }, 'retentionRule.switchedOff'),
})

/** What a trial or a night has come to; only the job says so. */
export const settleRetention = defineAction('customers.settleRetention', {
  on: RetentionRule,
  allow: rule.nobody,
  isUnlisted: true,
  input: {
    trial: text({ zh: '试运行', en: 'Trial', max: 60 }),
    triedAt: instant({ zh: '试运行于', en: 'Tried' }),
    triedVersion: integer({ zh: '版本', en: 'Version' }),
    hits: integer({ zh: '会处理', en: 'Would be done' }),
    lastRunAt: instant({ zh: '最近执行', en: 'Last run' }),
    lastDone: integer({ zh: '最近处理', en: 'Done last' }),
    fault: text({ zh: '停止原因', en: 'Why it stopped', max: 300 }),
  },
  words: { label: words('登记结果', 'Note what came of it') },
  async run({ retentionRule, input, store }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    await store.measure(RetentionRule, retentionRule.id, given)
    if (input.fault && retentionRule.state === 'active')
      store.edit(RetentionRule, retentionRule, { state: 'stopped' }, 'retentionRule.stopped')
  },
})
