import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { mayReadAllOf } from '#engine/access/key-sight.ts'
import { listRecords, readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notFound } from '#engine/action/refusal.ts'
import { defineRoute } from '#engine/http/route.ts'
import type { LinkValue } from '#engine/access/present.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { demandFor } from '../actions/enter-stage.ts'
import { readStandards } from '../queries.ts'
import type { Customer } from '../records/customer.ts'
import { reach, qualityOf } from '../rules/quality.ts'
import { besideFiles, measuredDays, qualityDays, qualityKeys, readFile, stepsOf, type QualityOfDay } from './queries.ts'
import { fileOf } from '../actions/score-file.ts'
import { overviewAnswer, qualityAnswer } from './answers.ts'

/** The fields of a row that an actor may read whole. */
async function readerOf({ house, database }: Runtime, actor: Actor, shape: Shape, id: string): Promise<(field: string) => boolean> {
  const row = await readFile(database, shape, id)
  if (!row) return () => false
  const access = accessTo(house, actor, shape)
  const [facts] = await loadFacts(database, house, actor, shape, [row], access.paths)
  const isSeen = atLeast(access.levelOf(facts!), 'full')
  return (field) => isSeen && (access.fields.get(field)?.view.check(facts!) ?? false)
}

/** Why a file has its score, as far as the reader may read the fields that it hangs on: of others he is told their number. */
async function qualityFor(runtime: Runtime, actor: Actor, id: string) {
  const { house, database, clock } = runtime
  const shape = house.shapes.get('customer')!
  await readRecord(runtime, actor, shape, id, ['id'])
  const row = (await readFile(database, shape, id)) as unknown as RowOf<typeof Customer> | undefined
  const mayRead = await readerOf(runtime, actor, shape, id)
  if (!row || row.deletedAt || !mayRead('quality')) throw notFound()
  const [standards, beside, trend] = await Promise.all([readStandards(database), besideFiles(database, [id]), stepsOf(database, id)])
  const file = fileOf(row, beside.get(id), demandFor(house, standards, row))
  const quality = qualityOf(file, dayAt(clock()))
  const contact = file.contact?.id as string | undefined
  const mayReadContact = contact ? await readerOf(runtime, actor, house.shapes.get('contact')!, contact) : () => false
  const isOpen = (field: string): boolean =>
    field === reach
      ? mayRead('phone') && mayRead('email')
      : field.startsWith('primaryContact.')
        ? mayReadContact(field.slice(field.indexOf('.') + 1))
        : mayRead(field)
  const { missing, doubts, faults: _, recheckOn: __, ...parts } = quality
  return {
    ...parts,
    trend,
    missing: missing.filter(isOpen),
    doubts: doubts.filter(({ field }) => isOpen(field)),
    hidden: [...missing, ...doubts.map(({ field }) => field)].filter((field) => !isOpen(field)).length,
    contact: contact && mayReadContact('name') ? contact : null,
    confirmedAt: row.confirmedAt,
    everyDays: file.demand.everyDays,
    standards: file.demand.names,
    doubles: file.isDouble ? await doublesOf(runtime, actor, id) : [],
  }
}

/** The open pairs that a customer stands in, as far as the reader sees them. */
async function doublesOf(runtime: Runtime, actor: Actor, id: string): Promise<{ id: string; other: LinkValue }[]> {
  const shape = runtime.house.shapes.get('duplicate')!
  const { items } = await listRecords(runtime, actor, shape, {
    filter: {
      and: [
        { field: 'state', op: 'eq', value: 'open' },
        {
          or: [
            { field: 'customer', op: 'eq', value: id },
            { field: 'other', op: 'eq', value: id },
          ],
        },
      ],
    },
    fields: ['customer', 'other'],
    limit: 10,
  })
  return items.flatMap((item) => {
    const [one, two] = [item.customer, item.other] as (LinkValue | { hidden: true } | null)[]
    const other = one && 'id' in one && one.id === id ? two : one
    return other && 'id' in other ? [{ id: item.id, other }] : []
  })
}

/** How good the data of one owner, one department or all together is, now and on the days before. */
interface Line extends Omit<QualityOfDay, 'day' | 'by' | 'key'> {
  id: string | null
  title: string
  trend: { day: string; score: number }[]
}

const emptyLine: Line = { id: null, title: '', customers: 0, score: 0, missing: 0, doubtful: 0, stale: 0, double: 0, trend: [] }

/** So many points a trend has at most, and so many owners and departments are named, the worst first. */
const points = 30
const longest = 200

/** The last figures of each key, with those of the days before, the worst first. Whoever has no customers any more is left out. */
const linesOf = (days: readonly QualityOfDay[], last: string): Line[] =>
  [...Map.groupBy(days, ({ key }) => key)]
    .flatMap(([id, list]): Line[] => {
      const { day: until, by: _, key: __, ...figures } = list.at(-1)!
      return until === last ? [{ id, title: '', ...figures, trend: list.map(({ day, score }) => ({ day, score })) }] : []
    })
    .sort((a, b) => a.score - b.score || b.customers - a.customers)
    .slice(0, longest)

/** The lines with the names of what they are about. */
async function named(runtime: Runtime, actor: Actor, record: string, lines: readonly Line[]): Promise<Line[]> {
  const titles = await titlesOf(
    runtime,
    actor,
    runtime.house.shapes.get(record)!,
    lines.flatMap(({ id }) => id ?? []),
  )
  return lines.map((line) => ({ ...line, title: (line.id && titles.get(line.id)) ?? '' }))
}

/** How good the data is: by what was measured of owners and departments whose customers the reader may read all. */
async function qualityOverview(runtime: Runtime, actor: Actor, daysBack: number) {
  const { house, database } = runtime
  const measured = await measuredDays(database, points, Math.ceil(daysBack / points))
  const keys = await qualityKeys(database, measured)
  const isOpen = await mayReadAllOf(database, house, actor, house.shapes.get('customer')!, keys, 'quality')
  const days = await qualityDays(
    database,
    measured,
    keys.filter((_, i) => isOpen[i]),
  )
  const last = days.at(-1)?.day
  if (last === undefined) return { day: null, all: emptyLine, departments: [], owners: [] }
  const by = (what: QualityOfDay['by']) =>
    linesOf(
      days.filter((entry) => entry.by === what),
      last,
    )
  return {
    day: last,
    all: by('all')[0] ?? emptyLine,
    departments: await named(runtime, actor, 'department', by('department')),
    owners: await named(runtime, actor, 'user', by('owner')),
  }
}

export type CustomerQuality = Awaited<ReturnType<typeof qualityFor>>
export type QualityOverview = Awaited<ReturnType<typeof qualityOverview>>

export const qualityRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/customers/{id}/quality',
    words: words('客户资料的质量分与原因', 'How good the file of a customer is, and why'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: qualityAnswer } },
    handler: ({ runtime, actor, params }) => qualityFor(runtime, actor, params.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/customer-quality',
    words: words('数据质量：按部门和负责人', 'How good the data is, by department and owner'),
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(400).default(90) }),
    answers: { 200: { schema: overviewAnswer } },
    handler: ({ runtime, actor, query }) => qualityOverview(runtime, actor, query.days),
  }),
]
