import type { BadgeContent } from '../../shared/badge/content.ts';
import type { FailureFacts } from '../../shared/result.ts';
import type { Operator } from '../auth/types.ts';
import type { BadgeMaker } from '../badges/types.ts';
import type { GraphClient } from '../graph/types.ts';
import type { Printers } from '../printing/types.ts';
import type { SpoolStore } from '../spool/types.ts';

/** What the station puts on every badge. */
export type StationWords = Pick<BadgeContent, 'siteName' | 'returnTo' | 'practice' | 'locale' | 'timeZone'>;

/** Everything issuing needs from the other rooms, passed in by app.ts. */
export interface IssuingPorts {
  readonly graph: GraphClient;
  readonly spool: SpoolStore;
  readonly badges: BadgeMaker;
  readonly printers: Printers;
  /** The signed-in operator, or null. */
  readonly operator: () => Operator | null;
  readonly station: () => StationWords;
  readonly pinLength: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits; ends early when the signal fires. Tests pass one that does not wait. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Uniform whole number from 0 to `below` - 1, from the operating system's random source. */
  readonly randomBelow: (below: number) => number;
  readonly newId: () => string;
  /** Bytes free where the spool lives; null when the system does not say. */
  readonly diskFreeBytes: () => Promise<number | null>;
  readonly log: {
    info(event: string, facts?: FailureFacts): void;
    warn(event: string, facts?: FailureFacts): void;
  };
}
