import type { JobReason } from '../../../shared/printing/job.ts';
import type { LineErrorFacts } from '../types.ts';

/** A line that broke while bytes were on their way. Holds figures only, never bytes. */
export class LineError extends Error implements LineErrorFacts {
  override readonly name = 'LineError';
  readonly reason: JobReason;
  readonly bytesSent: number;
  readonly mayHaveLeft: boolean;

  /**
   * @param bytesSent bytes of this line that were surely taken
   * @param mayHaveLeft whether more may have left; unknown counts as yes
   */
  constructor(
    reason: JobReason,
    bytesSent: number,
    { mayHaveLeft = true, cause }: { mayHaveLeft?: boolean; cause?: unknown } = {},
  ) {
    super(`${reason} after ${bytesSent} bytes`, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.bytesSent = bytesSent;
    this.mayHaveLeft = mayHaveLeft || bytesSent > 0;
  }
}
