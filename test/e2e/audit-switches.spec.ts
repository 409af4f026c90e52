import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, withApp } from './app.ts';
import { ask } from './ask.ts';
import { Desk } from './desk.ts';

test('a second start with --audit-verify answers beside the running station, which goes on', async ({
  userDataDir,
}) => {
  const table = path.join(userDataDir, 'trail.csv');
  const report = path.join(userDataDir, 'report.txt');
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Björn', 'Björn Åkesson');
    await desk.button('Continue').click();
    await desk.button('Issue and print').click();
    await desk.waitForPaper();

    const verified = await ask(userDataDir, ['--audit-verify', `--audit-report=${report}`]);
    expect(verified.said).toContain('WHOLE.');
    expect(verified.code).toBe(0);
    expect(await readFile(report, 'utf8')).toContain('Last entry: ');
    expect((await ask(userDataDir, [`--audit-export=${table}`])).code).toBe(0);

    // The station has noticed nothing: it still owns its ledger and goes on where it was.
    await expect(desk.heading('Scan the badge')).toBeVisible();
    await desk.button('Skip the scan').click();
    await expect(desk.heading(/Hand over to/)).toBeVisible();
  });
  const text = await readFile(table, 'utf8');
  expect(text).toContain(',signed-in,');
  expect(text).toMatch(/requestId""?:/);
  expect(text).not.toMatch(/ms-qrpin/);
  expect((await ask(userDataDir, [`--audit-verify=${table}`])).code).toBe(0);
  // Closed, the log holds the last entry, and the ledger is held to it.
  const closed = await ask(userDataDir, ['--audit-verify']);
  expect(closed.said).toContain('agrees with');
});
