import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './steps.ts'

/** Runs test projects and counts. A run that ends badly without naming a test counts as one failure. */
export async function vitest(projects: readonly string[]): Promise<{ passed: number; failed: number }> {
  const report = path.join(os.tmpdir(), `zhike-tests-${process.pid}-${projects.join('-')}.json`)
  const { code } = await run(
    'vitest/vitest.mjs',
    ['run', ...projects.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { NO_COLOR: '1', NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../.cache/compiled') },
    true,
  )
  let passed = 0
  let failed = 0
  if (fs.existsSync(report)) {
    const counts = JSON.parse(fs.readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numFailedTestSuites: number
    }
    passed = counts.numPassedTests
    failed = counts.numFailedTests || counts.numFailedTestSuites
    fs.rmSync(report)
  }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
