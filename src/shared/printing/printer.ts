import type { Failure } from '../result.ts';
import type { Calibration } from './calibration.ts';
import type { Media } from './media.ts';
import type { CompletionAbility, PrinterLanguage } from './profile.ts';
import type { QueueAdvice } from './queue-advice.ts';

/** A configured printer here: profile, address and loaded media. */
export interface PrinterConfig {
  readonly id: string;
  readonly name: string;
  /** Profile id, e.g. `zebra-zd421-203`. */
  readonly profile: string;
  /** `tcp://host:port`, `folder:DIR`, `screen:` and the other forms in docs/printers.md. */
  readonly address: string;
  readonly media: Media;
  /** Turned by half a turn on the paper, for labels that leave the printer foot first. */
  readonly turned?: boolean | undefined;
  /** What a test page taught about it; absent = never tried. */
  readonly calibration?: Calibration | undefined;
  /**
   * The printer draws the QR code itself where that is exact: for slow serial lines. Off unless set; the badge cannot be
   * proven before it is printed, so it must be scanned.
   */
  readonly drawsSymbol?: boolean | undefined;
}

/** How a printer looks right now, as far as it can tell. `silent` = it takes jobs but answers no questions. */
export type PrinterMood = 'ready' | 'attention' | 'offline' | 'silent' | 'unknown';

/** A printer as the window sees it. The address stays in main. */
export interface PrinterView {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly language: PrinterLanguage;
  readonly dpi: number;
  readonly media: Media;
  readonly completion: CompletionAbility;
  readonly mood: PrinterMood;
  /** What stands in the way; null when nothing does or nothing is known. */
  readonly problem: Failure | null;
  /** What should be changed about its queue; empty = nothing known. It stops no job. */
  readonly advice: readonly QueueAdvice[];
}
