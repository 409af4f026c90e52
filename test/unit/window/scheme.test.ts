import { describe, expect, it } from 'vitest';
import { isOurs, registerScheme, startUrl } from '../../../src/main/window/scheme.ts';

describe('isOurs', () => {
  it.each([
    startUrl,
    'badge-station://app',
    'badge-station://app/',
    'badge-station://app/a/b.js?c#d',
    'BADGE-STATION://app/x',
  ])('knows %s', (url) => {
    expect(isOurs(url)).toBe(true);
  });

  it.each([
    '',
    'null',
    'about:blank',
    'about:srcdoc',
    'badge-station:',
    'badge-station://',
    'badge-station://app.example/',
    'badge-station://example.app/',
    'badge-station://app:1/',
    'badge-station://app@example/',
    'badge-station://x@app/',
    'badge-station://other/?badge-station://app/',
    'badge-station2://app/',
    'xbadge-station://app/',
    'https://app/',
    'file:///app/index.html',
    'data:text/html,badge-station://app/',
    'blob:badge-station://app/x',
    'javascript:badge-station://app/',
  ])('does not take %j for ours', (url) => {
    expect(isOurs(url)).toBe(false);
  });
});

describe('registerScheme', () => {
  it('asks for no more powers than a page needs', () => {
    const asked: unknown[] = [];
    registerScheme({ registerSchemesAsPrivileged: (schemes) => void asked.push(...schemes) });
    expect(asked).toEqual([
      {
        scheme: 'badge-station',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });
});
