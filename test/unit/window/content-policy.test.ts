import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  contentPolicy,
  devContentPolicy,
  isWorkerFile,
  safetyHeaders,
  workerPolicy,
} from '../../../src/main/window/content-policy.ts';

const parse = (policy: string) =>
  new Map(
    policy
      .split('; ')
      .map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1).split(' ')]),
  );

describe('the content policy', () => {
  it('refuses whatever it does not name', () => {
    expect(parse(contentPolicy).get('default-src')).toEqual(["'none'"]);
  });

  it('lets no text become code, and loads nothing from outside', () => {
    const sources = [...parse(contentPolicy).values()].flat();
    const emptyStyle = `'sha256-${createHash('sha256').update('').digest('base64')}'`;
    expect([...new Set(sources)].sort()).toEqual(["'none'", "'self'", emptyStyle, 'blob:'].sort());
  });

  it.each(['base-uri', 'form-action', 'frame-ancestors'])(
    'closes %s, which default-src does not cover',
    (name) => {
      expect(parse(contentPolicy).get(name)).toEqual(["'none'"]);
    },
  );

  it('keeps blob: to pictures', () => {
    const withBlob = [...parse(contentPolicy)]
      .filter(([, sources]) => sources.includes('blob:'))
      .map(([name]) => name);
    expect(withBlob).toEqual(['img-src']);
  });

  it('lets a worker run WebAssembly and nothing else, and the page not even that', () => {
    expect([...parse(workerPolicy)]).toEqual([
      ['default-src', ["'none'"]],
      ['script-src', ["'wasm-unsafe-eval'"]],
    ]);
    expect(contentPolicy).not.toContain('eval');
  });

  it.each([
    [['workers', 'camera-worker-x.js'], true],
    [['index.html'], false],
    [['assets', 'workers', 'x.js'], false],
    [['workersx', 'x.js'], false],
    [[], false],
  ])('knows a worker by its folder: %j', (parts, isWorker) => {
    expect(isWorkerFile(parts)).toBe(isWorker);
  });

  it('opens a WebSocket to the development server alone while developing', () => {
    expect(parse(devContentPolicy('http://localhost:5173')).get('connect-src')).toEqual([
      "'self'",
      'ws://localhost:5173',
    ]);
  });

  it('turns every power off but the camera, which stays with our own page', () => {
    const powers = safetyHeaders()['Permissions-Policy']?.split(', ') ?? [];
    expect(powers.filter((power) => !power.endsWith('=()'))).toEqual(['camera=(self)']);
    expect(powers).toEqual(
      expect.arrayContaining([
        'microphone=()',
        'usb=()',
        'serial=()',
        'hid=()',
        'clipboard-read=()',
        'display-capture=()',
      ]),
    );
  });

  it('goes with every answer, beside what guesses no types, tells nobody and shares nothing', () => {
    const { 'Permissions-Policy': _powers, ...others } = safetyHeaders();
    expect(others).toEqual({
      'Content-Security-Policy': contentPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
  });
});
