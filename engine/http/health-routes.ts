import os from 'node:os'
import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { sealLag } from '#engine/event/seal.ts'
import { keepSlow, readSlow } from '#engine/health/slow-statements.ts'
import { selfCheck } from '#engine/health/self-check.ts'
import type { Runtime } from '#engine/runtime.ts'
import { mayReadMetrics } from '#engine/sign-in/token-scopes.ts'
import { pendingMigrations } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { selfChecked, slowStatements } from './answers/health-answers.ts'
import { defineRoute } from './route.ts'

/** Why a node is not ready: told to anybody, so it names no host, no address and no version. */
export interface Unready extends Words {
  code: 'stopping' | 'database' | 'migrations' | 'worker' | 'sealing'
}

const unready = (code: Unready['code'], zh: string, en: string): Unready => ({ code, zh, en })

/** Whoever asks wants to know soon; a database that does not answer in this time is not there. */
const patience = 4_000

async function databaseReasons({ database }: Runtime): Promise<Unready[]> {
  const reasons: Unready[] = []
  const pending = await pendingMigrations(database)
  if (pending.length > 0)
    reasons.push(unready('migrations', `有 ${pending.length} 个数据库迁移未执行`, `${pending.length} migrations are pending`))
  const worker = await database.row(
    sql`select 1 from node where role in ('all', 'worker') and seen_at > now() - interval '30 seconds' limit 1`,
  )
  if (!worker) reasons.push(unready('worker', '没有后台进程在运行', 'no worker is running'))
  const lag = await sealLag(database)
  if (lag > 60) reasons.push(unready('sealing', `审计封存滞后 ${Math.round(lag)} 秒`, `sealing is ${Math.round(lag)} seconds behind`))
  return reasons
}

/** Why this node is not ready; empty when it is. */
export async function notReady(runtime: Runtime): Promise<Unready[]> {
  if (runtime.isStopping) return [unready('stopping', '正在停止，不再接受新的连接', 'it is stopping and takes nobody new')]
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('no answer in time')), patience)))
  try {
    return await Promise.race([databaseReasons(runtime), late])
  } catch (error) {
    runtime.log.warn({ err: error }, 'not ready')
    return [unready('database', '数据库无法连接', 'the database cannot be reached')]
  } finally {
    clearTimeout(timer)
  }
}

function refuseOthers(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
}

export const healthRoutes = [
  defineRoute({
    method: 'GET',
    path: '/healthz',
    words: words('存活检查', 'Alive'),
    open: true,
    documented: false,
    handler: () => ({ status: 'alive' }),
  }),
  defineRoute({
    method: 'GET',
    path: '/readyz',
    words: words('就绪检查', 'Ready'),
    open: true,
    documented: false,
    async handler({ runtime, reply }) {
      const reasons = await notReady(runtime)
      if (reasons.length > 0) void reply.code(503)
      return { status: reasons.length > 0 ? 'not ready' : 'ready', reasons }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/metrics',
    words: words('本节点的度量', 'Metrics of this node'),
    answers: { 200: { words: words('Prometheus 文本格式', 'Text for Prometheus'), type: 'text/plain' } },
    async handler({ runtime, actor, reply }) {
      refuseOthers(actor)
      if (!mayReadMetrics(actor.tokenScopes))
        throw notAllowed(words('这个令牌没有 metrics 范围。', 'This token does not have the scope "metrics".'))
      const { type, text } = await runtime.metrics.read()
      return reply.type(type).send(text)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/self-check',
    words: words('系统自检', 'Self-check'),
    answers: { 200: { schema: selfChecked } },
    async handler({ runtime, actor }) {
      refuseOthers(actor)
      return { host: os.hostname(), at: new Date().toISOString(), items: await selfCheck(runtime) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/slow-statements',
    words: words('慢查询', 'Slow statements'),
    answers: { 200: { schema: slowStatements } },
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(14).default(7),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    async handler({ runtime, actor, query }) {
      refuseOthers(actor)
      await keepSlow(runtime.database)
      return { slowFromMs: runtime.database.slowFrom, items: await readSlow(runtime.database, query.days, query.limit) }
    },
  }),
]
