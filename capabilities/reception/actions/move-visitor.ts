import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { link, text } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { firstQuestion, Reception } from '../records/reception.ts'
import { Shift } from '../records/shift.ts'
import type { Answer } from '../rules/case.ts'
import { giveBack, type TurnBy } from '../rules/rotation.ts'
import type { Ruling as Ruled } from '../rules/ruling.ts'
import type { RulingSettings } from '../rules/settings.ts'
import { moveRing, rotationOf } from './move-ring.ts'
import { begin, receptionOn, ruleNow, settingsOfShift, whichReception } from './receive-visitor.ts'
import { answerOf } from './rule-at-desk.ts'
import { followRuling, keepRuling } from './rule-on.ts'

type ShiftRow = RowOf<typeof Shift>
type ReceptionRow = RowOf<typeof Reception>

/** Whoever receives is free again, where he is still with this visitor. */
async function setFree(store: Store, shift: ShiftRow, reception: ReceptionRow): Promise<ShiftRow> {
  const slot = rotationOf(shift).ring.find(({ user }) => user === reception.receiver)
  if (reception.state !== 'receiving' || !slot || !['counted', 'uncounted'].includes(slot.presence)) return shift
  return moveRing(store, shift, [{ kind: 'presence', user: slot.user, presence: 'free' }], { reception: reception.id })
}

/** The turn that a visitor used, given back where the rule that now applies uses none. */
async function takeTurnBack(store: Store, shift: ShiftRow, reception: ReceptionRow, ruled: Ruled, at: string): Promise<ShiftRow> {
  if (!reception.turn || ruled.turn !== 'none') return shift
  const lines = giveBack(
    rotationOf(shift),
    {
      user: reception.receiver!,
      number: reception.turn,
      by: reception.turnBy as TurnBy,
      ...(reception.turnOwedSince ? { owedSince: reception.turnOwedSince } : {}),
    },
    at,
  )
  return moveRing(store, shift, lines, { reception: reception.id })
}

interface Anew {
  store: Store
  queries: Queries
  shift: ShiftRow
  reception: ReceptionRow
  settings: RulingSettings
  answer: Answer
  found?: string | null
  now: string
  actorId: string
  operation: string
}

/** Rules once more on a visitor who is still here, and follows what comes of it. */
async function ruleAnew({
  store,
  queries,
  shift,
  reception,
  settings,
  answer,
  found,
  now,
  actorId,
  operation,
}: Anew): Promise<ReceptionRow> {
  const current = reception.state === 'receiving' ? reception.receiver : null
  const question = {
    customer: reception.customer,
    found: found ?? null,
    reception: reception.id,
    at: reception.at ?? now,
    answer,
    helpers: reception.received,
    current,
  }
  const { facts, ruled } = await ruleNow(store, queries, shift, settings, question, { actorId, operation })
  const kept = { customer: reception.customer, site: shift.site, setting: shift.setting, reception: reception.id }
  let place = await takeTurnBack(store, shift, reception, ruled, now)
  let row = store.edit(
    Reception,
    reception,
    { ...answer, ...(ruled.turn === 'none' ? { turn: null, turnBy: null, turnOwedSince: null } : {}) } as never,
    'reception.answered',
  )
  if (ruled.receiver !== current || !current) {
    place = await setFree(store, place, row)
    if (row.state === 'receiving') row = store.edit(Reception, row, { state: 'waiting' } as never, 'reception.handedOver')
    row = (await begin(store, place, row, settings, ruled, now)).reception
  }
  await store.settle()
  const ruling = await keepRuling(store, queries, facts, ruled, kept)
  await followRuling(store, queries, ruled, facts, settings, { ...kept, register: 'walkIn' })
  return store.edit(Reception, row, { ruling: ruling.id } as never, 'reception.ruled')
}

