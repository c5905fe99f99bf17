import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notAllowed, refuse } from '#engine/action/refusal.ts'
import { isUnderWay, listBackups } from '#engine/backup/backups.ts'
import { day, id as idAnswer, moment } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { orderBackup } from './backup-jobs.ts'
import { readPlan } from './queries.ts'
import { usualPlan } from './rules/backup-plan.ts'

/** Backups hold everything there is: they are the administrators' business alone. */
function refuseOthers(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
}

async function backupOverview(runtime: Runtime, actor: Actor) {
  const { database, backup, folder } = runtime
  const plan = await readPlan(database)
  const items = await listBackups(database, 200)
  const people = await titlesOf(
    runtime,
    actor,
    runtime.house.shapes.get('user')!,
    items.flatMap(({ actorId }) => actorId ?? []),
  )
  const into = plan?.folder || backup.folder
  return {
    plan: { id: plan?.id ?? null, ...(plan ?? usualPlan), folder: into },
    /** Whoever loses the data's disk would lose the backups with it. */
    isBeside: into.startsWith(folder),
    isEncrypted: backup.passphrase !== undefined,
    items: items.map(({ actorId, ...item }) => ({ ...item, by: actorId ? (people.get(actorId) ?? '') : null })),
  }
}

export type BackupOverview = Awaited<ReturnType<typeof backupOverview>>

const backupsAnswer = z.object({
  plan: z.looseObject({ id: idAnswer.nullable(), folder: z.string() }),
  isBeside: z.boolean(),
  isEncrypted: z.boolean(),
  items: z.array(
    z.looseObject({
      id: idAnswer,
      kind: z.string(),
      state: z.string(),
      at: moment,
      day: day.nullable(),
      file: z.string(),
      size: z.int().nullable(),
      isEncrypted: z.boolean(),
      by: z.string().nullable(),
    }),
  ),
})

export const backupRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/backups',
    words: words('备份与恢复演练', 'Backups and drills'),
    answers: { 200: { schema: backupsAnswer } },
    handler({ runtime, actor }) {
      refuseOthers(actor)
      return backupOverview(runtime, actor)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/backups',
    words: words('立即备份', 'Back up now'),
    answers: { 202: { words: words('已安排', 'Arranged'), schema: z.object({ id: idAnswer }) } },
    async handler({ runtime, actor, reply }) {
      refuseOthers(actor)
      const id = await runtime.database.transaction(async (tx) => {
        if (await isUnderWay(tx, runtime.clock()))
          throw refuse('bad-state', words('已有备份正在进行。', 'A backup is under way already.'), { status: 409 })
        return orderBackup(runtime, tx, { kind: 'manual', actorId: actor.id })
      })
      void reply.code(202)
      return { id }
    },
  }),
]
