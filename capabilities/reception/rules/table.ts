import { words, type Words } from '#engine/text/words.ts'
import type { RuleCode } from './case.ts'
import { standingShares, type Desk } from './desk.ts'
import type { RulingSettings } from './settings.ts'
import { department, equally, gather, percentOf, whole, type Share } from './share.ts'

/** What a rule decides. `turn`: none is used, the rotation's next, or the receiver's own. */
export interface Verdict {
  receiver: string | null
  turn: 'none' | 'rotation' | 'own'
  owner: string | null
  performance: Share[]
  commission: Share[]
  why: Words
}

/** A rule that does not fit says why. */
export type Answered = Verdict | { passed: Words }

type Rule = (desk: Desk, settings: RulingSettings) => Answered

const passed = (zh: string, en: string): Answered => ({ passed: words(zh, en) })

/** Whom the visitor takes: the one asked for, else whoever is on turn. A declined one never. */
const taken = ({ asked, facts: { onTurn }, declined }: Desk): string | null =>
  asked && !declined.includes(asked) ? asked : onTurn && !declined.includes(onTurn) ? onTurn : null

const onTurn = ({ facts, declined }: Desk): string | null => (facts.onTurn && !declined.includes(facts.onTurn) ? facts.onTurn : null)

/** All to whoever receives; nobody's yet while the visitor waits. */
const allTo = (receiver: string | null): Pick<Verdict, 'owner' | 'performance' | 'commission'> => ({
  owner: receiver,
  performance: receiver ? whole(receiver) : [],
  commission: receiver ? whole(receiver) : [],
})

const noValid = passed('没有有效建档', 'no file is valid')
const someValid = passed('有有效建档', 'a file is valid')

/** Persons concerned quarrel, or one does not obey: the deal is the department's. */
const quarrel: Rule = (desk) => {
  const { quarrel: fight, disobeyed } = desk.facts
  if (!fight?.confirmed && !disobeyed)
    return fight
      ? passed('争吵尚未经主管确认', 'the quarrel is not confirmed by a supervisor')
      : passed('无争吵，无人不服从裁定', 'no quarrel, nobody disobeys')
  const answer = desk.facts.answer
  const wished = desk.asked ?? answer?.picks ?? desk.named.find(desk.isThere) ?? onTurn(desk)
  return {
    receiver: wished,
    turn: 'none',
    owner: department,
    performance: whole(department),
    commission: whole(department),
    why: disobeyed
      ? words(
          '有人不服从经理裁定且未按期申诉，本次成交归部门',
          'somebody did not obey the manager’s ruling and did not appeal in time: this deal is the department’s',
        )
      : words(
          '有关人员为客户争吵，经主管确认，本次成交归部门',
          'those concerned quarrelled over the customer, as a supervisor confirms: this deal is the department’s',
        ),
  }
}

/** A fair, a launch: as its own method says. */
const event: Rule = (desk) => {
  const declared = desk.facts.event
  if (!declared) return passed('不在活动期间', 'no declared event')
  const receiver =
    declared.receives === 'appointed' ? (declared.appointed ?? null) : declared.receives === 'wish' ? taken(desk) : onTurn(desk)
  const shares = declared.gives === 'department' ? { ...allTo(department) } : allTo(receiver)
  return {
    receiver,
    turn: declared.usesTurn ? (declared.receives === 'turn' ? 'rotation' : 'own') : 'none',
    ...shares,
    why: words(
      `在活动“${declared.name}”的日期和地点之内，按经理所定办法`,
      `within the dates and place of the event "${declared.name}": as its manager has ordered`,
    ),
  }
}

const complaint: Rule = (desk) => {
  const { owner, declined, facts, call } = desk
  const state = facts.answer!.complaint ?? 'none'
  if (!owner || !declined.includes(owner)) return passed('没有拒绝归属人', 'the owner is not declined')
  if (state === 'none') return passed('没有投诉', 'nobody complains')
  if (state === 'open') return passed('投诉尚未裁定，暂按 R3', 'the complaint is undecided: R3 for now')
  if (state === 'rejected') return passed('投诉不成立，按 R3', 'the complaint is not upheld: R3')
  const receiver = taken(desk)
  return {
    receiver,
    turn: 'none',
    ...allTo(receiver),
    why: words(`客户投诉${call(owner)}，主管认定成立`, `the customer complains about ${call(owner)}, and the supervisor upholds it`),
  }
}