/** What the visitor said turns out otherwise, or an earlier file of his is found while he is here. */
export const answerAgain = defineAction('reception.answerAgain', {
  on: Shift,
  from: 'open',
  input: { ...whichReception, ...firstQuestion, found: link('customer', { zh: '以前登记为', en: 'Registered before as' }) },
  touches: [],
  isUnlisted: true,
  words: { label: words('更正首问', 'Correct the answers') },
  async run({ shift, input, store, queries, actor, now, operation }) {
    const reception = await receptionOn(store, shift, input.reception)
    const settings = await settingsOfShift(store, shift)
    return ruleAnew({
      store,
      queries,
      shift,
      reception,
      settings,
      now,
      operation,
      answer: answerOf(input),
      found: input.found,
      actorId: actor.id,
    })
  },
})

/** Somebody has become free for a visitor who waits: the rules are asked once more, by the ring as it is now. */
export const callWaiting = defineAction('reception.callWaiting', {
  on: Shift,
  from: 'open',
  input: whichReception,
  touches: [],
  isUnlisted: true,
  words: { label: words('安排等候客户', 'Call the waiting visitor') },
  async run({ shift, input, store, queries, actor, now, operation }) {
    const reception = await receptionOn(store, shift, input.reception)
    if (reception.state !== 'waiting')
      throw refuse('not-waiting', words('客户已在接待中。', 'The visitor is being received.'), { status: 409 })
    const settings = await settingsOfShift(store, shift)
    const answer = answerOf(reception as unknown as Record<string, unknown>)
    const row = await ruleAnew({ store, queries, shift, reception, settings, answer, now, actorId: actor.id, operation })
    if (row.state === 'waiting') throw refuse('nobody-free', words('还没有人空闲。', 'Nobody is free yet.'), { status: 409 })
    return row
  },
})

/** A colleague takes the visitor over. The ruling stays as it is; whoever received before is on record as having helped. */
export const handOver = defineAction('reception.handOver', {
  on: Shift,
  from: 'open',
  input: {
    ...whichReception,
    to: link('user', { zh: '交给', en: 'To', required: true }),
    reason: text({ zh: '原因', en: 'Reason', required: true, max: 200 }),
  },
  touches: [],
  isUnlisted: true,
  words: { label: words('转交接待', 'Hand over') },
  async run({ shift, input, store }) {
    const reception = await receptionOn(store, shift, input.reception)
    if (reception.declined.includes(input.to)) throw badFields({ to: words('客户拒绝由他接待', 'the visitor has declined him') })
    const slot = rotationOf(shift).ring.find(({ user }) => user === input.to)
    if (slot?.presence !== 'free') throw badFields({ to: words('不在班或不空闲', 'is not on the shift, or not free') })
    const freed = await setFree(store, shift, reception)
    await moveRing(store, freed, [{ kind: 'presence', user: input.to, presence: 'uncounted' }], {
      reception: reception.id,
      reason: input.reason,
    })
    return store.edit(
      Reception,
      reception,
      {
        state: 'receiving',
        receiver: input.to,
        received: [...reception.received.filter((user) => user !== input.to), input.to],
        startedAt: reception.startedAt ?? null,
      } as never,
      'reception.handedOver',
    )
  },
})

/** The visitor goes; whoever received him is free again. */
export const endReception = defineAction('reception.end', {
  on: Shift,
  from: 'open',
  input: { ...whichReception, grade: Reception.fields.grade, note: Reception.fields.note },
  touches: [],
  isUnlisted: true,
  words: { label: words('结束接待', 'End the reception') },
  async run({ shift, input, store, now }) {
    const reception = await receptionOn(store, shift, input.reception)
    await setFree(store, shift, reception)
    const { grade, note } = input
    return store.edit(
      Reception,
      reception,
      {
        state: reception.state === 'waiting' ? 'gone' : 'done',
        endedAt: now,
        ...(grade ? { grade } : {}),
        ...(note ? { note } : {}),
      } as never,
      reception.state === 'waiting' ? 'reception.left' : 'reception.ended',
    )
  },
})
