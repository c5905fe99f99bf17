import { fill, words, type Words } from '#engine/text/words.ts'
import type { Duty } from './duty.ts'

/** What is handed out: one mechanism for all. */
export const allocationKinds = {
  lead: words('线索', 'Leads'),
  chat: words('会话', 'Chats'),
  ticket: words('工单', 'Tickets'),
  callback: words('回访', 'Callbacks'),
}
export type AllocationKind = keyof typeof allocationKinds

/** By what people and what comes in are matched. */
export const dimensions = {
  region: words('地区', 'Region'),
  product: words('产品', 'Product'),
  segment: words('分群', 'Segment'),
  tier: words('等级', 'Tier'),
  language: words('语言', 'Language'),
  skill: words('技能', 'Skill'),
} satisfies Record<string, Words>
export type Dimension = keyof typeof dimensions

export const methods = {
  rotation: words('依次轮流', 'In turn'),
  weighted: words('按权重轮流', 'In turn by weight'),
  leastLoaded: words('手上最少者先', 'Least loaded first'),
} satisfies Record<string, Words>
export type Method = keyof typeof methods

/** What something needs of whoever takes it, or what somebody covers. */
export type Needs = Partial<Record<Dimension, readonly string[]>>

/** Somebody who may take what a queue hands out, as he stands at this moment. */
export interface Candidate {
  user: string
  name: string
  weight: number
  /** The most he has in hand, and is given on one day; null for no limit. */
  capacity: number | null
  quota: number | null
  load: number
  today: number
  /** The number of his last turn; 0 before the first. */
  turn: number
  /** What is due to him, in smooth weighted turns. */
  due: number
  /** He has been switched off, or pauses. */
  isOut: 'inactive' | 'paused' | null
  duty: Duty
  covers: Needs
}

/** All that a decision hangs on. It is kept with the decision, so that the decision can be made again. */
export interface AllocationFacts {
  method: Method
  /** What must fit; of these what need not fit any more once it has waited so long. */
  match: readonly Dimension[]
  relaxable: readonly Dimension[]
  relaxAfter: number | null
  familiarFirst: boolean
  onlyOnDuty: boolean
  needs: Needs
  /** Minutes that it has waited. */
  waited: number
  /** Who knows the one it is about, and who stands in for him while he is away. */
  familiar: { user: string; standIn: string | null } | null
  candidates: readonly Candidate[]
}

export type OutCode = 'inactive' | 'paused' | 'absent' | 'full' | 'quota' | 'unfit'

export interface Allocation {
  /** Who takes it; null where nobody can. */
  taken: string | null
  how: 'familiar' | 'standIn' | Method | null
  relaxed: Dimension[]
  out: { user: string; code: OutCode; because: Words }[]
  /** Who could have taken it, first choice first, and by what they were put in order. */
  fit: { user: string; because: Words }[]
  reason: Words
  /** What is due to each after this turn, in smooth weighted turns. */
  due: Record<string, number>
}

/** Whether what somebody covers is what is asked for. He who names nothing takes everything; a region is covered by any part of its name. */
function isCovered(dimension: Dimension, needs: Needs, covers: Needs): boolean {
  const [asked, known] = [needs[dimension] ?? [], covers[dimension] ?? []]
  if (asked.length === 0 || known.length === 0) return true
  const fold = (value: string) => value.normalize('NFKC').trim().toLowerCase()
  // Languages and skills are all needed; of regions, products and the like one is enough.
  const fits = (need: string) =>
    known.some((one) =>
      dimension === 'region' ? fold(need).includes(fold(one)) || fold(one).includes(fold(need)) : fold(need) === fold(one),
    )
  return dimension === 'language' || dimension === 'skill' ? asked.every(fits) : asked.some(fits)
}

