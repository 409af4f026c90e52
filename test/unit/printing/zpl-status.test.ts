import { describe, expect, it } from 'vitest';
import {
  errorBits,
  hostFlags,
  ZplAnswers,
  type ZplAnswer,
} from '../../../src/main/printing/drivers/zpl-status.ts';
import { mutations } from './mutations.ts';

const first = ['030', '0', '0', '0687', '000', '0', '0', '0', '000', '0', '0', '0'];
const second = ['001', '0', '0', '0', '0', '2', '6', '0', '00000000', '1', '000'];

/** The three strings of ~HS with fields changed. */
function host(
  changes: { readonly first?: Record<number, string>; readonly second?: Record<number, string> } = {},
): string {
  const one = first.map((field, at) => changes.first?.[at] ?? field).join(',');
  const two = second.map((field, at) => changes.second?.[at] ?? field).join(',');
  return `\x02${one}\x03\r\n\x02${two}\x03\r\n\x021234,0\x03\r\n`;
}

function errors(mask: string, flag = '1'): string {
  return `\x02\r\n  PRINTER STATUS\r\n   ERRORS:         ${flag} 00000000 ${mask}\r\n   WARNINGS:       1 00000000 00000002\r\n\x03`;
}

const read = (...texts: readonly string[]): ZplAnswer[] => {
  const answers = new ZplAnswers();
  return texts.flatMap((text) => answers.feed(Buffer.from(text, 'latin1')));
};

describe('~HS', () => {
  it('reads a printer at rest', () => {
    expect(read(host())).toEqual([{ kind: 'host', reasons: [], formats: 0, labels: 0, partial: false }]);
  });

  it('reads the counters', () => {
    expect(read(host({ first: { 4: '003', 7: '1' }, second: { 8: '00000012' } }))).toEqual([
      { kind: 'host', reasons: [], formats: 3, labels: 12, partial: true },
    ]);
  });

  it.each(hostFlags.map((row) => [row.means, row] as const))('says %s', (_means, row) => {
    const change = row.string === 1 ? { first: { [row.field]: '1' } } : { second: { [row.field]: '1' } };
    expect(read(host(change))).toMatchObject([{ reasons: [row.reason] }]);
  });

  it('names the most pressing of several first', () => {
    const [answer] = read(host({ first: { 1: '1', 2: '1' }, second: { 2: '1' } }));
    expect(answer).toMatchObject({ reasons: ['cover-open', 'media-empty', 'paused'] });
  });

  it('takes a cold head as a remark: the printer warms up by itself', () => {
    expect(read(host({ first: { 10: '1' } }))).toMatchObject([{ reasons: [] }]);
  });

  it('puts together an answer that comes in pieces', () => {
    expect(read(...host().split(''))).toHaveLength(1);
  });

  it('reads two answers in one piece', () => {
    expect(read(host() + host({ first: { 4: '001' } }))).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['one string alone', `\x02${first.join(',')}\x03\r\n`],
    ['two strings', host().slice(0, -10)],
    ['the strings in another order', `\x02${second.join(',')}\x03\x02${first.join(',')}\x03\x021234,0\x03`],
    ['a field too few', host().replace('030,', '')],
    ['letters for digits', host({ first: { 4: 'abc' } })],
    ['a flag that is neither 0 nor 1', host({ first: { 1: '2' } })],
    ['no STX', host().replaceAll('\x02', '')],
    ['no ETX', host().replaceAll('\x03', '')],
    ['an empty frame between', host().replace('\r\n', '\r\n\x02\x03')],
    ['an endless frame', `\x02${'0'.repeat(100_000)}`],
  ])('makes nothing of %s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  it('finds its feet after junk', () => {
    expect(read(`\xff\x00\x02half a fra${host()}`)).toHaveLength(1);
  });
});

describe('~HQES', () => {
  it('reads a printer at rest', () => {
    expect(read(errors('00000000', '0'))).toEqual([{ kind: 'errors', reasons: [] }]);
  });

  it.each(errorBits.map((row) => [row.means, row] as const))('says %s', (_means, row) => {
    const mask = row.mask.toString(16).toUpperCase().padStart(8, '0');
    expect(read(errors(mask))).toEqual([{ kind: 'errors', reasons: [row.reason] }]);
  });

  it('takes an error it does not know for a fault', () => {
    expect(read(errors('00100000'))).toEqual([{ kind: 'errors', reasons: ['printer-fault'] }]);
  });

  it('comes beside ~HS', () => {
    expect(read(host() + errors('00000004')).map(({ kind }) => kind)).toEqual(['host', 'errors']);
  });
});

describe('anything at all', () => {
  it('100,000 times: never throws, and sees a printer at rest only where three whole strings say so', () => {
    // Written with < and > for STX and ETX, so that it can be read.
    const whole =
      /<\d{1,3}(,\d+){11}>[^<]*<\d{1,3},\d(,[01]){3},[0-9A-Z],\d,[01],0{1,8},\d,\d{1,3}>[^<]*<\w{1,8},\d>/;
    const spelled = (bytes: Uint8Array): string =>
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(/[<>]/g, '?')
        .replaceAll('\x02', '<')
        .replaceAll('\x03', '>');
    for (const bytes of mutations([host(), errors('00000001'), host({ first: { 4: '002' } })], 100_000)) {
      const answers = new ZplAnswers().feed(bytes);
      const atRest = answers.some(
        (each) => each.kind === 'host' && each.formats === 0 && each.labels === 0 && !each.partial,
      );
      if (atRest && !whole.test(spelled(bytes))) {
        expect.fail(`at rest out of ${JSON.stringify(spelled(bytes))}`);
      }
    }
  });
});
