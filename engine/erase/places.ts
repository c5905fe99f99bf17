import { rm } from 'node:fs/promises'
import { fileOf } from '#engine/intake/importing.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { rowsHolding, stretches, writtenFields, type TextSearch } from '#engine/store/text-scan.ts'
import { updateRows } from '#engine/store/writes.ts'
import { words, type Words } from '#engine/text/words.ts'
import { erasedMark, scrubbed } from './pattern.ts'
import { ownIds, type Subject } from './subject.ts'

/** A place where somebody may be told of: what is there goes, and may be counted again. */
export interface Place {
  words: Words
  /** How much of him is there. */
  count(): Promise<number>
  /** Takes him out of it; how much it was. */
  erase(): Promise<number>
}

/** What is looked for: expressions for the whole base, and for the records of his customers. */
export interface Looked {
  subject: Subject
  search: TextSearch
  /** All of it, for JavaScript. */
  pattern: RegExp | null
}

const batch = 500

/** Other records in whose texts he is mentioned: the texts stay, without him. No event tells of that, since it would tell what stood there. */
export function otherRecords(runtime: Runtime, { subject, search, pattern }: Looked): Place {
  const own = new Set(ownIds(subject))
  const found = async function* () {
    for (const shape of runtime.house.shapes.values()) {
      const ids = (await rowsHolding(runtime.database, shape, search)).filter((id) => !own.has(id))
      if (ids.length > 0) yield { shape, ids }
    }
  }
  return {
    words: words('其他记录的文字', 'Texts of other records'),
    async count() {
      let n = 0
      for await (const { ids } of found()) n += ids.length
      return n
    },
    async erase() {
      let n = 0
      if (!pattern) return n
      for await (const { shape, ids } of found())
        for (let i = 0; i < ids.length; i += batch)
          n += await runtime.database.transaction(async (tx) => {
            const rows = await readRows(tx, shape, ids.slice(i, i + batch), 'update')
            const changes = rows.map((row) => {
              const names = writtenFields(shape).filter((name) => row[name] !== null && row[name] !== undefined)
              const next: StoredRow = { ...row }
              for (const name of names) next[name] = without(shape.fields.get(name)!.field.kind, row[name], pattern)
              return { row: next, names: names.filter((name) => JSON.stringify(next[name]) !== JSON.stringify(row[name])) }
            })
            await updateRows(tx, shape, changes)
            return changes.length
          })
      return n
    },
  }
}

/** Half a number is no number: what must be a number, an address or a tag goes altogether. */
function without(kind: string, value: unknown, pattern: RegExp): unknown {
  const rest = scrubbed(value, pattern)
  if (kind === 'choices') return (rest as string[]).filter((item, i) => item === (value as string[])[i])
  return rest !== value && ['phone', 'email', 'url'].includes(kind) ? null : rest
}

/** What history says of him. The digests of events stay, so that the chain of the audit holds. */
export function history(runtime: Runtime, { subject, search: { marks, names, roots } }: Looked): Place {
  const { database } = runtime
  const ids = ownIds(subject)
  const own = sql`t.record_id = any(${ids}::uuid[])`
  const named = names === null ? sql`false` : sql`t.root_id = any(${roots}::uuid[]) and t.changes::text ~* ${names}`
  const parts = async function* (): AsyncGenerator<Sql> {
    yield own
    yield named
    if (marks !== null) for await (const bounds of stretches(database, 'event')) yield sql`${bounds} and t.changes::text ~* ${marks}`
  }
  return {
    words: words('变更历史', 'History of changes'),
    async count() {
      let n = 0
      for await (const part of parts())
        n += (await database.row<{ n: number }>(
          sql`select count(*) as n from event t where t.changes is not null and t.changes <> '{}' and ${part}`,
        ))!.n
      return n
    },
    async erase() {
      let n = 0
      for await (const part of parts())
        n += await database.run(sql`update event t set changes = null where t.changes is not null and t.changes <> '{}' and ${part}`)
      return n
    },
  }
}

/** What colleagues said: about him on his customers, and his numbers anywhere. */
export function comments(runtime: Runtime, { subject, search: { marks, names, roots }, pattern }: Looked): Place {
  const { database } = runtime
  const near = sql`(t.record_id = any(${[...roots, ...ownIds(subject)]}::uuid[])
    or t.record_id in (select e.record_id from event e where e.root_id = any(${roots}::uuid[])))`
  const fits = sql`(${marks === null ? sql`false` : sql`t.body ~* ${marks}`} or ${names === null ? sql`false` : sql`(t.body ~* ${names} and ${near})`})`
  return {
    words: words('评论', 'Comments'),
    count: async () => (await database.row<{ n: number }>(sql`select count(*) as n from comment t where ${fits}`))!.n,
    erase: () =>
      pattern
        ? database.run(sql`update comment t set body = regexp_replace(t.body, ${pattern.source}, ${erasedMark}, 'gi') where ${fits}`)
        : Promise.resolve(0),
  }
}

