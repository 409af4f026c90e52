import type { Line, LineErrorFacts, Pace, PortStatus, Transport } from '../../../src/main/printing/types.ts';
import type { FailureCode } from '../../../src/shared/failure-codes.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';

/** Time that passes only when somebody waits for it. */
export class ScriptedPace implements Pace {
  #now = 0;

  now(): number {
    return this.#now;
  }

  async wait(ms: number): Promise<void> {
    this.#now += Math.max(0, ms);
  }
}

export class ScriptedLineError extends Error implements LineErrorFacts {
  override readonly name = 'LineError';
  readonly reason: LineErrorFacts['reason'];
  readonly bytesSent: number;
  readonly mayHaveLeft: boolean;

  constructor(reason: LineErrorFacts['reason'], bytesSent: number, mayHaveLeft: boolean) {
    super(reason);
    this.reason = reason;
    this.bytesSent = bytesSent;
    this.mayHaveLeft = mayHaveLeft;
  }
}

/** What a line does with the bytes it is given: answer, or break. */
export type Answerer = (written: Uint8Array, line: ScriptedLine) => Uint8Array | string | null;

/** A line without a device: answers come from a script, time from a pace that stands still otherwise. */
export class ScriptedLine implements Line {
  readonly pace: ScriptedPace;
  readonly written: Buffer[] = [];
  readonly heard: Uint8Array[] = [];
  twoWay = true;
  isClosed = false;
  isFinished = false;
  port: PortStatus | null = null;
  readonly #answer: Answerer;

  constructor(answer: Answerer = () => null, pace = new ScriptedPace()) {
    this.#answer = answer;
    this.pace = pace;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.written);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const answer = this.#answer(bytes, this);
    this.written.push(Buffer.from(bytes));
    if (answer !== null) this.heard.push(Buffer.from(answer));
  }

  async read(timeoutMs: number): Promise<Uint8Array | null> {
    const next = this.heard.shift();
    if (next !== undefined) return next;
    await this.pace.wait(timeoutMs);
    return null;
  }

  async finish(): Promise<void> {
    this.isFinished = true;
  }

  async portStatus(): Promise<PortStatus | null> {
    return this.port;
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

/** A transport that opens one given line, or fails to. */
export class ScriptedTransport implements Transport {
  readonly deviceKey = 'scripted';
  readonly #line: ScriptedLine | FailureCode;

  constructor(line: ScriptedLine | FailureCode) {
    this.#line = line;
  }

  async open(): Promise<Result<Line>> {
    return typeof this.#line === 'string' ? fail(this.#line) : ok(this.#line);
  }
}
