import { dayAt } from '#engine/time/zone.ts'
import { words, type Words } from '#engine/text/words.ts'
import { ruleCodes, type Case, type RuleCode, type Step } from './case.ts'
import { setDesk, standingShares, type Desk } from './desk.ts'
import { substitute, type JudgedFile, type Standing } from './files.ts'
import type { RulingSettings } from './settings.ts'
import { department, gather, minus, percentOf, sayPercent, takeFromOwner, fraction, whole, type Fraction, type Share } from './share.ts'
import { table, type Verdict } from './table.ts'

/** The version of the rules: what was ruled by another is replayed with the settings of its day and says so. */
export const rulesVersion = 1

/** What a case comes to. */
export interface Ruling {
  rule: RuleCode
  /** What was found afterwards and changed it: a household, a file. */
  later: 'R12' | 'R8' | null
  receiver: string | null
  /** Nobody who may receive is free: the visitor waits. */
  waits: boolean
  turn: 'none' | 'rotation' | 'own'
  owner: string | null
  performance: Share[]
  commission: Share[]
  serviceOwner: string | null
  helpers: string[]
  /** Whoever has a file from this reception. */
  opens: string | null
  /** Whose files must be drawn before this holds. */
  toDraw: string[]
  /** Every rule that was asked, to the one that decided, and what was added. */
  steps: Step[]
}

/** Rules on a case: substitutions, then the first rule that fits, then what helpers get and what was found later. Pure: the same facts, the same ruling. */
export function ruleOn(facts: Case, settings: RulingSettings): Ruling {
  const standing = substitute(facts, settings)
  const desk = setDesk(facts, standing)
  const steps = [...standing.steps]
  const { rule, verdict } = decide(desk, settings, steps)
  const later = findLater(rule, verdict, desk, standing, settings)
  const helped = later ? later.verdict : help(rule, verdict, desk, settings, steps)
  if (later) steps.push(...later.steps)
  const final = leaveToLeaver(helped, standing, settings, steps)
  const { receiver, performance } = final
  const isOwner = receiver !== null && performance.some(({ to }) => to === receiver)
  return {
    rule,
    later: later?.rule ?? null,
    receiver,
    waits: receiver === null && rule !== 'R16',
    turn: final.turn,
    owner: final.owner,
    performance,
    commission: final.commission,
    serviceOwner: servesAfter(final, facts, standing),
    helpers: final.helpers,
    opens: isOwner && !desk.isHolder(receiver) ? receiver : null,
    toDraw: standing.toDraw,
    steps,
  }
}

function decide(desk: Desk, settings: RulingSettings, steps: Step[]): { rule: RuleCode; verdict: Verdict } {
  for (const rule of ruleCodes) {
    const answer = table[rule](desk, settings)
    if (!('passed' in answer)) {
      steps.push({ rule, fits: true, why: answer.why })
      return { rule, verdict: answer }
    }
    steps.push({ rule, fits: false, why: answer.passed })
  }
  throw new Error('R16 fits every case')
}

type Helped = Verdict & { helpers: string[] }

const isSameDay = ({ facts }: Desk): boolean => facts.deal?.on === dayAt(facts.at, facts.zone)

/** R10, and what R4 and R6 say of later deals: the helper's points come out of the owner's share. */
function help(rule: RuleCode, verdict: Verdict, desk: Desk, settings: RulingSettings, steps: Step[]): Helped {
  const { owner, receiver } = verdict
  if (!['R2', 'R4', 'R6'].includes(rule) || !owner) return { ...verdict, helpers: [] }
  const helpers = [...new Set([...(desk.facts.helpers ?? []), ...(receiver ? [receiver] : [])])].filter((user) => user !== owner)
  if (helpers.length === 0) return { ...verdict, helpers }
  const names = { zh: helpers.map(desk.call).join('、'), en: helpers.map(desk.call).join(', ') }
  const give = (points: number, among: string[]) => takeFromOwner(verdict.commission, owner, among, percentOf(points))
  const later = rule === 'R4' ? settings.absentHelper : rule === 'R6' ? settings.namedHelper : 0
  const asLater = rule === 'R4' && settings.absentSameDay === 'later'
  if (isSameDay(desk) && !asLater) {
    steps.push({
      rule: 'R10',
      fits: true,
      why: words(
        `${names.zh}代为接待，当天成交，得 ${settings.sameDayHelper}%`,
        `${names.en} received in his place and the deal came the same day: ${settings.sameDayHelper} %`,
      ),
    })
    return { ...verdict, helpers, commission: give(settings.sameDayHelper, helpers) }
  }
  const paid = receiver && receiver !== owner ? [receiver] : []
  steps.push({
    rule: 'R10',
    fits: false,
    why:
      later > 0 && paid.length > 0
        ? words(`不是当天成交，接待人按 ${rule} 得 ${later}%`, `no deal on the same day: the receiver gets ${later} % by ${rule}`)
        : words('不是当天成交，代接待是义务', 'no deal on the same day: help is a duty'),
  })
  return { ...verdict, helpers, commission: later > 0 ? give(later, paid) : verdict.commission }
}

