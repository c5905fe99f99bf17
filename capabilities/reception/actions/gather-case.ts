import type { Queries } from '#engine/store/database.ts'
import { companyZone } from '#engine/time/zone.ts'
import { filesOf, householdOf, lastRuling, namesOf, referralOf, type FileRow, type RulingRow } from '../queries.ts'
import type { Answer, Case, FileFact, RuleCode, StandingFact } from '../rules/case.ts'
import { department, type Share } from '../rules/share.ts'

/** Where a case is gathered: at the desk, or anew for a reception that is on record. */
interface CaseAsked {
  customer: string
  /** A further file of the same visitor, found under another name or number. */
  found?: string | null
  /** The reception that is ruled on: its own ruling is not what stands. */
  reception?: string | null
  at: string
  answer: Answer | null
  present: Case['present']
  onTurn: string | null
  helpers?: readonly string[]
}

export const sharesOf = (rows: RulingRow['performance']): Share[] =>
  rows.map(({ user, n, d }) => ({ to: user ?? department, percent: { n, d } }))

const standingOf = (row: RulingRow | undefined): StandingFact | null =>
  row?.owner
    ? { rule: row.rule as RuleCode, owner: row.owner, performance: sharesOf(row.performance), commission: sharesOf(row.commission) }
    : null

/** A file as a fact. Whoever does not work here any more is gone from now on, as long as nobody has drawn his files. */
const factOf = (row: FileRow, customer: string, at: string): FileFact => ({
  salesperson: row.salesperson,
  at: row.at,
  register: row.register,
  of: row.customer === customer ? 'customer' : 'household',
  followedUpAt: row.followedUpAt,
  hasDeal: row.hasDeal,
  gone: row.drawnTo
    ? { at: row.goneAt ?? row.drawnAt!, drawn: { to: row.drawnTo, at: row.drawnAt! } }
    : row.isHere
      ? null
      : { at, drawn: null },
})

/** All that a ruling rests on, read from the records. */
export async function gatherCase(queries: Queries, asked: CaseAsked): Promise<Case> {
  const { customer, found, at, answer, present, onTurn, helpers = [] } = asked
  const household = await householdOf(queries, customer)
  const same = found ? [customer, found] : [customer]
  const rows = await filesOf(queries, [...new Set([...same, ...household])], at, asked.reception)
  const files = rows.map((row) => ({ ...factOf(row, customer, at), ...(row.customer === found ? { of: 'customer' as const } : {}) }))
  const referral = await referralOf(queries, customer)
  const standing = standingOf(await lastRuling(queries, customer, asked.reception ? { reception: asked.reception } : undefined))
  const people = [
    ...files.flatMap(({ salesperson, gone }) => [salesperson, ...(gone?.drawn ? [gone.drawn.to] : [])]),
    ...Object.keys(present),
    ...(referral ? [referral.receiver] : []),
    ...(answer
      ? [...answer.named, ...answer.declined, ...(answer.asked ? [answer.asked] : []), ...(answer.picks ? [answer.picks] : [])]
      : []),
    ...(standing ? [standing.owner, ...[...standing.performance, ...standing.commission].map(({ to }) => to)] : []),
    ...helpers,
  ]
  return {
    at,
    zone: companyZone,
    answer,
    files,
    referral: referral ?? null,
    standing,
    present,
    onTurn,
    helpers: [...helpers],
    names: await namesOf(
      queries,
      people.filter((id) => id !== department),
    ),
  }
}
