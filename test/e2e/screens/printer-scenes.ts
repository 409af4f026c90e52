import type { Page } from '@playwright/test';

/** The screen's buttons at its end, by place: names differ from language to language. */
const action = (page: Page, place: number) =>
  page.locator('main [data-primary]').locator('xpath=..').locator('button').nth(place).click();
const primary = (page: Page) => page.locator('main [data-primary]').click();

const openPrinters = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+p');
  await page.locator('main li').first().waitFor();
};
const openFirst = async (page: Page): Promise<void> => {
  await openPrinters(page);
  await page.locator('main li button').first().click();
  await page.locator('main dl').waitFor();
};

/** The Printers screen, from its list to a printer that goes. */
export const printerScenes: readonly {
  readonly name: string;
  readonly fresh?: Readonly<Record<string, unknown>>;
  readonly go: (page: Page) => Promise<void>;
}[] = [
  { name: 'printers', fresh: {}, go: openPrinters },
  {
    name: 'printers-none',
    fresh: { printers: [], routes: { badge: [], temporary: [], pinSlip: [] } },
    go: async (page) => {
      await page.keyboard.press('Control+p');
      await page.locator('main [data-primary]').waitFor();
    },
  },
  {
    name: 'printers-locked',
    fresh: {},
    go: async (page) => {
      await page.evaluate(() => {
        const routes = sampleStation.snapshot.routes;
        sampleStation.bridge.answer({
          'printerSetup.view': () => ({
            ok: true,
            value: {
              printers: [],
              routes,
              locked: {
                printers: 'policy',
                routes: { badge: 'policy', temporary: 'file', pinSlip: null },
              },
            },
          }),
        });
      });
      await page.keyboard.press('Control+p');
      await page.locator('main h1').waitFor();
    },
  },
  {
    name: 'printers-add',
    fresh: {},
    go: async (page) => {
      await openPrinters(page);
      await primary(page);
      await page.locator('main li').first().waitFor();
    },
  },
  {
    name: 'printers-add-found',
    go: async (page) => {
      await page.locator('main li button').first().click();
      await page.locator('main select').first().waitFor();
    },
  },
  {
    name: 'printers-add-address',
    go: async (page) => {
      await action(page, 1);
      await page.locator('main li').first().waitFor();
      // Behind the buttons of the list: by address, look again, back.
      await page.locator('main > div button').nth(-3).click();
      await page.locator('main select').first().waitFor();
      await page.locator('main select').nth(1).selectOption('own');
      await page.locator('main input[inputmode=decimal]').first().fill('5');
      await page.locator('main input[inputmode=decimal]').nth(1).fill('5');
    },
  },
  { name: 'printers-details', fresh: {}, go: openFirst },
  {
    name: 'printers-change',
    go: async (page) => {
      await action(page, 2);
      await page.locator('main select').first().waitFor();
    },
  },
  {
    name: 'printers-remove',
    fresh: {},
    go: async (page) => {
      await openFirst(page);
      await action(page, 3);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'printers-test',
    fresh: {},
    go: async (page) => {
      await openFirst(page);
      await primary(page);
      await page.locator('main select').waitFor();
    },
  },
  {
    name: 'printers-test-printed',
    go: async (page) => {
      await primary(page);
      await page.locator('main input[type=password]').waitFor();
      await page.keyboard.insertText('BS-TEST|K7Q4MX|3');
      await page.keyboard.press('Enter');
      await page.locator('main h2').first().waitFor();
    },
  },
  {
    name: 'printers-test-learned',
    go: async (page) => {
      await primary(page);
      await page.locator('main input[type=password]').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'printers-test-other-head',
    fresh: {},
    go: async (page) => {
      await openFirst(page);
      await primary(page);
      await page.locator('main select').waitFor();
      await primary(page);
      await page.locator('main input[inputmode=decimal]').last().fill('6.8');
      await primary(page);
      await page.locator('main input[type=password]').waitFor({ state: 'detached' });
    },
  },
];
