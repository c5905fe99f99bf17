import { defineConfig } from 'vitest/config'

/**
 * Three kinds of tests, told by their names: `*.test.ts` needs nothing but itself, `*.db.test.ts` a PostgreSQL that is started for the
 * run, `*.story.test.ts` the whole product in a browser or killed from outside.
 */
export default defineConfig({
  test: {
    pool: 'forks',
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
        test: { name: 'database', include: ['{engine,capabilities,app}/**/*.db.test.ts'], globalSetup: 'app/test/template.ts' },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['e2e/**/*.story.test.ts'],
          testTimeout: 240_000,
          fileParallelism: true,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
