import { pendingChanges } from '#engine/store/migrate.ts'
import { capabilities } from '../app/capabilities.ts'
import { staleGenerated } from '../app/generate.ts'
import { declaredHouse, declaredTables } from '../app/open.ts'
import { applyHouseRules, readSources } from './house-rules.ts'
import { program, root, step, type Verdict } from './steps.ts'

/** The quick gate: types, lint, form, the rules of the house, and what is derived being fresh. */
export async function quickChecks(): Promise<Verdict[]> {
  const verdicts = await Promise.all([
    step('types: everything', program('typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit')),
    step('types: server files without the browser', program('typescript7/bin/tsc', '-p', 'tsconfig.server.json', '--noEmit')),
    step('lint', program('oxlint/bin/oxlint', '--deny-warnings', 'app', 'engine', 'capabilities', 'check', 'bench', 'e2e', 'torture')),
    step('form: npx oxfmt .', program('oxfmt/bin/oxfmt', '--check', '.')),
    step('no dead code', program('knip/bin/knip.js', '--no-progress')),
  ])
  const ranks = new Map(capabilities.map((capability) => [capability.name, capability.rank]))
  for (const [name, faults] of applyHouseRules(readSources(root), ranks))
    verdicts.push(await step(`house: ${name}`, () => faults.map((fault) => `${fault.file}:${fault.line}  ${fault.text}`).join('\n')))
  verdicts.push(
    await step('generated files are fresh: npm run generate', () => staleGenerated().join('\n')),
    await step('migrations are in step: npm run cli -- make-migration <name>', () =>
      pendingChanges(declaredTables(declaredHouse())).join('\n'),
    ),
  )
  return verdicts
}
