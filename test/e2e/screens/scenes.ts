import type { Page } from '@playwright/test';
import { printerScenes } from './printer-scenes.ts';

/** One picture of the window: how to get there from the scene before it (or from a fresh page). */
export interface Scene {
  readonly name: string;
  /** Loads the page anew with this change of the sample station first. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  readonly go: (page: Page) => Promise<void>;
}

/** The step's main button, whatever it says. */
const primary = (page: Page) => page.locator('main [data-primary]').click();
const moveJob = (page: Page, change: Parameters<typeof sampleStation.moveJob>[0]) =>
  page.evaluate((wanted) => sampleStation.moveJob(wanted), change);
const moveSlip = (page: Page, change: Parameters<typeof sampleStation.moveSlip>[0]) =>
  page.evaluate((wanted) => sampleStation.moveSlip(wanted), change);
const radio = (page: Page, value: string) => page.locator(`input[type=radio][value=${value}]`).click();
const field = (page: Page) => page.getByRole('combobox');

async function chooseAna(page: Page): Promise<void> {
  // As a scanned staff card does it: the number, then Enter; the only person found is chosen.
  await field(page).fill('104417');
  await field(page).press('Enter');
  await page.locator('input[type=radio][value=temporary]').waitFor();
}

/** From a fresh page to the print step. */
async function issueFor(page: Page, operation: string): Promise<void> {
  if (operation === 'first-badge') await page.evaluate(() => void (sampleStation.credential = null));
  await chooseAna(page);
  await radio(page, operation);
  await primary(page);
  await page.locator('main dl').waitFor();
  await primary(page);
}

/** Every screen of the window, in the order of a day at the desk. */
export const scenes: readonly Scene[] = [
  { name: 'sign-in', fresh: { operator: null }, go: async () => {} },
  {
    name: 'locked',
    fresh: {
      operator: null,
      lock: {
        why: 'idle',
        since: '2026-11-21T08:00:00Z',
        operatorName: 'Jordan Reyes',
        printing: 1,
        waiting: 2,
      },
    },
    go: async () => {},
  },
  {
    name: 'sign-in-notices',
    fresh: {
      operator: null,
      keepsSignIn: false,
      storage: { failure: null, seal: 'memory', aside: null },
      practiceReason: { code: 'stand-in-practice-only', facts: { runtime: '33.4.11' } },
      warnings: [
        {
          code: 'settings-invalid',
          facts: {
            source: 'file',
            path: '$.defaults.standardDays',
            reason: 'out-of-range',
            min: 1,
            max: 395,
          },
        },
      ],
    },
    go: async () => {},
  },
  {
    name: 'storage-damaged',
    fresh: {
      operator: null,
      storage: {
        failure: { code: 'spool-corrupt', facts: { why: 'header' } },
        seal: 'memory',
        aside: null,
      },
    },
    go: async (page) => page.locator('main [data-primary]').waitFor(),
  },
  {
    name: 'storage-set-aside',
    go: async (page) => {
      await page.locator('main button').last().click();
      await page.getByRole('alertdialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'storage-notices',
    fresh: {
      storage: {
        failure: null,
        seal: 'broken',
        aside: {
          file: 'spool.db.unreadable-2026-11-21T08-00-00-000Z',
          isReadable: true,
          isWhole: true,
          unfinished: [
            {
              holderName: 'Ana Lima',
              operation: 'replace',
              badge: 'queued',
              pinWaited: false,
              startedAt: '2026-11-21T07:12:00.000Z',
            },
          ],
        },
      },
      warnings: [{ code: 'spool-slow', facts: { seconds: 4, times: 2 } }],
    },
    go: async (page) => page.locator('main li').first().waitFor(),
  },
  {
    name: 'storage-renew-seal',
    go: async (page) => {
      await page.locator('section button').first().click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'sign-in-waiting',
    fresh: { operator: null, signingIn: true, practice: false },
    go: async () => {},
  },
  {
    name: 'practice-browser',
    fresh: { operator: null, signingIn: true },
    go: async (page) => page.getByRole('dialog').getByRole('listitem').first().waitFor(),
  },
  {
    name: 'sign-in-code',
    fresh: {
      operator: null,
      signingIn: true,
      practice: false,
      deviceCode: {
        address: 'https://microsoft.com/devicelogin',
        code: 'HG7K2QXPM',
        expiresAt: '2026-11-21T10:42:00.000Z',
      },
    },
    go: async (page) => page.locator('[data-device-code]').waitFor(),
  },
  {
    name: 'sign-in-refused',
    fresh: { operator: null },
    go: async (page) => {
      await page.evaluate(() =>
        sampleStation.bridge.answer({
          'session.signIn': () => ({
            ok: false,
            failure: { code: 'sign-in-refused', facts: { errorCode: 'access_denied', aadsts: 50105 } },
          }),
        }),
      );
      await primary(page);
      await page.locator('main details').waitFor();
    },
  },
  { name: 'find', fresh: {}, go: async (page) => field(page).waitFor() },
  {
    name: 'find-results',
    go: async (page) => {
      await field(page).fill('an');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'find-nobody',
    go: async (page) => {
      await field(page).fill('zzyzx');
      await page.locator('main').getByText('zzyzx').waitFor();
    },
  },
  {
    name: 'find-reports',
    fresh: {},
    go: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'find-group',
    go: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.locator('main input').fill('site');
      await page.keyboard.press('Enter');
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'find-group-people',
    go: async (page) => {
      await page.locator('main li button').nth(1).click();
      await page.locator('main h2').waitFor();
      await page.locator('main li').nth(3).waitFor();
    },
  },
  {
    name: 'find-list-refused',
    go: async (page) => {
      await page.evaluate(() =>
        sampleStation.bridge.answer({
          'holders.places': () => ({
            ok: false,
            failure: { code: 'sign-in-consent-required', facts: { aadsts: 65001 } },
          }),
        }),
      );
      await page.getByRole('tab').nth(3).click();
      await page.locator('main input').fill('site');
      await page.keyboard.press('Enter');
      await page.locator('main details').waitFor();
    },
  },
  {
    name: 'choose-own',
    fresh: {},
    go: async (page) => {
      // The last button of the row of ways.
      await page.locator('main [role=tablist] ~ button').click();
      await page.locator('input[type=radio][value=temporary]').waitFor();
    },
  },
  { name: 'choose', fresh: {}, go: chooseAna },
  { name: 'choose-replace', go: async (page) => radio(page, 'replace') },
  {
    name: 'check',
    go: async (page) => {
      await primary(page);
      await page.locator('main dl').waitFor();
    },
  },
  {
    name: 'check-not-ready',
    go: async (page) => {
      await page.evaluate(() => {
        sampleStation.checks = sampleStation.checks.map((check) => {
          if (check.name === 'media') {
            return {
              name: 'media',
              verdict: 'failed',
              failure: { code: 'media-empty', facts: { printer: 'front' } },
            };
          }
          if (check.name === 'printer') {
            return { name: 'printer', verdict: 'warning', failure: { code: 'printer-silent', facts: {} } };
          }
          return check.name === 'clock' ? { name: 'clock', verdict: 'unknown', failure: null } : check;
        });
      });
      await page.locator('main button').last().click();
      await page.locator('[data-primary][aria-disabled=true]').waitFor();
    },
  },
  {
    name: 'issue-slow',
    fresh: {},
    go: async (page) => {
      await page.evaluate(() => sampleStation.keepWaiting('writing', false));
      await issueFor(page, 'replace');
      await page.locator('main [role=timer]').waitFor();
    },
  },
  {
    name: 'issue-stopping',
    go: async (page) => {
      await page.evaluate(() => sampleStation.keepWaiting('reading', true));
      await page.locator('main p').nth(2).waitFor();
    },
  },
  { name: 'print-waiting', fresh: {}, go: async (page) => issueFor(page, 'replace') },
  {
    name: 'print-out-of-labels',
    go: async (page) => moveJob(page, { reason: 'media-empty', retryAt: '2026-11-21T10:42:00.000Z' }),
  },
  {
    name: 'print-elsewhere',
    go: async (page) => {
      await page.locator('main button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'print-went-elsewhere',
    go: async (page) => {
      await page.keyboard.press('Escape');
      await moveJob(page, { printerId: 'receipt', reason: null, retryAt: null });
    },
  },
  {
    name: 'print-unsure',
    go: async (page) =>
      moveJob(page, { printerId: 'front', state: 'unsure', reason: 'vanished', retryAt: null }),
  },
  { name: 'verify', go: async (page) => moveJob(page, { state: 'sent', reason: null }) },
  {
    name: 'verify-camera',
    go: async (page) => {
      await page.locator('[data-camera] button').click();
      await page.locator('[data-camera] p strong').waitFor();
    },
  },
  {
    name: 'verify-camera-blocked',
    go: async (page) => {
      await page.evaluate(() =>
        sampleStation.bridge.answer({ 'camera.open': () => ({ ok: true, value: 'blocked' }) }),
      );
      await page.locator('[data-camera] button').last().click();
      await page.locator('[data-camera] button').click();
      await page.locator('[data-camera=trouble]').waitFor();
    },
  },
  {
    name: 'verify-wrong',
    go: async (page) => {
      await page.locator('input[type=password]').pressSequentially('another badge');
      await page.keyboard.press('Enter');
      await page.locator('main h1 ~ div p').first().waitFor();
    },
  },
  {
    name: 'verify-match',
    go: async (page) => {
      await page.locator('input[type=password]').fill('the right badge');
      await page.keyboard.press('Enter');
      await page.locator('main [data-primary]').waitFor();
    },
  },
  { name: 'hand-over', go: primary },
  { name: 'done', go: primary },
  {
    name: 'hand-over-pin',
    fresh: {},
    go: async (page) => {
      await issueFor(page, 'first-badge');
      await moveJob(page, { state: 'verified', witness: 'scan' });
      await page.locator('main section h2').waitFor();
    },
  },
  {
    name: 'hand-over-pin-shown',
    go: async (page) => {
      await page.locator('main section button').last().click();
      await page.locator('main output').waitFor();
    },
  },
  {
    name: 'hand-over-slip',
    fresh: { routes: { badge: ['front'], temporary: ['front'], pinSlip: ['receipt'] } },
    go: async (page) => {
      await issueFor(page, 'first-badge');
      await moveJob(page, { state: 'verified', witness: 'scan' });
      await page.locator('main section h2').nth(1).waitFor();
    },
  },
  {
    name: 'hand-over-slip-waiting',
    go: async (page) => {
      await page.locator('main section').nth(1).getByRole('button').click();
      await moveSlip(page, { reason: 'media-empty', retryAt: '2026-11-21T10:42:00.000Z' });
      await page.locator('main section').nth(1).locator('svg').first().waitFor();
    },
  },
  {
    name: 'hand-over-slip-unsure',
    go: async (page) => {
      await moveSlip(page, { state: 'unsure', reason: 'vanished', retryAt: null });
      await page.locator('main fieldset').waitFor();
    },
  },
  {
    name: 'hand-over-slip-sent',
    go: async (page) => {
      await moveSlip(page, { state: 'sent', reason: null });
      await page.locator('main fieldset').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'trouble-picture-lost',
    fresh: {},
    go: async (page) => {
      await issueFor(page, 'replace');
      await page.evaluate(() => {
        if (sampleStation.issue === null) return;
        sampleStation.issue = {
          ...sampleStation.issue,
          state: 'picture-lost',
          job: null,
          failure: { code: 'graph-outcome-unknown', facts: { step: 'create-standard', requestId: '5b1c' } },
        };
        sampleStation.bridge.emit('job', { jobId: 'job-1' });
      });
      await page.locator('details').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'queue',
    fresh: {},
    go: async (page) => {
      await page.evaluate(() => sampleStation.fillQueue());
      await page.keyboard.press('Control+j');
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'queue-cancel',
    go: async (page) => {
      await page.locator('main li').nth(3).getByRole('button').last().click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'queue-empty',
    fresh: {},
    go: async (page) => {
      await page.keyboard.press('Control+j');
      await page.locator('main [data-primary]').waitFor();
    },
  },
  {
    name: 'history',
    fresh: {},
    go: async (page) => {
      await page.keyboard.press('Control+h');
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'history-record',
    go: async (page) => {
      await page.locator('main li button').first().click();
      await page.locator('main li ol li').first().waitFor();
    },
  },
  {
    name: 'history-checked',
    go: async (page) => {
      await page.locator('main section button').first().click();
      await page.locator('main section [class*=panel]').first().waitFor();
      await page.locator('main section button').nth(1).click();
      await page.locator('main section').getByText('badge-station-record').waitFor();
      await page.locator('main section').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'history-broken',
    go: async (page) => {
      await page.evaluate(() =>
        sampleStation.bridge.answer({
          'history.check': () => ({ ok: true, value: { kind: 'broken', seq: 407, why: 'changed' } }),
        }),
      );
      await page.locator('main section button').first().click();
      await page.locator('main section').getByText('407').waitFor();
    },
  },
  {
    name: 'history-nothing',
    go: async (page) => {
      await page.locator('main input').first().fill('zzyzx');
      await page.locator('main li').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'queue-advice',
    fresh: {
      printers: [
        {
          id: 'front',
          name: 'Front desk',
          model: 'Zebra ZD421, 203 dpi',
          language: 'zpl',
          dpi: 203,
          media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
          completion: 'none',
          mood: 'silent',
          problem: null,
          advice: ['left-behind', 'preserve-job-files', 'error-policy'],
        },
      ],
    },
    go: async (page) => {
      await page.locator('main section [role=group]').first().waitFor();
      await page.locator('main section [role=group]').first().scrollIntoViewIfNeeded();
    },
  },
  ...printerScenes,
  {
    name: 'printer-chip',
    fresh: {
      printers: [
        {
          id: 'front',
          name: 'Front desk',
          model: 'Zebra ZD421, 203 dpi',
          language: 'zpl',
          dpi: 203,
          media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
          completion: 'printed',
          mood: 'attention',
          problem: { code: 'cover-open', facts: { printer: 'front' } },
          advice: ['keeping-unknown'],
        },
      ],
    },
    go: async (page) => {
      await page.locator('header button[aria-haspopup], header button[aria-expanded]').nth(1).click();
      await page.locator('[role=group] p, [role=dialog] p').first().waitFor();
    },
  },
  {
    name: 'help',
    fresh: {},
    go: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'screen-printer',
    fresh: {},
    go: async (page) => {
      await page.evaluate(() => sampleStation.printOnScreen());
      await page.locator('header button[aria-expanded]').first().click();
      await page.locator('aside img').first().waitFor();
    },
  },
  {
    name: 'lists',
    fresh: {},
    go: async (page) => {
      await page.keyboard.press('Control+b');
      await page.locator('main input[type=radio][value=badge]').waitFor();
    },
  },
  {
    name: 'lists-pasted',
    go: async (page) => {
      await page.locator('main button[aria-pressed]').nth(1).click();
      await page.locator('main textarea').fill('104417\n104418');
    },
  },
  {
    name: 'lists-reading',
    go: async (page) => {
      await page.evaluate(() => void sampleStation.batch.reading());
      await page.locator('main progress').waitFor();
    },
  },
  {
    name: 'lists-ready',
    go: async (page) => {
      await page.evaluate(() => void sampleStation.batch.ready());
      await page.locator('main ul li').first().waitFor();
      await page.locator('main section fieldset button').first().click();
      await page.locator('main ul li').nth(6).waitFor();
    },
  },
  {
    name: 'lists-running',
    go: async (page) => {
      await primary(page);
      await page.locator('main progress').waitFor();
    },
  },
  {
    name: 'lists-scan',
    go: async (page) => {
      await page.evaluate(() => void sampleStation.batch.under('scan'));
      await page.locator('main input[type=password]').waitFor();
    },
  },
  {
    name: 'lists-paused',
    go: async (page) => {
      await page.evaluate(() => void sampleStation.batch.paused());
      await page.locator('main [data-primary]').waitFor();
    },
  },
  {
    name: 'lists-ended',
    go: async (page) => {
      await page.evaluate(() => void sampleStation.batch.ended());
      await page.locator('main ul li').nth(6).waitFor();
    },
  },
];
