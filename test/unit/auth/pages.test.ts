import { describe, expect, it } from 'vitest';
import { signInPage, usualPages } from '../../../src/main/auth/pages.ts';

describe('pages in the system browser', () => {
  it('escape what they are given', () => {
    const page = signInPage('<script>', `"'&`);
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#60;script&#62;');
    expect(page).toContain('&#34;&#39;&#38;');
  });

  it('promise no success, because the tokens come later', () => {
    expect(usualPages.returned).not.toMatch(/success|signed in|done/i);
  });
});
