import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { Customer } from '#cap/customers'
import { day, instant, link, money, note, percent, rows, text, yesNo } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { dayAt } from '#engine/time/zone.ts'
import { words } from '#engine/text/words.ts'
import { filesOf, householdOf, lastRuling, namesOf, type RulingRow } from '../queries.ts'
import { CustomerFile } from '../records/customer-file.ts'
import { RecordedDeal } from '../records/recorded-deal.ts'
import { Ruling } from '../records/ruling.ts'
import { SiteSetting } from '../records/site-setting.ts'
import type { Case, FileFact } from '../rules/case.ts'
import { ruleOn, rulesVersion } from '../rules/ruling.ts'
import { settingsOf } from '../rules/site-settings.ts'
import { department, fraction, percentOf, splitMoney, total, type Share } from '../rules/share.ts'
import { sharesOf } from './gather-case.ts'
import { keepRuling, keptShares } from './rule-on.ts'

/** Whoever rules and records deals: those who lead. */
export const managers = rule.role('administrator', 'director', 'departmentHead', 'siteManager')

/** Files that came to light after the visitor had gone: by another name of his, or by his family. */
async function foundSince(queries: Queries, customer: string, facts: Case): Promise<FileFact[]> {
  const known = new Set(facts.files.map(({ salesperson, at }) => `${salesperson} ${at}`))
  const household = await householdOf(queries, customer)
  const rows = await filesOf(queries, [customer, ...household], facts.at)
  return rows
    .filter((row) => row.at < facts.at && !known.has(`${row.salesperson} ${row.at}`))
    .map((row) => ({
      salesperson: row.salesperson,
      at: row.at,
      register: row.register,
      of: row.customer === customer ? 'customer' : 'household',
      followedUpAt: row.followedUpAt,
      hasDeal: row.hasDeal,
      isFoundLater: true,
    }))
}

