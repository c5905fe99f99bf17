import type { Actor } from '#engine/access/actor.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** Whatever changes more than one record: it has an id, a report, and can be undone. */
export interface Operation {
  id: string
  action: string
  actorId: string
  at: string
  /** running · done · stopped · undoing · undone */
  state: 'running' | 'done' | 'stopped' | 'undone'
  record: string | null
  total: number
  done: number
  refused: number
  /** What was not done, and why; the first thousand. */
  report: { id?: string; code: string; words: { zh: string; en: string } }[]
  undoes: string | null
  undoneBy: string | null
  finishedAt: string | null
}

export interface StoredOperation extends Operation {
  actorKind: string
  selection: unknown
  input: unknown
  cursor: string | null
}

export async function startOperation(
  queries: Queries,
  actor: Actor,
  operation: {
    id: string
    action: string
    record: string | null
    total: number
    selection?: unknown
    input?: unknown
    undoes?: string
    state?: Operation['state']
    done?: number
    refused?: number
    report?: Operation['report']
  },
): Promise<void> {
  await queries.run(
    sql`insert into operation (id, action, actor_id, actor_kind, at, state, record, total, done, refused, selection, input, report, undoes, finished_at)
      values (${operation.id}, ${operation.action}, ${actor.id}, ${actor.kind}, now(), ${operation.state ?? 'running'}, ${operation.record}, ${operation.total}, ${operation.done ?? 0}, ${operation.refused ?? 0},
        ${operation.selection === undefined ? null : JSON.stringify(operation.selection)}, ${operation.input === undefined ? null : JSON.stringify(operation.input)}, ${JSON.stringify(operation.report ?? [])}, ${operation.undoes ?? null},
        ${operation.state === 'done' ? new Date().toISOString() : null}::timestamptz)`,
  )
}

/** Adds to an operation's counts and report, within the transaction of the batch that did it. */
export async function advanceOperation(
  queries: Queries,
  id: string,
  step: { done: number; refused: number; report: Operation['report']; cursor?: string; finished?: Operation['state'] },
): Promise<void> {
  await queries.run(
    sql`update operation set done = done + ${step.done}::integer, refused = refused + ${step.refused}::integer,
      report = case when jsonb_array_length(report) < 1000 then report || ${JSON.stringify(step.report.slice(0, 1000))}::jsonb else report end,
      cursor = coalesce(${step.cursor ?? null}::uuid, cursor),
      state = coalesce(${step.finished ?? null}, state), finished_at = case when ${step.finished ?? null}::text is null then finished_at else now() end
      where id = ${id}`,
  )
}

const columns = sql`id, action, actor_id as "actorId", actor_kind as "actorKind", at, state, record, total, done, refused, report, undoes, undone_by as "undoneBy", finished_at as "finishedAt", selection, input, cursor`

export async function readOperation(queries: Queries, id: string): Promise<StoredOperation | undefined> {
  const row = await queries.row<Record<string, never>>(sql`select ${columns} from operation where id = ${id}`)
  return row as unknown as StoredOperation | undefined
}

/** What the operations were of which these are the ids; single changes are no operations and have no entry. */
export async function operationsOf(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, Pick<StoredOperation, 'action' | 'undoes' | 'total'>>> {
  const rows =
    ids.length === 0
      ? []
      : await queries.rows<{ id: string; action: string; undoes: string | null; total: number }>(
          sql`select id, action, undoes, total from operation where id = any(${[...new Set(ids)]}::uuid[])`,
        )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Operations, newest first: one user's, or everybody's. */
export async function listOperations(
  queries: Queries,
  { actorId, before, limit }: { actorId: string | undefined; before: string | undefined; limit: number },
): Promise<StoredOperation[]> {
  const where = sql.and([
    ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}`]),
    ...(before === undefined ? [] : [sql`id < ${before}`]),
  ])
  return (await queries.rows(
    sql`select ${columns} from operation where ${where} order by id desc limit ${limit}`,
  )) as unknown as StoredOperation[]
}
