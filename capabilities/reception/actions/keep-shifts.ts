import { hasRole } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { choice, integer, link, links, text } from '#engine/record/fields/index.ts'
import { needed } from '#engine/record/fault.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words } from '#engine/text/words.ts'
import { addDays } from '#engine/time/days.ts'
import { latestSetting, namesOf, shiftsBefore, shiftsOf, siteOf, takeTurn } from '../queries.ts'
import { Shift, presences } from '../records/shift.ts'
import { SiteSetting } from '../records/site-setting.ts'
import { settingsOf } from '../rules/site-settings.ts'
import type { Presence, TurnEntry as Line } from '../rules/rotation.ts'
import { moveRing, rotationOf } from './move-ring.ts'

/** Nobody stands on two shifts at once, at whatever site. */
async function refuseTwice(
  queries: Queries,
  day: string,
  begins: string,
  ends: string,
  members: readonly string[],
  own?: string,
): Promise<void> {
  await takeTurn(queries, `shifts ${day}`)
  const clashing = (await shiftsOf(queries, day, members)).filter((one) => one.id !== own && one.begins < ends && begins < one.ends)
  const [first] = clashing
  if (!first) return
  const who = members.filter((user) => first.members.includes(user))
  const names = await namesOf(queries, who)
  throw badFields({
    members: fill(words('{who}已在同一时间的班次“{shift}”上', '{who} stands on the shift "{shift}" at the same time'), {
      who: who.map((user) => names[user]).join('、'),
      shift: first.name,
    }),
  })
}

/** What people were owed on their last shift at the site goes along, out of that shift's ring into this one's. */
async function carryOwed(store: Store, queries: Queries, shift: RowOf<typeof Shift>): Promise<RowOf<typeof Shift>> {
  const waiting = new Set(shift.members)
  let current = shift
  const before = (await shiftsBefore(queries, shift.site, addDays(shift.day, -400))).filter(({ id }) => id !== shift.id)
  for (const { id } of before) {
    if (waiting.size === 0) break
    const [old] = await store.lock(Shift, [id])
    if (!old) continue
    for (const { user, owed } of rotationOf(old).ring) {
      if (!waiting.delete(user) || owed.length === 0) continue
      await moveRing(store, (await store.get(Shift, id))!, [{ kind: 'carriedOut', user, owed }])
      current = await moveRing(store, current, [{ kind: 'carriedIn', user, owed }])
    }
  }
  return current
}

/** Opens a shift: who receives, in the order of the ring. */
export const createShift = defineAction('shift.create', {
  creates: Shift,
  words: { label: words('开班', 'Open a shift') },
  async run({ input, store, queries }) {
    const given: Record<string, unknown> = input
    for (const name of ['site', 'day', 'members']) if (given[name] === undefined) throw badFields({ [name]: needed })
    const values = input as { site: string; day: string; begins?: string; ends?: string; members: string[] }
    const { site, day, members } = values
    const begins = values.begins ?? '09:00'
    const ends = values.ends ?? '18:00'
    if (ends <= begins) throw badFields({ ends: words('应晚于开始', 'must be later than the beginning') })
    if (members.length === 0) throw badFields({ members: words('至少一人', 'at least one') })
    const place = await siteOf(queries, site)
    if (!place?.isSite) throw badFields({ site: words('不是现场', 'is not a site') })
    await refuseTwice(queries, day, begins, ends, members)
    const setting = await latestSetting(queries, site)
    const made = await store.create(Shift, {
      ...values,
      begins,
      ends,
      name: `${place.name} ${day} ${begins}`,
      setting: setting?.id ?? null,
      ring: [],
      pointer: -1,
      turns: 0,
      entries: 0,
    } as never)
    await store.settle()
    const lines = members.map((user, at): Line => ({ kind: 'joined', user, place: at, presence: 'free' }))
    const shift = await moveRing(store, made, lines)
    const settings = settingsOf(setting ? await store.get(SiteSetting, setting.id) : null)
    return settings.carriesOwed ? carryOwed(store, queries, shift) : shift
  },
})

const why = text({ zh: '原因', en: 'Reason', required: true, max: 300 })

