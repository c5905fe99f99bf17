import { writeXlsx } from 'hucre/xlsx'
import { hasRight, type Actor } from '#engine/access/actor.ts'
import type { Item } from '#engine/access/present.ts'
import { readRecord, walkReadable } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { logExport, noteExport } from './export-log.ts'
import { columnsOf } from './export.ts'

/** A spreadsheet takes no longer name for a sheet, and none of these signs in it. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/**
 * A record with everything that leads to it, as a workbook of one sheet for each kind: what somebody may ask for about himself (PIPL article
 * 45). Whoever makes it gives away what he sees himself, so he must see it whole; that he made it is written down like any export.
 * @throws not-allowed where he may not export such records; not-whole where something is masked for him or left out
 */
export async function writeCopy(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<Uint8Array> {
  const { house } = runtime
  const item = await readRecord(runtime, actor, shape, id)
  if (!atLeast(item.can.level, 'full')) throw notFound()
  if (!hasRight(actor, 'export', shape)) throw refuse('not-allowed', words('您没有导出的权限。', 'You may not export.'), { status: 403 })
  const linking = (house.linksTo.get(shape.name) ?? []).filter((entry) => accessTo(house, actor, entry.shape).card.constant !== false)
  // What is above somebody's clearance is masked or left out: the copy would tell the person less than is kept.
  const isWhole = (of: Shape, entry: Item) =>
    !entry.masked?.length && [...of.fields.values()].every(({ name, field }) => name === 'version' || field.options.inner || name in entry)
  const refusePart = (of: Shape, items: readonly Item[]) => {
    if (items.every((entry) => isWhole(of, entry))) return
    throw refuse(
      'not-whole',
      words(
        '部分内容对您脱敏或不显示，请由能看到全文的同事生成副本。',
        'Some of it is masked for you or left out; let a colleague who sees it in full make the copy.',
      ),
      { status: 403 },
    )
  }
  const found = new Map<Shape, Map<string, Item>>()
  const pages = (async function* () {
    refusePart(shape, [item])
    yield [item]
    for (const { shape: other, field } of linking)
      for await (const items of walkReadable(runtime, actor, other, { filter: { field, op: 'eq', value: id } })) {
        const known = found.get(other) ?? new Map<string, Item>()
        found.set(other, known)
        for (const entry of items) known.set(entry.id, entry)
        refusePart(other, items)
        yield items
      }
  })()
  const operation = await noteExport(runtime.database, actor, shape, { filter: { field: 'id', op: 'eq', value: id }, format: 'copy' }, 0)
  const logged = logExport(runtime, actor, operation, pages)
  // The log tells of it once all has been read.
  for await (const _ of logged.pages);

  const own = columnsOf(runtime, actor, shape, undefined).map(({ label, cell }) => [label, cell(item)])
  const output = await writeXlsx({
    sheets: [
      {
        name: sheetName(shape.record.words[actor.locale]),
        columns: [{ width: 20 }, { width: 60 }],
        rows: [...own.filter(([, text]) => text !== ''), ['', ''], [logged.mark(), '']],
      },
      ...[...found]
        .filter(([, items]) => items.size > 0)
        .map(([other, items]) => {
          const columns = columnsOf(runtime, actor, other, undefined)
          const rows = [...items.values()].map((entry) => columns.map(({ cell }) => cell(entry)))
          const filled = columns.flatMap((_, i) => (rows.some((row) => row[i] !== '') ? [i] : []))
          return {
            name: sheetName(other.record.words[actor.locale]),
            columns: filled.map(() => ({ width: 18 })),
            rows: [filled.map((i) => columns[i]!.label), ...rows.map((row) => filled.map((i) => row[i]!))],
            freezePane: { rows: 1 },
          }
        }),
    ],
  })
  return output as Uint8Array
}
