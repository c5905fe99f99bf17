import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportJob, Zhike } from '../generated/zhike-client.ts'
import { openFromEnvironment } from './open.ts'

/**
 * Imports a table: encoding, headings and columns are guessed as on the screen, rows that are there already are completed and not made twice.
 * Rows that could not be taken come back as a file that can be mended and imported again.
 */
export async function importFile(zhike: Zhike, file: string, record: string): Promise<{ done: ImportJob; errors: string | null }> {
  const name = path.basename(file)
  const opened = (await zhike.upload('/api/v1/imports', new Blob([fs.readFileSync(file)]), name, { record })) as ImportJob
  const at = { path: { id: opened.id } }
  await zhike.call('PATCH /api/v1/imports/{id}', { ...at, body: { duplicates: 'fillEmpty', similar: 'skip' } })
  const preview = await zhike.call('POST /api/v1/imports/{id}/preview', at)
  console.log(`${preview.progress.read} rows read, ${preview.progress.failed} cannot be taken as they are`)
  let job = await zhike.call('POST /api/v1/imports/{id}/run', at)
  while (job.state === 'running') {
    await pause(500)
    job = await zhike.call('GET /api/v1/imports/{id}', at)
  }
  const errors = job.progress.failed > 0 ? await (await zhike.download(`/api/v1/imports/${job.id}/errors`)).text() : null
  return { done: job, errors }
}

if (import.meta.main) {
  const [file = '', record = 'customer'] = process.argv.slice(2)
  const { done, errors } = await importFile(openFromEnvironment(), file, record)
  console.log(done.state, done.progress)
  if (errors) fs.writeFileSync('errors.csv', errors)
}
