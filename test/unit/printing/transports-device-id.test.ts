import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeviceId, parseDeviceIdAnswer } from '../../../src/main/printing/transports/device-id.ts';

const answer = (text: string, [high, low]: readonly [number, number] = [0, 0]): Uint8Array =>
  Uint8Array.of(high, low, ...Buffer.from(text, 'latin1'));

describe('a device id', () => {
  it('names maker, model, languages and serial number by short keys', () => {
    const text = 'MFG:EPSON;CMD:ESC/POS,BDC;MDL:TM-T20III;CLS:PRINTER;SN:X7KL012;';
    expect(parseDeviceId(text)).toEqual({
      maker: 'EPSON',
      model: 'TM-T20III',
      commands: ['ESC/POS', 'BDC'],
      serial: 'X7KL012',
    });
  });

  it('names them by long keys, in any case and with spaces around', () => {
    const text = ' manufacturer : Zebra Technologies ;COMMAND SET:ZPL; Model: ZTC ZD421-203dpi ZPL ;';
    expect(parseDeviceId(text)).toMatchObject({
      maker: 'Zebra Technologies',
      model: 'ZTC ZD421-203dpi ZPL',
      commands: ['ZPL'],
    });
  });

  it.each([
    ['right', [0, 31]],
    ['short by two', [0, 29]],
    ['little-endian', [31, 0]],
    ['zero', [0, 0]],
    ['far too long', [0xff, 0xff]],
  ] as const)('is read whatever its length bytes say: %s', (_name, length) => {
    expect(parseDeviceIdAnswer(answer('MFG:Star;MDL:TSP143III;CMD:STAR;', length))).toMatchObject({
      maker: 'Star',
      model: 'TSP143III',
    });
  });

  it('ends at the first NUL, so that rubbish behind it is left alone', () => {
    expect(parseDeviceIdAnswer(answer('MFG:TSC;MDL:TE210;\0MDL:rubbish;')).model).toBe('TE210');
  });

  it('keeps the first of two values for one key', () => {
    expect(parseDeviceId('MDL:one;MODEL:two;').model).toBe('one');
  });

  it.each([
    ['empty', ''],
    ['no pairs', 'hello'],
    ['only separators', ';;;:::;;;'],
    ['a key without a value', 'MFG:;MDL:;'],
    ['an unknown key', 'XYZ:1;'],
    ['bytes that are no text', '\u0001\u0002\u00ff\u00fe'],
    ['HTML, of which only the text matters', 'FOO:<b>x</b>;'],
  ])('has nothing in it when it is %s', (_name, text) => {
    expect(parseDeviceId(text)).toEqual({ maker: '', model: '', commands: [], serial: '' });
  });

  it('never throws, never grows and never shows control characters, whatever a device sends', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('MFG:', 'MDL:', 'CMD:', ';', ',', '\0', '\u001b[2J'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.uint8Array({ maxLength: 40 }), (parts, noise) => {
        const bytes = Uint8Array.of(0, 9, ...Buffer.from(parts.join(''), 'latin1'), ...noise);
        const id = parseDeviceIdAnswer(bytes);
        for (const text of [id.maker, id.model, id.serial, ...id.commands]) {
          expect(text.length).toBeLessThanOrEqual(200);
          expect(text).not.toMatch(/[^\x20-\x7e]/);
        }
        expect(id.commands.length).toBeLessThanOrEqual(32);
      }),
      { numRuns: 2000 },
    );
  });
});
