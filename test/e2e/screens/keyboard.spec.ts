import { expect, type Page, test } from '@playwright/test';
import { openSamplePage, type SamplePage } from './open-page.ts';

const rightBadge = 'the right badge';

let sample: SamplePage;
test.beforeAll(async () => {
  sample = await openSamplePage();
});
test.afterAll(async () => {
  await sample?.close();
});

/** Which channels the window has used, with what it asked. */
const calls = (page: Page) => page.evaluate(() => sampleStation.bridge.calls);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** From a fresh page to the print step, with Enter alone. */
async function issueByKeyboard(page: Page, firstBadge: boolean): Promise<void> {
  await sample.load({});
  if (firstBadge) await page.evaluate(() => void (sampleStation.credential = null));
  await page.keyboard.type('104417');
  await page.keyboard.press('Enter');
  // The same title stands over the short wait before.
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
  await expect(heading(page, 'What does Ana Lima need?')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main [data-primary]')).toHaveText('Issue and print');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Print the badge of Ana Lima')).toBeFocused();
}

test('a first badge goes from search to hand-over by keyboard alone', async () => {
  const { page } = sample;
  await issueByKeyboard(page, true);
  await page.evaluate(() => sampleStation.moveJob({ state: 'sent' }));
  await expect(page.getByLabel('Scan field')).toBeFocused();
  await page.keyboard.type(rightBadge);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('This is the right badge');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Hand over to Ana Lima')).toBeFocused();

  // Not before the PIN was seen: the button says why.
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('The PIN has not been shown yet.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Hold to show the PIN' })).toBeFocused();
  await page.keyboard.down('Space');
  await expect(page.locator('main output')).toHaveText('48271936');
  await page.keyboard.up('Space');
  await expect(page.locator('main output')).toHaveCount(0);
  expect(await page.content()).not.toMatch(/4827|1936/);

  for (let tabs = 0; tabs < 4; tabs += 1) {
    if (
      await page.getByRole('button', { name: 'Handed over' }).evaluate((it) => it === document.activeElement)
    )
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Ana Lima has the badge')).toBeFocused();
});

test('a scan is never in the page, and the line feed of a scanner does not open the queue', async () => {
  const { page } = sample;
  await issueByKeyboard(page, false);
  await page.evaluate(() => sampleStation.moveJob({ state: 'sent' }));
  const field = page.getByLabel('Scan field');
  await expect(field).toBeFocused();
  // Something else took the focus: F9 brings it back.
  await page.getByRole('button', { name: 'Skip the scan' }).focus();
  await expect(page.locator('main')).toContainText('Select the scan field first');
  await page.keyboard.press('F9');
  await expect(field).toBeFocused();
  // Too few characters to be taken for a finished burst.
  await page.keyboard.type('qrpin|1');
  await expect(field).toHaveValue('');
  await expect(page.locator('main')).toContainText('Listening… 7 characters');
  expect(await page.content()).not.toContain('qrpin');
  await page.keyboard.press('Control+j');
  await expect(page.locator('main')).toContainText('This badge belongs to someone else');
  await expect(heading(page, 'Scan the badge')).toBeVisible();
  // The field is armed again for the next try, and what it takes may also be pasted.
  await expect(field).toBeFocused();
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, rightBadge);
  await expect(page.locator('main')).toContainText('This is the right badge');
});

test('a scan that begins while a button has the focus is a scan, and does not press the button', async () => {
  const { page } = sample;
  await issueByKeyboard(page, false);
  await page.evaluate(() => sampleStation.moveJob({ state: 'sent' }));
  await expect(page.getByLabel('Scan field')).toBeFocused();
  await page.getByRole('button', { name: 'Skip the scan' }).focus();
  await page.keyboard.type(rightBadge.replaceAll(' ', '-'));
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('This badge belongs to someone else');
  await expect(heading(page, 'Scan the badge')).toBeVisible();
  expect(
    (await calls(page)).filter(({ channel }) => channel === 'jobs.verify').at(-1)?.request,
  ).toMatchObject({
    scanned: rightBadge.replaceAll(' ', '-'),
    by: 'keyboard',
  });
});

test('the closing Enter of a slow scanner does not press the next main button', async () => {
  const { page } = sample;
  await issueByKeyboard(page, false);
  await page.evaluate(() => sampleStation.moveJob({ state: 'sent' }));
  await expect(page.getByLabel('Scan field')).toBeFocused();
  await page.keyboard.insertText(rightBadge);
  // The silence after the burst ended the scan; the Enter comes only now.
  await expect(page.locator('main')).toContainText('This is the right badge');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Scan the badge')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Hand over to Ana Lima')).toBeVisible();
});

