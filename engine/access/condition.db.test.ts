import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { linkTarget, type Shape } from '#engine/record/house.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { snake } from '#engine/store/columns.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { systemActor, type Actor } from './actor.ts'
import { compileCheck, pathsOf, type Facts } from './condition-js.ts'
import { compileSql } from './condition-sql.ts'
import { loadFacts } from './facts.ts'
import { asWhole, linkBy } from './linked.ts'
import { both, either, levels, not, type Condition } from './rules.ts'

const company = openCompany()

/** Rows with gaps everywhere: a third of the optional values is missing. */
async function fill() {
  const { runtime, story } = company
  const people = Object.values(story.people)
  const maybe = <T>(i: number, n: number, value: T): T | null => ((i * 7 + n * 3) % 3 === 0 ? null : value)
  const create = async (record: string, inputs: Record<string, unknown>[]) => {
    const shape = company.shape(record)
    const made = await perform(
      runtime,
      systemActor,
      verbOf(runtime.house, shape, 'create'),
      inputs.map((input) => ({ input })),
      { withHistory: true },
    )
    return made.items.map((item) => item.id!)
  }
  const admin = await company.as('admin')
  // Of each kind one with an index of its own and one without.
  for (const [i, [name, kind]] of [
    ['area', 'decimal'],
    ['areaKept', 'decimal'],
    ['style', 'text'],
    ['styleKept', 'text'],
    ['isLoft', 'yesNo'],
    ['isLoftKept', 'yesNo'],
    ['handover', 'day'],
    ['handoverKept', 'day'],
    ['looks', 'choices'],
    ['looksKept', 'choices'],
    ['builder', 'link'],
    ['builderKept', 'link'],
  ].entries()) {
    const choices = kind === 'choices' ? ['a', 'b', 'c'].map((code) => ({ code, zh: code, en: code })) : []
    const made = await admin.post('records/customField', {
      label: { zh: name, en: name },
      record: 'customer',
      name,
      kind,
      choices,
      to: kind === 'link' ? 'user' : null,
      isIndexed: i % 2 === 1,
    })
    expect(made.status, made.text).toBe(201)
  }
  await company.work()
  const customers = await create(
    'customer',
    Array.from({ length: 60 }, (_, i) => ({
      name: `${['云杉', 'Spruce', '西溪%', 'a_b'][i % 4]}${i}`,
      kind: ['enterprise', 'person'][i % 2],
      tier: maybe(i, 1, ['A', 'B', 'C'][i % 3]),
      industry: maybe(i, 2, ['软件', '机械', 'Ünïcode'][i % 3]),
      employees: maybe(i, 3, i * 10),
      revenue: maybe(i, 4, `${i * 1000}.50`),
      owner: maybe(i, 5, people[i % people.length]),
      department: maybe(i, 6, Object.values(story.departments)[i % 9]),
      tags: i % 4 === 0 ? [] : ['老客户', 'VIP'].slice(0, (i % 2) + 1),
      lastContactAt: maybe(i, 7, `2026-0${(i % 5) + 1}-10T08:00:00.000Z`),
      ...Object.fromEntries(
        ['', 'Kept'].flatMap((end) => [
          [`area${end}`, maybe(i, 8, `${i}.25`)],
          [`style${end}`, maybe(i, 9, ['现代', 'classic'][i % 2])],
          [`isLoft${end}`, maybe(i, 10, i % 2 === 0)],
          [`handover${end}`, maybe(i, 11, `2026-1${i % 3}-01`)],
          [`looks${end}`, [['a'], ['a', 'b'], [], ['c']][i % 4]],
          [`builder${end}`, maybe(i, 12, people[i % people.length])],
        ]),
      ),
    })),
  )
  const contacts = await create(
    'contact',
    Array.from({ length: 40 }, (_, i) => ({
      name: `人${i}`,
      customer: customers[(i * 3) % 60],
      title: maybe(i, 1, '经理'),
      birthday: maybe(i, 2, `19${50 + i}-01-02`),
    })),
  )
  await create(
    'activity',
    Array.from({ length: 60 }, (_, i) => ({
      subject: `谈话 ${i}`,
      customer: customers[((i % 40) * 3) % 60],
      contact: maybe(i, 1, contacts[i % 40]),
      by: maybe(i, 2, people[i % people.length]),
      at: `2026-05-${String((i % 28) + 1).padStart(2, '0')}T0${i % 10}:00:00.000Z`,
      minutes: maybe(i, 3, i),
    })),
  )
  for (const [i, id] of customers.entries())
    if (i % 3 === 0)
      await company.database.run(
        sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
          values (${people[i % people.length]}, 'customer', ${id}, ${levels[1 + (i % 3)]}, ${i % 2 ? null : i % 4 ? '2026-01-01T00:00:00Z' : '2099-01-01T00:00:00Z'}::timestamptz, now(), now(), ${systemActor.id})`,
      )
}

/** Leaves that may be asked of a record type: every operator of every field, values that are there and values that are not. */
function leaves(shape: Shape, rows: readonly StoredRow[]): fc.Arbitrary<Condition>[] {
  const { house } = company.runtime
  const own = [...shape.fields.values()].flatMap(({ name, field }): fc.Arbitrary<Condition>[] => {
    const kind = kindOf(field)
    if (['rows', 'words', 'linkAny'].includes(field.kind)) return []
    const found = [...new Set(rows.flatMap((row) => (row[name] as unknown[] | null) ?? []))].slice(0, 12)
    const values = found.length > 0 ? found : ['nothing']
    if (found.length === 0 && !['text', 'note', 'url', 'email', 'phone', 'choice'].includes(field.kind)) return []
    const one = fc.constantFrom(...values)
    return kind.operators
      .filter((op) => op !== 'contains' || field.options.searchable)
      .map((op) => {
        const value: fc.Arbitrary<unknown> =
          op === 'empty' || op === 'notEmpty'
            ? fc.constant(undefined)
            : op === 'in' || op === 'notIn' || op === 'hasAny'
              ? fc.array(one, { maxLength: 3 })
              : op === 'between'
                ? fc.tuple(one, one)
                : op === 'contains'
                  ? fc.constantFrom('云杉', 'spruce', '西溪%', 'a_b', '谈话', '人1')
                  : op === 'startsWith'
                    ? fc.constantFrom('云', 'Spr', '西溪%', 'a_', '谈')
                    : one
        return value.map((given) => ({ field: name, op, ...(given === undefined ? {} : { value: given }) }) as Condition)
      })
  })
  const root = shape.chain.length > 0 ? house.shapes.get(shape.root.name)! : shape
  const people = Object.values(company.story.people)
  const keys = (['owner', 'department'] as const).flatMap((key) =>
    root.record.access?.[key]
      ? [
          fc
            .tuple(
              fc.constantFrom('eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'),
              fc.constantFrom(...people, ...Object.values(company.story.departments)),
            )
            .map(
              ([op, id]) =>
                ({ field: `^${key}`, op, ...(op.endsWith('mpty') ? {} : { value: op.endsWith('n') ? [id] : id }) }) as Condition,
            ),
        ]
      : [],
  )
  const shared = fc
    .record({ who: fc.subarray(people, { minLength: 1, maxLength: 3 }), which: fc.subarray([...levels].slice(1), { minLength: 1 }) })
    .map(
      ({ who, which }) =>
        ({
          field: 'collaborators',
          op: 'sharedWith',
          value: { principals: who, levels: which, at: '2026-06-15T00:00:00.000Z' },
        }) as Condition,
    )
  return [...own, ...keys, shared]
}

/** Conditions on what lies behind the links of a record type. */
function behindLinks(shape: Shape, tables: Map<string, StoredRow[]>): fc.Arbitrary<Condition>[] {
  const { house } = company.runtime
  const links = [...shape.fields.values()].filter(({ field }) => field.kind === 'link' && tables.has(linkTarget(field)))
  return links.flatMap(({ name, field }) => {
    const target = house.shapes.get(linkTarget(field))!
    const inner = fc.oneof(...leaves(target, tables.get(target.name)!))
    return [
      inner
        .filter((leaf) => 'op' in leaf && leaf.op !== 'sharedWith' && !leaf.field.startsWith('^'))
        .map((leaf) => ({ ...leaf, field: `${name}.${(leaf as { field: string }).field}` }) as Condition),
      inner.filter((leaf) => 'op' in leaf && leaf.op !== 'sharedWith').map((where): Condition => ({ behind: name, where })),
    ]
  })
}

function conditions(shape: Shape, tables: Map<string, StoredRow[]>): fc.Arbitrary<Condition> {
  const { house } = company.runtime
  const linking = (house.linksTo.get(shape.name) ?? []).filter(
    (link) => tables.has(link.shape.name) && linkBy(house, shape, `${link.shape.name}.${link.field}`),
  )
  const counted = linking.map(({ shape: other, field }): fc.Arbitrary<Condition> => {
    const inner = fc.oneof(...leaves(other, tables.get(other.name)!), ...behindLinks(other, tables))
    return fc
      .record({
        bounds: fc.constantFrom<{ least?: number; most?: number }[]>(
          {},
          { least: 1 },
          { least: 2 },
          { most: 0 },
          { most: 1 },
          { least: 1, most: 2 },
        ),
        where: fc.oneof(
          inner,
          fc.array(inner, { maxLength: 2 }).map((and): Condition => ({ and })),
          inner.map((or) => ({ not: or })),
        ),
        whole: fc.boolean(),
      })
      .map(({ bounds, where, whole }) => {
        const condition: Condition = { linked: `${other.name}.${field}`, ...bounds, where }
        return whole ? asWhole(condition) : condition
      })
  })
  const leaf = fc.oneof(...leaves(shape, tables.get(shape.name)!), ...behindLinks(shape, tables), ...counted)
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: leaf, weight: 4 },
      { arbitrary: fc.array(tie('node'), { maxLength: 4 }).map((and): Condition => ({ and })), weight: 1 },
      { arbitrary: fc.array(tie('node'), { maxLength: 4 }).map((or): Condition => ({ or })), weight: 1 },
      { arbitrary: tie('node').map((inner): Condition => ({ not: inner })), weight: 1 },
      { arbitrary: fc.tuple(tie('node'), tie('node')).map(([a, b]) => either(a, b)), weight: 1 },
      { arbitrary: fc.tuple(tie('node'), tie('node')).map(([a, b]) => both(a, not(b))), weight: 1 },
    ),
  })).node
}

describe('a condition', () => {
  const tables = new Map<string, StoredRow[]>()
  let actor: Actor
  beforeAll(async () => {
    await fill()
    const everybody = Object.values(company.story.people)
    // Somebody whose principals are all people, so that every collaboration is loaded as a fact.
    actor = { ...(await company.actor('li')), departments: everybody }
    for (const record of ['customer', 'contact', 'activity', 'user', 'department']) {
      const shape = company.shape(record)
      const ids = await company.database.rows<{ id: string }>(sql`select id from ${sql.id(snake(record))}`)
      tables.set(
        record,
        await readRows(
          company.database,
          shape,
          ids.map((row) => row.id),
        ),
      )
    }
  })

  it.each(['customer', 'contact', 'activity'])('on %s chooses the same rows in SQL and in JavaScript', async (record) => {
    const { house } = company.runtime
    const shape = company.shape(record)
    let matched = 0
    await fc.assert(
      fc.asyncProperty(conditions(shape, tables), async (condition) => {
        const found = await company.database.rows<{ id: string }>(
          sql`select t.id from ${sql.id(snake(record))} t where ${compileSql(house, shape, condition, 't')} order by t.id`,
        )
        const rows = tables.get(record)!.map((row) => ({ ...row }))
        const facts = await loadFacts(company.database, house, actor, shape, rows, pathsOf(condition))
        const check = compileCheck(house, shape, condition)
        const expected = facts.filter((fact: Facts) => check(fact)).map((fact) => fact.id as string)
        matched += expected.length > 0 && expected.length < rows.length ? 1 : 0
        expect(found.map((row) => row.id)).toEqual(expected.sort())
      }),
      { numRuns: 400 },
    )
    expect(matched, 'conditions that choose some rows and not all').toBeGreaterThan(100)
  })

  it('folded by both and either means what it meant', async () => {
    const { house } = company.runtime
    const shape = company.shape('customer')
    await fc.assert(
      fc.asyncProperty(conditions(shape, tables), conditions(shape, tables), conditions(shape, tables), async (a, b, c) => {
        const rows = tables.get('customer')!.map((row) => ({ ...row }))
        const folded = [either(a, both(a, b), c), both(a, either(b, c)), not(either(a, b))]
        const plain: Condition[] = [{ or: [a, { and: [a, b] }, c] }, { and: [a, { or: [b, c] }] }, { not: { or: [a, b] } }]
        const facts = await loadFacts(company.database, house, actor, shape, rows, [a, b, c].flatMap(pathsOf))
        folded.forEach((condition, i) => {
          const left = compileCheck(house, shape, condition)
          const right = compileCheck(house, shape, plain[i]!)
          for (const fact of facts) expect(left(fact)).toBe(right(fact))
        })
      }),
      { numRuns: 150 },
    )
  })
})