/** Rules made while nothing valid was known: what is found later touches these alone. */
const touchable = new Set<RuleCode>(['R1', 'R8', 'R17', 'R18', 'R6'])

/** Before the deal a household's file, or one of his own, turns up: the turn used stays used. */
function findLater(
  rule: RuleCode,
  verdict: Verdict,
  desk: Desk,
  { foundLater }: Standing,
  settings: RulingSettings,
): { rule: 'R12' | 'R8'; verdict: Helped; steps: Step[] } | null {
  const { receiver } = verdict
  if (!touchable.has(rule) || desk.holders.length > 0 || !receiver) return null
  const others = foundLater.filter(({ isValid, salesperson }) => isValid && salesperson !== receiver)
  const family = others.find(({ of }) => of === 'household')
  if (family) return ofHousehold(family, receiver, verdict, desk, settings)
  const own = others[0]
  if (!own) return null
  const { salesperson: other } = own
  const agreed = desk.facts.agreed === other ? other : receiver
  const commission = gather([
    { to: receiver, percent: percentOf(settings.forgotReceiver) },
    { to: other, percent: percentOf(100 - settings.forgotReceiver) },
  ])
  const why = words(
    `事后查到${desk.call(other)}的有效建档（至 ${own.through}），奖金分成`,
    `a valid file of ${desk.call(other)} was found later (through ${own.through}): the commission is shared`,
  )
  return {
    rule: 'R8',
    steps: [{ rule: 'R8', fits: true, why }],
    verdict: { ...verdict, owner: agreed, performance: whole(agreed), commission, helpers: [] },
  }
}

function ofHousehold(
  family: JudgedFile,
  receiver: string,
  verdict: Verdict,
  desk: Desk,
  settings: RulingSettings,
): { rule: 'R12'; verdict: Helped; steps: Step[] } {
  const { salesperson: owner } = family
  const shares = standingShares(desk, owner)
  const sameDay = isSameDay(desk)
  const commission = sameDay ? takeFromOwner(shares.commission, owner, [receiver], percentOf(settings.sameDayHelper)) : shares.commission
  const found = words(
    `事后查到家人在${desk.call(owner)}处的有效建档（至 ${family.through}），业绩归首接人${desk.call(owner)}`,
    `a file of the household with ${desk.call(owner)}, valid through ${family.through}, was found later: the performance is his who received first`,
  )
  const helped = sameDay
    ? words(
        `${desk.call(receiver)}善意接待，当天成交，得 ${settings.sameDayHelper}%`,
        `${desk.call(receiver)} received in good faith and the deal came the same day: ${settings.sameDayHelper} %`,
      )
    : words(
        `${desk.call(receiver)}善意接待，不是当天成交，接待是义务`,
        `${desk.call(receiver)} received in good faith; no deal on the same day: help is a duty`,
      )
  return {
    rule: 'R12',
    steps: [
      { rule: 'R12', fits: true, why: found },
      { rule: 'R10', fits: sameDay, why: helped },
    ],
    verdict: { ...verdict, owner, performance: shares.performance, commission, helpers: [receiver] },
  }
}

/** R13: of a deal whose deposit was receipted before he left, the leaver keeps his part, and the rest is whose his files were drawn to. */
function leaveToLeaver(verdict: Helped, { leavers }: Standing, settings: RulingSettings, steps: Step[]): Helped {
  const kept: Fraction = percentOf(settings.leaverShare)
  let { commission } = verdict
  for (const { user, heir } of leavers) {
    const share = commission.find(({ to }) => to === user)
    if (!share) continue
    const his = fraction(share.percent.n * kept.n, share.percent.d * kept.d * 100)
    commission = gather([
      ...commission.map((one) => (one === share ? { to: user, percent: his } : one)),
      { to: heir ?? department, percent: minus(share.percent, his) },
    ])
    steps.push({
      rule: 'R13',
      fits: true,
      why: words(
        `定金收讫在离岗之前，${sayPercent(kept)}% 仍归离岗者`,
        `the deposit was receipted before he left: ${sayPercent(kept)} % stay the leaver’s`,
      ),
    })
  }
  return { ...verdict, commission }
}

/** The one who serves the customer afterwards. */
function servesAfter({ performance, receiver }: Verdict, { serviceBy }: Case, { leavers }: Standing): string | null {
  const [first] = performance
  const one = performance.length > 1 ? receiver : (first?.to ?? null)
  const left = leavers.find(({ user }) => user === one)
  return one === department ? (serviceBy ?? null) : left ? left.heir : one
}

/** The deciding sentence of an explanation. */
export const decidedBy = ({ rule, steps }: Pick<Ruling, 'rule' | 'steps'>): Words =>
  steps.find((step) => step.rule === rule && step.fits)!.why
