import { compileSql } from '#engine/access/condition-sql.ts'
import { raiseEpoch } from '#engine/access/load-actor.ts'
import { mayGive } from '#engine/access/resolve.ts'
import type { Changes, StoredEvent } from '#engine/event/define-event.ts'
import { insertEvents } from '#engine/event/events.ts'
import type { RecordType } from '#engine/record/define-record.ts'
import type { SequenceOptions } from '#engine/record/fields/sequence/index.ts'
import { linkTarget, type Shape } from '#engine/record/house.ts'
import { claimFields, claimsOf, insertClaims, takenClaims, type Claim } from '#engine/store/claims.ts'
import { snake } from '#engine/store/columns.ts'
import type { Entry } from '#engine/store/follow.ts'
import { newId } from '#engine/store/id.ts'
import { blankRow, emptyOf, readRows, rowReader, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { openNumbering } from './numbering.ts'
import { badFields } from './refusal.ts'
import { sendEntries } from './send-entries.ts'
import type { Store, Work, WorkOptions } from './store.ts'
import { initialValue, recompute, refuseUnfit, refuseMove, same } from './values.ts'

/** Opens the work of one transaction. */
export function openWork({
  house,
  database,
  tx,
  actor,
  operation,
  cause,
  now = new Date().toISOString(),
  expected = 1,
  enqueue,
}: WorkOptions): Work {
  const today = dayAt(now)
  const stamp = { updatedAt: now, updatedBy: actor.id }
  const entries = new Map<string, Entry>()
  const loaded = new Map<string, StoredRow>()
  const locked = new Set<string>()
  const said: { event: StoredEvent; frame: number }[] = []
  const jobs: { job: string; payload: unknown; options: { at?: string; key?: string }; frame: number }[] = []
  const events: StoredEvent[] = []
  const touched = new Map<string, { shape: Shape; row: StoredRow; isNew: boolean }>()
  let current = 0
  let sentFrames = new Set<number>()

  const shapeOf = (record: RecordType<any, any>): Shape => {
    const shape = house.shapes.get(record.name)
    if (!shape) throw new Error(`the record ${record.name} is not declared`)
    return shape
  }
  const keyOf = (shape: Shape, id: string) => `${shape.name}:${id}`
  const currentRow = (shape: Shape, id: string) => entries.get(keyOf(shape, id))?.row ?? loaded.get(keyOf(shape, id))

  async function load(shape: Shape, ids: readonly string[], lock: 'update' | 'no key update' | undefined): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => {
      const key = keyOf(shape, id)
      return lock ? !locked.has(key) && !(entries.get(key) && entries.get(key)!.before === null) : !loaded.has(key) && !entries.has(key)
    })
    for (const row of await readRows(tx, shape, missing, lock)) {
      const key = keyOf(shape, row.id)
      if (!entries.has(key)) loaded.set(key, row)
      if (lock) locked.add(key)
    }
  }

  const number = openNumbering({
    database,
    tx,
    house,
    today,
    expected,
    async read(shape, ids) {
      await load(shape, ids, undefined)
      return (id) => currentRow(shape, id)
    },
  })

  const needed = new Map<Shape, string[]>()
  /** What the actor fills in when he makes such a record: the same for each of a set. */
  function neededOf(shape: Shape): string[] {
    let names = needed.get(shape)
    if (!names) needed.set(shape, (names = [...shape.fields.keys()].filter((name) => mayGive(actor, shape, name))))
    return names
  }

  async function createMany(shape: Shape, list: readonly Record<string, unknown>[]): Promise<StoredRow[]> {
    const upper = shape.chain[0] ? house.shapes.get(linkTarget(shape.record.fields[shape.chain[0]]!))! : null
    if (upper) {
      const parents = list.map((values) => values[shape.chain[0]!] as string | undefined).filter((id) => id !== undefined && id !== null)
      await load(upper, parents, undefined)
      // The root is locked, so that nobody changes its owner while rows with copies of it come into being.
      const roots = parents.map((id) => currentRow(upper, id)?.rootId).filter((id) => id !== undefined)
      const rootShape = house.shapes.get(shape.root.name)!
      await load(rootShape, roots, 'no key update')
    }
    const needed = neededOf(shape)
    const rows = list.map((values) => {
      const row = Object.assign(blankRow(shape), {
        id: (values.id as string | undefined) ?? newId(),
        version: 1,
        createdAt: (values.createdAt as string | undefined) ?? now,
        createdBy: (values.createdBy as string | undefined) ?? actor.id,
        updatedAt: now,
        updatedBy: actor.id,
        rootId: '',
      })
      for (const field of shape.fields.values()) {
        if (field.storage === 'system') continue
        row[field.name] = field.field.kind === 'sequence' ? null : initialValue(field, values[field.name], actor)
      }
      return row
    })
    for (const field of shape.fields.values())
      if (field.field.kind === 'sequence' && !(field.field.options as unknown as SequenceOptions).givenBy) await number(shape, field, rows)

    for (const row of rows) {
      recompute(shape, row)
      refuseUnfit(shape, row, needed)
      if (upper) {
        const parent = currentRow(upper, row[shape.chain[0]!] as string)
        if (!parent || parent.deletedAt)
          throw badFields({ [shape.chain[0]!]: words('所属记录不存在', 'The record it hangs on does not exist') })
        place(shape, row)
      } else row.rootId = row.id
      entries.set(keyOf(shape, row.id), {
        shape,
        before: null,
        row,
        names: new Set(),
        type: `${shape.name}.created`,
        frames: new Set([current]),
        quiet: new Set(),
      })
    }
    return rows
  }

  function change(shape: Shape, id: string, values: Record<string, unknown>, type: string, how?: 'quiet' | 'forced'): StoredRow {
    const quiet = how === 'quiet'
    const key = keyOf(shape, id)
    const row = currentRow(shape, id)
    if (!row) throw new Error(`${shape.name} ${id} must be read before it is changed`)
    let entry = entries.get(key)
    if (!entry) {
      entry = { shape, before: row, row: { ...row }, names: new Set(), type, frames: new Set(), quiet: new Set() }
      entries.set(key, entry)
    }
    entry.frames.add(current)
    if (!quiet && !type.endsWith('.edited')) entry.type = entry.before === null ? entry.type : type
    for (const [name, given] of Object.entries(values)) {
      const field = shape.fields.get(name)
      const value = given === undefined ? null : given === null && field ? emptyOf(field.field.kind) : given
      if (same(value, entry.row[name])) continue
      if (field?.field.kind === 'lifecycle' && how !== 'forced') refuseMove(field, entry.row[name] as string, value as string)
      entry.row[name] = value
      ;(quiet || field?.field.options.quiet ? entry.quiet : entry.names).add(name)
    }
    if (shape.chain[0] && shape.chain[0] in values) place(shape, entry.row)
    for (const name of recompute(shape, entry.row)) (shape.fields.get(name)!.field.options.quiet ? entry.quiet : entry.names).add(name)
    refuseUnfit(shape, entry.row, entry.names)
    return entry.row
  }

  /** Says of a row where it hangs: its root, and the root's keys. What it hangs on has been read before. */
  function place(shape: Shape, row: StoredRow): void {
    const upper = house.shapes.get(linkTarget(shape.record.fields[shape.chain[0]!]!))!
    const parent = currentRow(upper, row[shape.chain[0]!] as string)
    if (!parent) throw new Error(`what ${shape.name} ${row.id} shall hang on must be read before`)
    row.rootId = parent.rootId
    const root = currentRow(house.shapes.get(shape.root.name)!, parent.rootId)
    for (const key of ['owner', 'department'] as const)
      if (shape.root.access?.[key]) row[`^${key}`] = root?.[shape.root.access[key]] ?? null
  }

  const eventFor = (type: string, shape: Shape, row: { id: string; rootId: string; version: number }, changes: Changes): StoredEvent => ({
    id: newId(),
    at: now,
    type,
    v: house.events.get(type)?.v ?? 1,
    actorId: actor.id,
    actorKind: actor.kind,
    operationId: operation,
    causeId: cause ?? null,
    record: shape.name,
    recordId: row.id,
    rootRecord: shape.root.name,
    rootId: row.rootId,
    version: row.version,
    changes,
  })

  async function conflicts() {
    const wanted: { claim: Claim; frame: number }[] = []
    for (const entry of entries.values()) {
      if (entry.row.deletedAt) continue
      const fields = claimFields(entry.shape)
      if (fields.size === 0) continue
      const isBack = entry.before?.deletedAt && !entry.row.deletedAt
      const only = entry.before === null || isBack ? undefined : new Set([...entry.names].filter((name) => fields.has(name)))
      if (only && only.size === 0) continue
      for (const claim of claimsOf(entry.shape, entry.row, only)) wanted.push({ claim, frame: [...entry.frames][0] ?? 0 })
    }
    if (wanted.length === 0) return []
    const taken = await takenClaims(
      tx,
      wanted.map((entry) => entry.claim),
    )
    return wanted.flatMap(({ claim, frame }) => {
      const holder = taken.get(claim)
      return holder && !letsGo(holder) ? [{ frame, claim, holder }] : []
    })
  }

  /** Whether the holder of an identity gives it up in this very work. */
  function letsGo({ record, recordId, identity, value }: Claim): boolean {
    const entry = entries.get(`${record}:${recordId}`)
    if (!entry) return false
    return Boolean(entry.row.deletedAt) || !claimsOf(entry.shape, entry.row).some((own) => own.identity === identity && own.value === value)
  }

  async function flush(): Promise<void> {
    const waiting = [...entries.values()]
    entries.clear()
    const { events: newEvents, claims } = await sendEntries({ tx, house, stamp, eventFor }, waiting)
    for (const { shape, row, before, frames } of waiting) {
      const key = keyOf(shape, row.id)
      loaded.set(key, row)
      locked.add(key)
      touched.set(key, { shape, row, isNew: (touched.get(key)?.isNew ?? false) || before === null })
      for (const frame of frames) sentFrames.add(frame)
    }
    await insertClaims(tx, claims)
    if (waiting.some(({ shape, before, names }) => shape.record.shapesAccess && (before === null || names.size > 0))) await raiseEpoch(tx)
    newEvents.push(...said.splice(0).map((entry) => entry.event))
    await insertEvents(tx, newEvents)
    events.push(...newEvents)
    for (const { job, payload, options } of jobs.splice(0)) await enqueue(job, payload, options)
  }

  const store: Store = {
    async get(record, id) {
      const shape = shapeOf(record)
      await load(shape, [id], undefined)
      return currentRow(shape, id) as never
    },
    async lock(record, ids) {
      const shape = shapeOf(record)
      await load(shape, ids, 'update')
      return [...new Set(ids)].map((id) => currentRow(shape, id)).filter((row) => row !== undefined) as never
    },
    async find(record, condition, { limit = 1000, lock = false, recycled = false } = {}) {
      const shape = shapeOf(record)
      if ([...entries.values()].some((entry) => entry.shape === shape)) await flush()
      const reader = rowReader(shape, 't')
      const cells = await tx.arrays(
        sql`select ${reader.select} from ${sql.id(snake(shape.name))} t where ${sql.raw(recycled ? 't.deleted_at is not null' : 't.deleted_at is null')} and ${compileSql(house, shape, condition, 't')} order by t.id limit ${limit} ${sql.raw(lock ? 'for update' : '')}`,
      )
      return cells.map((row) => {
        const found = reader.read(row)
        const key = keyOf(shape, found.id)
        loaded.set(key, found)
        if (lock) locked.add(key)
        return found
      }) as never
    },
    create: async (record, values) => (await createMany(shapeOf(record), [values as Record<string, unknown>]))[0] as never,
    createMany: (record, values) => createMany(shapeOf(record), values as readonly Record<string, unknown>[]) as never,
    edit: (record, row, patch, as) =>
      change(shapeOf(record), (row as StoredRow).id, patch as Record<string, unknown>, as ?? `${record.name}.edited`) as never,
    recycle: (record, row) => void change(shapeOf(record), (row as StoredRow).id, { deletedAt: now }, `${record.name}.recycled`),
    restore: (record, row) => void change(shapeOf(record), (row as StoredRow).id, { deletedAt: null }, `${record.name}.restored`),
    settle: () => flush(),
    async measure(record, id, values) {
      await load(shapeOf(record), [id], 'no key update')
      change(shapeOf(record), id, values as Record<string, unknown>, `${record.name}.edited`, 'quiet')
    },
  }

  return {
    store,
    queries: tx,
    actor,
    house,
    now,
    today,
    operation,
    events,
    emit: (type, row, record, changes = {}) => said.push({ event: eventFor(type, shapeOf(record), row, changes), frame: current }),
    later: (job, payload, options = {}) => jobs.push({ job, payload, options, frame: current }),
    touched: () => [...touched.values()],
    frame: (index) => (current = index),
    drop(index) {
      if (sentFrames.has(index)) return false
      for (const [key, entry] of entries) {
        if (!entry.frames.has(index)) continue
        if (entry.frames.size > 1) return false
        entries.delete(key)
      }
      for (const list of [said, jobs] as { frame: number }[][])
        for (let i = list.length - 1; i >= 0; i--) if (list[i]!.frame === index) list.splice(i, 1)
      return true
    },
    force: (shape, id, values) => void change(shape, id, values, `${shape.name}.edited`, 'forced'),
    conflicts,
    flush,
  }
}
