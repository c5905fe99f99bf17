import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRows } from '#engine/store/rows.ts'
import { snake } from '#engine/store/columns.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { fieldLevels, type Actor, type Role } from './actor.ts'
import { compileCheck } from './condition-js.ts'
import { compileSql } from './condition-sql.ts'
import { everybody } from './everybody.ts'
import { loadFacts } from './facts.ts'
import { conditionOf, type Ground } from './ground.ts'
import { groundPaths, judge } from './judge.ts'
import { fieldGround, levelGround, rightGround } from './resolve.ts'
import { scopes } from './rules.ts'

const company = openCompany()
const path = (record: string, id: string) => `records/${record}/${id}`
const holding = (body: { answers: { key: string; holds: boolean }[] }) => body.answers.flatMap(({ key, holds }) => (holds ? [key] : []))

const scope = fc.constantFrom(...scopes)
const recordNames = ['customer', 'contact', 'activity', 'task', 'user']
const roleOf = (id: string): fc.Arbitrary<Role> =>
  fc.record({
    id: fc.constant(id),
    code: fc.constant('try'),
    grants: fc.array(
      fc.record({
        record: fc.constantFrom('*', ...recordNames),
        card: scope,
        full: scope,
        edit: scope,
        create: fc.boolean(),
        recycle: scope,
        departments: fc.constant([]),
        export: fc.boolean(),
        bulk: fc.boolean(),
        merge: fc.boolean(),
        reveal: fc.boolean(),
        audit: fc.boolean(),
        erase: fc.boolean(),
        approve: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    fieldRights: fc.array(
      fc.record({
        record: fc.constant('customer'),
        field: fc.constantFrom('note', 'website', 'name', 'owner'),
        level: fc.constantFrom(...fieldLevels),
        within: scope,
      }),
      { maxLength: 2 },
    ),
    clearance: fc.constantFrom('public' as const, 'internal' as const, 'confidential' as const, 'sensitive' as const),
    clearsOwn: fc.boolean(),
  })

describe('a right taken apart', () => {
  it('has the verdict of the check and of the SQL, for any roles, person and row', async () => {
    const { runtime, database, story } = company
    const { house } = runtime
    const someRole = (await database.row<{ id: string }>(sql`select id from role limit 1`))!.id
    const people = Object.keys(story.people)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...people),
        fc.array(roleOf(someRole), { maxLength: 2 }),
        fc.constantFrom(...recordNames),
        async (person, roles, record) => {
          const actor: Actor = { ...(await company.actor(person)), roles }
          const shape = company.shape(record)
          const ids = (await database.arrays(sql`select id from ${sql.id(snake(record))} order by id limit 40`)).map(([id]) => id as string)
          const grounds: Ground[] = [
            ...(['card', 'full', 'edit'] as const).map((level) => levelGround(house, actor, shape, level)),
            rightGround(house, actor, shape, 'recycle'),
            ...['note', 'website', 'owner', shape.record.title]
              .filter((name) => shape.fields.has(name))
              .flatMap((name) => (['masked', 'view', 'edit'] as const).map((level) => fieldGround(house, actor, shape, name, level))),
          ]
          const rows = await readRows(database, shape, ids)
          const facts = await loadFacts(database, house, actor, shape, rows, grounds.flatMap(groundPaths))
          for (const given of grounds) {
            const condition = conditionOf(given)
            const check = compileCheck(house, shape, condition)
            const met = new Set(
              (
                await database.arrays(
                  sql`select t.id from ${sql.id(snake(record))} t where t.id = any(${ids}::uuid[]) and ${compileSql(house, shape, condition, 't')}`,
                )
              ).map(([id]) => id),
            )
            for (const fact of facts) {
              const verdict = judge(house, shape, given, fact).holds
              expect(verdict).toBe(check(fact))
              expect(verdict).toBe(met.has(fact.id))
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('knows everybody as each is known when he comes', async () => {
    const all = new Map((await everybody(company.database, 'en')).map((actor) => [actor.id, actor]))
    const sorted = ({ roles, departments, departmentTree, subordinates }: Actor) => ({
      roles: roles.map(({ id, grants, clearance }) => JSON.stringify([id, grants, clearance])).sort(),
      departments,
      departmentTree: [...departmentTree].sort(),
      subordinates: [...subordinates].sort(),
    })
    for (const [key, id] of Object.entries(company.story.people)) expect(sorted(all.get(id)!)).toEqual(sorted(await company.actor(key)))
  })
})

describe('why somebody may or may not', () => {
  it('is said by role, scope and what stands in the record, with what would have to be otherwise', async () => {
    const admin = await company.as('admin')
    const { customers, people } = company.story
    const own = (await admin.get(`${path('customer', customers.xizi!)}/access?user=${people.li}`)).body
    expect(holding(own)).toEqual(['card', 'full', 'edit'])
    expect(own.answers[0].because).toContain('own')
    expect(own.answers[0].because).toContain('李明')
    const foreign = (await admin.get(`${path('customer', customers.ruian!)}/access?user=${people.li}`)).body
    expect(holding(foreign)).toEqual([])
    expect(foreign.answers[0].remedies[0]).toMatch(/李明/)
    expect(foreign.answers[0].remedies.some((way: string) => way.startsWith('shared with'))).toBe(true)
    // What is so instead is told.
    expect(JSON.stringify(foreign.answers[0].reason)).toContain('张伟')
  })

  it('goes with the record it is asked of: nobody hears of what he may not see, and of others only who may audit', async () => {
    const { customers, people } = company.story
    const li = await company.as('li')
    const ruian = path('customer', customers.ruian!)
    expect((await li.get(`${ruian}/access`)).status).toBe(404)
    expect((await li.get(`${path('customer', customers.xizi!)}/access?user=${people.wang}`)).status).toBe(403)
    expect((await li.get(`${path('customer', customers.xizi!)}/who-sees`)).status).toBe(403)
    const mine = await li.get(`${path('customer', customers.xizi!)}/access`)
    expect(holding(mine.body)).toContain('edit')
  })

  it('of a field says the class that is too high, and the look behind the mask that is not', async () => {
    const admin = await company.as('admin')
    const { customers, people } = company.story
    expect((await admin.post('records/fieldClass', { record: 'customer', field: 'website', secrecy: 'sensitive' })).status).toBe(201)
    const place = `${path('customer', customers.xizi!)}/access?field=website`
    const zhou = (await admin.get(`${place}&user=${people.zhou}`)).body
    expect(holding(zhou)).not.toContain('view')
    expect(JSON.stringify(zhou.answers)).toContain('The field is sensitive')
    // Whose own it is reads it all the same.
    expect(holding((await admin.get(`${place}&user=${people.li}`)).body)).toContain('view')
  })

  it('of an action says the state that closes it', async () => {
    const admin = await company.as('admin')
    const { people } = company.story
    const task = await admin.post('records/task', { title: '打电话', assignee: people.li, dueOn: '2026-12-01' })
    const asked = `${path('task', task.body.id)}/access?user=${people.li}&action=task.reopen`
    const names = [...company.runtime.house.actions.values()].filter((action) => action.on?.name === 'task').map(({ name }) => name)
    const reopen = names.find((name) => /reopen/i.test(name))!
    const { body } = await admin.get(asked.replace('task.reopen', reopen))
    expect(body.answers[0].holds).toBe(false)
    expect(body.closed).toContain('The state is')
  })

  it('of everybody who sees a record is what each sees who asks for it', async () => {
    const admin = await company.as('admin')
    const { customers, people } = company.story
    for (const key of ['xizi', 'pujiang']) {
      const { body } = await admin.get(`${path('customer', customers[key]!)}/who-sees`)
      const levels = new Map<string, string>(body.items.map((item: { user: { id: string }; level: string }) => [item.user.id, item.level]))
      for (const [person, id] of Object.entries(people)) {
        const answer = await (await company.as(person)).get(path('customer', customers[key]!))
        expect(levels.get(id) ?? 'none', person).toBe(answer.status === 200 ? answer.body.can.level : 'none')
      }
    }
    const { body } = await admin.get(`${path('customer', customers.xizi!)}/who-sees?field=website`)
    expect(body.items.find((item: { user: { id: string } }) => item.user.id === people.zhou)).toBeUndefined()
  })
})
