import type { ReplyOf, RequestOf } from '../../shared/ipc/contract.ts';
import type { BatchView } from '../../shared/ipc/batch.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HandlersOf } from './handler-types.ts';

/** The batch use cases as the handlers need them (batch/desk.ts). */
export interface BatchUse {
  readonly isRunning: boolean;
  view(): BatchView | null;
  read(
    ...request: [RequestOf<'batch.read'>['source'], RequestOf<'batch.read'>['wish']]
  ): Promise<ReplyOf<'batch.read'>>;
  lines(
    states: RequestOf<'batch.lines'>['states'],
    from: number,
    count: number,
  ): Extract<ReplyOf<'batch.lines'>, { ok: true }>['value'];
  start(): Result<BatchView | null>;
  resume(): Result<BatchView | null>;
  pause(): Promise<BatchView | null>;
  cancel(): Promise<Result<BatchView | null>>;
  export(): Promise<Result<boolean>>;
  putAway(): Result<null>;
}

export interface BatchParts {
  readonly batch: BatchUse;
}

export function batchHandlers({ batch }: BatchParts): HandlersOf<'batch'> {
  return {
    'batch.get': () => ok(batch.view()),
    'batch.read': ({ source, wish }) => batch.read(source, wish),
    'batch.lines': ({ states, from, count }) => ok(batch.lines(states, from, count)),
    'batch.start': () => batch.start(),
    'batch.pause': async () => ok(await batch.pause()),
    'batch.resume': () => batch.resume(),
    'batch.cancel': () => batch.cancel(),
    'batch.export': () => batch.export(),
    'batch.putAway': () => batch.putAway(),
  };
}