/** What the product keeps for itself: notices, reports, answers kept for a repetition, rows that an import did not take, choices of users. */
export function memory(runtime: Runtime, { search: { marks, names, roots }, subject }: Looked): Place {
  const { database } = runtime
  const ids = [...roots, ...ownIds(subject)]
  const told = (text: Sql, about: Sql): Sql =>
    sql`(${marks === null ? sql`false` : sql`${text} ~* ${marks}`} or ${names === null ? sql`false` : sql`(${about} and ${text} ~* ${names})`})`
  const about = (column: string) => sql`${sql.id('t', column)} = any(${ids}::uuid[])`
  const ofOperation = (column: string) =>
    sql`exists (select 1 from event e where e.operation_id = ${sql.id('t', column)} and e.root_id = any(${roots}::uuid[]))`
  const tables: { table: string; where: Sql; set?: Sql }[] = [
    { table: 'notice', where: told(sql`t.args::text`, about('record_id')) },
    {
      table: 'operation',
      where: told(sql`concat(t.input::text, t.selection::text, t.report::text)`, ofOperation('id')),
      set: sql`input = null, selection = null, report = '[]'`,
    },
    { table: 'idempotency', where: told(sql`t.answer::text`, sql`true`) },
    {
      table: 'import_problem',
      where: told(
        sql`concat(t.cells::text, t.problems::text)`,
        sql`exists (select 1 from import i join event e on e.operation_id = i.operation_id where i.id = t.import_id and e.root_id = any(${roots}::uuid[]))`,
      ),
    },
    { table: 'preference', where: told(sql`t.value::text`, sql`false`) },
    {
      table: 'merge',
      where: told(sql`t.moved::text`, sql`false`),
      set: sql`moved = '{"files":[],"comments":[],"followers":[],"collaborators":[],"moments":{}}'`,
    },
  ]
  return {
    words: words('通知、报告与暂存', 'Notices, reports and what is kept for a while'),
    async count() {
      let n = 0
      for (const { table, where } of tables)
        n += (await database.row<{ n: number }>(sql`select count(*) as n from ${sql.id(table)} t where ${where}`))!.n
      return n
    },
    async erase() {
      let n = 0
      for (const { table, where, set } of tables)
        n += await database.run(
          set ? sql`update ${sql.id(table)} t set ${set} where ${where}` : sql`delete from ${sql.id(table)} t where ${where}`,
        )
      return n
    },
  }
}

/** Files at his records, and the files from which he was imported: their bytes, too. */
export function files(runtime: Runtime, { subject }: Looked): Place {
  const { database } = runtime
  const ids = ownIds(subject)
  const attached = sql`record_id = any(${ids}::uuid[])`
  const imported = sql`file_key <> '' and operation_id in (select operation_id from event where record_id = any(${ids}::uuid[]))`
  return {
    words: words('附件与导入的文件', 'Files'),
    count: async () =>
      (await database.row<{ n: number }>(
        sql`select (select count(*) from file where ${attached}) + (select count(*) from import where ${imported}) as n`,
      ))!.n,
    async erase() {
      const keys = [
        ...(await database.arrays(sql`select key from file where ${attached}`)),
        ...(await database.arrays(sql`select file_key from import where ${imported}`)),
      ].map(([key]) => key as string)
      // First the bytes: a file whose row is there still and whose bytes are gone is harmless.
      for (const key of keys) await rm(fileOf(runtime, key), { force: true })
      await database.run(sql`update import set file_key = '' where ${imported}`)
      await database.run(sql`delete from file where ${attached}`)
      return keys.length
    },
  }
}

/** By what he is found and who had to do with him: identities, keys of likeness, what was opened, who follows or was let in. */
export const traces = ['claim', 'match_key', 'opened', 'follower', 'presence'] as const

export async function dropTraces(tx: Transaction, ids: readonly string[]): Promise<number> {
  let n = 0
  for (const table of traces) n += await tx.run(sql`delete from ${sql.id(table)} where record_id = any(${ids}::uuid[])`)
  return n
}
