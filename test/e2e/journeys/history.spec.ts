import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';

test('what was done is found again, checked and exported, by keyboard where it can be', async ({
  userDataDir,
}) => {
  const table = path.join(userDataDir, 'record.csv');
  await withApp({ userDataDir }, async (window, electron) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.button('Continue').click();
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    await desk.button('Skip the scan').click();
    await desk.button('Handed over').click();
    await expect(desk.button('Next holder')).toBeVisible();

    await window.keyboard.press('Control+h');
    await expect(desk.heading('History')).toBeFocused();
    await window.getByLabel('Name, user name, serial or operator').fill('zoltowski');
    const row = window.getByRole('list', { name: 'Operations' }).getByRole('listitem').first();
    await expect(row).toContainText('Łukasz Żółtowski');
    await expect(row).toContainText('Handed over');
    await row.getByRole('button', { name: 'Show the record' }).press('Enter');
    const trail = window.getByRole('list', { name: 'Entries in the record' });
    await expect(trail).toContainText('intent-planned');
    await expect(trail).toContainText('requestId=');

    // A badge scanned into the field by mistake is not searched for, nor shown.
    const field = window.getByLabel('Name, user name, serial or operator');
    await field.fill('ms-qrpin:v1|somebody@contoso.example|code|key');
    await expect(field).toHaveValue('');

    await desk.button('Check the record').click();
    await expect(window.getByText(/The record is whole: \d+ entries/).first()).toBeVisible();
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, table);
    await desk.button('Export as a table (CSV)').click();
    await expect(window.locator('main').getByText(/Written: record.csv/)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(desk.button('Next holder')).toBeVisible();
  });
  const text = await readFile(table, 'utf8');
  expect(text).toContain('job-handed-over');
  expect(text).not.toMatch(/ms-qrpin|"pin":/);
});