function whyOut(candidate: Candidate, facts: AllocationFacts, must: readonly Dimension[]): { code: OutCode; because: Words } | null {
  const { isOut, duty, capacity, load, quota, today } = candidate
  if (isOut === 'inactive') return { code: 'inactive', because: words('账号已停用', 'switched off') }
  if (isOut === 'paused') return { code: 'paused', because: words('暂停接收', 'pauses') }
  if (facts.onlyOnDuty && !duty.isOn) return { code: 'absent', because: duty.because }
  if (capacity !== null && load >= capacity)
    return { code: 'full', because: fill(words('手上 {load} 条，已满 {capacity}', 'has {load} of {capacity} in hand'), { load, capacity }) }
  if (quota !== null && today >= quota)
    return {
      code: 'quota',
      because: fill(words('今天已接 {today} 条，到每日上限 {quota}', 'was given {today} of {quota} today'), { today, quota }),
    }
  const lacking = must.find((dimension) => !isCovered(dimension, facts.needs, candidate.covers))
  if (!lacking) return null
  const needs = facts.needs[lacking]!
  return {
    code: 'unfit',
    because: fill(words('不负责{what}“{zh}”', 'does not cover {what} "{en}"'), {
      what: { zh: dimensions[lacking].zh, en: dimensions[lacking].en.toLowerCase() },
      zh: needs.join('、'),
      en: needs.join(', '),
    }),
  }
}

interface Ranked {
  candidate: Candidate
  because: Words
}

/** Longest without a turn first; those who never had one in the order in which they stand in the queue. */
const byTurn = (candidates: readonly Candidate[]) => (a: Candidate, b: Candidate) =>
  a.turn - b.turn || candidates.indexOf(a) - candidates.indexOf(b)

const sayTurn = ({ turn }: Candidate): Words =>
  turn === 0 ? words('还没有轮到过', 'has had no turn yet') : fill(words('上次是第 {turn} 轮', 'had turn {turn} last'), { turn })

function rank({ method }: AllocationFacts, fit: readonly Candidate[]): Ranked[] {
  const turn = byTurn(fit)
  if (method === 'weighted')
    return [...fit]
      .sort((a, b) => b.due + b.weight - (a.due + a.weight) || turn(a, b))
      .map((candidate) => ({
        candidate,
        because: fill(words('权重 {weight}，应得 {due}', 'weight {weight}, {due} due'), {
          weight: candidate.weight,
          due: candidate.due + candidate.weight,
        }),
      }))
  if (method === 'leastLoaded')
    return [...fit]
      .sort((a, b) => a.load / a.weight - b.load / b.weight || turn(a, b))
      .map((candidate) => ({ candidate, because: fill(words('手上 {load} 条', 'has {load} in hand'), { load: candidate.load }) }))
  return [...fit].sort(turn).map((candidate) => ({ candidate, because: sayTurn(candidate) }))
}

const sayWhy: Record<Method | 'familiar' | 'standIn', Words> = {
  familiar: words('{name}认识这位客户', '{name} knows the customer'),
  standIn: words('{name}代班：原负责人不在', '{name} stands in for the one who knows the customer'),
  rotation: words('轮到{name}', 'it is the turn of {name}'),
  weighted: words('按权重轮到{name}', 'by weight it is the turn of {name}'),
  leastLoaded: words('{name}手上最少', '{name} has least in hand'),
}

/** At most so many of those who fell out are named in the sentence; all of them stand in the list. */
const named = 4

function sayOut(facts: AllocationFacts, out: Allocation['out']): Words | null {
  if (out.length === 0) return null
  const nameOf = (user: string) => facts.candidates.find((candidate) => candidate.user === user)!.name
  const line = (locale: 'zh' | 'en', between: string) =>
    out
      .slice(0, named)
      .map(({ user, because }) => `${nameOf(user)}${locale === 'zh' ? '' : ' '}${because[locale]}`)
      .join(between)
  const more = out.length - named
  return words(
    `${line('zh', '；')}${more > 0 ? `；另有 ${more} 人不能接` : ''}`,
    `${line('en', '; ')}${more > 0 ? `; ${more} more cannot` : ''}`,
  )
}

function sentence(facts: AllocationFacts, first: Words, relaxed: readonly Dimension[], out: Allocation['out']): Words {
  const list = (locale: 'zh' | 'en') => relaxed.map((one) => dimensions[one][locale]).join(locale === 'zh' ? '、' : ', ')
  const wider =
    relaxed.length > 0
      ? fill(words('已等 {n} 分钟，放宽{zh}', 'after {n} minutes {en} need not fit'), {
          n: Math.floor(facts.waited),
          zh: list('zh'),
          en: list('en'),
        })
      : null
  const parts = [first, wider, sayOut(facts, out)].filter((part) => part !== null)
  return words(`${parts.map(({ zh }) => zh).join('。')}。`, `${parts.map(({ en }) => en[0]!.toUpperCase() + en.slice(1)).join('. ')}.`)
}

