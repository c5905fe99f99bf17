import { z } from 'zod'
import { listRecords, readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notFound } from '#engine/action/refusal.ts'
import { defineRoute } from '#engine/http/route.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { answerOf, ruleAtDesk } from './actions/rule-at-desk.ts'
import {
  askedAnswer,
  customerAnswer,
  evidenceAnswer,
  knownAnswer,
  pictureAnswer,
  replayAnswer,
  shiftsAnswer,
  whatIfAnswer,
} from './answers.ts'
import { evidenceOf } from './evidence.ts'
import { knownVisitors, pictureOf, shiftsFor } from './desk-picture.ts'
import { filesOf, householdOf, namesOf, ringOf, rulingFacts, rulingsOfSite, settingById } from './queries.ts'
import type { Case } from './rules/case.ts'
import { validThrough } from './rules/files.ts'
import { readRing, type KeptRing } from './rules/ring-rows.ts'
import { decidedBy, ruleOn } from './rules/ruling.ts'
import { department, sayPercent, type Share } from './rules/share.ts'
import { settingsFaults, usualSettings, type RulingSettings } from './rules/settings.ts'
import { settingsOf } from './rules/site-settings.ts'

const id = z.object({ id: z.uuid() })
const shown = (shares: readonly Share[]) =>
  shares.map(({ to, percent }) => ({ user: to === department ? null : to, percent: sayPercent(percent) }))

const answerSchema = z.strictObject({
  been: z.enum(['no', 'yes', 'forgot']),
  named: z.array(z.uuid()).max(10).default([]),
  asked: z.uuid().nullish(),
  declined: z.array(z.uuid()).max(10).default([]),
  complaint: z.enum(['none', 'open', 'upheld', 'rejected']).default('none'),
  discount: z.enum(['none', 'open', 'certified', 'late']).default('none'),
  insists: z.boolean().default(false),
  waits: z.boolean().default(false),
  picks: z.uuid().nullish(),
})

/** Settings that may be tried: every number, choice and switch of the law. */
const tried = z.strictObject(
  Object.fromEntries(
    Object.entries(usualSettings).map(([name, value]) => [
      name,
      (typeof value === 'number' ? z.number() : typeof value === 'boolean' ? z.boolean() : z.string().max(20)).optional(),
    ]),
  ),
)

