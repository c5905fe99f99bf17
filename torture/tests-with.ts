import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from '../check/steps.ts'

/** Runs one file of tests with more asked of it, and hands back what it has counted. */
export async function testsWith<T>(
  project: string,
  file: string,
  variable: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; counted: T | undefined; out: string }> {
  const report = path.join(os.tmpdir(), `zhike-torture-${process.pid}-${variable}.json`)
  fs.rmSync(report, { force: true })
  const { code, out } = await run('vitest/vitest.mjs', ['run', '--project', project, file], { NO_COLOR: '1', ...env, [variable]: report })
  const counted = fs.existsSync(report) ? (JSON.parse(fs.readFileSync(report, 'utf8')) as T) : undefined
  fs.rmSync(report, { force: true })
  return { code, counted, out }
}
