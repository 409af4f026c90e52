import { type Result, fail, ok } from '../../../../shared/result.ts';

/** How a serial printer is spoken to; `serial:PORT?baud=19200&parity=even&bits=8&stop=1&flow=rtscts`. */
export interface SerialSettings {
  readonly path: string;
  readonly baud: number;
  readonly parity: 'none' | 'even' | 'odd';
  readonly dataBits: 7 | 8;
  readonly stopBits: 1 | 2;
  /** Without flow control a printer with a full buffer loses bytes; XON/XOFF swallows the bytes 11h and 13h of its answers. */
  readonly flow: 'rtscts' | 'xonxoff' | 'none';
}

/** Rates printers offer on their switches. */
const bauds = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200, 230_400];
const choices = {
  parity: { none: 'none', even: 'even', odd: 'odd' },
  bits: { '7': 7, '8': 8 },
  stop: { '1': 1, '2': 2 },
  flow: { rtscts: 'rtscts', xonxoff: 'xonxoff', none: 'none' },
} as const;

const known = 'baud, parity, bits, stop, flow';

/** Reads what follows `serial:`. 9600 8N1 with RTS/CTS is what printers are shipped with most often. */
export function parseSerialSettings(rest: string): Result<SerialSettings> {
  const mark = rest.indexOf('?');
  const path = mark === -1 ? rest : rest.slice(0, mark);
  if (!/^(COM\d{1,3}|\/dev\/[\w./:@-]+)$/i.test(path) || path.includes('..'))
    return invalid('port-malformed');
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(mark === -1 ? '' : rest.slice(mark + 1))) {
    if (given.has(name)) return invalid('option-twice');
    given.set(name, value);
  }
  const baud = pick(given, 'baud', Object.fromEntries(bauds.map((one) => [String(one), one])), 9600);
  const parity = pick(given, 'parity', choices.parity, 'none');
  const dataBits = pick(given, 'bits', choices.bits, 8);
  const stopBits = pick(given, 'stop', choices.stop, 1);
  const flow = pick(given, 'flow', choices.flow, 'rtscts');
  if (baud === null) return invalid('baud-unknown');
  if (parity === null || dataBits === null || stopBits === null || flow === null)
    return invalid('option-value');
  if (given.size > 0) return invalid('option-unknown');
  return ok({ path, baud, parity, dataBits, stopBits, flow });
}

/** Milliseconds that so many bytes need on the wire at least. */
export function wireTimeMs(bytes: number, settings: SerialSettings): number {
  const bitsPerByte = 1 + settings.dataBits + (settings.parity === 'none' ? 0 : 1) + settings.stopBits;
  return Math.ceil((bytes * bitsPerByte * 1000) / settings.baud);
}

/** Takes one option out; null when its value is none of the table. */
function pick<T>(
  given: Map<string, string>,
  name: string,
  table: Readonly<Record<string, T>>,
  otherwise: T,
): T | null {
  const value = given.get(name);
  given.delete(name);
  if (value === undefined) return otherwise;
  return Object.hasOwn(table, value) ? (table[value] ?? null) : null;
}

function invalid(why: string): Result<never> {
  return fail('address-invalid', { why, known });
}
