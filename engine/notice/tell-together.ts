import { atLeast } from '#engine/access/rules.ts'
import { seenBy } from '#engine/access/seen.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import type { Followed } from '#engine/talk/followers.ts'
import type { Words } from '#engine/text/words.ts'
import type { NoticeType } from './define-notice.ts'
import { changed } from './engine-notices.ts'
import { notify, type NoticeArgs } from './notify.ts'
import { readNotices, storedArgs, type Doing, type Kept, type StoredNotice } from './stored-notice.ts'

/** One event that concerns one user. */
export interface Telling {
  user: string
  kind: NoticeType
  /** The record that he follows, owns or was given. */
  target: Followed
  event: StoredEvent
  /** What was done, where the notice's sentence says it. */
  did?: Words | undefined
}

/** Changes of one record by one person are told as one while they come within this time. */
const within = 10 * 60_000
/** So many of the records of a large operation are kept by name, to be looked at again when the notice is read. */
const samples = 20

interface Bundle {
  user: string
  key: string
  kind: NoticeType
  at: string
  by: string
  cause: string
  record: string
  recordId: string | null
  args: NoticeArgs
  kept: Kept
}

/**
 * Tells users what concerns them, together what belongs together: of an operation on many records each user hears once, with their number;
 * of changes of one record within minutes too.
 */
export async function tellTogether(runtime: Runtime, tx: Transaction, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return
  const large = await largeOperations(tx, tellings)
  const bundles: Bundle[] = []
  const groups = Map.groupBy(tellings, ({ user, kind, event, target, did }) =>
    [user, kind.kind, did?.en, event.operationId, target.record].join(' '),
  )
  for (const group of groups.values()) {
    const { user, kind, target, event } = group[0]!
    const ids = [...new Set(group.map((entry) => entry.target.id))]
    if (ids.length > 1 || large.has(event.operationId)) {
      const open = await openTo(runtime, user, kind, target.record, ids)
      if (open.length > 0)
        bundles.push({
          ...bundleOf(group.at(-1)!, `${kind.kind}:${event.operationId}:${target.record}`),
          recordId: null,
          kept: { n: open.length, ids: open },
        })
    } else if (kind === changed)
      bundles.push({
        ...bundleOf(group.at(-1)!, `${kind.kind}:${target.id}:${event.actorId}`),
        recordId: target.id,
        kept: { what: doingsOf(group) },
      })
    else
      await notify(tx, {
        kind,
        to: user,
        record: target.record,
        recordId: target.id,
        args: argsOf(group[0]!),
        by: event.actorId,
        cause: event.id,
        key: event.id,
        at: event.at,
      })
  }
  await keepBundles(tx, mergeBundles(bundles))
}

const argsOf = ({ did }: Telling): NoticeArgs => (did ? { did } : {})

const bundleOf = (telling: Telling, key: string): Omit<Bundle, 'recordId' | 'kept'> => {
  const { user, kind, target, event } = telling
  return {
    user,
    key,
    kind,
    at: event.at,
    by: event.actorId,
    cause: event.id,
    record: target.record,
    args: argsOf(telling),
  }
}

async function largeOperations(tx: Transaction, tellings: readonly Telling[]): Promise<Set<string>> {
  const ids = [...new Set(tellings.map(({ event }) => event.operationId))]
  const rows = await tx.arrays(sql`select id from operation where id = any(${ids}::uuid[]) and total > 1`)
  return new Set(rows.map(([id]) => id as string))
}

/** Of these records, those that the user may be told of: a number must not tell of what he may not see. */
async function openTo(runtime: Runtime, user: string, kind: NoticeType, record: string, ids: readonly string[]): Promise<string[]> {
  const actor = await runtime.actorOf(user, 'user')
  if (!actor) return []
  const seen = await seenBy(runtime, actor, runtime.house.shapes.get(record)!, ids)
  return ids.filter((id) => atLeast(seen.get(id)?.level ?? 'none', kind.sight ?? 'full'))
}

