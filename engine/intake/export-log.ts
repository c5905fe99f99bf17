import type { Actor } from '#engine/access/actor.ts'
import type { Item } from '#engine/access/present.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { newId } from '#engine/store/id.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { say, words } from '#engine/text/words.ts'

const beginnings = words('知客导出', 'Exported from Zhike')

/** Whether a line of a file is the mark that an export of ours ends with. */
export const isExportMark = (cells: readonly string[]): boolean => {
  const first = cells[0] ?? ''
  return Object.values(beginnings).some((beginning) => first.startsWith(`${beginning} · `)) && cells.slice(1).every((cell) => cell === '')
}

/** An export that is written down: who took what out, when, how many rows. Its file ends with a line that says so. */
export interface LoggedExport {
  pages: AsyncGenerator<Item[]>
  /** The last line of the file, once all pages have been read. */
  mark(): string
}

/** Writes an export into the list of operations as it begins, and what became of it as it ends; one that is broken off is shown as such. */
export async function logExport(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  request: { filter?: unknown; q?: string | undefined; fields?: readonly string[] | undefined; format: string },
  pages: AsyncIterable<Item[]>,
): Promise<LoggedExport> {
  const id = newId()
  const { database } = runtime
  await startOperation(database, actor, { id, action: `${shape.name}.export`, record: shape.name, total: 0, input: request })
  let rows = 0
  const counted = async function* () {
    let isWhole = false
    try {
      for await (const page of pages) {
        rows += page.length
        yield page
      }
      isWhole = true
    } finally {
      await advanceOperation(database, id, { done: rows, refused: 0, report: [], finished: isWhole ? 'done' : 'stopped' })
    }
  }
  return {
    pages: counted(),
    mark: () =>
      [
        say(beginnings, actor.locale),
        actor.name,
        showInstant(new Date(runtime.clock()).toISOString(), companyZone),
        say(words(`${rows} 条`, `${rows} rows`), actor.locale),
        id,
      ].join(' · '),
  }
}
