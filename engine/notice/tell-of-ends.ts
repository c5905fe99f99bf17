import { readOperation } from '#engine/action/operations.ts'
import type { ImportProgress } from '#engine/intake/importing.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { importEnded, operationEnded } from './engine-notices.ts'
import { notify } from './notify.ts'

/** What somebody began and did not wait for has come to its end, or to nothing: he is told, in the transaction that ends it. */

export type End = 'done' | 'failed'

const outcomes: Record<'operation' | 'import', Record<End, Words>> = {
  operation: { done: words('已完成', 'is done'), failed: words('未能完成', 'could not be finished') },
  import: { done: words('导入完成', 'has been imported'), failed: words('未能导入', 'could not be imported') },
}

export async function tellOfOperationEnd(runtime: Runtime, queries: Queries, id: string, end: End): Promise<void> {
  const operation = await readOperation(queries, id)
  if (!operation) return
  const label = operation.action === 'undo' ? words('撤销', 'Undo') : runtime.actionNamed(operation.action)?.words.label
  await notify(queries, {
    kind: operationEnded,
    to: operation.actorId,
    key: `${id}:${end}`,
    at: new Date(runtime.clock()).toISOString(),
    args: {
      action: label ?? operation.action,
      outcome: outcomes.operation[end],
      done: operation.done,
      refused: operation.refused,
    },
  })
}

export async function tellOfImportEnd(runtime: Runtime, queries: Queries, id: string, end: End): Promise<void> {
  const row = await queries.row<{ actor_id: string; record: string; file_name: string; progress: ImportProgress }>(
    sql`select actor_id, record, file_name, progress from import where id = ${id}`,
  )
  if (!row) return
  await notify(queries, {
    kind: importEnded,
    to: row.actor_id,
    key: `${id}:${end}`,
    at: new Date(runtime.clock()).toISOString(),
    args: {
      file: row.file_name,
      outcome: outcomes.import[end],
      done: row.progress.valid,
      refused: row.progress.failed + row.progress.duplicate,
      import: id,
      recordName: row.record,
    },
  })
}
