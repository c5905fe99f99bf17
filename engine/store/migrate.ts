import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Database } from './database.ts'
import { schemaDiff } from './schema-diff.ts'
import { sql } from './sql.ts'
import type { TableSpec } from './table.ts'

export const migrationsFolder = path.resolve(import.meta.dirname, '../../migrations')
const snapshotFile = 'schema.json'

export interface Migration {
  name: string
  text: string
  hash: string
}

/** The committed migrations in their order. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8')
      return { name: file.slice(0, -4), text, hash: createHash('sha256').update(text).digest('hex').slice(0, 16) }
    })
}

const snapshot = (folder: string): TableSpec[] => {
  const file = path.join(folder, snapshotFile)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []
}

/** The statements by which the committed migrations lag behind the declarations; empty when they are in step. */
export const pendingChanges = (tables: readonly TableSpec[], folder = migrationsFolder): string[] => schemaDiff(snapshot(folder), tables)

/**
 * Writes the next migration from the declarations and brings the snapshot up to date.
 * Returns the new file's name, or null where nothing has changed.
 */
export function makeMigration(name: string, tables: readonly TableSpec[], folder = migrationsFolder): string | null {
  const statements = pendingChanges(tables, folder)
  if (statements.length === 0) return null
  const last = readMigrations(folder).at(-1)
  const number = String(last ? Number(last.name.slice(0, 4)) + 1 : 1).padStart(4, '0')
  const file = `${number}-${name.replace(/[^a-z0-9]+/g, '-')}.sql`
  fs.writeFileSync(path.join(folder, file), `${statements.join('\n')}\n`)
  fs.writeFileSync(path.join(folder, snapshotFile), `${JSON.stringify(tables, null, 1)}\n`)
  return file
}

/** One number for "the database is as this version of the program needs it". */
export const schemaVersion = (migrations: readonly Migration[]): string => migrations.at(-1)?.name ?? 'none'

/** The migrations that a database has not had yet. Throws where it had others: it was made by a newer or a different version. */
export async function pendingMigrations(database: Database, migrations = readMigrations()): Promise<Migration[]> {
  const there = await database.row<{ found: string | null }>(sql`select to_regclass('migration') as found`)
  if (!there?.found) return [...migrations]
  const done = new Map(
    (await database.rows<{ name: string; hash: string }>(sql`select name, hash from migration`)).map((row) => [row.name, row.hash]),
  )
  const known = new Set(migrations.map((migration) => migration.name))
  const foreign = [...done.keys()].filter((name) => !known.has(name))
  if (foreign.length > 0)
    throw new Error(
      `数据库由更新的版本建立(${foreign.join(', ')}),请使用该版本启动。\nThe database was made by a newer version (${foreign.join(', ')}); start that version.`,
    )
  const changed = migrations.filter((migration) => done.has(migration.name) && done.get(migration.name) !== migration.hash)
  if (changed.length > 0)
    throw new Error(`The migrations ${changed.map((migration) => migration.name).join(', ')} are not those that made this database.`)
  return migrations.filter((migration) => !done.has(migration.name))
}

/**
 * Brings the database up to date, one migration to one transaction, so that a kill leaves it before or after one and never between.
 * Nodes that start together wait for one another. Returns the names of what was done.
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<string[]> {
  const done: string[] = []
  await database
    .run(sql`create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())`)
    .catch(async (error: { code?: string }) => {
      // Two nodes creating it at the same instant: one of them hears "duplicate key" and may go on.
      if (error.code !== '23505' && error.code !== '42P07') throw error
    })
  for (;;) {
    const applied = await database.transaction(async (tx) => {
      await tx.run(sql`set local lock_timeout = 0`)
      await tx.run(sql`set local statement_timeout = 0`)
      await tx.run(sql`select pg_advisory_xact_lock(hashtext('zhike.migrate'))`)
      const [next] = await pendingMigrations({ ...database, ...tx } as Database, migrations)
      if (!next) return null
      await tx.run(sql.raw(next.text))
      await tx.run(sql`insert into migration (name, hash) values (${next.name}, ${next.hash})`)
      return next.name
    })
    if (applied === null) return done
    done.push(applied)
  }
}
