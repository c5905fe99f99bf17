import { quickChecks } from './quick.ts'
import { vitest } from './vitest-run.ts'

/** Everything: the quick gate, then all tests. The last line says how it went. */
const begin = performance.now()
const verdicts = await quickChecks()
const counts = [await vitest(['unit', 'database']), await vitest(['stories'])]
const passed = verdicts.filter((verdict) => verdict.ok).length + counts.reduce((sum, part) => sum + part.passed, 0)
const failed = verdicts.filter((verdict) => !verdict.ok).length + counts.reduce((sum, part) => sum + part.failed, 0)
console.log(`\n${((performance.now() - begin) / 1000).toFixed(0)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
