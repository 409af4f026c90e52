import { describe, expect, it } from 'vitest';
import { outsidePages } from '../../../src/main/app/outside-pages.ts';

function watched(fails = false) {
  const opened: string[] = [];
  const pages = outsidePages((url) => {
    opened.push(url);
    return fails ? Promise.reject(new Error('no browser')) : Promise.resolve();
  });
  return { pages, opened };
}

describe('pages in the system browser', () => {
  it('shows Microsoft’s page about a number', async () => {
    const { pages, opened } = watched();
    expect(await pages.help(50105)).toBe(true);
    expect(opened).toEqual(['https://login.microsoftonline.com/error?code=50105']);
  });

  const junk: readonly unknown[] = [
    0,
    -1,
    1.5,
    Number.NaN,
    Infinity,
    10_000_000,
    1e21,
    '50105',
    '50105&redirect=https://example.com',
    '',
    null,
    undefined,
    {},
    [],
    [50105],
    true,
    50105n,
    { toString: () => '1', valueOf: () => 1 },
  ];
  it.each(junk)('opens nothing for %p', async (number) => {
    const { pages, opened } = watched();
    expect(await pages.help(number as number)).toBe(false);
    expect(opened).toEqual([]);
  });

  it('says so when the browser did not open', async () => {
    expect(await watched(true).pages.help(50105)).toBe(false);
    await expect(watched(true).pages.signIn('https://login.example/')).rejects.toThrow();
  });

  it.each([
    'http://login.microsoftonline.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    '//x',
    '',
  ])('never opens %j as a sign-in page', async (url) => {
    const { pages, opened } = watched();
    await expect(pages.signIn(url)).rejects.toThrow();
    expect(opened).toEqual([]);
  });
});
