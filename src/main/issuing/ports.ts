import type { BadgeContent } from '../../shared/badge/content.ts';
import type { FailureFacts, Result } from '../../shared/result.ts';
import type { Operator } from '../auth/types.ts';
import type { BadgeMaker } from '../badges/types.ts';
import type { GraphClient, GraphPolicyReader } from '../graph/types.ts';
import type { Printers } from '../printing/types.ts';
import type { Spool } from '../spool/types.ts';

/** What the station puts on every badge. */
export type StationWords = Pick<BadgeContent, 'siteName' | 'returnTo' | 'practice' | 'locale' | 'timeZone'>;

/** Everything issuing needs from the other rooms, passed in by app.ts. */
export interface IssuingPorts {
  readonly graph: GraphClient & GraphPolicyReader;
  readonly spool: Spool;
  readonly badges: BadgeMaker;
  readonly printers: Printers;
  /** The signed-in operator, or null. */
  readonly operator: () => Operator | null;
  /** Ends a question to the operator in the browser, which a claims challenge may have opened; harmless otherwise. */
  readonly cancelSignIn: () => Promise<void>;
  readonly station: () => StationWords;
  /** The printer for PIN slips; `slip-not-set-up`, `slip-shares-paper`. */
  readonly slipPrinter: () => Result<string>;
  /** The PIN length set for this station; the tenant's policy may ask for more. */
  readonly pinLength: () => number;
  /** How long a PIN is kept that nobody comes for, in milliseconds. */
  readonly retentionMs: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; ends early when the signal fires. Tests pass one that does not wait. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Uniform whole number from 0 to `below` - 1, from the operating system's random source. */
  readonly randomBelow: (below: number) => number;
  readonly newId: () => string;
  /** Bytes free where the spool lives; null when the system does not say. */
  readonly diskFreeBytes: () => Promise<number | null>;
  /** The operation under way came to another phase, or ended. */
  readonly onProgress: () => void;
  readonly log: {
    info(event: string, facts?: FailureFacts): void;
    warn(event: string, facts?: FailureFacts): void;
  };
}

/** Differences smaller than this are the Date header's own coarseness and the time an answer travels. */
const coarseMs = 2000;

/**
 * The directory's time as far as its answers tell: dates that Microsoft is asked for follow its clock, so that a code
 * works at once on a desk whose clock runs ahead, and is not cut short on one that runs behind.
 */
export function directoryNow(ports: Pick<IssuingPorts, 'now' | 'graph'>): number {
  const skewMs = ports.graph.clockSkewMs ?? 0;
  return ports.now() + (Math.abs(skewMs) < coarseMs ? 0 : skewMs);
}

/** The id that stands for the operator in Graph paths: an own sign-in method can be changed through `/me/…` only. */
const self = 'me';

/** How Graph is to be asked about a holder: by object id, or as "me" when the holder is the operator. */
export function graphId(ports: Pick<IssuingPorts, 'operator'>, holderId: string): string {
  return ports.operator()?.objectId.toLowerCase() === holderId.toLowerCase() ? self : holderId;
}
