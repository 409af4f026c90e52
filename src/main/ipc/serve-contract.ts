import { channels } from '../../shared/ipc/channels.ts';
import type { Channel } from '../../shared/ipc/contract.ts';
import { requestParsers } from '../../shared/ipc/requests.ts';
import { requestWire } from '../../shared/ipc/wire.ts';
import { failureCodes } from '../../shared/failure-codes.ts';
import { type Failure, fail, type Result } from '../../shared/result.ts';
import { describeError } from '../log/describe-error.ts';
import type { Log } from '../log/types.ts';
import type { Handlers } from './handlers.ts';
import { checkPlainData } from './plain-data.ts';

/** The part of Electron's `ipcMain` that is used; `E` is its event, known only to `isTrustedSender`. */
export interface CallDoor<E> {
  handle(wire: string, listener: (event: E, ...args: unknown[]) => Promise<Result<unknown>>): void;
  removeHandler(wire: string): void;
}

export interface ServeOptions<E> {
  readonly ipcMain: CallDoor<E>;
  readonly handlers: Handlers;
  /** True only for the top frame of a window of ours that shows our own page (window/trusted-senders.ts). */
  readonly isTrustedSender: (event: E) => boolean;
  /** False for what a locked station does not answer (lock/station-lock.ts). */
  readonly mayAnswer: (channel: Channel) => boolean;
  readonly log: Log;
  /** Gives an incident a name that is in the log and on the screen. */
  readonly newIncident: () => string;
}

/**
 * Answers every channel of the contract. Each reply is a `Result`, whatever happens: a stranger gets
 * `unknown-sender`, a request that does not parse `bad-request`, a bug `bug` with an incident id and nothing else.
 *
 * Returns the way to stop answering.
 */
export function serveContract<E>(options: ServeOptions<E>): () => void {
  for (const channel of channels) {
    options.ipcMain.handle(requestWire(channel), (event, ...args) => answer(options, channel, event, args));
  }
  return () => {
    for (const channel of channels) options.ipcMain.removeHandler(requestWire(channel));
  };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- C ties a channel's parser to its handler
async function answer<E, C extends Channel>(
  { handlers, isTrustedSender, mayAnswer, log, newIncident }: ServeOptions<E>,
  channel: C,
  event: E,
  args: readonly unknown[],
): Promise<Result<unknown>> {
  try {
    // SECURITY: ipc-sender (docs/security.md). Asked first, so that a stranger cannot even learn what parses.
    if (!isTrustedSender(event)) {
      log.warn('ipc.unknown-sender', { channel });
      return fail('unknown-sender', { channel });
    }
    // SECURITY: ipc-parse (docs/security.md).
    const kind = args.length === 1 ? checkPlainData(args[0]) : 'shape';
    const parsed = kind === 'plain' ? requestParsers[channel].safeParse(args[0]) : null;
    if (!parsed?.success) {
      // Where it failed is ours to know, what was sent is not: it may hold a scanned code.
      log.warn('ipc.bad-request', { channel, why: kind === 'plain' ? 'parse' : kind });
      return fail('bad-request', { channel });
    }
    // SECURITY: station-lock (docs/security.md). Before, so that nothing is done for a locked window; and after, because
    // the station may have been locked while the answer was made.
    if (!mayAnswer(channel)) return fail('locked', { channel });
    const reply: unknown = await handlers[channel](parsed.data);
    if (!isResult(reply)) throw new TypeError(`The handler of ${channel} answered without a result`);
    return mayAnswer(channel) ? reply : fail('locked', { channel });
  } catch (thrown) {
    const trouble = storageTrouble(thrown);
    if (trouble !== null) {
      log.error('ipc.ledger-unreadable', { channel, code: trouble.code });
      return { ok: false, failure: trouble };
    }
    const incident = newIncident();
    log.error('ipc.bug', { channel, incident, ...describeError(thrown) });
    return fail('bug', { incident });
  }
}

/** The ledger could not be read: no bug, and it has words of its own. Known by its name, as rooms know each other by type. */
function storageTrouble(thrown: unknown): Failure | null {
  if (!(thrown instanceof Error) || thrown.name !== 'SpoolFault' || !('failure' in thrown)) return null;
  const code: unknown = Reflect.get(Object(thrown.failure), 'code');
  const known = failureCodes.find((each) => each === code);
  return known === undefined ? null : fail(known).failure;
}

function isResult(reply: unknown): reply is Result<unknown> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}
