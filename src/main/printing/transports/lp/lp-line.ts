import type { JobReason } from '../../../../shared/printing/job.ts';
import type { Line, PortStatus } from '../../types.ts';
import { Inbox } from '../inbox.ts';
import { LineError } from '../line-error.ts';
import { portStatusFromByte } from '../usb/requests.ts';
import type { HelperProcess } from '../helper/helper-process.ts';
import { type LpReply, type LpRequest, isLpReply } from './messages.ts';

/** What the kernel says when a transfer fails (Linux, drivers/usb/class/usblp.c). */
const reasons: Readonly<Record<string, JobReason>> = {
  ENODEV: 'vanished',
  ESHUTDOWN: 'vanished',
  ENOSPC: 'media-empty',
  EIO: 'printer-fault',
};

interface Waiting {
  readonly settle: (error: LineError | null) => void;
  taken: number;
}

/** An opened `/dev/usb/lpN`, held by a helper process. */
export class LpLine implements Line {
  readonly twoWay: boolean;
  readonly #helper: HelperProcess;
  readonly #inbox = new Inbox();
  readonly #writes = new Map<number, Waiting>();
  readonly #questions = new Map<number, (value: number | null) => void>();
  #nextId = 1;
  #bytesSent = 0;
  #isOver = false;
  #isGone = false;
  readonly #ended: Promise<void>;

  constructor(helper: HelperProcess, twoWay: boolean) {
    this.#helper = helper;
    this.twoWay = twoWay;
    helper.onMessage((message) => {
      if (isLpReply(message)) this.#hear(message);
    });
    this.#ended = new Promise((resolve) => {
      helper.onExit(() => {
        this.#end('interrupted');
        resolve();
      });
    });
  }

  /** Out of time means that the printer stopped reading: the helper is killed, which drops what it still holds. */
  write(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    if (this.#isOver)
      return Promise.reject(new LineError('interrupted', this.#bytesSent, { mayHaveLeft: false }));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          this.#end('stalled');
          this.#helper.kill();
        },
        Math.max(0, timeoutMs),
      );
      const settle = (error: LineError | null): void => {
        clearTimeout(timer);
        this.#writes.delete(id);
        if (error) reject(error);
        else resolve();
      };
      this.#writes.set(id, { settle, taken: 0 });
      this.#post({ kind: 'write', id, bytes });
    });
  }

  /** Rejects once the device is gone and all it said was read. */
  async read(timeoutMs: number): Promise<Uint8Array | null> {
    if (!this.twoWay) return null;
    const bytes = await this.#inbox.take(timeoutMs);
    if (bytes === null && this.#isGone) throw new LineError('vanished', this.#bytesSent);
    return bytes;
  }

  async portStatus(timeoutMs: number): Promise<PortStatus | null> {
    if (this.#isOver) return null;
    const id = this.#nextId++;
    const value = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => done(null), Math.max(0, timeoutMs));
      const done = (answer: number | null): void => {
        clearTimeout(timer);
        this.#questions.delete(id);
        resolve(answer);
      };
      this.#questions.set(id, done);
      this.#post({ kind: 'status', id });
    });
    return value === null ? null : portStatusFromByte(value);
  }

  /** Resolves when the helper is gone and with it its hold on the device. */
  async close(): Promise<void> {
    this.#end('interrupted');
    this.#helper.kill();
    await this.#ended;
  }

  #post(request: LpRequest): void {
    this.#helper.post(request);
  }

  #hear(reply: LpReply): void {
    switch (reply.kind) {
      case 'data':
        return this.#inbox.push(reply.bytes);
      case 'gone':
        this.#isGone = true;
        return this.#inbox.close();
      case 'status':
        return this.#questions.get(reply.id)?.(reply.value);
      case 'progress': {
        const write = this.#writes.get(reply.id);
        if (!write) return;
        this.#bytesSent += reply.taken - write.taken;
        write.taken = reply.taken;
        return;
      }
      case 'written':
        return this.#writes.get(reply.id)?.settle(null);
      case 'broken':
        return this.#writes
          .get(reply.id)
          ?.settle(new LineError(reasons[reply.errno] ?? 'vanished', this.#bytesSent));
      case 'opened':
      case 'refused':
        return;
    }
  }

  #end(reason: JobReason): void {
    this.#isOver = true;
    this.#inbox.close();
    for (const write of this.#writes.values()) write.settle(new LineError(reason, this.#bytesSent));
    for (const done of this.#questions.values()) done(null);
  }
}