/** Somebody joins a running shift, at the end of the ring unless a place is named. Whoever is next stays next. */
export const joinShift = defineAction('reception.joinShift', {
  on: Shift,
  from: 'open',
  input: {
    user: link('user', { zh: '人员', en: 'Who', required: true }),
    place: integer({ zh: '位置', en: 'Place', min: 1, max: 60 }),
    reason: why,
  },
  touches: [],
  words: { label: words('加入班次', 'Join the shift') },
  async run({ shift, input, store, queries }) {
    const { ring } = rotationOf(shift)
    if (ring.some(({ user }) => user === input.user)) throw badFields({ user: words('已在本班', 'stands on this shift already') })
    await refuseTwice(queries, shift.day, shift.begins, shift.ends, [input.user], shift.id)
    const place = Math.min((input.place ?? ring.length + 1) - 1, ring.length)
    const moved = await moveRing(store, shift, [{ kind: 'joined', user: input.user, place, presence: 'free' }], { reason: input.reason })
    return store.edit(Shift, moved, { members: [...shift.members, input.user] } as never, 'shift.joined')
  },
})

/** Somebody leaves the ring for good. What he was owed lapses where he leaves the team, and else goes to his next shift. */
export const leaveShift = defineAction('reception.leaveShift', {
  on: Shift,
  from: 'open',
  input: { user: link('user', { zh: '人员', en: 'Who', required: true }), reason: why },
  touches: [],
  words: { label: words('退出班次', 'Leave the team') },
  async run({ shift, input, store }) {
    const slot = rotationOf(shift).ring.find(({ user }) => user === input.user)
    if (!slot) throw badFields({ user: words('不在本班', 'is not on this shift') })
    const moved = await moveRing(store, shift, [{ kind: 'parted', user: input.user, lapsed: slot.owed }], { reason: input.reason })
    return store.edit(Shift, moved, { members: shift.members.filter((user) => user !== input.user) } as never, 'shift.left')
  },
})

/** Puts the ring in another order. Whoever is next stays next. */
export const orderShift = defineAction('reception.orderShift', {
  on: Shift,
  from: 'open',
  input: { members: links('user', { zh: '新顺序', en: 'New order', required: true, max: 60 }), reason: why },
  touches: [],
  words: { label: words('调整顺序', 'Change the order') },
  async run({ shift, input, store }) {
    const known = rotationOf(shift).ring.map(({ user }) => user)
    if (input.members.length !== known.length || !input.members.every((user) => known.includes(user)))
      throw badFields({ members: words('应正好是本班的人', 'must be those of this shift, each once') })
    const moved = await moveRing(store, shift, [{ kind: 'ordered', users: input.members }], { reason: input.reason })
    return store.edit(Shift, moved, { members: input.members } as never, 'shift.ordered')
  },
})

const own = {
  free: presences.free,
  out: presences.out,
  absent: presences.absent,
  late: presences.late,
  away: presences.away,
  left: presences.left,
}

const atDesk = ['administrator', 'director', 'departmentHead', 'siteManager', 'reception']

/** Where somebody is: the desk says it of everybody, each of himself. */
export const setPresence = defineAction('reception.setPresence', {
  on: Shift,
  from: 'open',
  allow: rule.either(rule.granted('edit'), rule.owns('members')),
  input: {
    user: link('user', { zh: '人员', en: 'Who', required: true }),
    presence: choice({ zh: '状态', en: 'State', required: true, open: false, choices: own }),
  },
  touches: [],
  isUnlisted: true,
  words: { label: words('更改状态', 'Change the state') },
  async run({ shift, input, store, actor }) {
    // Whoever stands on the shift speaks for himself, unless the desk is his work.
    if (shift.members.includes(actor.id) && input.user !== actor.id && !hasRole(actor, ...atDesk)) throw notAllowed()
    const slot = rotationOf(shift).ring.find(({ user }) => user === input.user)
    if (!slot) throw badFields({ user: words('不在本班', 'is not on this shift') })
    if (slot.presence === 'counted' || slot.presence === 'uncounted')
      throw refuse('is-receiving', words('正在接待，结束接待后再改。', 'Receiving a visitor: end that first.'), { status: 409 })
    if (slot.presence === input.presence) return shift
    return moveRing(store, shift, [{ kind: 'presence', user: input.user, presence: input.presence as Presence }])
  },
})

/** The shift is over. What is owed waits for the next one. */
export const closeShift = defineAction('reception.closeShift', {
  on: Shift,
  from: 'open',
  to: 'closed',
  words: { label: words('收班', 'Close the shift') },
  run: ({ shift, store }) => store.edit(Shift, shift, { state: 'closed' }, 'shift.closed'),
})
