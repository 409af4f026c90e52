import type { SpoolerPrinter } from './spooler.ts';

/** What the app asks of the helper process that calls the Windows spooler. */
export type SpoolerRequest = { readonly kind: 'spooler'; readonly id: number } & SpoolerCall;

export type SpoolerCall =
  | { readonly call: 'list' }
  | { readonly call: 'printer'; readonly queue: string }
  | {
      readonly call: 'print';
      readonly queue: string;
      readonly name: string;
      readonly datatype: string;
      readonly bytes: Uint8Array;
    }
  | { readonly call: 'job'; readonly queue: string; readonly jobId: number }
  | { readonly call: 'delete'; readonly queue: string; readonly jobId: number };

/** `error` is the number of GetLastError, or -1 when the spooler could not be called at all. */
export type SpoolerReply =
  | { readonly kind: 'spooler'; readonly id: number; readonly ok: true; readonly value: SpoolerValue }
  | { readonly kind: 'spooler'; readonly id: number; readonly ok: false; readonly error: number }
  /** The document has begun: from here on there is something to delete. */
  | { readonly kind: 'spooler-job'; readonly id: number; readonly jobId: number };

export type SpoolerValue =
  | { readonly call: 'list'; readonly queues: readonly string[] }
  | { readonly call: 'printer'; readonly printer: SpoolerPrinter }
  | { readonly call: 'print' }
  | { readonly call: 'job'; readonly status: number | null }
  | { readonly call: 'delete' };

export const notCallable = -1;

export function isSpoolerRequest(message: unknown): message is SpoolerRequest {
  return hasKind(message, ['spooler']) && 'call' in message && 'id' in message;
}

export function isSpoolerReply(message: unknown): message is SpoolerReply {
  return hasKind(message, ['spooler', 'spooler-job']) && 'id' in message && typeof message.id === 'number';
}

function hasKind(message: unknown, kinds: readonly string[]): message is object {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    typeof message.kind === 'string' &&
    kinds.includes(message.kind)
  );
}
