import { defineConfig } from 'vitest/config';

/** Libraries of traces are of a whole process: who turns them on runs alone in one. */
const ALONE = ['gateway/src/seeing/tracing.test.ts', 'gateway/src/stories/canary.test.ts'];

const EXCLUDED = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  ssr: { resolve: { conditions: ['source'] } },
  // Vite would pick graphql's ES build while the libraries, outside Vite, load the CommonJS one: two realms.
  resolve: { conditions: ['source'], alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['**/src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...EXCLUDED, ...ALONE],
          // Loading the graph's libraries anew for each file would be a third of the run; databases are per file all the same.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, exclude: EXCLUDED } },
    ],
  },
});
