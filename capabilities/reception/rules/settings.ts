import { words, type Words } from '#engine/text/words.ts'

/** What a sales site has agreed on: every period, percentage and switch of the written rules. Kept in versions; a ruling names the one it was made with. */
export interface RulingSettings {
  validMonths: number
  validityFrom: 'registration' | 'followUp'
  validAt: 'reception' | 'deal'
  callOpensFile: boolean
  /** Spouses, parents and children are one customer. */
  householdIsOne: boolean
  longLeaveDays: number
  /** Of deals whose deposit was receipted before somebody left, what stays his. */
  leaverShare: number
  referrerMustHaveBought: boolean
  /** Working days within which a supervisor certifies that somebody only shopped for a discount. */
  discountDays: number
  /** R3: what the new receiver gets where the file of the declined one is valid; he keeps the rest. */
  declinedReceiver: number
  /** R9: what the one asked for gets; the earlier ones share the rest. */
  nthReceiver: number
  nthEarliestOnly: boolean
  /** R6 and R4: what whoever receives in another's place gets of a later deal. */
  namedHelper: number
  absentHelper: number
  /** R4, a deal on the same day: as R10, or as on a later one. */
  absentSameDay: 'help' | 'later'
  /** R8: what the receiver keeps where another's valid file is found later. */
  forgotReceiver: number
  /** R10: what helpers get of a deal on the same day. */
  sameDayHelper: number
  /** R1: whether a visitor whose files have all expired uses a turn. */
  expiredCounts: boolean
  /** Being passed over owes a turn to whoever is … */
  owesOut: boolean
  owesUncounted: boolean
  owesCounted: boolean
  owesAbsent: boolean
  owesLate: boolean
  owesAway: boolean
  carriesOwed: boolean
}

export const usualSettings: RulingSettings = {
  validMonths: 2,
  validityFrom: 'registration',
  validAt: 'reception',
  callOpensFile: true,
  householdIsOne: true,
  longLeaveDays: 30,
  leaverShare: 100,
  referrerMustHaveBought: false,
  discountDays: 3,
  declinedReceiver: 80,
  nthReceiver: 50,
  nthEarliestOnly: false,
  namedHelper: 20,
  absentHelper: 20,
  absentSameDay: 'help',
  forgotReceiver: 50,
  sameDayHelper: 50,
  expiredCounts: true,
  owesOut: true,
  owesUncounted: true,
  owesCounted: false,
  owesAbsent: false,
  owesLate: false,
  owesAway: false,
  carriesOwed: true,
}

/** Each percentage of the settings with the name of what is left of 100. */
export const splits = {
  leaverShare: 'leaverRest',
  declinedReceiver: 'declinedEarlier',
  nthReceiver: 'nthEarlier',
  namedHelper: 'namedOwner',
  absentHelper: 'absentOwner',
  forgotReceiver: 'forgotEarlier',
  sameDayHelper: 'sameDayOwner',
} as const satisfies Partial<Record<keyof RulingSettings, string>>

const atMostTwoDecimals = (n: number) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-9

/** What is wrong with settings, by field. Where both halves of a split are given they must add up to 100. */
export function settingsFaults(settings: Partial<RulingSettings> & Record<string, unknown>): Record<string, Words> {
  const faults: Record<string, Words> = {}
  for (const [name, rest] of Object.entries(splits)) {
    const value = settings[name]
    const other = settings[rest]
    if (typeof value !== 'number') continue
    if (!(value >= 0 && value <= 100)) faults[name] = words('应在 0 到 100 之间', 'must lie between 0 and 100')
    else if (!atMostTwoDecimals(value)) faults[name] = words('最多两位小数', 'at most two decimals')
    else if (typeof other === 'number' && Math.round((value + other) * 100) !== 10_000)
      faults[rest] = words(`${value} 与 ${other} 相加应为 100`, `${value} and ${other} must add up to 100`)
  }
  const range = (name: 'validMonths' | 'longLeaveDays' | 'discountDays', least: number, most: number) => {
    const value = settings[name]
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= most))
      faults[name] = words(`应为 ${least} 到 ${most} 的整数`, `must be a whole number from ${least} to ${most}`)
  }
  range('validMonths', 1, 36)
  range('longLeaveDays', 1, 365)
  range('discountDays', 1, 30)
  return faults
}
