import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOtherKeyboard } from '../../../src/main/spool/other-keyboard.ts';
import { judgeScan } from '../../../src/main/spool/verify.ts';

const text =
  'ms-qrpin:v1|mara.lopez@contoso.example|11111111-2222-3333-4444-555555555555|aGVsbG8+d29y/GQ9kEyZq7WxzAb==';
const payload = new TextEncoder().encode(text);

/** A keyboard by its keys: what the US one types, and what the same keys type on this one. */
function keyboard(us: string, here: string): ReadonlyMap<string, string> {
  const types = Array.from(here);
  return new Map(Array.from(us).map((key, at) => [key, types[at] ?? key]));
}

/** What a computer makes of the keys of a scanner that is set to the US keyboard. */
function typedOn(keys: ReadonlyMap<string, string>, source = text): string {
  return Array.from(source, (character) => keys.get(character) ?? character).join('');
}

const german = keyboard('yzYZ-:|@/=+_;', `zyZYßÖ'"-´\`?ö`);
const french = keyboard('aqAQzwZWmM-:|@./0123456789', `qaQAwzWZ,?)Mµ2:!à&é"'(-è_ç`);
const spanish = keyboard('-:|@/=+', `'ÑÇ"-¡¿`);
const capsLock = (source: string) =>
  Array.from(source, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');

const verdict = (scanned: string): string =>
  judgeScan({ holderUpn: 'mara.lopez@contoso.example' }, payload, scanned);

describe('a scan typed on another keyboard', () => {
  it.each([
    ['a German one', typedOn(german)],
    ['a French one', typedOn(french)],
    ['a Spanish one', typedOn(spanish)],
    ['Caps Lock', capsLock(text)],
    ['a German one with a return after it', `${typedOn(german)}\r\n`],
    ['an AIM prefix before it', `]Q1${typedOn(spanish)}`],
  ])('is told by itself: %s', (_, scanned) => {
    expect(verdict(scanned)).toBe('other-keyboard');
  });

  it('is told where an accent key joined the letter after it', () => {
    const joined = typedOn(german, text.replace('+d', '+a')).replace('`a', 'à');
    const same = new TextEncoder().encode(text.replace('+d', '+a'));
    expect(joined).toContain('à');
    expect(isOtherKeyboard(joined, same)).toBe(true);
  });

  it.each([
    ['the badge itself', text],
    ['nothing', ''],
    ['a character less', typedOn(german).slice(0, -1)],
    ['a character more', `${typedOn(german)}x`],
    ['one letter that stands for two', typedOn(german).replace('1111', '1112')],
    ['another key', typedOn(german, text.replace('aGVs', 'bHVs'))],
    ['another holder', typedOn(german, text.replace('mara.lopez', 'otto.lopez'))],
    ['an older code of this holder', typedOn(german, text.replace('|11111111-2222', '|91817161-2222'))],
    ['the same letter over and over', 'x'.repeat(text.length)],
  ])('is not seen in %s', (_, scanned) => {
    expect(isOtherKeyboard(scanned, payload)).toBe(false);
  });

  it('is not seen in short texts, where it could be chance', () => {
    expect(isOtherKeyboard('bcd', new TextEncoder().encode('abc'))).toBe(false);
  });

  it('never is a match, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 0, maxLength: 200 }),
        fc.uint8Array(),
        (scan, bytes) => {
          expect(typeof isOtherKeyboard(scan, bytes)).toBe('boolean');
        },
      ),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...new Set(text)], { minLength: new Set(text).size }), (letters) => {
        const exchange = new Map([...new Set(text)].map((letter, at) => [letter, letters[at] ?? letter]));
        const scanned = typedOn(exchange);
        fc.pre(scanned !== text);
        expect(verdict(scanned)).not.toBe('match');
      }),
    );
  });
});
