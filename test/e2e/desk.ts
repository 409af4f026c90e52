import { expect, type Locator, type Page } from '@playwright/test';

/** What an operator does at the station, by the words on the screen. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  async signIn(operator = 'Priya Raman'): Promise<void> {
    await this.button('Sign in with Microsoft').click();
    await this.button(new RegExp(operator)).click();
    await expect(this.heading('Who is the badge for?')).toBeVisible();
  }

  async find(text: string, name: string): Promise<void> {
    await this.page.getByLabel('Name, user name or employee number').fill(text);
    await this.page.getByRole('option', { name }).click();
    await expect(this.heading(`What does ${name} need?`)).toBeVisible();
  }

  /** From the choice to the check screen. */
  async choose(operation: string): Promise<void> {
    await this.page.getByRole('radio', { name: operation, exact: true }).check({ force: true });
    await this.button('Continue').click();
    await expect(this.page.getByText(/Everything is ready|in the way/)).toBeVisible();
  }

  /** Waits until the bytes were taken or the printer confirmed them: then the badge is to be scanned. */
  async waitForPaper(): Promise<void> {
    await expect(this.heading('Scan the badge')).toBeVisible();
  }

  /** Gives a scan to the armed field as a scanner does: characters in a burst, then Enter. */
  async scan(text: string): Promise<void> {
    const field = this.page.getByLabel('Scan field');
    await expect(field).toBeFocused();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** Holds the reveal button down, reads the PIN, lets go, and sees that it is gone. */
  async lookAtPin(): Promise<string> {
    const hold = this.button('Hold to show the PIN');
    const box = await hold.boundingBox();
    if (box === null) throw new Error('The PIN button has no place on the screen');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    const shown = this.page.getByRole('region', { name: /PIN$/ }).locator('output');
    await expect(shown).toHaveText(/\d{4}/);
    const pin = (await shown.innerText()).replace(/\D/g, '');
    await this.page.mouse.up();
    await expect(shown).toHaveCount(0);
    return pin;
  }

  /** Presses for a PIN slip and waits until the printer took it. */
  async printSlip(): Promise<void> {
    await this.button('Print a PIN slip').click();
    const box = this.page.getByRole('region', { name: 'PIN slip' });
    await expect(box.getByText(/(PIN slip was sent to|reports the PIN slip)/)).toBeVisible();
  }

  /** From the print step to the end, with a scan of the badge that came out. */
  async verifyAndHandOver(payload: string): Promise<void> {
    await this.scan(payload);
    await expect(this.page.getByText('This is the right badge', { exact: true })).toBeVisible();
    await this.button('Go on to hand-over').click();
    await this.button('Handed over').click();
    await expect(this.button('Next holder')).toBeVisible();
  }
}
