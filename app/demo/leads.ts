import { sql } from '#engine/store/sql.ts'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { captureLead, handOutLeads, learnFromLeads } from '#cap/leads'
import { castForm, castLeads, castPlaybooks, castProspects, castQueues, castScoreRules } from '../../capabilities/leads/cast.ts'
import { createInNames, inNameOf, type Input, type Story } from './in-names.ts'
import { personName, pick, randomOf } from './names.ts'
import type { DemoSize } from './the-rest.ts'

const day = 86_400_000
const perDay: Record<DemoSize, number> = { story: 0, small: 3, whole: 6 }
const span = 36

/** The product at an earlier moment: what happened then is written down as of then. */
const at = (runtime: Runtime, ms: number): Runtime => ({ ...runtime, clock: () => ms })

/** What leads are handed out and judged by, those of the story, and some weeks of others that came in by the website. */
export async function tellLeads(runtime: Runtime, story: Story, size: DemoSize): Promise<void> {
  const { house } = runtime
  const create = async (record: string, input: Input, actor = systemActor) =>
    (await perform(runtime, actor, verbOf(house, house.shapes.get(record)!, 'create'), [{ input }])).items[0]!.id!
  for (const { values, department, members } of castQueues) {
    const queue = await create('allocationQueue', { ...values, department: story.departments[department] })
    for (const { user, ...more } of members) await create('allocationMember', { ...more, queue, user: story.people[user] })
    await perform(runtime, systemActor, house.actions.get('staff.switchOnQueue')!, [{ id: queue }])
  }
  const today = dayAt(runtime.clock())
  const he = inNameOf(story, 'he')
  await create('leave', { kind: 'annual', from: addDays(today, 2), to: addDays(today, 6), standIn: story.people.zhang, user: he.id }, he)
  for (const input of castPlaybooks) await create('playbook', input)
  for (const input of castScoreRules) await create('scoreRule', input)
  const form = await create('webForm', { ...castForm, owner: story.people.wang }, inNameOf(story, 'wang'))
  await fillWeeks(runtime, form, size)
  for (const { owner, values, contact } of castLeads) {
    const [lead] = await createInNames(runtime, story, 'lead', [{ owner, input: { ...values, owner: story.people[owner] } }])
    if (contact)
      await create('leadContact', { ...contact, lead, nextOn: addDays(today, 2), by: story.people[owner] }, inNameOf(story, owner))
  }
  const zhang = inNameOf(story, castProspects.owner)
  const list = await create('prospectList', { ...castProspects.list, owner: zhang.id }, zhang)
  for (const input of castProspects.prospects) await create('prospect', { ...input, list }, zhang)
  const model = await learnFromLeads(runtime)
  if (model) await perform(runtime, systemActor, house.actions.get('leads.adoptModel')!, [{ id: model }])
  await runtime.enqueue(runtime.database, 'score-leads', {}, { at: new Date(Date.now() + 20_000).toISOString() })
}

const reasons = ['budget', 'competitor', 'place', 'timing', 'unreachable', 'noNeed']

/** Some weeks of strangers: they ask on the website, are handed out as the queues say, and most of them have ended by now. */
async function fillWeeks(runtime: Runtime, form: string, size: DemoSize): Promise<void> {
  const { house } = runtime
  const random = randomOf(77)
  const now = runtime.clock()
  let due: { ms: number; id: string; isWon: boolean }[] = []
  const settle = async (until: number) => {
    for (const { ms, id, isWon } of due.filter((one) => one.ms <= until).sort((a, b) => a.ms - b.ms))
      await perform(at(runtime, ms), systemActor, house.actions.get(isWon ? 'leads.convert' : 'leads.close')!, [
        { id, input: isWon ? {} : { reason: pick(random, reasons), neverRevisit: true } },
      ])
    due = due.filter((one) => one.ms > until)
  }
  for (let ago = span; ago > 0; ago--) {
    const today = dayAt(now - ago * day)
    for (let i = 0; i < perDay[size]; i++) {
      const ms = Date.parse(instantOfLocal(today, 9 + Math.floor((9 * i) / perDay[size]), Math.floor(random() * 60), 0, 'Asia/Shanghai'))
      const then = at(runtime, ms)
      await settle(ms)
      const source = pick(random, ['web', 'web', 'web', 'campaign', 'referral', 'partner'])
      const interest = pick(random, ['云杉湖', '云杉湖', '云杉湖商铺', '西溪'])
      const isWarm = random() < 0.35
      const { items } = await perform(then, systemActor, captureLead, [
        {
          input: {
            name: personName(random),
            mobile: `139${String(68_000_000 + ago * 1000 + i * 7).padStart(8, '0')}`,
            ...(isWarm ? { email: `guest${ago}x${i}@example.com` } : {}),
            region: random() < 0.2 ? '上海' : '浙江杭州',
            interest: [interest],
            message: pick(random, ['周末想看房', '请发价目表', '首付最少多少', '有没有小户型']),
            source,
            sourceDetail: source === 'campaign' ? '春季房展' : '官网',
            form,
            subject: '官网预约看房',
          },
        },
      ])
      await handOutLeads(then)
      const chance = 0.1 + (source === 'referral' ? 0.4 : 0) + (isWarm ? 0.25 : 0) + (interest === '西溪' ? 0.1 : 0)
      if (ago > 6 && random() < 0.85)
        due.push({ ms: ms + Math.floor((1 + random() * 4) * day), id: items[0]!.id!, isWon: random() < chance })
    }
  }
  await settle(now)
  // What they were told in all these weeks they have read.
  await runtime.database.run(sql`update notice set read_at = at where kind = 'leads.given'`)
}
