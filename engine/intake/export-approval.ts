import { grantsFor, hasRight, hasRole, type Actor } from '#engine/access/actor.ts'
import { everybody } from '#engine/access/everybody.ts'
import { listRecords, type ListRequest } from '#engine/access/read.ts'
import { notAllowed, refuse, type Refusal } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { noteExport } from './export-log.ts'
import { exportRuleFor } from './export-rule.ts'

/** The nearest superior who is there, whatever his rights. */
async function superiorOf(queries: Queries, userId: string): Promise<string | undefined> {
  const row = await queries.row<{ id: string }>(
    sql`with recursive above as (select superior_id as id, 1 as n from "user" where id = ${userId}
      union all select u.superior_id, a.n + 1 from above a join "user" u on u.id = a.id where a.n < 20)
      select u.id from above a join "user" u on u.id = a.id where u.is_active and u.deleted_at is null and u.id <> ${userId} order by a.n limit 1`,
  )
  return row?.id
}

/**
 * Who decides on somebody's exports of a record type, never he himself: his superior, or those whose roles may approve; where there is nobody,
 * the other administrators. Asked anew for every decision.
 */
export async function approversOf(runtime: Runtime, shape: Shape, userId: string): Promise<string[]> {
  const rule = exportRuleFor(runtime.house.exportRules, shape.name)
  const superior = rule?.approvedBy === 'superior' ? await superiorOf(runtime.database, userId) : undefined
  if (superior) return [superior]
  const others = (await everybody(runtime.database, 'zh')).filter((actor) => actor.id !== userId)
  const approving = others.filter((actor) => actor.roles.some((role) => grantsFor(role, shape).some((grant) => grant.approve)))
  return (approving.length > 0 ? approving : others.filter((actor) => hasRole(actor, 'administrator'))).map(({ id }) => id)
}

/** So many rows of a record type somebody has taken out within a day without asking; what is on its way counts whole. */
async function takenToday(queries: Queries, actor: Actor, shape: Shape, now: number): Promise<number> {
  const row = await queries.row<{ rows: number }>(
    sql`select coalesce(sum(case state when 'running' then greatest(total, done) else done end), 0)::integer as rows from operation
      where actor_id = ${actor.id} and id >= ${firstIdAt(now - 86_400_000)}::uuid and action = ${`${shape.name}.export`} and not coalesce(input ? 'request' or input ->> 'format' = 'copy', false)`,
  )
  return row?.rows ?? 0
}

/**
 * Begins an export, as an operation that stands in the list from then on; or refuses it where it needs approval, in a way by which a screen can
 * ask for that. What is taken out in parts is counted together: of two that begin in the same second, the second sees the first.
 * @returns the operation
 */
export async function beginExport(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  { format, ...request }: ListRequest & { format: string },
): Promise<string> {
  if (!hasRight(actor, 'export', shape)) throw notAllowed(words('您没有导出的权限。', 'You may not export.'))
  const rule = exportRuleFor(runtime.house.exportRules, shape.name)
  const count = rule && (await listRecords(runtime, actor, shape, { ...request, limit: 0, count: 'capped' })).count!
  // Where nobody could decide, nobody is asked; the list of exports shows it all the same.
  const isGoverned = rule && (await approversOf(runtime, shape, actor.id)).length > 0
  return runtime.database.transaction(async (tx) => {
    if (isGoverned) {
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`export ${actor.id} ${shape.name}`}, 0))`)
      // Ids of operations tell when they began by the clock of the machine.
      const before = await takenToday(tx, actor, shape, Date.now())
      if (!count!.exact || count!.value + before > rule.rows) throw needsApproval(count!, rule.rows)
    }
    return noteExport(tx, actor, shape, { ...request, format }, count?.value ?? 0)
  })
}

const needsApproval = ({ value, exact }: { value: number; exact: boolean }, most: number): Refusal =>
  refuse(
    'approval-needed',
    words(
      `24 小时内导出超过 ${most} 行需要批准，这次有 ${value}${exact ? '' : '+'} 行。`,
      `More than ${most} rows within 24 hours need approval; here are ${value}${exact ? '' : '+'}.`,
    ),
    { status: 409, detail: { rows: value, isExact: exact, most } },
  )