const doingsOf = (group: readonly Telling[]): Doing[] =>
  group.map(({ target, event }) => ({
    record: event.record,
    type: event.type,
    n: 1,
    fields: event.recordId === target.id && event.type.endsWith('.edited') ? Object.keys(event.changes ?? {}) : [],
  }))

/** What was done before and what was done since, each kind of doing once. */
function addDoings(before: readonly Doing[], more: readonly Doing[]): Doing[] {
  const all = new Map<string, Doing>()
  for (const doing of [...before, ...more]) {
    const known = all.get(`${doing.record} ${doing.type}`)
    all.set(`${doing.record} ${doing.type}`, {
      ...doing,
      n: (known?.n ?? 0) + doing.n,
      fields: [...new Set([...(known?.fields ?? []), ...doing.fields])],
    })
  }
  return [...all.values()]
}

function addKept(before: Kept, more: Kept): Kept {
  if (more.what) return { what: addDoings(before.what ?? [], more.what) }
  const known = before.ids ?? []
  const fresh = more.ids!.filter((id) => !known.includes(id))
  return { n: (before.n ?? 0) + fresh.length, ids: [...known, ...fresh] }
}

const keptArgs = (kept: Kept, args: NoticeArgs) => storedArgs(kept.ids ? { ...kept, ids: kept.ids.slice(0, samples) } : kept, args)

/** Several operations of one reading may belong to one bundle. */
function mergeBundles(bundles: readonly Bundle[]): Bundle[] {
  const merged = new Map<string, Bundle>()
  for (const bundle of bundles) {
    const place = `${bundle.user} ${bundle.key}`
    const known = merged.get(place)
    merged.set(place, { ...bundle, kept: addKept(known?.kept ?? {}, bundle.kept) })
  }
  return [...merged.values()]
}

/** Adds to bundles that wait unread, and begins new ones. Nobody else adds to bundles: the events are read by one reader at a time. */
async function keepBundles(tx: Transaction, bundles: readonly Bundle[]): Promise<void> {
  if (bundles.length === 0) return
  const waiting = await readNotices(
    tx,
    sql`(n.user_id, n.bundle) in (select * from unnest(${bundles.map(({ user }) => user)}::uuid[], ${bundles.map(({ key }) => key)}::text[])) and n.read_at is null and n.mailed_at is null`,
    sql`order by n.at for update`,
  )
  const known = new Map(waiting.map((notice) => [`${notice.userId} ${notice.bundle}`, notice]))
  const isOpen = (notice: StoredNotice | undefined, bundle: Bundle): notice is StoredNotice =>
    notice !== undefined && (bundle.recordId === null || Date.parse(bundle.at) - Date.parse(notice.at) < within)
  const rows = bundles.map((bundle) => {
    const before = known.get(`${bundle.user} ${bundle.key}`)
    return isOpen(before, bundle)
      ? { ...rowOf(bundle), id: before.id, isNew: false, args: keptArgs(addKept(before.kept, bundle.kept), bundle.args) }
      : { ...rowOf(bundle), id: newId(), isNew: true, args: keptArgs(bundle.kept, bundle.args) }
  })
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as v(id uuid, "isNew" boolean, "user" uuid, at timestamptz, kind text, by uuid, record text, "recordId" uuid, cause uuid, bundle text, args jsonb)`
  await tx.run(
    sql`update notice n set args = v.args, at = v.at, cause_id = v.cause, settled_at = null from ${given} where n.id = v.id and not v."isNew"`,
  )
  await tx.run(
    sql`insert into notice (id, user_id, at, kind, actor_id, record, record_id, cause_id, bundle, args)
      select v.id, v."user", v.at, v.kind, v.by, v.record, v."recordId", v.cause, v.bundle, v.args from ${given} where v."isNew"`,
  )
}

const rowOf = ({ user, key, kind, at, by, cause, record, recordId }: Bundle) => ({
  user,
  bundle: key,
  kind: kind.kind,
  at,
  by,
  cause,
  record,
  recordId,
})
