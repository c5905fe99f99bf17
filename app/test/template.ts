import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openLog } from '#engine/health/open-log.ts'
import { openDatabase } from '#engine/store/database.ts'
import { startEmbedded } from '#engine/store/embedded.ts'
import { sql } from '#engine/store/sql.ts'
import type { Story } from '../demo/in-names.ts'
import { tellStory } from '../demo/index.ts'
import { layFoundations } from '../first-start.ts'
import { bringUpToDate, openRuntime } from '../open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    connection: { host: string; port: number; user: string; database: string }
    story: Story
  }
}

/** The moment at which the story is told; tests go on from here. */
export const storyTime: number = Date.parse('2026-06-15T02:00:00Z')

/** Starts a PostgreSQL for this run and tells the story in a database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-test-'))
  const server = await startEmbedded({
    folder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '128MB', max_wal_size: '512MB' },
  })
  const database = openDatabase({ connection: server.connection })
  await bringUpToDate(database)
  const opened = await openRuntime(database, { folder, role: 'web', host: '127.0.0.1' }, openLog())
  opened.runtime.clock = () => storyTime
  await layFoundations(opened.runtime, { adminEmail: 'admin@yunshan.demo', adminPassword: 'admin-of-tests' })
  const story = await tellStory(opened.runtime, { passwords: false })
  await database.run(sql`vacuum analyze`)
  await opened.stop()
  await database.close()
  project.provide('connection', server.connection as { host: string; port: number; user: string; database: string })
  project.provide('story', story)
  return async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
