import type { JobView } from '../../shared/printing/job.ts';
import type { Result } from '../../shared/result.ts';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import type { Shaper } from '../badges/text/shape.ts';
import type { FoundPrinter } from '../printing/discovery/types.ts';
import type { Printers } from '../printing/types.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import type { Spool } from '../spool/types.ts';
import type { RollBook } from './roll-book.ts';

/** What setting up printers needs from the rest of the station. */
export interface SetupPorts {
  readonly settings: Pick<LiveSettings, 'current' | 'lockedBy' | 'change'>;
  readonly printers: Pick<Printers, 'list' | 'config' | 'profile' | 'canvas' | 'print'> & {
    /** Whether a printer with these settings could be used at all; asks nobody. */
    judge(config: PrinterConfig): Result<void>;
  };
  readonly spool: Pick<Spool, 'openJobs' | 'audit'>;
  readonly discover: () => Promise<readonly FoundPrinter[]>;
  /** A person sends a badge to another printer (issuing/move-badge.ts). */
  readonly moveBadge: (jobId: string, printerId: string, note: string) => Promise<Result<JobView>>;
  /** For the words of test pages. */
  readonly shaper: () => Promise<Result<Shaper>>;
  readonly rolls: RollBook;
  /** Six letters and digits that tell one test page from another. */
  readonly newNonce: () => string;
  readonly operatorName: () => string | null;
  /** Settings were changed: printers are to be used as they stand now. */
  readonly onChanged: () => void;
}
