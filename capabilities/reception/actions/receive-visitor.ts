import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { instant, link } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { CustomerFile } from '../records/customer-file.ts'
import { firstQuestion, Reception, visitFields } from '../records/reception.ts'
import { Shift } from '../records/shift.ts'
import { SiteSetting } from '../records/site-setting.ts'
import type { Case } from '../rules/case.ts'
import { isValid, validThrough } from '../rules/files.ts'
import { nextTurn, turnByName, type TurnEntry as Line } from '../rules/rotation.ts'
import type { Ruling as Ruled } from '../rules/ruling.ts'
import type { RulingSettings } from '../rules/settings.ts'
import { settingsOf } from '../rules/site-settings.ts'
import { drawLeaver } from './draw-files.ts'
import { gatherCase } from './gather-case.ts'
import { moveRing, rotationOf } from './move-ring.ts'
import { answerOf, ruleAtDesk, type DeskQuestion } from './rule-at-desk.ts'
import { followRuling, keepRuling } from './rule-on.ts'

type ShiftRow = RowOf<typeof Shift>
type ReceptionRow = RowOf<typeof Reception>

/** The rules that a shift goes by: those that held when it was opened. */
export const settingsOfShift = async (store: Pick<Store, 'get'>, shift: ShiftRow): Promise<RulingSettings> =>
  settingsOf(shift.setting ? await store.get(SiteSetting, shift.setting) : null)

/** Rules at the desk; where files of a leaver are in the way they are drawn first. */
export async function ruleNow(
  store: Store,
  queries: Queries,
  shift: ShiftRow,
  settings: RulingSettings,
  question: DeskQuestion,
  { actorId, operation }: { actorId: string; operation: string },
): Promise<{ facts: Case; ruled: Ruled }> {
  const first = await ruleAtDesk(queries, rotationOf(shift), settings, question)
  if (first.ruled.toDraw.length === 0) return first
  const absent = rotationOf(shift).ring.flatMap(({ user, presence }) => (['absent', 'left', 'away'].includes(presence) ? [user] : []))
  let n = 0
  for (const leaver of first.ruled.toDraw)
    n += await drawLeaver(store, queries, { leaver, site: shift.site, leftOut: [actorId, ...absent], now: question.at, operation })
  await store.settle()
  return n > 0 ? ruleAtDesk(queries, rotationOf(shift), settings, question) : first
}

/** The lines that give a visitor to whoever the ruling names: by a turn of the ring, by his own, or by none. */
function linesFor(shift: ShiftRow, settings: RulingSettings, ruled: Ruled, at: string, declined: readonly string[]): Line[] {
  const rotation = rotationOf(shift)
  const slot = rotation.ring.find(({ user }) => user === ruled.receiver)
  if (!slot || slot.presence !== 'free') return []
  if (ruled.turn === 'rotation') return nextTurn(rotation, at, settings, declined)
  if (ruled.turn === 'own') return turnByName(rotation, slot.user)
  return [{ kind: 'presence', user: slot.user, presence: 'uncounted' }]
}

/** Begins the reception by whoever the ruling names. Nobody free, or he is busy and the visitor waits: it waits. */
export async function begin(
  store: Store,
  shift: ShiftRow,
  reception: ReceptionRow,
  settings: RulingSettings,
  ruled: Ruled,
  at: string,
): Promise<{ shift: ShiftRow; reception: ReceptionRow }> {
  const lines = linesFor(shift, settings, ruled, at, reception.declined)
  if (lines.length === 0)
    return { shift, reception: store.edit(Reception, reception, { receiver: ruled.receiver } as never, 'reception.waits') }
  const turn = lines.find((line) => line.kind === 'turn')
  const moved = await moveRing(store, shift, lines, { reception: reception.id })
  const begun = store.edit(
    Reception,
    reception,
    {
      state: 'receiving',
      receiver: ruled.receiver,
      received: [...reception.received.filter((user) => user !== ruled.receiver), ruled.receiver!],
      startedAt: at,
      turn: turn?.number ?? null,
      turnBy: turn?.by ?? null,
      turnOwedSince: turn?.owedSince ?? null,
    } as never,
    'reception.begun',
  )
  return { shift: moved, reception: begun }
}