test('the code of a badge scanned into the search field is removed and not searched for', async () => {
  const { page } = sample;
  await sample.load({});
  await page.keyboard.insertText('ms-qrpin:v1|ana.lima@practice.example|1|key');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('That was the code of a badge');
  await expect(page.getByRole('combobox')).toHaveValue('');
  expect(JSON.stringify(await calls(page))).not.toContain('qrpin');
});

test('a code typed letter by letter into the search field leaves nothing there, and its Enter searches nothing', async () => {
  const { page } = sample;
  await sample.load({});
  const key = 'c2FtcGxlIGtleSBmb3IgYSB0ZXN0';
  // Right, and as a scanner of another keyboard types it.
  for (const marker of ['ms-qrpin:v1|', `msßqrpinÖv1'`]) {
    await page.keyboard.type(`${marker}ana.lima@practice.example|0f8b2c1d|${key}`, { delay: 2 });
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toContainText('That was the code of a badge');
    await expect(page.getByRole('combobox')).toHaveValue('');
  }
  expect(JSON.stringify(await calls(page))).not.toMatch(/c2Ft|0f8b|qrpin/);
});

test('a code typed into the search for a group leaves nothing there, and its Enter searches nothing', async () => {
  const { page } = sample;
  await sample.load({});
  await page.getByRole('tab', { name: 'Group' }).click();
  const field = page.getByLabel('Name of the group');
  await field.fill('ms-qrpin:v1|ana.lima@practice.example|1|c2FtcGxl');
  await expect(field).toHaveValue('');
  await field.focus();
  await page.keyboard.type('ms-qrpin:v1|ana.lima@practice.example|0f8b2c1d|c2FtcGxl', { delay: 2 });
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
  expect(JSON.stringify(await calls(page))).not.toMatch(/c2Ft|0f8b|qrpin|ana\.lima/);
});

test('a PIN on the screen goes when the window loses the focus', async () => {
  const { page } = sample;
  await issueByKeyboard(page, true);
  await page.evaluate(() => sampleStation.moveJob({ state: 'verified', witness: 'scan' }));
  await page.getByRole('button', { name: 'Show for 30 seconds' }).click();
  await expect(page.locator('main output')).toHaveText('48271936');
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(page.locator('main output')).toHaveCount(0);
});

test('going to somebody else is asked for while a badge is not finished, and loses nothing', async () => {
  const { page } = sample;
  await issueByKeyboard(page, false);
  await page.keyboard.press('F3');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(heading(page, 'Print the badge of Ana Lima')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Finish later' }).click();
  await expect(heading(page, 'Who is the badge for?')).toBeVisible();
  await page.keyboard.press('Control+j');
  await page.getByRole('button', { name: 'Go on Ana Lima' }).click();
  await expect(heading(page, 'Print the badge of Ana Lima')).toBeVisible();
});

test('a write is asked for once, however often Enter is pressed', async () => {
  const { page } = sample;
  await sample.load({});
  await page.keyboard.type('104417');
  await page.keyboard.press('Enter');
  // The same title stands over the short wait before.
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
  await expect(heading(page, 'What does Ana Lima need?')).toBeFocused();
  await page.keyboard.press('Enter');
  const button = page.locator('main [data-primary]');
  await expect(button).toHaveText('Issue and print');
  await button.evaluate((it: HTMLButtonElement) => {
    for (let presses = 0; presses < 5; presses += 1) it.click();
  });
  await expect(heading(page, 'Print the badge of Ana Lima')).toBeVisible();
  expect((await calls(page)).filter(({ channel }) => channel === 'issue.run')).toHaveLength(1);
});

test('a printer is added and its test page read back by keyboard alone', async () => {
  const { page } = sample;
  await sample.load({});
  await page.keyboard.press('Control+p');
  await expect(heading(page, 'Printers')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Add a printer')).toBeFocused();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  // The first that was found.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/ZD421/);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Gate 2');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Front desk')).toBeFocused();
  const added = (await calls(page)).find(({ channel }) => channel === 'printerSetup.add');
  expect(added?.request).toMatchObject({
    name: 'Gate 2',
    profileId: 'zebra-zd421-203',
    place: { kind: 'found', foundId: 'found-1' },
  });

  await page.keyboard.press('Enter');
  await expect(heading(page, 'Test page of Front desk')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Scan field')).toBeFocused();
  for (const dots of [3, 2]) {
    await page.keyboard.insertText(`BS-TEST|K7Q4MX|${dots}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toContainText(`The code with ${dots} dots was read.`);
    await expect(page.getByLabel('Scan field')).toBeFocused();
  }
  // An empty scan field lets Enter through to the main button.
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Saved.');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Front desk')).toBeFocused();
});
