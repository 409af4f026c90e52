import { describe, expect, it } from 'vitest';
import { requestParsers } from '../../../src/shared/ipc/requests.ts';

const parses = (scanned: string, by: string): boolean =>
  requestParsers['jobs.verify'].safeParse({ jobId: 'j-1', scanned, by }).success;

describe('jobs.verify', () => {
  it('takes any text from a keyboard, up to its length', () => {
    expect(parses('ключ 🔑', 'keyboard')).toBe(true);
    expect(parses('x'.repeat(8192), 'keyboard')).toBe(true);
    expect(parses('x'.repeat(8193), 'keyboard')).toBe(false);
  });

  it('takes bytes as characters from a camera, and nothing larger than a byte', () => {
    const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, at) => at));
    expect(parses(everyByte, 'camera')).toBe(true);
    expect(parses('', 'camera')).toBe(true);
    for (const scanned of ['\u0100', 'a\u2028', '🔑', 'line\n\u0130'])
      expect(parses(scanned, 'camera')).toBe(false);
  });

  it.each(['', 'scanner', 'Camera', '__proto__'])('knows no other way: %j', (by) => {
    expect(parses('x', by)).toBe(false);
  });
});
