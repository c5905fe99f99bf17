import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Actor } from '#engine/access/actor.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import { csvLine } from './export.ts'
import { reasonHeading } from './headings.ts'
import type { ImportRow } from './importing.ts'

/** A line of a file of which there is something to say. */
export interface Unfinished {
  line: number
  kind: string
  cells: string[]
  problems: { column: string; words: Words }[]
}

/** What was said of the lines of a file, in the order of the lines. */
export const readUnfinished = (
  queries: Queries,
  id: string,
  kinds: readonly string[],
  after: number,
  limit: number,
): Promise<Unfinished[]> =>
  queries.rows<Unfinished>(
    sql`select line, kind, cells, problems from import_problem where import_id = ${id} and kind = any(${kinds}::text[]) and line > ${after} order by line, kind limit ${limit}`,
  )

export const reasonOf = ({ problems }: Pick<Unfinished, 'problems'>, actor: Actor): string =>
  problems
    .map((problem) => {
      const text = say(problem.words, actor.locale)
      return problem.column ? `${problem.column}${actor.locale === 'zh' ? '：' : ': '}${text}` : text
    })
    .join(actor.locale === 'zh' ? '；' : '; ')

/** The rows that were not taken and those that wait for a decision: a file that can be mended and brought in again. */
export const mendable = ['failed', 'asked'] as const

async function* mendableRows(queries: Queries, actor: Actor, row: ImportRow): AsyncGenerator<string[]> {
  const width = row.settings.mapping.length
  for (let after = 0; ;) {
    const page = await readUnfinished(queries, row.id, mendable, after, 1000)
    for (const entry of page) yield [...Array.from({ length: width }, (_, i) => entry.cells[i] ?? ''), reasonOf(entry, actor)]
    if (page.length < 1000) return
    after = page.at(-1)!.line
  }
}

/** Writes that file: the cells as they came, and behind them why, under a heading that is left out when it comes back. */
export function writeErrorFile(
  queries: Queries,
  actor: Actor,
  row: ImportRow,
  format: 'csv' | 'xlsx',
): { name: string; type: string; content: Readable } {
  const reason = reasonHeading[actor.locale]
  // The reason of an earlier attempt is not carried along.
  const known = row.settings.mapping.map(({ header }) => header)
  const kept = known.flatMap((header, i) => (Object.values(reasonHeading).some((word) => word === header) ? [] : [i]))
  const headings = [...kept.map((i) => known[i]!.replace(/^\([A-Z]+\)$/, '')), reason]
  const rows = (async function* () {
    for await (const cells of mendableRows(queries, actor, row)) yield [...kept.map((i) => cells[i]!), cells.at(-1)!]
  })()
  const name = `${row.fileName.replace(/\.\w+$/, '')}-${say(words('未导入', 'not-imported'), actor.locale)}.${format}`
  if (format === 'xlsx') {
    const columns = headings.map((header, i) => ({ header, key: String(i), width: i === headings.length - 1 ? 40 : 18 }))
    const stream = writeXlsxStream(rows, { name: say(words('未导入', 'Not imported'), actor.locale), columns, freezePane: { rows: 1 } })
    return {
      name,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: Readable.fromWeb(stream as never),
    }
  }
  const text = async function* () {
    yield `\ufeff${csvLine(headings)}`
    for await (const cells of rows) yield csvLine(cells)
  }
  return { name, type: 'text/csv; charset=utf-8', content: Readable.from(text()) }
}