const discount: Rule = (desk) => {
  const { owner, facts, asked, isThere, call } = desk
  const { discount: state = 'none', insists } = facts.answer!
  if (!owner || state === 'none') return passed('不是为折扣换人', 'nobody changes for a discount')
  if (state === 'open') return passed('为折扣换人，主管尚未认定', 'a change for a discount, not yet certified')
  if (state === 'late') return passed('为折扣换人，主管未在期限内认定', 'a change for a discount, not certified in time')
  const receiver = insists && asked ? asked : isThere(owner) ? owner : (asked ?? onTurn(desk))
  return {
    receiver,
    turn: 'none',
    owner,
    ...standingShares(desk, owner),
    why: words(
      `${call(owner)}的客户只为更大折扣找别人，主管已认定`,
      `${call(owner)}’s customer turns to another only for a discount, as the supervisor certifies`,
    ),
  }
}

const declines: Rule = (desk, settings) => {
  const { owner, declined, earlier, call } = desk
  const one = owner ? declined.find((user) => user === owner) : earlier.find((user) => declined.includes(user))
  if (!one)
    return declined.length > 0
      ? passed('拒绝的不是归属人', 'the one declined is not the owner')
      : passed('没有拒绝谁', 'nobody is declined')
  const receiver = taken(desk)
  const given = percentOf(settings.declinedReceiver)
  const commission = !receiver
    ? []
    : owner
      ? gather([
          { to: receiver, percent: given },
          { to: owner, percent: percentOf(100 - settings.declinedReceiver) },
        ])
      : whole(receiver)
  return {
    receiver,
    turn: 'none',
    ...allTo(receiver),
    commission,
    why: owner
      ? words(`拒绝${call(owner)}，其建档有效`, `declines ${call(owner)}, whose file is valid`)
      : words(`拒绝${call(one)}，其建档已过期`, `declines ${call(one)}, whose file has expired`),
  }
}

const nthVisit: Rule = (desk, settings) => {
  const { asked, owner, holders, call } = desk
  if (!asked) return passed('没有指定在场的人', 'asks for nobody who is there')
  if (asked === owner) return passed('指定的就是归属人', 'asks for the owner himself')
  const others = holders.filter((user) => user !== asked)
  if (others.length === 0) return passed('没有别人的有效建档', 'nobody else has a valid file')
  const rest = percentOf(100 - settings.nthReceiver)
  const shares = gather([
    { to: asked, percent: percentOf(settings.nthReceiver) },
    ...equally(settings.nthEarliestOnly ? others.slice(0, 1) : others, rest),
  ])
  return {
    receiver: asked,
    turn: 'none',
    owner: asked,
    performance: shares,
    commission: shares,
    why: words(
      `指定${call(asked)}，并不拒绝${others.map(call).join('、')}`,
      `asks for ${call(asked)} and has nothing against ${others.map(call).join(', ')}`,
    ),
  }
}

const severalNamed: Rule = (desk) => {
  const { named, asked, isThere, isHolder, holders, call } = desk
  if (named.length < 2) return passed('没有说出几个人', 'does not name several')
  if (asked) return passed('已指定其中一人', 'asks for one of them')
  const receiver = named.find(isThere) ?? onTurn(desk)
  const names = { zh: named.map(call).join('、'), en: named.map(call).join(', ') }
  const owner = desk.standing
    ? desk.owner
    : receiver && named.includes(receiver) && isHolder(receiver)
      ? receiver
      : (holders.find((user) => named.includes(user)) ?? desk.owner ?? receiver)
  return {
    receiver,
    turn: 'none',
    owner,
    ...(owner ? standingShares(desk, owner) : { performance: [], commission: [] }),
    why: words(`说出${names.zh}，没有指定谁`, `names ${names.en} and asks for none`),
  }
}

