import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The crawl takes longest by far: begun last, it would leave one of two workers idle for minutes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (moduleId.includes('crawl.story') ? 0 : 1)
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

/**
 * Three kinds of tests, told by their names: `*.test.ts` needs nothing but itself, `*.db.test.ts` a PostgreSQL that is started for the
 * run, `*.story.test.ts` the whole product in a browser or killed from outside.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{engine,capabilities,app,check}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/*.story.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{engine,capabilities,app}/**/*.db.test.ts'],
          globalSetup: 'app/test/template.ts',
          // Node reads the sources itself, once for all files of a worker: nothing is kept in modules but by database.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.test.ts'],
          globalSetup: 'e2e/demo-folder.ts',
          testTimeout: 240_000,
          fileParallelism: true,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
