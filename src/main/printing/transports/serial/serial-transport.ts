import { realpathSync } from 'node:fs';
import type { FailureCode } from '../../../../shared/failure-codes.ts';
import { type Result, fail, ok } from '../../../../shared/result.ts';
import type { Line, Transport } from '../../types.ts';
import { OutOfTime, errorName, within } from '../wait.ts';
import { type OpenSerial, type SerialPort, openSerial } from './port.ts';
import { SerialLine } from './serial-line.ts';
import type { SerialSettings } from './settings.ts';

/** `serialport` gives texts: "Error: No such file or directory, cannot open …", on Windows "Opening COM3: File not found". */
const failures: readonly (readonly [RegExp, FailureCode])[] = [
  [/lock|busy|temporarily unavailable/i, 'printer-busy'],
  [/permission|access denied/i, 'permission-denied'],
  [/no such|not found|no device|not configured/i, 'printer-offline'],
];

/** `serial:PORT?baud=…`: a printer on RS-232, or on a USB adapter that looks like it. */
export class SerialTransport implements Transport {
  readonly #settings: SerialSettings;
  readonly #open: OpenSerial;

  constructor(settings: SerialSettings, open: OpenSerial = openSerial) {
    this.#settings = settings;
    this.#open = open;
  }

  /** Names under /dev/serial/by-id lead to the port they mean just now. */
  get deviceKey(): string {
    const { path } = this.#settings;
    if (!path.startsWith('/')) return `serial:${path.toUpperCase()}`;
    try {
      return `serial:${realpathSync(path)}`;
    } catch {
      return `serial:${path}`;
    }
  }

  async open(timeoutMs: number): Promise<Result<Line>> {
    const opening = this.#open(this.#settings);
    try {
      return ok(new SerialLine(await within(opening, timeoutMs), this.#settings));
    } catch (error) {
      if (error instanceof OutOfTime) {
        void opening.then(closeLate, () => undefined);
        return fail('printer-silent', { timeoutMs });
      }
      const text = error instanceof Error ? error.message : '';
      const known = failures.find(([pattern]) => pattern.test(text));
      return fail(known?.[1] ?? 'printer-refused', { cause: errorName(error) });
    }
  }
}

const closeLate = (port: SerialPort): Promise<void> => port.close();
