import { createHash } from 'node:crypto'
import { z } from 'zod'
import { hasRole } from '#engine/access/actor.ts'
import { notAllowed, refuse } from '#engine/action/refusal.ts'
import { sealLag } from '#engine/event/seal.ts'
import { describeHouse } from '#engine/record/describe.ts'
import { describeSimulation } from '#engine/sign-in/simulations.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { description } from './answers/setup-answers.ts'
import { jobs } from './answers/record-answers.ts'
import { defineRoute } from './route.ts'

export const houseRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/description',
    words: words('供界面使用的描述', 'Description for screens'),
    answers: { 200: { schema: description }, 304: { words: words('与上次相同', 'The same as before') } },
    async handler({ runtime, actor, bearer, request, reply }) {
      const simulation = await describeSimulation(runtime, bearer?.simulation)
      const described = { ...describeHouse(runtime.house, actor), ...(simulation ? { simulation } : {}) }
      const etag = `"${createHash('sha256').update(JSON.stringify(described)).digest('base64url').slice(0, 20)}"`
      void reply.header('etag', etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return described
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/jobs',
    words: words('后台任务', 'Background jobs'),
    query: z.strictObject({
      state: z.enum(['created', 'active', 'retry', 'completed', 'failed', 'cancelled']).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answers: { 200: { schema: jobs } },
    async handler({ runtime, actor, query }) {
      if (!hasRole(actor, 'administrator')) throw notAllowed()
      const items = await runtime.database.rows(
        sql`select id, name, state::text, retry_count as "attempts", created_on as "createdAt", start_after as "startAt", started_on as "startedAt", completed_on as "finishedAt", output->>'message' as "error"
          from queue.job where name not like '\\_\\_%' and (${query.state ?? null}::text is null or state::text = ${query.state ?? null}) order by created_on desc limit ${query.limit}`,
      )
      const counts = await runtime.database.rows(
        sql`select name, state::text, count(*) as n from queue.job where name not like '\\_\\_%' group by 1, 2 order by 1, 2`,
      )
      const lag = await sealLag(runtime.database)
      return {
        items: items.map((item) => ({ ...item, words: runtime.house.jobs.get(item.name as string)?.words[actor.locale] ?? item.name })),
        counts,
        sealLagSeconds: lag,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/jobs/{id}/retry',
    words: words('重试任务', 'Retry a job'),
    params: z.object({ id: z.uuid() }),
    answers: { 204: {} },
    async handler({ runtime, actor, params }) {
      if (!hasRole(actor, 'administrator')) throw notAllowed()
      const job = await runtime.database.row<{ name: string }>(sql`select name from queue.job where id = ${params.id}`)
      if (!job || !(await runtime.retryJob(job.name, params.id)))
        throw refuse('bad-state', words('只有失败的任务可以重试。', 'Only a failed job can be retried.'), { status: 409 })
    },
  }),
]
