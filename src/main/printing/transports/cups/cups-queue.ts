import { type Group, texts, truth, whole } from './ipp-decode.ts';
import type { Attribute } from './ipp-encode.ts';
import { statuses } from './ipp-words.ts';
import { type CupsServer, CupsTrouble } from './cups-server.ts';

/** What a queue says of itself. */
export interface QueueFacts {
  readonly name: string;
  readonly state: number | null;
  readonly stateReasons: readonly string[];
  /** A sentence of the backend about the job it is working on; empty when idle. */
  readonly stateMessage: string;
  readonly isAccepting: boolean;
  readonly makeAndModel: string;
  readonly deviceUri: string;
  /** `abort-job`, `retry-job`, `retry-current-job` or `stop-printer`; empty where it is not told. */
  readonly errorPolicy: string;
}

/** How far a job has come. `hasStarted`: the queue has begun to send it to the printer. */
export interface JobFacts {
  readonly state: number;
  readonly reasons: readonly string[];
  readonly hasStarted: boolean;
}

const printerAttributes = [
  'printer-name',
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
  'printer-make-and-model',
  'printer-error-policy',
  'device-uri',
];

/** One queue of a CUPS server, as calls that answer or throw `CupsTrouble`. */
export class CupsQueue {
  readonly #server: CupsServer;
  readonly #name: string;

  constructor(server: CupsServer, name: string) {
    this.#server = server;
    this.#name = name;
  }

  /** Null when there is no such queue. */
  async facts(timeoutMs: number): Promise<QueueFacts | null> {
    const answer = await this.#ask('getPrinterAttributes', [requested(printerAttributes)], timeoutMs);
    if (answer.status === statuses.notFound) return null;
    const [group] = mustBeFine(answer).printers;
    return group === undefined ? null : readQueue(group, this.#name);
  }

  /**
   * Hands a document over as it is. CUPS stores it whole before it makes a job, so a request that breaks off leaves
   * nothing behind.
   *
   * @param keepSeconds how long the queue may try; CUPS itself then gives up, even if this app is gone by then
   */
  async printJob(
    { document, jobName, keepSeconds }: { document: Uint8Array; jobName: string; keepSeconds: number },
    timeoutMs: number,
  ): Promise<number> {
    const answer = await this.#server.ask(
      this.#path(),
      {
        operation: 'printJob',
        attributes: [
          ...this.#target(),
          // Seen in logs and job lists, so it says nothing about the holder.
          ['name', 'job-name', jobName],
          ['mimeType', 'document-format', 'application/vnd.cups-raw'],
        ],
        jobAttributes: [
          ['integer', 'job-cancel-after', keepSeconds],
          // A banner page would come out of a label printer as garbage.
          ['name', 'job-sheets', 'none'],
        ],
      },
      timeoutMs,
      document,
    );
    const id = whole(mustBeFine(answer).jobs[0], 'job-id');
    if (id === null) throw new CupsTrouble('no-job-id', true);
    return id;
  }

  /** Null when the server does not know the job (any more). */
  async job(id: number, timeoutMs: number): Promise<JobFacts | null> {
    const answer = await this.#ask(
      'getJobAttributes',
      [['integer', 'job-id', id], requested(['job-state', 'job-state-reasons', 'time-at-processing'])],
      timeoutMs,
    );
    if (answer.status === statuses.notFound) return null;
    const [group] = mustBeFine(answer).jobs;
    const state = whole(group, 'job-state');
    if (state === null) return null;
    return {
      state,
      reasons: texts(group, 'job-state-reasons'),
      // "no-value" until the queue has begun (RFC 8011 5.3.14.2), which decodes to no number. Not told = it may have.
      hasStarted: !group?.has('time-at-processing') || whole(group, 'time-at-processing') !== null,
    };
  }

  /** A job of ours by its name: for the case that the answer to Print-Job was lost. */
  async findJob(jobName: string, timeoutMs: number): Promise<number | null> {
    const answer = await this.#ask(
      'getJobs',
      [['boolean', 'my-jobs', true], ['keyword', 'which-jobs', 'all'], requested(['job-id', 'job-name'])],
      timeoutMs,
    );
    const found = mustBeFine(answer).jobs.find((group) => texts(group, 'job-name')[0] === jobName);
    return whole(found, 'job-id');
  }

  /** False when the job had already ended. */
  async cancel(id: number, timeoutMs: number): Promise<boolean> {
    const answer = await this.#ask('cancelJob', [['integer', 'job-id', id]], timeoutMs);
    if (answer.status === statuses.notPossible || answer.status === statuses.notFound) return false;
    mustBeFine(answer);
    return true;
  }

  /** Removes an ended job with its document and its entry in the history. */
  async purge(id: number, timeoutMs: number): Promise<void> {
    const answer = await this.#ask(
      'cancelJob',
      [
        ['integer', 'job-id', id],
        ['boolean', 'purge-job', true],
      ],
      timeoutMs,
    );
    if (answer.status !== statuses.notFound) mustBeFine(answer);
  }

  #ask(operation: IppOperation, attributes: readonly Attribute[], timeoutMs: number) {
    return this.#server.ask(
      operation === 'cancelJob' ? '/jobs/' : this.#path(),
      { operation, attributes: [...this.#target(), ...attributes] },
      timeoutMs,
    );
  }

  #path(): string {
    return `/printers/${encodeURIComponent(this.#name)}`;
  }

  #target(): readonly Attribute[] {
    return [
      ['uri', 'printer-uri', `ipp://localhost${this.#path()}`],
      ['name', 'requesting-user-name', this.#server.user],
    ];
  }
}

type IppOperation = 'getPrinterAttributes' | 'getJobAttributes' | 'getJobs' | 'cancelJob';

/** Every queue of the server. */
export async function listQueues(server: CupsServer, timeoutMs: number): Promise<readonly QueueFacts[]> {
  const answer = await server.ask(
    '/',
    { operation: 'cupsGetPrinters', attributes: [requested(printerAttributes)] },
    timeoutMs,
  );
  // A server without any queue answers "not found".
  if (answer.status === statuses.notFound) return [];
  return mustBeFine(answer)
    .printers.map((group) => readQueue(group, texts(group, 'printer-name')[0] ?? ''))
    .filter((queue) => queue.name !== '');
}

/** An IPP refusal, with the status as hexadecimal digits. */
export class CupsRefusal extends CupsTrouble {
  readonly status: number;

  constructor(status: number) {
    super(`ipp-${status.toString(16).padStart(4, '0')}`, false);
    this.status = status;
  }
}

const requested = (names: readonly string[]): Attribute => ['keyword', 'requested-attributes', names];

function mustBeFine<T extends { readonly status: number }>(answer: T): T {
  if (answer.status >= 0x0100) throw new CupsRefusal(answer.status);
  return answer;
}

function readQueue(group: Group, name: string): QueueFacts {
  return {
    name: texts(group, 'printer-name')[0] ?? name,
    state: whole(group, 'printer-state'),
    stateReasons: texts(group, 'printer-state-reasons'),
    stateMessage: texts(group, 'printer-state-message')[0] ?? '',
    isAccepting: truth(group, 'printer-is-accepting-jobs') ?? true,
    makeAndModel: texts(group, 'printer-make-and-model')[0] ?? '',
    deviceUri: texts(group, 'device-uri')[0] ?? '',
    errorPolicy: texts(group, 'printer-error-policy')[0] ?? '',
  };
}