/**
 * Who takes what has come in, and why: first the one who knows the customer (or who stands in for him), then by the queue's method among those
 * who are here, have room, and fit. Nobody who is absent, full or past his quota ever takes anything.
 */
export function allocate(facts: AllocationFacts): Allocation {
  const mayRelax = facts.relaxAfter !== null && facts.waited >= facts.relaxAfter
  const rounds = [facts.match, ...(mayRelax ? [facts.match.filter((one) => !facts.relaxable.includes(one))] : [])]
  const due = Object.fromEntries(facts.candidates.map((candidate) => [candidate.user, candidate.due]))
  const known = facts.familiarFirst ? facts.familiar : null
  for (const [user, how] of known
    ? ([
        [known.user, 'familiar'],
        [known.standIn, 'standIn'],
      ] as const)
    : []) {
    const candidate = facts.candidates.find((one) => one.user === user)
    if (!candidate || whyOut(candidate, facts, [])) continue
    const out =
      how === 'standIn'
        ? outOf(
            facts,
            facts.candidates.filter((one) => one.user === known!.user),
            [],
          )
        : []
    const first = fill(sayWhy[how], { name: candidate.name })
    return {
      taken: candidate.user,
      how,
      relaxed: [],
      out,
      fit: [{ user: candidate.user, because: sayTurn(candidate) }],
      reason: sentence(facts, first, [], out),
      due,
    }
  }
  let out: Allocation['out'] = []
  for (const must of rounds) {
    const relaxed = facts.match.filter((one) => !must.includes(one))
    out = outOf(facts, facts.candidates, must)
    const fit = facts.candidates.filter(({ user }) => !out.some((one) => one.user === user))
    const [first, ...rest] = rank(facts, fit)
    if (!first) continue
    if (facts.method === 'weighted') {
      const total = fit.reduce((sum, { weight }) => sum + weight, 0)
      for (const { user, weight } of fit) due[user] = due[user]! + weight - (user === first.candidate.user ? total : 0)
    }
    const why = fill(sayWhy[facts.method], { name: first.candidate.name })
    const full = words(`${why.zh}（${first.because.zh}）`, `${why.en} (${first.because.en})`)
    return {
      taken: first.candidate.user,
      how: facts.method,
      relaxed,
      out,
      fit: [first, ...rest].map(({ candidate, because }) => ({ user: candidate.user, because })),
      reason: sentence(facts, full, relaxed, out),
      due,
    }
  }
  const none =
    facts.candidates.length === 0
      ? words('队列里没有成员', 'the queue has no members')
      : words('现在没有人能接，留在待分配', 'nobody can take it now; it waits')
  return { taken: null, how: null, relaxed: [], out, fit: [], reason: sentence(facts, none, [], out), due }
}

const outOf = (facts: AllocationFacts, candidates: readonly Candidate[], must: readonly Dimension[]): Allocation['out'] =>
  candidates.flatMap((candidate) => {
    const why = whyOut(candidate, facts, must)
    return why ? [{ user: candidate.user, ...why }] : []
  })

/** A condition under which a queue takes something: this value, or part of it, among what it needs. */
export interface Takes {
  dimension: string
  value: string
}

/** The first queue that takes what has these needs: of each dimension that it names, one of its values fits. */
export const queueFor = <Q extends { takes: readonly Takes[] }>(queues: readonly Q[], needs: Needs): Q | undefined =>
  queues.find(({ takes }) =>
    [...Map.groupBy(takes, ({ dimension }) => dimension as Dimension)].every(
      ([dimension, list]) =>
        (needs[dimension] ?? []).length > 0 &&
        list.some(({ value }) => (needs[dimension] ?? []).some((need) => need.toLowerCase().includes(value.toLowerCase()))),
    ),
  )
