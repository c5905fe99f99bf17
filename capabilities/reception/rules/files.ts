import { dayInMonth, partsOfDay, shiftDay } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { words } from '#engine/text/words.ts'
import type { Case, FileFact, Step } from './case.ts'
import type { RulingSettings } from './settings.ts'

/** The same date some months later; of a month that is shorter its last day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = partsOfDay(day)
  const [toYear, toMonth] = partsOfDay(shiftDay(dayInMonth(year, month, 1), { months }))
  return dayInMonth(toYear, toMonth, date)
}

/** From when a file counts: its registration, or the last follow-up that qualifies. */
const startOf = ({ at, followedUpAt }: Pick<FileFact, 'at' | 'followedUpAt'>, { validityFrom }: RulingSettings): string =>
  validityFrom === 'followUp' && followedUpAt && followedUpAt > at ? followedUpAt : at

/** The last day on which a file is valid, to its end. */
export const validThrough = (file: Pick<FileFact, 'at' | 'followedUpAt'>, settings: RulingSettings, zone: string): string =>
  monthsLater(dayAt(startOf(file, settings), zone), settings.validMonths)

/** Whether a file is valid at a moment. One whose deal is closed stays so while its salesperson works here. */
export function isValid(file: FileFact, settings: RulingSettings, at: string, zone: string): boolean {
  if (file.at > at) return false
  if (file.hasDeal && !file.gone) return true
  return dayAt(at, zone) <= validThrough(file, settings, zone)
}

/** A file as the rules see it. */
export interface JudgedFile extends FileFact {
  isValid: boolean
  through: string
}

/** The files that count, after the substitutions: leavers' files are their new owners', a referral stands for a file of its own. */
export interface Standing {
  known: JudgedFile[]
  foundLater: JudgedFile[]
  /** Salespeople whose files must be drawn before anything is decided. */
  toDraw: string[]
  /** Whose files were drawn in this very moment: the new owner is not at the desk yet. */
  justDrawn: string[]
  /** Leavers whose deal it still is, with who serves the customer now. */
  leavers: { user: string; heir: string | null }[]
  steps: Step[]
}

const judged = (file: FileFact, facts: Case, settings: RulingSettings): JudgedFile => {
  const at = settings.validAt === 'deal' && facts.deal ? facts.deal.depositAt : facts.at
  return { ...file, isValid: isValid(file, settings, at, facts.zone), through: validThrough(file, settings, facts.zone) }
}

/** Whether the deposit was receipted before somebody left: then the deal is still his. */
const isBefore = (facts: Case, file: FileFact): boolean => Boolean(facts.deal && file.gone && facts.deal.depositAt < file.gone.at)

/** A leaver's file is whose it was drawn to, and begins anew on the draw day. For a deal from before he left it is still his. */
function drawn(facts: Case, file: FileFact): FileFact {
  if (isBefore(facts, file)) return { ...file, gone: null }
  const to = file.gone?.drawn
  return to ? { ...file, salesperson: to.to, at: to.at, followedUpAt: null, hasDeal: false, gone: null } : file
}

/** R12, R13, R11: they never decide alone. */
export function substitute(facts: Case, settings: RulingSettings): Standing {
  const { names } = facts
  const steps: Step[] = []
  const call = (id: string) => names[id] ?? id
  const counted = facts.files.filter(
    ({ register, of }) => (register === 'walkIn' || settings.callOpensFile) && (of === 'customer' || settings.householdIsOne),
  )
  const family = counted.filter(({ of }) => of === 'household')
  steps.push({
    rule: 'R12',
    fits: family.length > 0,
    why:
      family.length > 0
        ? words(`家人的建档视为客户本人的（${family.length} 份）`, `files of the household are the customer’s (${family.length})`)
        : words('没有家人的建档', 'no file of the household'),
  })
  const gone = counted.filter((file) => file.gone)
  const toDraw = [...new Set(gone.filter((file) => !file.gone!.drawn && !isBefore(facts, file)).map(({ salesperson }) => salesperson))]
  steps.push({
    rule: 'R13',
    fits: gone.length > 0,
    why:
      gone.length === 0
        ? words('没有人离职、调岗或长假', 'nobody has left')
        : toDraw.length > 0
          ? words(
              `${toDraw.map(call).join('、')}已离岗，建档须先抽签`,
              `${toDraw.map(call).join(', ')} has left: the files are drawn first`,
            )
          : words(
              gone.map(({ salesperson, gone: g }) => `${call(salesperson)}的建档抽给${call(g!.drawn?.to ?? salesperson)}`).join('；'),
              gone
                .map(({ salesperson, gone: g }) => `the file of ${call(salesperson)} was drawn to ${call(g!.drawn?.to ?? salesperson)}`)
                .join('; '),
            ),
  })
  const files = counted
    .map((file) => drawn(facts, file))
    .map((file) => judged(file, facts, settings))
    // Until it is drawn, a leaver's file says that somebody was here and owns nothing.
    .map((file) => (file.gone ? { ...file, isValid: false } : file))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const known = files.filter(({ isFoundLater }) => !isFoundLater)
  const referred = referral(facts, settings, known, steps)
  return {
    known: referred ? [referred, ...known] : known,
    foundLater: files.filter(({ isFoundLater }) => isFoundLater),
    toDraw,
    justDrawn: gone.flatMap(({ gone: g }) => (g!.drawn && g!.drawn.at === facts.at ? [g!.drawn.to] : [])),
    leavers: gone
      .filter((file) => isBefore(facts, file))
      .map(({ salesperson, gone: g }) => ({ user: salesperson, heir: g!.drawn?.to ?? null })),
    steps,
  }
}

function referral(facts: Case, settings: RulingSettings, known: readonly JudgedFile[], steps: Step[]): JudgedFile | null {
  const from = facts.referral
  const step = (fits: boolean, zh: string, en: string) => void steps.push({ rule: 'R11', fits, why: words(zh, en) })
  if (!from) return (step(false, '没有介绍人', 'nobody referred him'), null)
  if (known.some(({ isValid }) => isValid))
    return (step(false, '已有有效建档，介绍不改变归属', 'there is a valid file, so the referral changes nothing'), null)
  if (!from.isInTime)
    return (step(false, '首次来访结束时介绍人未登记，太晚', 'the referrer was not on record by the end of the first visit: too late'), null)
  if (settings.referrerMustHaveBought && !from.hasBought) return (step(false, '介绍人未成交', 'the referrer has not bought'), null)
  const name = facts.names[from.receiver] ?? from.receiver
  step(true, `介绍人的首接人${name}视为有本客户的有效建档`, `${name}, who first received the referrer, counts as having a valid file`)
  return {
    salesperson: from.receiver,
    at: from.at,
    register: 'walkIn',
    of: 'customer',
    isValid: true,
    through: dayAt(facts.at, facts.zone),
  }
}
