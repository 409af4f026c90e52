import type { MethodRecord } from '../../../src/main/practice/records.ts';
import type { Channel, ReplyOf, RequestOf } from '../../../src/shared/ipc/contract.ts';
import type { FakeClock } from '../clock.ts';

/** The channels of issuing and of its print jobs. */
export type DeskChannel = Extract<
  Channel,
  | `issue.${'plan' | 'run' | 'progress' | 'cancelWait' | 'get' | 'open' | 'resume' | 'revealPin' | 'printSlip' | 'handOver' | 'dismiss'}`
  | `jobs.${'open' | 'history' | 'answer' | 'release' | 'cancel' | 'verify' | 'timings'}`
>;

/** A place with a station, a printer and a directory, as somebody sees it who stands there. */
export interface Site {
  readonly clock: FakeClock;
  /** What the window would call. */
  call<C extends DeskChannel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>>;
  /** The texts on the papers that have come out, oldest first; what cannot be read is left out. */
  papers(): Promise<readonly string[]>;
  /** What the directory really holds for somebody. */
  truth(holderId: string): MethodRecord | null;
}

/** The code's id inside a payload of the practice tenant. */
export function codeIdOf(payload: string): string {
  return payload.split('|')[2] ?? '';
}
