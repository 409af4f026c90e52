import { notStarted } from './not-started.ts';
import type { Way } from './transports/index.ts';
import type { PrintOutcome, PrintRequest } from './types.ts';

/** Hands a finished page to the on-screen printer or a folder (practice only). */
export async function toSink(
  way: Extract<Way, { kind: 'sink' }>,
  request: PrintRequest,
  bytes: Uint8Array,
  extension: string,
): Promise<PrintOutcome> {
  if (request.signal?.aborted === true || !request.mayStart()) return notStarted('interrupted');
  request.onMilestone?.('first-byte');
  const taken = await way.sink.accept({ jobId: request.jobId, page: request.badge.page, bytes, extension });
  if (!taken.ok)
    return notStarted(taken.failure.code === 'permission-denied' ? 'permission-denied' : 'printer-fault');
  request.onMilestone?.('last-byte');
  return way.proves === 'page-shown' ? { kind: 'confirmed' } : { kind: 'sent' };
}