const visitor = {
  customer: link('customer', { zh: '客户', en: 'Customer', required: true }),
  found: link('customer', { zh: '以前登记为', en: 'Registered before as' }),
  cameAt: instant({
    zh: '自述到访时间',
    en: 'Said to have come',
    hint: words('补录时填写，只作说明', 'For late entries; it counts for nothing'),
  }),
  ...visitFields,
}

/**
 * Somebody walks in: he is registered with his answers to the first question, ruled on, and given to whoever receives him. The shift is locked,
 * so that two desks in the same second take turns.
 */
export const receiveVisitor = defineAction('reception.receive', {
  on: Shift,
  from: 'open',
  input: { ...visitor, ...firstQuestion },
  touches: [],
  isUnlisted: true,
  words: { label: words('登记来人并安排接待', 'Register a walk-in') },
  async run({ shift, input, store, queries, actor, now, operation }) {
    const { source, product, grade, note, cameAt, customer, found } = input
    const answer = answerOf(input)
    const settings = await settingsOfShift(store, shift)
    const question = { customer, found, at: now, answer }
    const { facts, ruled } = await ruleNow(store, queries, shift, settings, question, { actorId: actor.id, operation })
    const made = await store.create(Reception, {
      customer,
      register: 'walkIn',
      source,
      product,
      grade,
      note,
      ...answer,
      site: shift.site,
      shift: shift.id,
      at: now,
      cameAt,
      isLate: Boolean(cameAt && Date.parse(now) - Date.parse(cameAt) > 600_000),
      received: [],
    } as never)
    const { reception } = await begin(store, shift, made, settings, ruled, now)
    await store.settle()
    const about = { customer, site: shift.site, setting: shift.setting, reception: reception.id }
    const ruling = await keepRuling(store, queries, facts, ruled, about)
    await followRuling(store, queries, ruled, facts, settings, { ...about, register: 'walkIn' })
    return store.edit(Reception, reception, { ruling: ruling.id } as never, 'reception.ruled')
  },
})

/** Somebody calls: with his number and the salesperson who took the call it opens a file, where the site says so and nobody else has one. */
export const registerCall = defineAction('reception.registerCall', {
  on: Shift,
  from: 'open',
  input: {
    ...visitor,
    been: firstQuestion.been,
    named: firstQuestion.named,
    takenBy: link('user', { zh: '接听人', en: 'Call taken by', required: true }),
  },
  touches: [],
  isUnlisted: true,
  words: { label: words('登记来电', 'Register a call') },
  async run({ shift, input, store, queries, now }) {
    const { takenBy, customer, found, been, named, source, product, grade, note, cameAt } = input
    const settings = await settingsOfShift(store, shift)
    const answer = answerOf({ been, named })
    const facts = await gatherCase(queries, { customer, found, at: now, answer, present: {}, onTurn: null })
    const known = facts.files.some((file) => isValid(file, settings, now, facts.zone))
    const made = await store.create(Reception, {
      customer,
      register: 'callIn',
      source,
      product,
      grade,
      note,
      been,
      named,
      site: shift.site,
      shift: shift.id,
      at: now,
      cameAt,
      isLate: Boolean(cameAt && Date.parse(now) - Date.parse(cameAt) > 600_000),
      receiver: takenBy,
      received: [takenBy],
      startedAt: now,
      endedAt: now,
    } as never)
    if (settings.callOpensFile && !known)
      await store.create(CustomerFile, {
        customer,
        salesperson: takenBy,
        register: 'callIn',
        at: now,
        site: shift.site,
        reception: made.id,
        validThrough: validThrough({ at: now }, settings, facts.zone),
      } as never)
    return store.edit(Reception, made, { state: 'done' } as never, 'reception.called')
  },
})

/** The reception named, locked, and still going on at this shift. */
export async function receptionOn(store: Store, shift: ShiftRow, id: string): Promise<ReceptionRow> {
  const [reception] = await store.lock(Reception, [id])
  if (!reception || reception.shift !== shift.id || !['waiting', 'receiving'].includes(reception.state))
    throw refuse('not-going-on', words('这次接待已经结束。', 'This reception has ended.'), { status: 409 })
  return reception
}

/** Which reception of the shift a deed is about. */
export const whichReception = { reception: link('reception', { zh: '接待', en: 'Reception', required: true }) }