export const receptionRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/reception/shifts',
    words: words('我能看到的今天的班次', 'Today’s shifts that one may see'),
    answers: { 200: { schema: shiftsAnswer } },
    handler: ({ runtime, actor }) => shiftsFor(runtime, actor),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/reception/shifts/{id}',
    words: words('现场实况：谁在接待、轮到谁、欠轮、等候', 'The live picture of a shift: who receives, who is next, turns owed, who waits'),
    params: id,
    answers: { 200: { schema: pictureAnswer } },
    handler: ({ runtime, actor, params }) => pictureOf(runtime, actor, params.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/reception/known',
    words: words('来过吗、谁接待过、建档是否有效', 'Been here before? Who received? Is the file valid?'),
    query: z.strictObject({ q: z.string().min(1).max(100), shift: z.uuid() }),
    answers: { 200: { schema: knownAnswer } },
    handler: ({ runtime, actor, query }) => knownVisitors(runtime, actor, query.q, query.shift),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/reception/shifts/{id}/ask',
    words: words('按此刻的轮次，谁来接待、归谁、为什么', 'Who would receive by the ring as it is now, whose the customer is, and why'),
    params: id,
    body: z.strictObject({ customer: z.uuid().nullable(), found: z.uuid().nullish(), reception: z.uuid().nullish(), answer: answerSchema }),
    answers: { 200: { schema: askedAnswer } },
    async handler({ runtime, actor, params, body }) {
      const { house, database, clock } = runtime
      const shift = await readRecord(runtime, actor, house.shapes.get('shift')!, params.id)
      if (!atLeast(shift.can.level, 'edit')) throw notFound()
      for (const customer of [body.customer, body.found])
        if (customer) await readRecord(runtime, actor, house.shapes.get('customer')!, customer)
      const settings = settingsOf(await settingById(database, (shift.setting as { id: string } | null)?.id ?? null))
      const ring = readRing((await ringOf(database, params.id)) as KeptRing)
      const { facts, ruled } = await ruleAtDesk(database, ring, settings, {
        // Somebody who is not on record yet has neither files nor family.
        customer: body.customer ?? '00000000-0000-7000-8000-000000000000',
        found: body.found ?? null,
        reception: body.reception ?? null,
        at: new Date(clock()).toISOString(),
        answer: answerOf(body.answer),
      })
      const { receiver, waits, turn, owner, performance, commission, steps, rule } = ruled
      const because = decidedBy(ruled)
      return {
        rule,
        receiver,
        waits,
        turn,
        owner,
        performance: shown(performance),
        commission: shown(commission),
        steps,
        because,
        names: facts.names,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/customers/{id}/reception',
    words: words('客户的建档、裁定和纠纷', 'A customer’s files, rulings and disputes'),
    params: id,
    answers: { 200: { schema: customerAnswer } },
    async handler({ runtime, actor, params }) {
      const { house, database, clock } = runtime
      const item = await readRecord(runtime, actor, house.shapes.get('customer')!, params.id)
      if (!atLeast(item.can.level, 'full')) throw notFound()
      const now = new Date(clock()).toISOString()
      const files = await filesOf(database, [params.id, ...(await householdOf(database, params.id))], now)
      const names = await namesOf(
        database,
        files.flatMap(({ salesperson, drawnTo }) => [salesperson, ...(drawnTo ? [drawnTo] : [])]),
      )
      const filter = { field: 'customer', op: 'eq', value: params.id }
      const list = (record: string, fields: string[]) =>
        listRecords(runtime, actor, house.shapes.get(record)!, { filter, limit: 10, fields }).then(({ items }) => items)
      return {
        today: dayAt(now),
        files: files.map((file) => ({
          id: file.id,
          salesperson: { id: file.salesperson, name: names[file.salesperson] ?? '' },
          drawnTo: file.drawnTo ? { id: file.drawnTo, name: names[file.drawnTo] ?? '' } : null,
          at: file.at,
          register: file.register,
          hasDeal: file.hasDeal,
          isHousehold: file.customer !== params.id,
          validThrough: validThrough({ at: file.drawnAt ?? file.at, followedUpAt: file.followedUpAt }, usualSettings, 'Asia/Shanghai'),
        })),
        rulings: await list('ruling', [
          'rule',
          'because',
          'state',
          'owner',
          'receiver',
          'commission',
          'steps',
          'isByManager',
          'reason',
          'createdAt',
        ]),
        disputes: await list('dispute', ['claim', 'state', 'dueOn', 'opener', 'createdAt']),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/rulings/{id}/replay',
    words: words('用当日的规则重算一次裁定', 'A ruling once more, with the rules of its day'),
    params: id,
    answers: { 200: { schema: replayAnswer } },
    async handler({ runtime, actor, params }) {
      const item = await readRecord(runtime, actor, runtime.house.shapes.get('ruling')!, params.id)
      const kept = await rulingFacts(runtime.database, params.id)
      if (!kept?.facts) return { isPossible: false }
      const facts = JSON.parse(kept.facts) as Case
      const ruled = ruleOn(facts, settingsOf(await settingById(runtime.database, kept.setting)))
      const before = (item.commission as { n: number; d: number }[]).map(({ n, d }) => `${n}/${d}`).join()
      const same = item.rule === ruled.rule && before === ruled.commission.map(({ percent }) => `${percent.n}/${percent.d}`).join()
      return {
        isPossible: true,
        isSame: same,
        rule: ruled.rule,
        commission: shown(ruled.commission),
        steps: ruled.steps,
        names: facts.names,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/reception/sites/{id}/what-if',
    words: words('若规则不同：用过去的案例试算', 'If the rules were different: tried on past cases'),
    params: id,
    body: z.strictObject({ changes: tried, limit: z.number().int().min(1).max(500).default(300) }),
    answers: { 200: { schema: whatIfAnswer } },
    async handler({ runtime, actor, params, body }) {
      const { house, database } = runtime
      // Whoever may make rules for the site may try them.
      const probe = await listRecords(runtime, actor, house.shapes.get('siteSetting')!, {
        filter: { field: 'site', op: 'eq', value: params.id },
        limit: 1,
      })
      if (!probe.items.some(({ can }) => can.edit)) throw notFound()
      const faults = settingsFaults(body.changes as Partial<RulingSettings>)
      if (Object.keys(faults).length > 0) return { faults, cases: 0, changed: [] }
      const rows = await rulingsOfSite(database, params.id, body.limit)
      const names = await titlesOf(
        runtime,
        actor,
        house.shapes.get('customer')!,
        rows.map(({ customer }) => customer),
      )
      const versions = new Map<string | null, RulingSettings>()
      for (const setting of new Set(rows.map((row) => row.setting))) versions.set(setting, settingsOf(await settingById(database, setting)))
      const seen = rows.filter(({ customer }) => names.has(customer))
      const changed = seen.flatMap((row) => {
        const facts = JSON.parse(row.facts!) as Case
        const usual = versions.get(row.setting)!
        const [before, after] = [ruleOn(facts, usual), ruleOn(facts, { ...usual, ...(body.changes as Partial<RulingSettings>) })]
        const key = (one: typeof before) => JSON.stringify([one.rule, one.receiver, one.turn, one.owner, one.commission])
        if (key(before) === key(after)) return []
        const part = (one: typeof before) => ({ rule: one.rule, turn: one.turn, owner: one.owner, commission: shown(one.commission) })
        return [
          {
            ruling: row.id,
            customer: names.get(row.customer),
            at: row.createdAt,
            before: part(before),
            after: part(after),
            names: facts.names,
          },
        ]
      })
      return { cases: seen.length, changed }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/disputes/{id}/evidence',
    words: words(
      '纠纷的证据：登记、跟进、轮次、裁定，按时间',
      'The evidence of a dispute: registers, follow-ups, turns and rulings in order',
    ),
    params: id,
    answers: { 200: { schema: evidenceAnswer } },
    handler: ({ runtime, actor, params }) => evidenceOf(runtime, actor, params.id),
  }),
]
