import { defineConfig } from '@playwright/test';

/** End-to-end tests open the built app itself (test/e2e/app.ts); no browser is ever downloaded. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each test starts an Electron of its own. Two at once on two cores make timings unlike real ones.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
});
