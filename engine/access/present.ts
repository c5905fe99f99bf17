import type { ActionType } from '#engine/action/define-action.ts'
import { blankOf } from '#engine/record/blank.ts'
import type { Field, Fields } from '#engine/record/field.ts'
import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import { linkTarget, type House, type KnownField, type Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import type { Actor } from './actor.ts'
import { pathsOf } from './condition-js.ts'
import { loadFacts } from './facts.ts'
import { say, words } from '#engine/text/words.ts'
import { resolveDeclared } from './resolve.ts'
import type { Level } from './rules.ts'
import { accessTo, askAbout, type Asker, type Right } from './shape-access.ts'
import { titlesOf } from './titles.ts'

/** A record as it leaves the product for one pair of eyes. */
export interface Item {
  id: string
  version: number
  /** What this actor may do with it now. */
  can: { level: Level; edit: boolean; recycle: boolean; do: string[]; not?: Record<string, string>; masked?: Record<string, string> }
  /** Names of fields that are shown masked. */
  masked?: string[]
  [field: string]: unknown
}

export interface LinkValue {
  id: string
  title: string
}

interface ActionCheck {
  action: ActionType
  right: Right
  /** Whether it has anything to do with the record. */
  fits: Right | undefined
  states: readonly string[] | undefined
}

const actionChecks = new WeakMap<Actor, Map<Shape, { checks: ActionCheck[]; paths: string[] }>>()

function actionsOn(house: House, actor: Actor, shape: Shape) {
  const known = actionChecks.get(actor) ?? new Map<Shape, { checks: ActionCheck[]; paths: string[] }>()
  actionChecks.set(actor, known)
  let made = known.get(shape)
  if (!made) {
    const access = accessTo(house, actor, shape)
    const checks = [...house.actions.values()]
      .filter(
        (action) =>
          action.on?.name === shape.name &&
          !action.isUnlisted &&
          !['edit', 'recycle', 'restore'].some((verb) => action.name === `${shape.name}.${verb}`),
      )
      .map((action) => ({
        action,
        right: action.allow ? access.rightOf(resolveDeclared(house, actor, shape, action.allow)) : access.edit,
        fits: action.when ? access.rightOf(action.when) : undefined,
        states: action.from === undefined ? undefined : [action.from].flat(),
      }))
    made = { checks, paths: checks.flatMap(({ right, fits }) => [...pathsOf(right.condition), ...(fits ? pathsOf(fits.condition) : [])]) }
    known.set(shape, made)
  }
  return made
}

/** The names of a shape's fields that this actor may ever read something of. */
export const readableFields = (house: House, actor: Actor, shape: Shape): string[] =>
  [...accessTo(house, actor, shape).fields.values()].filter((field) => field.masked.constant !== false).map((field) => field.name)

/**
 * Turns rows into items for one actor: fields he may not read are left out, masked ones masked, links named by their titles, and each item
 * says what may be done with it. Rows of which he may not even see the card are dropped.
 * @param names fields wanted, paths through links included; all readable ones where absent.
 */
export async function present(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  rows: readonly StoredRow[],
  names?: readonly string[],
): Promise<Item[]> {
  const { house } = runtime
  if (rows.length === 0) return []
  const access = accessTo(house, actor, shape)
  const actions = actionsOn(house, actor, shape)
  const facts = await loadFacts(runtime.database, house, actor, shape, rows, [...access.paths, ...actions.paths])
  const wanted = (names?.filter((name) => !name.includes('.')) ?? [...shape.fields.keys()].filter((name) => name !== 'version'))
    .map((name) => ({ field: shape.fields.get(name)!, right: access.fields.get(name)! }))
    .filter(({ field, right }) => field && right.masked.constant !== false)
  const life = [...shape.fields.values()].find((field) => field.field.kind === 'lifecycle')

  const begin = blankOf(['id', 'version', 'can', 'masked', ...wanted.map(({ field }) => field.name)], 'absent')
  const items: Item[] = []
  const kept: StoredRow[] = []
  const links = new Map<string, Set<string>>()
  rows.forEach((row, i) => {
    const fact = facts[i]!
    const may = askAbout(fact)
    const level = access.levelBy(may)
    if (level === 'none') return
    const item = Object.assign(begin(), {
      id: row.id,
      version: row.version,
      can: {
        level,
        edit: level === 'edit' && !row.deletedAt,
        recycle: may(access.recycle),
        do: doable(actions.checks, may, row, life),
      },
    }) as Item
    if (row.deletedAt) item.deletedAt = row.deletedAt
    const masked: string[] = []
    for (const { field, right } of wanted) {
      const value = row[field.name] ?? null
      if (may(right.view)) {
        item[field.name] = value
        if (value !== null) noteLinks(links, field, value)
      } else if (may(right.masked)) {
        item[field.name] = value === null ? null : (field.kind.mask?.(value as never) ?? '***')
        if (value !== null) masked.push(field.name)
      }
    }
    if (masked.length > 0) item.masked = masked
    items.push(item)
    kept.push(row)
  })
  await nameLinks(
    runtime,
    actor,
    items,
    wanted.map(({ field }) => field),
    links,
  )
  await addPaths(runtime, actor, shape, items, kept, names?.filter((name) => name.includes('.')) ?? [])
  return items
}

const doable = (checks: readonly ActionCheck[], may: Asker, row: StoredRow, life: KnownField | undefined): string[] => {
  const names: string[] = []
  for (const { action, right, fits, states } of checks)
    if (
      (!fits || may(fits)) &&
      Boolean(row.deletedAt) === Boolean(action.onRecycled) &&
      (!states || !life || states.includes(row[life.name] as string)) &&
      may(right)
    )
      names.push(action.name)
  return names
}

/**
 * Why the actions that an actor cannot do with a record now are closed to him, by name, in his language. Asked for one record at a time: a
 * list has no room to say it. What he has no right to at all is left out rather than explained.
 */
export async function closedActions(runtime: Runtime, actor: Actor, shape: Shape, row: StoredRow): Promise<Record<string, string>> {
  const { checks, paths } = actionsOn(runtime.house, actor, shape)
  const [fact] = await loadFacts(
    runtime.database,
    runtime.house,
    actor,
    shape,
    [row],
    [...accessTo(runtime.house, actor, shape).paths, ...paths],
  )
  const may = askAbout(fact!)
  const life = [...shape.fields.values()].find((field) => field.field.kind === 'lifecycle')
  const closed: Record<string, string> = {}
  for (const { action, right, fits, states } of checks) {
    if (right.constant === false || (fits && !may(fits)) || Boolean(row.deletedAt) !== Boolean(action.onRecycled)) continue
    const state = life && life.kind.show(row[life.name] as never, life.field.options, actor.locale)
    if (!may(right))
      closed[action.name] = say(words('您对这条记录没有这个权限。', 'You have no right to do this with this record.'), actor.locale)
    else if (states && life && !states.includes(row[life.name] as string))
      closed[action.name] = say(words(`状态为“${state}”时不能这样做。`, `This is not possible in the state "${state}".`), actor.locale)
  }
  return closed
}

function noteLinks(links: Map<string, Set<string>>, { field }: KnownField, value: unknown): void {
  const note = (record: string, id: string) => {
    const ids = links.get(record) ?? new Set()
    links.set(record, ids.add(id))
  }
  if (field.kind === 'link') note(linkTarget(field), value as string)
  else if (field.kind === 'links') for (const id of value as string[]) note(linkTarget(field), id)
  else if (field.kind === 'linkAny') note((value as RecordRef).record, (value as RecordRef).id)
  else if (field.kind === 'rows')
    for (const [column, record] of linkColumns(field))
      for (const row of value as Record<string, unknown>[]) if (row[column]) note(record, row[column] as string)
}

/** The columns of a small table that lead to records, with the type that each leads to. */
const linkColumns = (field: Field): [column: string, record: string][] =>
  Object.entries((field.options as { columns?: Fields }).columns ?? {}).flatMap(([name, column]) =>
    column.kind === 'link' ? [[name, linkTarget(column)] as [string, string]] : [],
  )

async function nameLinks(
  runtime: Runtime,
  actor: Actor,
  items: readonly Item[],
  fields: readonly KnownField[],
  links: Map<string, Set<string>>,
): Promise<void> {
  const titles = new Map<string, Map<string, string>>()
  for (const [record, ids] of links) {
    const target = runtime.house.shapes.get(record)
    if (target) titles.set(record, await titlesOf(runtime, actor, target, ids))
  }
  for (const { name, field } of fields) {
    if (field.kind === 'link') {
      const known = titles.get(linkTarget(field))
      for (const item of items) {
        const id = item[name] as string | null | undefined
        if (id && !item.masked?.includes(name)) item[name] = known?.has(id) ? { id, title: known.get(id)! } : { hidden: true }
      }
    } else if (field.kind === 'links') {
      const known = titles.get(linkTarget(field))
      for (const item of items)
        if (Array.isArray(item[name]))
          item[name] = (item[name] as string[]).flatMap((id) => (known?.has(id) ? [{ id, title: known.get(id)! }] : []))
    } else if (field.kind === 'rows') {
      const columns = linkColumns(field)
      if (columns.length === 0) continue
      const named = (row: Record<string, unknown>) =>
        Object.fromEntries(
          columns.flatMap(([column, record]) => {
            const id = row[column] as string | null | undefined
            const known = titles.get(record)
            return id ? [[column, known?.has(id) ? { id, title: known.get(id)! } : { hidden: true }]] : []
          }),
        )
      for (const item of items)
        if (Array.isArray(item[name])) item[name] = (item[name] as Record<string, unknown>[]).map((row) => ({ ...row, ...named(row) }))
    } else if (field.kind === 'linkAny')
      for (const item of items) {
        const ref = item[name] as RecordRef | null | undefined
        if (ref)
          item[name] = titles.get(ref.record)?.has(ref.id) ? { ...ref, title: titles.get(ref.record)!.get(ref.id)! } : { hidden: true }
      }
  }
}

/** Fields of linked records: "primaryContact.mobile". Each is read under the rights of the record it belongs to. */
async function addPaths(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  items: readonly Item[],
  rows: readonly StoredRow[],
  paths: readonly string[],
): Promise<void> {
  const access = accessTo(runtime.house, actor, shape)
  for (const [link, group] of Map.groupBy(paths, (path) => path.slice(0, path.indexOf('.')))) {
    const field = shape.fields.get(link)
    if (field?.field.kind !== 'link' || access.fields.get(link)!.view.constant === false) continue
    const target = runtime.house.shapes.get(linkTarget(field.field))!
    const ids = [...new Set(rows.map((row) => row[link] as string | null).filter((id) => id !== null && id !== undefined))]
    const found = (await readRows(runtime.database, target, ids)).filter((row) => !row.deletedAt)
    const inner = new Map(
      (
        await present(
          runtime,
          actor,
          target,
          found,
          group.map((path) => path.slice(link.length + 1)),
        )
      ).map((item) => [item.id, item]),
    )
    const mayFollow = access.fields.get(link)!.view
    items.forEach((item, i) => {
      if (!mayFollow.check(rows[i]!)) return
      const other = inner.get((rows[i]![link] as string | null) ?? '')
      if (!other) return
      for (const path of group) {
        const name = path.slice(link.length + 1)
        item[path] = other[name] ?? null
        if (other.masked?.includes(name)) item.masked = [...(item.masked ?? []), path]
      }
    })
  }
}
