import { quickChecks } from './quick.ts'
import { vitest } from './vitest-run.ts'

const verdicts = await quickChecks()
const unit = await vitest(['unit'])
const passed = verdicts.filter((verdict) => verdict.ok).length + unit.passed
const failed = verdicts.filter((verdict) => !verdict.ok).length + unit.failed
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
