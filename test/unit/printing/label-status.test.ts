import { describe, expect, it } from 'vitest';
import { brotherErrorBits, BrotherStatuses } from '../../../src/main/printing/drivers/brother-status.ts';
import { cpclStatusBits } from '../../../src/main/printing/drivers/cpcl.ts';
import { dymoStatusBits } from '../../../src/main/printing/drivers/dymo.ts';
import { epl2Codes, Epl2Reader } from '../../../src/main/printing/drivers/epl2.ts';
import { OneByteReader, type BitRow } from '../../../src/main/printing/drivers/one-byte.ts';
import type { Look } from '../../../src/main/printing/drivers/polled.ts';
import { StarReader, starStatusBits } from '../../../src/main/printing/drivers/star.ts';
import { tsplStatusBits } from '../../../src/main/printing/drivers/tspl.ts';

describe.each<[string, readonly BitRow[], number]>([
  ['TSPL, <ESC>!?', tsplStatusBits, 0x00],
  ['DYMO, ESC A', dymoStatusBits, 0x03],
  ['CPCL, ESC h', cpclStatusBits, 0x00],
])('%s', (_name, rows, well) => {
  const read = (...bytes: readonly number[]): Look[] => new OneByteReader(rows).feed(Uint8Array.from(bytes));

  it('says that all is well', () => {
    expect(read(well)).toEqual([{ reasons: [], isAtWork: false, counter: null }]);
  });

  it.each(rows.map((row) => [row.means, row] as const))('says %s', (_means, row) => {
    const isWork = row.reason === 'work';
    expect(read(well | row.mask)).toEqual([
      { reasons: isWork ? [] : [row.reason], isAtWork: isWork, counter: null },
    ]);
  });

  it('makes nothing of nothing, or of more than a byte', () => {
    expect(read()).toEqual([]);
    expect(read(0x00, 0x00)).toEqual([]);
  });
});