const previousThere: Rule = (desk) => {
  const { owner, isThere, call } = desk
  if (!owner) return noValid
  if (!isThere(owner))
    return passed(`${call(owner)}不在，或正忙而客户不等`, `${call(owner)} is not there, or busy and the visitor will not wait`)
  return {
    receiver: owner,
    turn: 'none',
    owner,
    ...standingShares(desk, owner),
    why: words(`${call(owner)}的客户，${call(owner)}在场`, `${call(owner)}’s customer, and ${call(owner)} is there`),
  }
}

const previousNotThere: Rule = (desk) => {
  const { owner, facts, isThere, call } = desk
  if (!owner) return noValid
  const picked = facts.answer!.picks
  return {
    receiver: picked && isThere(picked) && !desk.declined.includes(picked) ? picked : onTurn(desk),
    turn: 'none',
    owner,
    ...standingShares(desk, owner),
    why: words(`${call(owner)}的客户，${call(owner)}不在或正忙`, `${call(owner)}’s customer, and ${call(owner)} is absent or busy`),
  }
}

/** Whoever the visitor wants first: the one asked for, then those named. */
const wanted = ({ asked, named }: Desk): string[] => [...(asked ? [asked] : []), ...named]

const expired: Rule = (desk) => {
  const { files, holders, earlier, isThere, call } = desk
  if (files.length === 0) return passed('没有建档', 'there is no file')
  if (holders.length > 0) return someValid
  const one = wanted(desk).find((user) => earlier.includes(user) && isThere(user))
  if (!one) return passed('没有提到在场的前接待人', 'mentions no earlier receiver who is there')
  return {
    receiver: one,
    turn: 'none',
    ...allTo(one),
    why: words(`建档都已过期，提到${call(one)}，${call(one)}在场`, `all files have expired; ${call(one)} is mentioned and there`),
  }
}

const forgot: Rule = (desk) => {
  if (desk.facts.answer!.been !== 'forgot') return passed('没有说忘记', 'does not say that he forgot')
  if (desk.files.length > 0) return passed('已查到建档', 'a file was found')
  const receiver = taken(desk)
  return {
    receiver,
    turn: desk.asked ? 'own' : 'rotation',
    ...allTo(receiver),
    why: words('来过，说不出是谁接待，也查不到', 'has been here, cannot say with whom, and nothing is found'),
  }
}

const noClaim: Rule = (desk) => {
  const { files, holders, earlier, isThere, call } = desk
  if (holders.length > 0) return someValid
  const one = wanted(desk).find((user) => isThere(user) && !earlier.includes(user))
  if (!one) return passed('没有提到在场的人', 'mentions nobody who is there')
  return {
    receiver: one,
    turn: files.length === 0 ? 'own' : 'none',
    ...allTo(one),
    why: words(`没有有效建档，提到${call(one)}，${call(one)}在场`, `no file is valid; ${call(one)} is mentioned and there`),
  }
}

const firstVisit: Rule = (desk, settings) => {
  if (desk.holders.length > 0) return someValid
  const receiver = onTurn(desk)
  const isNew = desk.files.length === 0
  return {
    receiver,
    turn: isNew || settings.expiredCounts ? 'rotation' : 'none',
    ...allTo(receiver),
    why: isNew
      ? words('没有建档，按轮次', 'no file: by turn')
      : words('建档都已过期，没有提到在场的人，按轮次', 'all files have expired and nobody mentioned is there: by turn'),
  }
}

const none: Rule = () => ({
  receiver: null,
  turn: 'none',
  owner: null,
  performance: [],
  commission: [],
  why: words('没有规则适用或缺少事实，由经理裁定并说明理由', 'no rule fits, or facts are missing: a manager rules, with a reason'),
})

const asks =
  (rule: Rule): Rule =>
  (desk, settings) =>
    desk.facts.answer ? rule(desk, settings) : passed('首问没有回答', 'the first question is not answered')

/** The rules by name, in the order in which they are asked: the first that fits decides. */
export const table: Record<RuleCode, Rule> = {
  R15: quarrel,
  R14: event,
  R5: asks(complaint),
  R7: asks(discount),
  R3: asks(declines),
  R9: asks(nthVisit),
  R6: asks(severalNamed),
  R2: asks(previousThere),
  R4: asks(previousNotThere),
  R17: asks(expired),
  R8: asks(forgot),
  R18: asks(noClaim),
  R1: asks(firstVisit),
  R16: none,
}
