import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('the sign-in library', () => {
  it('is imported by one file, so that replacing it costs one file', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.tsx?$/.test(path),
    );
    const importing = files.filter((path) =>
      /from '@azure\/msal/.test(readFileSync(join('src', path), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(importing).toEqual([join('main', 'auth', 'msal-client.ts')]);
  });
});
