import { readQuestion, type ListRequest } from '#engine/access/read.ts'
import { countStatement, listStatement } from '#engine/store/list.ts'
import type { Sql } from '#engine/store/sql.ts'
import { drive, type Ask, type Load } from './load.ts'
import type { Figures } from './figures.ts'
import type { Stage } from './stage.ts'

type ActorKey = keyof Stage['actors']
const who: Record<ActorKey, string> = {
  director: 'director (all)',
  head: 'head of 4 of 120 departments',
  sales: 'salesperson, 300 own + 300 shared',
  collaborator: 'collaborator on 20',
  nobody: 'sees nothing',
}

const query = (request: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(request)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString()

const ask = (stage: Stage, actor: ActorKey, record: string, request: Record<string, unknown>): (() => Ask) => {
  const path = `/api/v1/records/${record}?${query(request)}`
  return () => ({ path, headers: { authorization: `Bearer ${stage.actors[actor].token}` } })
}

/** The statement that the product runs for a list, for the limit beside it. */
async function statementOf(stage: Stage, actor: ActorKey, record: string, request: ListRequest): Promise<Sql> {
  const runtime = { house: stage.house, clock: Date.now } as never
  const shape = stage.shape(record)
  const question = await readQuestion(runtime, stage.actors[actor].actor, shape, request)
  const only = request.fields ? new Set([...request.fields, shape.record.title]) : undefined
  return listStatement(stage.house, shape, {
    visible: question.visible,
    filter: question.filter.condition,
    sorts: question.sorts,
    limit: (request.limit ?? 50) + 1,
    only,
  }).statement
}

async function beside(stage: Stage, name: string, statement: Sql, seconds: number): Promise<Load> {
  await stage.limit(name, statement)
  return drive(stage.limitPort, () => ({ path: `/${encodeURIComponent(name)}` }), { seconds })
}

const columns = ['name', 'kind', 'stage', 'tier', 'owner', 'department', 'createdAt']

export async function measureLists(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  for (const [record, fields] of [
    ['customer', columns],
    ['activity', ['subject', 'customer', 'kind', 'state', 'at', 'by']],
  ] as const)
    for (const actor of Object.keys(who) as ActorKey[]) {
      const load = await drive(stage.port, ask(stage, actor, record, { limit: 50, fields: fields.join() }), { seconds })
      const limit = await beside(stage, `${record} ${actor}`, await statementOf(stage, actor, record, { limit: 50, fields }), seconds)
      figures.rate(`${record} list of 50 · ${who[actor]}`, load, { limit, atLeast: 300, ofLimit: 1 / 3, p95: 60 })
    }
  for (const record of ['customer', 'activity'])
    for (const actor of Object.keys(who) as ActorKey[]) {
      // Every request asks another question, so that no answer is kept; filters that keep nearly everything.
      let n = 0
      const load = await drive(
        stage.port,
        () => {
          n += 1
          const filter = {
            field: record === 'activity' ? 'at' : 'createdAt',
            op: 'gt',
            value: new Date(1_600_000_000_000 + n * 1000).toISOString(),
          }
          return ask(stage, actor, record, { limit: 0, count: 'capped', filter })()
        },
        { seconds },
      )
      const shape = stage.shape(record)
      const question = await readQuestion({ house: stage.house, clock: Date.now } as never, stage.actors[actor].actor, shape, {})
      await stage.limit(
        `count ${record} ${actor}`,
        countStatement(stage.house, shape, { visible: question.visible, filter: question.filter.condition }, 10_000),
      )
      const limit = await drive(stage.limitPort, () => ({ path: `/${encodeURIComponent(`count ${record} ${actor}`)}` }), { seconds })
      figures.rate(`${record} capped count, never kept · ${who[actor]}`, load, { limit, p95: 60 })
    }
}

/** Reads one page after another and times pages far down against the first. */
export async function measureCursors(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  for (const actor of ['director', 'head', 'sales'] as const) {
    const headers = { authorization: `Bearer ${stage.actors[actor].token}` }
    const get = async (cursor?: string) => {
      const path = `/api/v1/records/customer?${query({ limit: 50, fields: columns.join(), cursor })}`
      return (await (await fetch(`http://127.0.0.1:${stage.port}${path}`, { headers })).json()) as { next: string | null }
    }
    let cursor: string | undefined
    const pages = actor === 'sales' ? 8 : 150
    for (let i = 0; i < pages; i++) cursor = (await get(cursor)).next ?? cursor
    const first = await drive(stage.port, ask(stage, actor, 'customer', { limit: 50, fields: columns.join() }), { seconds, connections: 4 })
    const deep = await drive(stage.port, ask(stage, actor, 'customer', { limit: 50, fields: columns.join(), cursor }), {
      seconds,
      connections: 4,
    })
    const first2 = await drive(stage.port, ask(stage, actor, 'customer', { limit: 50, fields: columns.join() }), {
      seconds,
      connections: 4,
    })
    const base = (first.p50 + first2.p50) / 2
    figures.plain(
      `customer page ${pages} against page 1, p50 · ${who[actor]}`,
      `${deep.p50.toFixed(2)} ms / ${base.toFixed(2)} ms = ${(deep.p50 / base).toFixed(2)}`,
      '≤ 1.20',
      deep.p50 / base <= 1.2,
    )
  }
}

/** Filters and orders that are declared, singly and in pairs; what is not declared must be refused with words. */
export async function measureFilters(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  const owner = stage.actors.sales.actor.id
  const filters: [string, unknown][] = [
    ['kind = government', { field: 'kind', op: 'eq', value: 'government' }],
    ['stage = ended', { field: 'stage', op: 'eq', value: 'ended' }],
    ['tier = A', { field: 'tier', op: 'eq', value: 'A' }],
    ['source in 2', { field: 'source', op: 'in', value: ['walkIn', 'partner'] }],
    ['industry', { field: 'industry', op: 'eq', value: '软件服务' }],
    ['region', { field: 'region', op: 'eq', value: '杭州' }],
    ['owner', { field: 'owner', op: 'eq', value: owner }],
    ['contacted long ago', { field: 'lastContactAt', op: 'lt', value: new Date(Date.now() - 900 * 86_400_000).toISOString() }],
    [
      'made in a month',
      {
        field: 'createdAt',
        op: 'between',
        value: [new Date(Date.now() - 600 * 86_400_000).toISOString(), new Date(Date.now() - 570 * 86_400_000).toISOString()],
      },
    ],
    ['tier empty', { field: 'tier', op: 'empty' }],
  ]
  const sorts = ['-createdAt', 'name', '-lastContactAt', 'lastContactAt']
  for (const actor of ['director', 'head', 'sales'] as const) {
    const worst: { name: string; p95: number }[] = []
    const measure = async (name: string, request: Record<string, unknown>) => {
      const load = await drive(stage.port, ask(stage, actor, 'customer', { limit: 50, fields: columns.join(), ...request }), {
        seconds,
        warm: 0.3,
      })
      worst.push({ name: Object.keys(load.failed).length > 0 ? `${name} FAILED ${JSON.stringify(load.failed)}` : name, p95: load.p95 })
    }
    for (const sort of sorts) await measure(sort, { sort })
    for (const [name, filter] of filters) for (const sort of sorts) await measure(`${name}, ${sort}`, { filter, sort })
    for (let i = 0; i < filters.length; i++)
      for (let k = i + 1; k < filters.length; k++)
        await measure(`${filters[i]![0]} + ${filters[k]![0]}`, {
          filter: { and: [filters[i]![1], filters[k]![1]] },
          sort: sorts[(i + k) % sorts.length],
        })
    worst.sort((a, b) => b.p95 - a.p95)
    figures.plain(
      `customer filter and order, ${worst.length} combinations, worst p95 · ${who[actor]}`,
      `${worst[0]!.p95.toFixed(0)} ms (${worst
        .slice(0, 5)
        .map((entry) => `${entry.name} ${entry.p95.toFixed(0)}`)
        .join('; ')})`,
      '≤ 100 ms',
      worst[0]!.p95 <= 100,
    )
  }
}
