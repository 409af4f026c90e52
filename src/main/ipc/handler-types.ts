import type { Channel, ReplyOf, RequestOf } from '../../shared/ipc/contract.ts';

/** One function per channel of the contract. Requests have been parsed before they get here. */
export type Handlers = {
  readonly [C in Channel]: (request: RequestOf<C>) => Promise<ReplyOf<C>> | ReplyOf<C>;
};

/** The handlers of the channels that begin with these words. */
export type HandlersOf<P extends string> = { [C in Extract<Channel, `${P}.${string}`>]: Handlers[C] };
