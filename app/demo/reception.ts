import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { addDays } from '#engine/time/days.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { castCaller, castSites, castToday, castVisits, type CastVisit } from '../../capabilities/reception/cast.ts'
import { inNameOf, type Input, type Story } from './in-names.ts'

/** Does something as if it were that moment: registers count from when the system says, so the demo's days have to be lived through. */
async function doAt(runtime: Runtime, at: string, actor: Actor, name: string, on: string | null, input: Input): Promise<string> {
  const { house } = runtime
  const then: Runtime = { ...runtime, clock: () => Date.parse(at) }
  const [record, verb] = name.split('.') as [string, 'create']
  const action = verb === 'create' ? verbOf(house, house.shapes.get(record)!, verb) : house.actions.get(name)!
  const { items } = await perform(then, actor, action, [{ ...(on ? { id: on } : {}), input }])
  return items[0]!.id!
}

const momentOf = (day: string, clock: string, minutes = 0): string => {
  const [hour, minute] = clock.split(':').map(Number) as [number, number]
  return new Date(Date.parse(instantOfLocal(day, hour, minute, 0, companyZone)) + minutes * 60_000).toISOString()
}

/** The sales offices of the demo company over the last months, and the shift that is running today. */
export async function tellReception(runtime: Runtime, story: Story): Promise<void> {
  const now = runtime.clock()
  const today = dayAt(now)
  const begin = momentOf(addDays(today, -90), '09:00')
  for (const { site, note } of castSites)
    await doAt(runtime, begin, inNameOf(story, 'lin'), 'siteSetting.create', null, { site: story.departments[site], note })
  const visitors = new Map<string, { id: string; first: string | null }>()
  for (const visit of castVisits) await liveThrough(runtime, story, today, visit, visitors)
  // Today's shifts begin in the morning of the sites' clock, or right now where it is earlier than that.
  const opened = new Date(Math.min(now, Date.parse(momentOf(today, '08:50')))).toISOString()
  for (const { site, members } of castSites) {
    if (site === 'creek') continue
    const ring = site === 'lake' ? castToday : members
    const shift = await doAt(runtime, opened, inNameOf(story, 'wang'), 'shift.create', null, {
      site: story.departments[site],
      day: today,
      members: ring.map((key) => story.people[key]),
    })
    if (site === 'lake') await callToday(runtime, story, shift)
  }
}

/** One visit: the visitor is made if he is new, received by the ring of the day, and goes; some buy, and one is disputed. */
async function liveThrough(
  runtime: Runtime,
  story: Story,
  today: string,
  visit: CastVisit,
  visitors: Map<string, { id: string; first: string | null }>,
): Promise<void> {
  const chen = inNameOf(story, 'chen')
  const day = addDays(today, -visit.daysAgo)
  const at = momentOf(day, visit.at)
  const lake = story.departments.lake
  const shift = await doAt(runtime, momentOf(day, '08:50'), chen, 'shift.create', null, {
    site: lake,
    day,
    members: ['li', 'zhang'].map((key) => story.people[key]),
  })
  let known = visitors.get(visit.customer)
  if (!known) {
    const id = await doAt(runtime, at, chen, 'customer.create', null, {
      name: visit.customer,
      kind: 'person',
      source: 'walkIn',
      department: lake,
      ...(visit.mobile ? { contactMobile: visit.mobile } : {}),
    })
    known = { id, first: null }
    visitors.set(visit.customer, known)
  }
  const person = (key: string) => (key === 'first' ? known.first! : story.people[key]!)
  const { been, named = [], asked, declined = [] } = visit.answer
  const reception = await doAt(runtime, at, chen, 'reception.receive', shift, {
    customer: known.id,
    been,
    named: named.map(person),
    asked: asked ? person(asked) : null,
    declined: declined.map(person),
    source: visit.source,
    product: visit.product,
    grade: visit.grade,
  })
  const ruled = await runtime.database.row<{ receiver: string; ruling: string }>(
    sql`select receiver_id as receiver, ruling_id as ruling from reception where id = ${reception}`,
  )
  const first = known.first
  known.first ??= ruled!.receiver
  await doAt(runtime, momentOf(day, visit.at, visit.minutes), chen, 'reception.end', shift, { reception })
  await doAt(runtime, momentOf(day, '18:05'), chen, 'reception.closeShift', shift, {})
  if (visit.deal) {
    const { daysAgo, ...deal } = visit.deal
    const on = addDays(today, -daysAgo)
    await doAt(runtime, momentOf(on, '16:00'), inNameOf(story, 'wang'), 'reception.recordDeal', known.id, { ...deal, on })
  }
  if (visit.dispute && first)
    await doAt(runtime, momentOf(day, '18:20'), { ...chen, id: first }, 'reception.disputeRuling', ruled!.ruling, {
      claim: visit.dispute.claim,
    })
}

/** Somebody has called this morning, and the counter once needed help. */
async function callToday(runtime: Runtime, story: Story, shift: string): Promise<void> {
  const now = new Date(runtime.clock()).toISOString()
  const chen = inNameOf(story, 'chen')
  const lake = story.departments.lake
  const customer = await doAt(runtime, now, chen, 'customer.create', null, {
    name: castCaller.customer,
    kind: 'person',
    source: 'callIn',
    department: lake,
    contactMobile: castCaller.mobile,
  })
  await doAt(runtime, now, chen, 'reception.registerCall', shift, {
    customer,
    been: 'no',
    takenBy: story.people[castCaller.takenBy],
    source: 'online',
    product: '三房',
    grade: 'B',
  })
  const day = addDays(dayAt(now), -6)
  const incident = await doAt(runtime, momentOf(day, '15:02'), chen, 'incident.create', null, { site: lake, what: '客户对停车收费不满' })
  await doAt(runtime, momentOf(day, '15:04'), inNameOf(story, 'wang'), 'reception.handleIncident', incident, {
    handling: '请到洽谈室，说明规定并免去当日停车费。',
    movedTo: '二号洽谈室',
  })
}
