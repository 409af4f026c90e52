import { describe, expect, it } from 'vitest';
import {
  burstEndMs,
  maxScanCharacters,
  ScanBuffer,
  withoutControls,
} from '../../../../src/renderer/src/scanner/scan-buffer.ts';

const code = 'ms-qrpin:v1|ana.lima@practice.example|0f8b|c2FtcGxl';

function typed(text: string, gapMs: number): ScanBuffer {
  const buffer = new ScanBuffer();
  Array.from(text).forEach((character, place) => buffer.push(character, place * gapMs));
  return buffer;
}

describe('what a scanner sends', () => {
  const junk: readonly { name: string; sent: string; taken: string | null }[] = [
    { name: 'a code as it is', sent: code, taken: code },
    { name: 'start and stop control characters', sent: `\u0002${code}\u0003`, taken: code },
    {
      name: 'carriage return and line feed inside',
      sent: `${code.slice(0, 9)}\r\n${code.slice(9)}\r`,
      taken: code,
    },
    { name: 'a byte order mark', sent: `\uFEFF${code}`, taken: code },
    { name: 'direction marks', sent: `\u200E\u202A${code}\u202C`, taken: code },
    { name: 'C1 controls and DEL', sent: `\u0085\u007F${code}\u009F`, taken: code },
    { name: 'blanks round it', sent: `  ${code}\t `, taken: code },
    {
      name: 'letters of other scripts',
      sent: 'ms-qrpin:v1|ınanç@örnek.example|1|x',
      taken: 'ms-qrpin:v1|ınanç@örnek.example|1|x',
    },
    { name: 'nothing', sent: '', taken: null },
    { name: 'blanks only', sent: '   ', taken: null },
    { name: 'controls only', sent: '\u0000\u001B\u0007', taken: null },
    { name: 'a lone surrogate', sent: '\uD83D', taken: '\uD83D' },
  ];
  it.each(junk)('$name', ({ sent, taken }) => {
    const buffer = new ScanBuffer();
    buffer.push(sent, 0);
    expect(buffer.take()).toBe(taken);
  });

  it('is cut where main would refuse it', () => {
    const buffer = new ScanBuffer();
    buffer.push('x'.repeat(maxScanCharacters), 0);
    buffer.push('yyy', 1);
    expect(buffer.length).toBe(maxScanCharacters);
    expect(buffer.take()).toHaveLength(maxScanCharacters);
  });
});

it('hands a scan out once and forgets it', () => {
  const buffer = typed(code, 5);
  expect(buffer.take()).toBe(code);
  expect(buffer.length).toBe(0);
  expect(buffer.take()).toBeNull();
});

it('tells a scanner from a person by its speed', () => {
  expect(typed(code, 5).isBurst).toBe(true);
  expect(typed(code, 180).isBurst).toBe(false);
  expect(typed('12345', 5).isBurst).toBe(false);
});

it('ends a burst by silence, and never what a person types', () => {
  const lastAtMs = (code.length - 1) * 5;
  expect(typed(code, 5).isOver(lastAtMs + burstEndMs - 1)).toBe(false);
  expect(typed(code, 5).isOver(lastAtMs + burstEndMs)).toBe(true);
  expect(typed(code, 180).isOver(1_000_000)).toBe(false);
});

it('starts a burst anew after a pause', () => {
  const buffer = typed('1234567', 5);
  buffer.push('8', 5000);
  expect(buffer.isBurst).toBe(false);
});

it('keeps every printable character', () => {
  const printable = Array.from({ length: 95 }, (_, place) => String.fromCodePoint(0x20 + place)).join('');
  expect(withoutControls(printable)).toBe(printable);
});
