import { type Failure, type Result, fail, ok } from '../../../../shared/result.ts';
import type { FailureCode } from '../../../../shared/failure-codes.ts';
import type { Line, Transport } from '../../types.ts';
import type { HelperProcess, StartHelper } from '../helper/helper-process.ts';
import { LpLine } from './lp-line.ts';
import { type LpReply, type LpRequest, isLpReply, notAPrinterDevice } from './messages.ts';
import { lpFacts } from './sysfs.ts';

export interface LpTools {
  readonly startHelper: StartHelper;
  /** Where Linux lists usblp devices; another folder in tests. */
  readonly sysDir?: string;
  /** Device numbers taken for printers: lp and usblp (Linux, Documentation/admin-guide/devices.txt). */
  readonly majors?: readonly number[];
}

const parallelPort = 6;
const usbPrinter = 180;

const failures: Readonly<Record<string, FailureCode>> = {
  EBUSY: 'printer-busy',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  ENOENT: 'printer-offline',
  ENODEV: 'printer-offline',
  ENXIO: 'printer-offline',
  [notAPrinterDevice]: 'printer-refused',
};

/** `lp:/dev/usb/lp0`: the kernel's printer device, Linux only. */
export class LpTransport implements Transport {
  readonly #path: string;
  readonly #tools: LpTools;
  #lastKey: string | null = null;

  constructor(path: string, tools: LpTools) {
    this.#path = path;
    this.#tools = tools;
  }

  /** The key of the USB device behind it, so that `usb:` and `lp:` of one printer are known as one. */
  get deviceKey(): string {
    this.#lastKey = lpFacts(this.#path, this.#tools.sysDir ?? '/sys/class/usbmisc')?.key ?? this.#lastKey;
    return this.#lastKey ?? `lp:${this.#path}`;
  }

  async open(timeoutMs: number): Promise<Result<Line>> {
    const helper = this.#tools.startHelper();
    const majors = this.#tools.majors ?? [parallelPort, usbPrinter];
    const answer = await firstReply(helper, { kind: 'open', path: this.#path, majors }, timeoutMs);
    if (answer?.kind === 'opened') return ok(new LpLine(helper, answer.twoWay));
    helper.kill();
    if (answer === null) return fail('printer-silent', { timeoutMs });
    return openFailure(answer.kind === 'refused' ? answer.errno : 'EPROTO');
  }
}

/** Null when nothing came in time or the helper died. */
function firstReply(helper: HelperProcess, request: LpRequest, timeoutMs: number): Promise<LpReply | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), timeoutMs);
    const done = (reply: LpReply | null): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    helper.onMessage((message) => {
      if (isLpReply(message)) done(message);
    });
    helper.onExit(() => done(null));
    helper.post(request);
  });
}

function openFailure(errno: string): { readonly ok: false; readonly failure: Failure } {
  return fail(failures[errno] ?? 'printer-refused', { errno });
}