const cents = (amount: string): bigint => {
  const [whole = '0', rest = ''] = amount.split('.')
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2))
}
const moneyOf = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`

/** How an amount falls, per head; equal remainders go to the earlier receiver. */
function splitOf(
  amount: string,
  commission: string | null,
  ruling: { performance: Share[]; commission: Share[] },
  earlier: readonly string[],
) {
  const performance = splitMoney(cents(amount), ruling.performance, earlier)
  const paid = commission ? splitMoney(cents(commission), ruling.commission, earlier) : []
  const people = [...new Set([...ruling.performance, ...ruling.commission].map(({ to }) => to))]
  const part = (list: { to: string; cents: bigint }[], to: string) => moneyOf(list.find((one) => one.to === to)?.cents ?? 0n)
  return people.map((to) => ({
    user: to === department ? null : to,
    performance: part(performance, to),
    commission: commission ? part(paid, to) : null,
  }))
}

/** The last word on a deal: the ruling of the reception anew with the deal among its facts, or a manager's as it stands. */
async function finalRuling(
  store: Store,
  queries: Queries,
  last: RulingRow,
  about: { customer: string; deal: string; on: string; depositAt: string; agreed: string | null },
) {
  if (last.isByManager || !last.facts) {
    const made = await store.create(Ruling, {
      customer: about.customer,
      rule: last.rule,
      because: words('沿用经理的裁定', 'As the manager has ruled'),
      owner: last.owner,
      serviceOwner: last.owner,
      performance: last.performance,
      commission: last.commission,
      site: last.site,
      setting: last.setting,
      rulesVersion,
      reception: last.reception,
      deal: about.deal,
      isByManager: true,
      concerned: [...new Set([...last.performance, ...last.commission].flatMap(({ user }) => user ?? []))],
    } as never)
    return {
      ruling: store.edit(Ruling, made, { state: 'final' }, 'ruling.final'),
      shares: { performance: sharesOf(last.performance), commission: sharesOf(last.commission) },
      earlier: [] as string[],
    }
  }
  const before = JSON.parse(last.facts) as Case
  const later = await foundSince(queries, about.customer, before)
  const facts: Case = {
    ...before,
    files: [...before.files, ...later],
    deal: { on: about.on, depositAt: about.depositAt },
    agreed: about.agreed,
    names: {
      ...before.names,
      ...(await namesOf(
        queries,
        later.map(({ salesperson }) => salesperson),
      )),
    },
  }
  const settings = settingsOf(last.setting ? await store.get(SiteSetting, last.setting) : null)
  const ruled = ruleOn(facts, settings)
  const ruling = await keepRuling(store, queries, facts, ruled, {
    customer: about.customer,
    site: last.site,
    setting: last.setting,
    reception: last.reception,
    deal: about.deal,
    isFinal: true,
  })
  return { ruling, shares: ruled, earlier: facts.files.map(({ salesperson }) => salesperson) }
}

/** A manager records a deal: the day, what, and how much. Performance and commission fall by the last ruling, made final with it. */
export const recordDeal = defineAction('reception.recordDeal', {
  on: Customer,
  allow: rule.both(rule.granted('edit'), managers),
  input: {
    product: text({ zh: '产品', en: 'Product', required: true, max: 120 }),
    on: day({ zh: '成交日', en: 'Day', required: true }),
    depositAt: instant({ zh: '定金收讫', en: 'Deposit receipted', hint: words('空则按成交日', 'As the day where empty') }),
    amount: money({ zh: '金额', en: 'Amount', required: true, min: '0' }),
    commission: money({ zh: '奖金总额', en: 'Commission in all', min: '0' }),
    agreed: link('user', {
      zh: '双方商定业绩归',
      en: 'Performance by agreement',
      hint: words('忘记接待人、事后查到建档时', 'Where somebody had forgotten who, and a file was found later'),
    }),
  },
  touches: [],
  isMinor: true,
  words: { label: words('登记成交', 'Record a deal') },
  async run({ customer, input, store, queries, today, now }) {
    if (input.on > today) throw badFields({ on: words('不能晚于今天', 'must not lie in the future') })
    const last = await lastRuling(queries, customer.id)
    if (!last)
      throw refuse('no-ruling', words('还没有归属裁定，先由经理裁定。', 'There is no ruling yet: a manager rules first.'), { status: 409 })
    const depositAt = input.depositAt ?? (input.on === dayAt(now) ? now : new Date(Date.parse(`${input.on}T12:00:00+08:00`)).toISOString())
    const { product, on, amount, commission } = input
    const deal = await store.create(RecordedDeal, {
      customer: customer.id,
      product,
      on,
      depositAt,
      amount,
      commission,
      site: last.site,
    } as never)
    await store.settle()
    const about = { customer: customer.id, deal: deal.id, on, depositAt, agreed: input.agreed ?? null }
    const { ruling, shares, earlier } = await finalRuling(store, queries, last, about)
    await store.settle()
    const split = splitOf(amount, commission ?? null, shares, earlier)
    store.edit(RecordedDeal, deal, { ruling: ruling.id, split } as never, 'recordedDeal.split')
    const people = new Set(shares.performance.map(({ to }) => to))
    const files = await filesOf(queries, [customer.id], now)
    for (const file of await store.lock(
      CustomerFile,
      files.filter(({ salesperson }) => people.has(salesperson)).map(({ id }) => id),
    ))
      if (!file.hasDeal) store.edit(CustomerFile, file, { hasDeal: true }, 'customerFile.dealt')
  },
})

const shareRows = rows(
  {
    user: link('user', { zh: '人员（空为部门）', en: 'Who (empty: the department)' }),
    percent: percent({ zh: '比例', en: 'Per cent', required: true, min: '0', max: '100' }),
  },
  { zh: '奖金', en: 'Commission', max: 20 },
)

/** A manager rules where no rule fits, or otherwise than the rules. His reason is on record, and what he rules stands. */
export const ruleByManager = defineAction('reception.ruleByManager', {
  on: Customer,
  allow: rule.both(rule.granted('edit'), managers),
  input: {
    owner: link('user', { zh: '业绩归', en: 'Performance', hint: words('空则归部门', 'The department’s where empty') }),
    commission: shareRows,
    reason: note({ zh: '理由', en: 'Reason', required: true, max: 1000 }),
    disobeyed: yesNo({ zh: '因不服从裁定归部门', en: 'The department’s, for disobedience' }),
  },
  touches: [],
  isMinor: true,
  words: { label: words('经理裁定归属', 'Rule on the customer') },
  async run({ customer, input, store, queries }) {
    const owner = input.disobeyed ? null : (input.owner ?? null)
    const given = (input.commission as { user: string | null; percent: string }[] | null) ?? []
    const commission: Share[] = given.map((one) => ({ to: one.user ?? department, percent: percentOf(Number(one.percent)) }))
    if (input.disobeyed || commission.length === 0)
      commission.splice(0, commission.length, { to: owner ?? department, percent: fraction(100) })
    const sum = total(commission)
    if (sum.n !== 100 || sum.d !== 1) throw badFields({ commission: words('各项相加须为 100', 'must add up to 100') })
    const last = await lastRuling(queries, customer.id)
    await store.create(Ruling, {
      customer: customer.id,
      rule: input.disobeyed ? 'R15' : 'R16',
      because: words('经理裁定', 'A manager has ruled'),
      owner,
      serviceOwner: owner,
      performance: keptShares([{ to: owner ?? department, percent: fraction(100) }]),
      commission: keptShares(commission),
      site: last?.site ?? customer.department,
      setting: last?.setting ?? null,
      rulesVersion,
      reception: last?.reception ?? null,
      isByManager: true,
      reason: input.reason,
      concerned: [
        ...new Set([
          ...(owner ? [owner] : []),
          ...(last?.owner ? [last.owner] : []),
          ...commission.flatMap(({ to }) => (to === department ? [] : [to])),
        ]),
      ],
    } as never)
    if (owner && owner !== customer.owner) store.edit(Customer, customer, { owner }, 'customer.transferred')
  },
})
