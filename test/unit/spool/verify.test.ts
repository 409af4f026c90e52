import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeScan } from '../../../src/main/spool/verify.ts';

const job = { holderUpn: 'mara@contoso.example' };
const text = 'ms-qrpin:v1|mara@contoso.example|11111111-2222-3333-4444-555555555555|aGVsbG8rd29ybGQ=';
const payload = new TextEncoder().encode(text);

const verdict = (scanned: string | Uint8Array, of: Uint8Array = payload): string =>
  judgeScan(job, of, scanned);

describe('a scan', () => {
  it.each([
    ['as it is', text],
    ['with a return after it', `${text}\r`],
    ['with a line end after it', `${text}\r\n`],
    ['with a tab after it', `${text}\t`],
    ['with an AIM prefix', `]Q1${text}`],
    ['with the other AIM prefix and a return', `]Q3${text}\r`],
    ['with control characters around and inside', `\u0002${text.slice(0, 9)}\u001D${text.slice(9)}\u0003`],
    ['with spaces around it', `  ${text} `],
  ])('matches %s', (_, scanned) => {
    expect(verdict(scanned)).toBe('match');
  });

  it('matches bytes from a camera', () => {
    expect(verdict(Uint8Array.from(payload))).toBe('match');
  });

  it('matches a payload that is no text', () => {
    const binary = Uint8Array.from([0xff, 0xfe, 0x80, 0x41]);
    expect(verdict('\u00ff\u00fe\u0080A', binary)).toBe('match');
    expect(verdict(binary, binary)).toBe('match');
  });

  it('matches names outside ASCII', () => {
    const unusual = 'ms-qrpin:v1|jürgen.müller@contoso.example|code|ключ';
    expect(judgeScan(job, new TextEncoder().encode(unusual), unusual)).toBe('match');
  });

  it.each([
    [
      'another code of this holder',
      'ms-qrpin:v1|mara@contoso.example|99999999-2222-3333-4444-555555555555|a',
      'older-badge',
    ],
    [
      'this holder in other letters',
      'ms-qrpin:v1|MARA@Contoso.example|99999999-2222-3333-4444-555555555555|a',
      'older-badge',
    ],
    [
      'another holder',
      'ms-qrpin:v1|otto@contoso.example|11111111-2222-3333-4444-555555555555|a',
      'another-holder',
    ],
    ['the same code with another key', text.replace('aGVs', 'aGVz'), 'unreadable'],
    ['the same code cut short', text.slice(0, -3), 'unreadable'],
    [
      'Caps Lock',
      text.replace(/./gu, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())),
      'other-keyboard',
    ],
    ['a web address', 'https://contoso.example/visitor/4711', 'not-a-code'],
    ['a staff card', '0049118823', 'not-a-code'],
    ['a keyboard that has no bar', text.replaceAll('|', '>'), 'other-keyboard'],
    ['a page of text', 'x'.repeat(5000), 'not-a-code'],
    ['nothing', '', 'unreadable'],
    ['only a return', '\r\n', 'unreadable'],
    ['only blanks', '   ', 'unreadable'],
    ['no bytes', new Uint8Array(), 'unreadable'],
    ['too many bytes', new Uint8Array(5000), 'not-a-code'],
  ])('of %s is told apart', (_, scanned, expected) => {
    expect(verdict(scanned)).toBe(expected);
  });

  it('takes only the very content for a match', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        fc.pre(changed !== text);
        expect(verdict(changed)).not.toBe('match');
      }),
    );
  });

  it('answers any junk with a verdict', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 4000 }), fc.uint8Array({ maxLength: 4000 })),
        (junk) => {
          expect(['older-badge', 'another-holder', 'not-a-code', 'unreadable']).toContain(verdict(junk));
        },
      ),
    );
  });

  it('keeps its word when the payload itself has an unknown layout', () => {
    const unknown = new TextEncoder().encode('next-generation-code');
    expect(verdict('next-generation-code', unknown)).toBe('match');
    expect(verdict(text, unknown)).toBe('older-badge');
    expect(verdict('something else', unknown)).toBe('not-a-code');
  });
});
