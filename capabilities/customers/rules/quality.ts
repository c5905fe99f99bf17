import { addDays } from '#engine/time/days.ts'
import { words } from '#engine/text/words.ts'
import { hasEnded, isPrivate, missingOf, type Demand } from './collection.ts'
import { doubtsAbout, type Doubt, type FactsToDoubt } from './doubts.ts'

/** What is wrong with a file, by kind; stored with the customer so that lists can be made of it. */
export const qualityFaults = {
  missing: { ...words('缺项', 'Incomplete'), color: 'warning' },
  doubtful: { ...words('存疑', 'Doubtful'), color: 'bad' },
  stale: { ...words('待确认', 'Stale'), color: 'waiting' },
  double: { ...words('疑似重复', 'Perhaps double'), color: 'info' },
} as const

export type QualityFault = keyof typeof qualityFaults

/** A customer's file as it is scored. */
export interface FileToScore extends Omit<FactsToDoubt, 'year'> {
  stage: string
  /** What the collection standards ask of it. */
  demand: Demand
  /** The day on which it was last known to be right: confirmed, or made. */
  freshSince: string
  /** Another customer may be the same. */
  isDouble: boolean
}

export interface Part {
  points: number
  of: number
}

export interface Quality {
  score: number
  completeness: Part
  validity: Part
  timeliness: Part
  uniqueness: Part
  missing: string[]
  doubts: Doubt[]
  faults: QualityFault[]
  /** The last day on which the last confirmation still holds, where a standard asks for one. */
  confirmBy: string | null
  /** The day on which the score falls by itself, as things stand. */
  recheckOn: string | null
}

/** Stands for any way to reach the customer: its own telephone or mail, or that of its first contact. */
export const reach = 'reach'

/** What every file should hold, whatever the standards say. */
const usual = (kind: string): string[] => ['region', 'source', ...(isPrivate(kind) ? [] : ['industry']), 'primaryContact', reach]

/** A file that nobody asks to be confirmed is taken to be right for a year. */
const usualDays = 365

const part = (share: number, of: number): Part => ({ points: Math.round(share * of), of })

/** Those that should be there and are not. */
function missingIn({ kind, values, contact, demand }: FileToScore): { missing: string[]; wanted: number } {
  const wanted = [...new Set([...usual(kind), ...demand.requires])]
  const isReached = [values.phone, values.email, contact?.mobile, contact?.telephone, contact?.email, contact?.wechat].some(Boolean)
  return { missing: missingOf(wanted, { ...values, [reach]: isReached || null }), wanted: wanted.length }
}

/**
 * How good a customer's file is: 40 points for what is there of what should be, 30 for what can be right of what is there, 20 as long as
 * somebody has confirmed it in time (10 for as long again, then none), 10 unless another customer may be the same.
 * @param today the day in the company's zone
 */
export function qualityOf(file: FileToScore, today: string): Quality {
  const { missing, wanted } = missingIn(file)
  const { doubts, looked } = doubtsAbout({ ...file, year: Number(today.slice(0, 4)) })
  const days = file.demand.everyDays ?? usualDays
  const holdsUntil = addDays(file.freshSince, days)
  const halfUntil = addDays(holdsUntil, days)
  const isOver = hasEnded(file.stage)
  const time = isOver || today <= holdsUntil ? 1 : today <= halfUntil ? 0.5 : 0
  const completeness = part(1 - missing.length / wanted, 40)
  const validity = part(looked === 0 ? 1 : 1 - doubts.length / looked, 30)
  const timeliness = part(time, 20)
  const uniqueness = part(file.isDouble ? 0 : 1, 10)
  return {
    score: completeness.points + validity.points + timeliness.points + uniqueness.points,
    completeness,
    validity,
    timeliness,
    uniqueness,
    missing,
    doubts,
    faults: [
      ...(missing.length > 0 ? (['missing'] as const) : []),
      ...(doubts.length > 0 ? (['doubtful'] as const) : []),
      ...(time < 1 ? (['stale'] as const) : []),
      ...(file.isDouble ? (['double'] as const) : []),
    ],
    confirmBy: file.demand.everyDays === null || isOver ? null : holdsUntil,
    recheckOn: isOver || time === 0 ? null : addDays(time === 1 ? holdsUntil : halfUntil, 1),
  }
}
