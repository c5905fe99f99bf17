import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Queries } from '#engine/store/database.ts'
import { Customer } from '#cap/customers'
import { filesOfReception, rulingsOfReception } from '../queries.ts'
import { CustomerFile } from '../records/customer-file.ts'
import { Ruling } from '../records/ruling.ts'
import type { Case } from '../rules/case.ts'
import { validThrough } from '../rules/files.ts'
import { decidedBy, rulesVersion, type Ruling as Ruled } from '../rules/ruling.ts'
import type { RulingSettings } from '../rules/settings.ts'
import { department, sayPercent, type Share } from '../rules/share.ts'

/** Shares as a ruling keeps them; the department has no user. */
export const keptShares = (shares: readonly Share[]) =>
  shares.map(({ to, percent }) => ({ user: to === department ? null : to, percent: `${sayPercent(percent)}%`, n: percent.n, d: percent.d }))

/** Everybody whom a case is about: they may read the ruling and dispute it. */
const concernedIn = (facts: Case, ruled: Ruled): string[] =>
  [
    ...new Set([
      ...facts.files.map(({ salesperson }) => salesperson),
      ...[...ruled.performance, ...ruled.commission].map(({ to }) => to),
      ...(ruled.receiver ? [ruled.receiver] : []),
      ...ruled.helpers,
    ]),
  ].filter((user) => user !== department)

interface About {
  customer: string
  site: string | null
  setting: string | null
  reception?: string | null
  deal?: string | null
  isFinal?: boolean
}

/** Puts a ruling on record with its facts and its reasoning, in the place of the one that the same reception had. */
export async function keepRuling(store: Store, queries: Queries, facts: Case, ruled: Ruled, about: About): Promise<RowOf<typeof Ruling>> {
  if (about.reception && !about.deal)
    for (const old of await store.lock(Ruling, await rulingsOfReception(queries, about.reception)))
      store.edit(Ruling, old, { state: 'replaced' }, 'ruling.replaced')
  const made = await store.create(Ruling, {
    customer: about.customer,
    site: about.site,
    rule: ruled.rule,
    because: decidedBy(ruled),
    receiver: ruled.receiver,
    owner: ruled.owner === department ? null : ruled.owner,
    serviceOwner: ruled.serviceOwner,
    performance: keptShares(ruled.performance),
    commission: keptShares(ruled.commission),
    turn: ruled.turn,
    steps: ruled.steps.map(({ rule, fits, why }) => ({ rule, fits, zh: why.zh, en: why.en })),
    setting: about.setting,
    rulesVersion,
    reception: about.reception ?? null,
    deal: about.deal ?? null,
    concerned: concernedIn(facts, ruled),
    facts: JSON.stringify(facts),
  } as never)
  return about.isFinal ? store.edit(Ruling, made, { state: 'final' }, 'ruling.final') : made
}

/** What follows from a ruling for the customer: a file for whoever owns from now on, and the customer in his hands. */
export async function followRuling(
  store: Store,
  queries: Queries,
  ruled: Ruled,
  facts: Case,
  settings: RulingSettings,
  about: { customer: string; site: string; reception: string; register: 'walkIn' | 'callIn' },
): Promise<void> {
  const opened = await store.lock(CustomerFile, await filesOfReception(queries, about.customer, about.reception))
  for (const file of opened) if (file.salesperson !== ruled.opens) store.recycle(CustomerFile, file)
  if (ruled.opens && !opened.some(({ salesperson }) => salesperson === ruled.opens))
    await store.create(CustomerFile, {
      customer: about.customer,
      salesperson: ruled.opens,
      register: about.register,
      at: facts.at,
      validThrough: validThrough({ at: facts.at }, settings, facts.zone),
      site: about.site,
      reception: about.reception,
    } as never)
  const owner = ruled.owner === department ? ruled.serviceOwner : ruled.owner
  if (!owner || ruled.waits) return
  const [customer] = await store.lock(Customer, [about.customer])
  if (customer && customer.owner !== owner) store.edit(Customer, customer, { owner, department: about.site }, 'customer.transferred')
}
