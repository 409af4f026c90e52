import { describe, expect, it } from 'vitest';
import { BrowserStep } from '../../../src/main/auth/browser-step.ts';

function step() {
  const opened: string[] = [];
  const open = (url: string): Promise<void> => {
    opened.push(url);
    return Promise.resolve();
  };
  return { step: new BrowserStep(open, 'login.microsoftonline.com'), opened };
}

describe('the browser of a sign-in', () => {
  it('opens a page of the configured authority', async () => {
    const { step: browser, opened } = step();
    await browser.openBrowser('https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize?x=1');
    expect(opened).toEqual(['https://login.microsoftonline.com/tenant/oauth2/v2.0/authorize?x=1']);
  });

  it.each([
    'http://login.microsoftonline.com/',
    'https://login.microsoftonline.com.example.com/',
    'https://login.microsoftonline.com@example.com/',
    'https://example.com/?https://login.microsoftonline.com/',
    'https://login.microsoftonline.com:444/',
    'file:///login.microsoftonline.com/etc/passwd',
    'ms-msdt://login.microsoftonline.com/',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('never opens %j', async (address) => {
    const { step: browser, opened } = step();
    await expect(browser.openBrowser(address)).rejects.toThrow();
    expect(opened).toEqual([]);
  });
});
