import fs from 'node:fs'
import path from 'node:path'
import { changeImport, duplicateRules, openImport, readImport, type ImportSettings } from '#engine/intake/importing.ts'
import { continueImport, previewImport, startImport } from '#engine/intake/run-import.ts'
import { keepFile } from '#engine/intake/upload.ts'
import { sql } from '#engine/store/sql.ts'
import type { Opened } from './open.ts'

/** Runs one import from the command line, in this process, to its end. Returns the exit code: 1 where rows were not taken. */
export async function importFile(
  { runtime }: Opened,
  given: { file: string; record: string; email: string; duplicates: string | undefined; isDry: boolean },
): Promise<number> {
  const user = await runtime.database.row<{ id: string }>(
    sql`select id from "user" where email = ${given.email.toLowerCase()} and deleted_at is null and is_active`,
  )
  const actor = user && (await runtime.actorOf(user.id, 'token'))
  const shape = runtime.house.shapes.get(given.record)
  if (!actor) throw new Error(`没有用户 ${given.email}。There is no user ${given.email}.`)
  if (!shape) throw new Error(`没有“${given.record}”这种对象。There is no record "${given.record}".`)
  if (given.duplicates && !duplicateRules.includes(given.duplicates as 'skip'))
    throw new Error(`--duplicates: ${duplicateRules.join(' | ')}`)
  const kept = await keepFile(runtime, path.basename(given.file), fs.createReadStream(given.file))
  const opened = await openImport(runtime, actor, shape, kept)
  const row = given.duplicates
    ? await changeImport(runtime, actor, opened.id, { duplicates: given.duplicates as ImportSettings['duplicates'] })
    : opened
  for (const { header, field } of row.settings.mapping) console.error(`  ${header || '—'} → ${field ?? '×'}`)
  if (given.isDry) {
    const { progress } = await previewImport(runtime, actor, row.id)
    console.log(JSON.stringify(progress))
    return 0
  }
  await startImport(runtime, actor, row.id)
  // A worker that runs on this database may take the import up as well; one of the two goes on with it.
  for (let tries = 0; tries < 600; tries++) {
    if ((await readImport(runtime.database, actor, row.id)).state !== 'running') break
    await continueImport(runtime, row.id, new AbortController().signal).catch(() => new Promise((resolve) => setTimeout(resolve, 500)))
  }
  const { state, progress } = await readImport(runtime.database, actor, row.id)
  console.log(JSON.stringify({ import: row.id, state, ...progress }))
  return state === 'done' && progress.failed === 0 ? 0 : 1
}
