import {
  type SpoolerCall,
  type SpoolerReply,
  type SpoolerRequest,
  type SpoolerValue,
  notCallable,
} from './messages.ts';
import { type Spooler, SpoolerError } from './spooler.ts';

/** Answers the app's questions with the spooler's calls; lives in the helper process. */
export class SpoolerDesk {
  readonly #load: () => Promise<Spooler>;
  readonly #reply: (reply: SpoolerReply) => void;
  #spooler: Promise<Spooler> | null = null;

  constructor(load: () => Promise<Spooler>, reply: (reply: SpoolerReply) => void) {
    this.#load = load;
    this.#reply = reply;
  }

  async answer(request: SpoolerRequest): Promise<void> {
    const { id } = request;
    try {
      this.#spooler ??= this.#load();
      const spooler = await this.#spooler;
      const value = carryOut(spooler, request, (jobId) => this.#reply({ kind: 'spooler-job', id, jobId }));
      this.#reply({ kind: 'spooler', id, ok: true, value });
    } catch (error) {
      const code = error instanceof SpoolerError ? error.code : notCallable;
      this.#reply({ kind: 'spooler', id, ok: false, error: code });
    }
  }
}

function carryOut(spooler: Spooler, call: SpoolerCall, onJob: (jobId: number) => void): SpoolerValue {
  switch (call.call) {
    case 'list':
      return { call: 'list', queues: spooler.list() };
    case 'printer':
      return { call: 'printer', printer: spooler.printer(call.queue) };
    case 'print':
      spooler.print(call.queue, call, onJob);
      return { call: 'print' };
    case 'job':
      return { call: 'job', status: spooler.jobStatus(call.queue, call.jobId) };
    case 'delete':
      spooler.deleteJob(call.queue, call.jobId);
      return { call: 'delete' };
  }
}
