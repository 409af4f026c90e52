import { defineConfig } from 'vitest/config';

/** One project per folder of test/, so that `vitest --project unit` runs the quick ones alone. */
const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    testTimeout,
    hookTimeout: testTimeout,
  },
});

export default defineConfig({
  test: {
    environment: 'node',
    globals: false,
    // A poll's limit is for broken code; a busy machine must not reach it.
    expect: { poll: { timeout: 10_000 } },
    // A test that depends on the time zone or language of the machine fails somewhere else.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
    projects: [project('unit', 10_000), project('contract', 20_000), project('integration', 30_000)],
  },
});
