import { systemActor, type Actor } from '#engine/access/actor.ts'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { mentionOf } from '#engine/talk/comment-text.ts'
import { addComment } from '#engine/talk/comments.ts'
import { dayAt } from '#engine/time/zone.ts'
import { castCustomers } from '../../capabilities/customers/cast.ts'
import { castTasks } from '../../capabilities/platform/cast.ts'
import { castDepartments, castPassword, castPeople } from '../../capabilities/staff/cast.ts'
import { askForConsents } from './consents.ts'
import { createInNames, inNameOf, ownedBy, type Entry, type Input, type Story } from './in-names.ts'
import { tellLeads } from './leads.ts'
import { tellPlans } from './plans.ts'
import { tellPools } from './pools.ts'
import { tellQuality } from './quality.ts'
import { tellReception } from './reception.ts'
import { tellSegments } from './segments.ts'
import { fillTheRest, type DemoSize } from './the-rest.ts'

const day = 86_400_000

/** Tells the story in the database: departments, people, customers, what was said. All of it through the write path. */
export async function tellStory(runtime: Runtime, options: { passwords: boolean }): Promise<Story> {
  const { house, database } = runtime
  const create = async (record: string, inputs: readonly Input[], actor: Actor = systemActor) =>
    (
      await perform(
        runtime,
        actor,
        verbOf(house, house.shapes.get(record)!, 'create'),
        inputs.map((input) => ({ input })),
        { withHistory: true },
      )
    ).items.map((item) => item.id!)
  const story: Story = { departments: {}, people: {}, customers: {} }
  const calendars = new Map(
    (await database.rows<{ id: string; name: string }>(sql`select id, name from working_calendar where deleted_at is null`)).map((row) => [
      row.name,
      row.id,
    ]),
  )
  for (const { key, parent, calendar, ...values } of castDepartments)
    [story.departments[key]] = (await create('department', [
      { ...values, parent: parent ? story.departments[parent] : null, calendar: calendars.get(calendar ?? '') ?? null },
    ])) as [string]
  const roles = new Map(
    (await database.rows<{ id: string; code: string }>(sql`select id, code from role where deleted_at is null`)).map((role) => [
      role.code,
      role.id,
    ]),
  )
  for (const { key, name, email, department, role, superior } of castPeople)
    [story.people[key]] = (await create('user', [
      {
        name,
        email,
        department: story.departments[department],
        roles: [roles.get(role)],
        superior: superior ? story.people[superior] : null,
      },
    ])) as [string]
  await database.run(sql`update "user" set is_demo = true where id = any(${Object.values(story.people)}::uuid[])`)
  if (options.passwords) for (const id of Object.values(story.people)) await keepPassword(database, id, castPassword)

  const createFor = (record: string, entries: readonly Entry[]) => createInNames(runtime, story, record, entries)
  const now = runtime.clock()
  const since = (i: number) => new Date(now - (castCustomers.length - i) * 9 * day).toISOString()
  const ids = await createFor(
    'customer',
    castCustomers.map(({ owner, values }, i) => ({ owner, input: { ...values, ...ownedBy(story, owner), createdAt: since(i) } })),
  )
  castCustomers.forEach(({ key }, i) => (story.customers[key] = ids[i]!))
  await createFor(
    'contact',
    castCustomers.flatMap(({ key, owner, contacts = [] }, i) =>
      contacts.map((contact) => ({ owner, input: { ...contact, customer: story.customers[key], createdAt: since(i) } })),
    ),
  )
  await createFor(
    'activity',
    castCustomers.flatMap(({ key, owner, activities = [] }) =>
      activities.map(({ daysAgo, ...values }) => ({
        owner,
        input: {
          ...values,
          customer: story.customers[key],
          by: story.people[owner],
          at: new Date(now - daysAgo * day).toISOString(),
          createdAt: new Date(now - Math.max(daysAgo, 0) * day).toISOString(),
        },
      })),
    ),
  )
  // Wu of the property company has been let in to two customers of Hangzhou; Zheng to none.
  const share = house.actions.get('customer.share')!
  for (const [key, level] of [
    ['xizi', 'full'],
    ['yuhang', 'card'],
  ] as const) {
    const { owner } = castCustomers.find((customer) => customer.key === key)!
    await perform(runtime, inNameOf(story, owner), share, [{ id: story.customers[key]!, input: { with: story.people.wu, level } }])
  }
  await assignTasks(runtime, story)
  return story
}

/** What the people of the story have to do, and gave one another to do; some of it is done. */
async function assignTasks(runtime: Runtime, story: Story): Promise<void> {
  const { house } = runtime
  const now = runtime.clock()
  const ids = await createInNames(
    runtime,
    story,
    'task',
    castTasks.map(({ by, assignee, dueIn, about, values }) => ({
      owner: by ?? assignee,
      input: {
        ...values,
        assignee: story.people[assignee],
        ...(about ? { about: { record: 'customer', id: story.customers[about] } } : {}),
        ...(dueIn === undefined ? {} : { dueOn: dayAt(now + dueIn * day) }),
        createdAt: new Date(now - 7 * day).toISOString(),
      },
    })),
  )
  for (const [i, { assignee, done, cancelled }] of castTasks.entries()) {
    if (done)
      await perform(runtime, inNameOf(story, assignee), house.actions.get('platform.completeTask')!, [
        { id: ids[i]!, input: { result: done } },
      ])
    if (cancelled)
      await perform(runtime, inNameOf(story, assignee), house.actions.get('platform.cancelTask')!, [
        { id: ids[i]!, input: { reason: cancelled } },
      ])
  }
}

/** The demo company as a newcomer finds it: the story, and some two thousand further customers so that lists look like lists. */
export async function fillDemo(runtime: Runtime, size: DemoSize): Promise<void> {
  const story = await tellStory(runtime, { passwords: true })
  await fillTheRest(runtime, story, size)
  await sayComments(runtime, story)
  await askForConsents(runtime, story)
  await tellSegments(runtime, story)
  await tellPlans(runtime, story)
  await tellQuality(runtime, story)
  if (size !== 'story') {
    await tellLeads(runtime, story, size)
    await tellReception(runtime, story)
    await tellPools(runtime, story)
  }
  // By then the keys of the new customers are written.
  await runtime.enqueue(runtime.database, 'find-duplicates', {}, { at: new Date(Date.now() + 45_000).toISOString() })
  await runtime.enqueue(runtime.database, 'take-quality-day', {}, { at: new Date(Date.now() + 90_000).toISOString() })
}

/** What colleagues say to each other on the customers of the story. */
async function sayComments(runtime: Runtime, story: Story): Promise<void> {
  const nameOf = (key: string) => castPeople.find((person) => person.key === key)!.name
  for (const { key, comments = [] } of castCustomers)
    for (const { by, text } of comments) {
      const body = text.replaceAll(/\{(\w+)\}/g, (_, person: string) => mentionOf(nameOf(person), story.people[person]!))
      await addComment(runtime, inNameOf(story, by), runtime.house.shapes.get('customer')!, story.customers[key]!, body)
    }
}

/** Who may be tried out on the sign-in page: nobody where there is no demo, or where others could reach it. */
export async function demoPeople(runtime: Runtime): Promise<{ email: string; password: string; words: { zh: string; en: string } }[]> {
  if (!runtime.allowsDemo) return []
  const there = await runtime.database.row(sql`select 1 from "user" where is_demo and is_active and deleted_at is null limit 1`)
  return there ? castPeople.flatMap(({ email, words }) => (words ? [{ email, password: castPassword, words }] : [])) : []
}