describe('EPL2, ^ee', () => {
  const read = (...texts: readonly string[]): Look[] => {
    const reader = new Epl2Reader();
    return texts.flatMap((each) => reader.feed(Buffer.from(each, 'latin1')));
  };

  it.each(Object.entries(epl2Codes))('%s', (code, reason) => {
    expect(read(`${code}\r\n`)).toEqual([
      { reasons: reason === null ? [] : [reason], isAtWork: false, counter: null },
    ]);
  });

  it.each([
    ['several codes', '07,11\r\n', ['media-empty', 'cover-open']],
    ['a code with labels left', '07P012\r\n', ['media-empty']],
    ['a code in no table', '42\r\n', ['printer-fault']],
  ])('reads %s', (_what, text, reasons) => {
    expect(read(text).map((look) => look.reasons)).toEqual([reasons]);
  });

  it('puts together an answer that comes in pieces', () => {
    expect(read('0', '0', '\r', '\n')).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['no line end', '00'],
    ['letters', 'OK\r\n'],
    ['three digits', '000\r\n'],
    ['an endless line', '0'.repeat(100_000)],
    ['XON and XOFF', '\x11\x13\r\n'],
  ])('makes nothing of %s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });
});

/** A status of nine bytes, as most Star printers send. */
const starStatus = (changes: Readonly<Record<number, number>> = {}): Uint8Array =>
  Uint8Array.from([0x23, 0x06, 0, 0, 0, 0, 0, 0, 0], (byte, at) => changes[at] ?? byte);

describe('Star, automatic status', () => {
  const read = (...bytes: readonly Uint8Array[]): Look[] => {
    const reader = new StarReader();
    return bytes.flatMap((each) => reader.feed(each));
  };

  it('says that all is well', () => {
    expect(read(starStatus())).toEqual([{ reasons: [], isAtWork: false, counter: 0 }]);
  });

  it.each(starStatusBits.map((row) => [row.means, row] as const))('says %s', (_means, row) => {
    expect(read(starStatus({ [row.at]: row.mask }))).toMatchObject([{ reasons: [row.reason] }]);
  });

  it.each([
    [1, 0x02],
    [2, 0x04],
    [4, 0x08],
    [8, 0x20],
    [16, 0x40],
    [31, 0x6e],
  ])('counts %i', (counter, byte) => {
    expect(read(starStatus({ 7: byte }))).toMatchObject([{ counter }]);
  });

  it('takes the length from the headers', () => {
    // Seven bytes: printers without the ETB counter. Header 2 with bit 7: two bytes more.
    expect(read(Uint8Array.of(0x0f, 0x06, 0, 0, 0, 0, 0))).toMatchObject([{ counter: null }]);
    const eleven = Uint8Array.of(0x23, 0x86, 0, 0, 0, 0, 0, 0x02, 0, 0, 0);
    expect(read(Buffer.concat([eleven, starStatus()]))).toHaveLength(2);
  });

  it('puts together a status that comes byte by byte', () => {
    expect(read(...[...starStatus({ 5: 0x08 })].map((byte) => Uint8Array.of(byte)))).toMatchObject([
      { reasons: ['media-empty'] },
    ]);
  });

  it.each([
    ['XON and XOFF', Uint8Array.of(0x11, 0x13, 0x11)],
    ['a status with a byte that is none', starStatus({ 4: 0x11 })],
    ['a header alone', Uint8Array.of(0x23)],
    ['zeros', new Uint8Array(40)],
    ['a header that names too few bytes', Uint8Array.of(0x03, 0x06, 0, 0)],
  ])('makes nothing of %s', (_what, bytes) => {
    expect(read(bytes)).toEqual([]);
  });

  it('finds its feet after junk', () => {
    expect(read(Buffer.concat([Uint8Array.of(0xff, 0x23, 0x90, 0x80), starStatus()]))).toHaveLength(1);
  });
});

/** A Brother status of 32 bytes. */
const brotherStatus = (changes: Readonly<Record<number, number>> = {}): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => changes[at] ?? [0x80, 0x20, 0x42, 0x34][at] ?? 0);

describe('Brother, status of 32 bytes', () => {
  const read = (...bytes: readonly Uint8Array[]) => {
    const statuses = new BrotherStatuses();
    return bytes.flatMap((each) => statuses.feed(each));
  };

  it('says which roll is in', () => {
    expect(read(brotherStatus({ 10: 62, 11: 0x0b, 17: 100 }))).toEqual([
      { type: 'reply', reasons: [], isPrinting: false, widthMm: 62, lengthMm: 100 },
    ]);
  });

  it.each([
    [0x00, 'reply'],
    [0x01, 'completed'],
    [0x02, 'error'],
    [0x05, 'other'],
    [0x06, 'other'],
  ])('type %i is "%s"', (type, name) => {
    expect(read(brotherStatus({ 18: type }))).toMatchObject([{ type: name }]);
  });

  it('says that it is printing', () => {
    expect(read(brotherStatus({ 19: 1 }))).toMatchObject([{ isPrinting: true }]);
  });

  it.each(brotherErrorBits.map((row) => [row.means, row] as const))('says %s', (_means, row) => {
    expect(read(brotherStatus({ [row.at]: row.mask }))).toMatchObject([{ reasons: [row.reason] }]);
  });

  it('puts together a status that comes in pieces, and reads two in one', () => {
    const two = Buffer.concat([brotherStatus(), brotherStatus({ 18: 1 })]);
    expect(read(two.subarray(0, 20), two.subarray(20))).toHaveLength(2);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['half a status', brotherStatus().subarray(0, 31)],
    ['another maker', brotherStatus({ 2: 0x41 })],
    ['zeros', new Uint8Array(64)],
  ])('makes nothing of %s', (_what, bytes) => {
    expect(read(bytes)).toEqual([]);
  });
});
