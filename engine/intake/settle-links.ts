import { verbOf } from '#engine/action/derived.ts'
import { performWithin } from '#engine/action/perform.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { findLikeliest, seek } from '#engine/match/find-many.ts'
import { linkTarget, linkWithin, type Shape } from '#engine/record/house.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { isSeries } from './duplicates.ts'
import { madeAlong } from './import-fields.ts'
import { resolveTitles, titlesOf, type Found } from './lookup.ts'
import { headingOf, type Batch, type Pass } from './pass.ts'
import type { ReadRow } from './rows.ts'

/** A row that names a record in a link column. */
interface Naming {
  row: ReadRow
  title: string
  /** What the record must lie within: the customer of an activity, for the contact it names. */
  within: [field: string, value: unknown][]
}

/** Looks up what link columns name; makes what is missing where that is wanted; says what could not be found. */
export async function settleLinks(
  pass: Pass,
  batch: Batch,
  tx: Transaction,
  rows: readonly ReadRow[],
  events: StoredEvent[],
): Promise<void> {
  const { fields, shape, runtime } = pass
  const names = Object.keys(fields).filter((name) => rows.some((row) => name in row.titles))
  const withinOf = (name: string) => linkWithin(fields[name]!).filter(([, own]) => own !== 'id')
  // What must lie within something else comes when that is known.
  for (const name of names.toSorted((a, b) => withinOf(a).length - withinOf(b).length)) {
    const target = runtime.house.shapes.get(linkTarget(fields[name]!))!
    const namings = rows.flatMap((row): Naming[] => {
      const title = row.titles[name]
      return title
        ? titlesIn(pass, name, title).map((one) => ({
            row,
            title: one,
            within: withinOf(name).map(([theirs, own]) => [theirs, row.values[own] ?? null]),
          }))
        : []
    })
    const found = await resolveTitles(tx, runtime.house, pass.actor, target, new Set(namings.map(({ title }) => title)))
    const missing: Naming[] = []
    const fits = await fitting(tx, target, namings, found)
    for (const naming of namings) {
      const ids = fits(naming)
      if (ids.length === 1) put(pass, name, naming.row, ids[0]!)
      else if (ids.length > 1)
        complain(pass, name, naming, words(`“${naming.title}”有多个同名记录`, `there are several records called "${naming.title}"`))
      else missing.push(naming)
    }
    if (missing.length === 0) continue
    if (target === shape) for (const { row, title } of missing) batch.later.push({ row, field: name, title })
    else if (pass.links.get(name) === 'create' && madeAlong(runtime.house, pass.actor, shape, name, fields[name]!))
      events.push(...(await makeMissing(pass, batch, tx, name, target, missing)))
    else for (const naming of missing) complain(pass, name, naming, notFoundWords(pass, name, naming.title))
  }
}

/** A column of a list of links may name several. */
const titlesIn = ({ fields }: Pass, name: string, title: string): string[] =>
  fields[name]!.kind === 'links'
    ? title
        .split(/[;；、,，|]+/)
        .map((one) => one.trim())
        .filter(Boolean)
    : [title]

/** Of the records found those that lie within what the row says. */
async function fitting(tx: Transaction, target: Shape, namings: readonly Naming[], found: Found): Promise<(naming: Naming) => string[]> {
  const isBound = namings.some(({ within }) => within.length > 0)
  const rows = isBound ? await readRows(tx, target, [...new Set([...found.values()].flat())]) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ({ title, within }) =>
    (found.get(title) ?? []).filter((id) => within.every(([theirs, value]) => value === null || byId.get(id)?.[theirs] === value))
}

function put({ fields }: Pass, name: string, row: ReadRow, id: string): void {
  if (fields[name]!.kind === 'links') row.values[name] = [...new Set([...((row.values[name] as string[] | undefined) ?? []), id])]
  else row.values[name] = id
}

function complain(pass: Pass, name: string, { row }: Naming, text: Words): void {
  const field = pass.fields[name]!
  row.problems.push({
    column: headingOf(pass, name),
    field: name,
    fatal: field.options.required === true || pass.row.settings.refuseBadCells,
    words: text,
  })
}

/** Somebody who is not known is never guessed; where the field begins with something of its own, that is said. */
function notFoundWords({ fields, actor }: Pass, name: string, title: string): Words {
  const text = words(`没有找到“${title}”`, `"${title}" was not found`)
  return (fields[name]!.options as { default?: unknown }).default === 'me'
    ? fill(words('{zh}，新建的记录归导入者“{me}”', '{en}; new records go to "{me}", who imports'), {
        zh: text.zh,
        en: text.en,
        me: actor.name,
      })
    : text
}

/** Makes records that rows name, each once; one that is the same as a known one beyond doubt is taken for it, and that is said. */
async function makeMissing(
  pass: Pass,
  batch: Batch,
  tx: Transaction,
  name: string,
  target: Shape,
  missing: readonly Naming[],
): Promise<StoredEvent[]> {
  const { runtime, actor, operation } = pass
  const groups = [...Map.groupBy(missing, ({ title, within }) => JSON.stringify([title, within])).values()]
  const inputs = groups.map((group) => ({
    ...Object.assign({}, ...group.toReversed().map(({ row }) => row.behind[name])),
    ...Object.fromEntries(group[0]!.within.filter(([, value]) => value !== null)),
    [target.record.title]: group[0]!.title,
  }))
  const alike = await likeliest(pass, tx, target, inputs)
  const open: number[] = []
  groups.forEach((group, i) => {
    const known = alike[i]
    if (!known) return void open.push(i)
    for (const { row } of group) {
      put(pass, name, row, known.id)
      row.problems.push({
        column: headingOf(pass, name),
        field: name,
        fatal: false,
        words: words(`按相似匹配到“${known.title}”`, `taken for "${known.title}", which is the same by comparison`),
      })
    }
  })
  const create = verbOf(runtime.house, target, 'create')
  const items = open.map((i) => ({ input: inputs[i]! }))
  if (items.length === 0) return []
  const outcome = await performWithin(tx, runtime, actor, create, items, { partial: true, operation })
  open.forEach((group, i) => {
    const { id, refusal } = outcome.items[i]!
    if (id && !refusal) {
      batch.made.set(
        id,
        groups[group]!.map(({ row }) => row),
      )
      for (const { row } of groups[group]!) put(pass, name, row, id)
    } else
      for (const naming of groups[group]!) {
        const why = Object.values(refusal!.fields ?? {})[0] ?? refusal!.words
        complain(
          pass,
          name,
          naming,
          fill(words('“{title}”未能新建：{why}', '"{title}" could not be made: {why}'), { title: naming.title, why }),
        )
      }
  })
  return outcome.events
}

/** Of each input the one record that is the same beyond doubt and that the importer may see. */
async function likeliest(
  { runtime, actor }: Pass,
  tx: Transaction,
  target: Shape,
  inputs: readonly Record<string, unknown>[],
): Promise<({ id: string; title: string } | undefined)[]> {
  const matching = runtime.house.matchings.get(target.name)
  if (!matching) return inputs.map(() => undefined)
  const found = await findLikeliest(
    tx,
    matching,
    inputs.map((input) => seek(matching, matching.fromForm(input))),
  )
  const sure = found.map((one) => (one?.match.decision === 'same' ? one.id : undefined))
  const titles = await titlesOf(tx, runtime.house, actor, target, [...new Set(sure.filter((id) => id !== undefined))])
  return sure.map((id, i) => {
    const title = id && titles.get(id)
    return id && title && !isSeries(String(inputs[i]![target.record.title]), title) ? { id, title } : undefined
  })
}
