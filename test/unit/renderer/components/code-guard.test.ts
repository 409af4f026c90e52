import { describe, expect, it } from 'vitest';
import { CodeGuard, looksLikeCode, restMs } from '../../../../src/renderer/src/components/code-guard.ts';

const code =
  'ms-qrpin:v1|ana.lima@practice.example|0f8b2c1d-0000-4000-8000-000000000001|c2FtcGxlIGtleSBmb3IgYSB0ZXN0IG9ubHk=';

/** What a search field would have held at any time while a scanner types into it, letter by letter. */
function heldWhile(scanned: string, gapMs: number): readonly string[] {
  const guard = new CodeGuard();
  const held: string[] = [];
  let field = '';
  Array.from(scanned).forEach((character, at) => {
    field = guard.pass(field + character, at * gapMs) ?? '';
    held.push(field);
  });
  return held;
}

it.each([
  ['ms-qrpin:v1|ana@x.example|1|key', true],
  ['MS-QRPIN:V2|…', true],
  ['msßqrpinÖv1', true],
  [',s)arpinMv&µ', true],
  ["ms'qrpinÑv1Ç", true],
  ['x'.repeat(81), true],
  ['104417', false],
  ['Ana Lima', false],
  ['Thomas Qrpinski', false],
  ['firstname.lastname@subsidiary.of.a.company.example', false],
  ['', false],
])('knows whether %j is the code of a badge: %j', (text, expected) => {
  expect(looksLikeCode(text)).toBe(expected);
});

describe('CodeGuard', () => {
  it.each([1, 15, 60, restMs - 1])('swallows the rest of a code that comes every %d ms', (gapMs) => {
    const held = heldWhile(code, gapMs);
    expect(held.at(-1)).toBe('');
    expect(held.join(' ')).not.toMatch(/ana|0f8b|c2Ft/);
  });

  it('swallows it however the keyboard garbles it', () => {
    for (const scanned of [code.replace('-', 'ß'), code.toUpperCase(), `,s)arpin${code.slice(8)}`]) {
      expect(heldWhile(scanned, 10).join(' ')).not.toMatch(/c2Ft|C2FT/);
    }
  });

  it('lets no key through where the marker is one nobody knows: such a text is too long for a name', () => {
    const unknown = `next-generation|${'0'.repeat(64)}|${'k'.repeat(60)}`;
    const held = heldWhile(unknown, 10);
    expect(held.at(-1)).toBe('');
    expect(held.join(' ')).not.toContain('k');
  });

  it('takes its closing Enter along, and gives the field back after a rest', () => {
    const guard = new CodeGuard();
    expect(guard.pass(code, 0)).toBeNull();
    expect(guard.isSwallowing(restMs - 1)).toBe(true);
    expect(guard.isSwallowing(restMs)).toBe(false);
    expect(guard.pass('Ana', restMs)).toBe('Ana');
  });

  it('leaves alone what people type', () => {
    const guard = new CodeGuard();
    expect(guard.isSwallowing(0)).toBe(false);
    for (const name of ['A', 'An', 'Ana', 'Ana ', 'Ana Q', '']) expect(guard.pass(name, 10)).toBe(name);
  });
});
