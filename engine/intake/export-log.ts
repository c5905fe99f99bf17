import type { Actor } from '#engine/access/actor.ts'
import type { Item } from '#engine/access/present.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
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
  /** How many have been written. */
  rows(): number
}

/** Writes an export into the list of operations as it begins. @returns the operation */
export async function noteExport(queries: Queries, actor: Actor, shape: Shape, input: object, total: number): Promise<string> {
  const id = newId()
  await startOperation(queries, actor, { id, action: `${shape.name}.export`, record: shape.name, total, input })
  return id
}

/** Tells the list of operations what became of an export that has begun, as it ends; one that is broken off is shown as such. */
export function logExport(runtime: Runtime, actor: Actor, id: string, pages: AsyncIterable<Item[]>): LoggedExport {
  const { database } = runtime
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
    rows: () => rows,
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
