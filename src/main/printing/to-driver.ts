import type { Page } from '../badges/types.ts';
import type { Media } from '../../shared/printing/media.ts';
import { notStarted } from './not-started.ts';
import type { SystemDriver } from './transports/system-driver.ts';
import type { PrintOutcome, PrintRequest } from './types.ts';

/** Longest wait for the system to take a page; drivers start programs of their own. */
const driverMs = 30_000;

/** A page for the system's driver. "Sent" is all there is to say; a person or a scan decides. */
export async function toDriver(
  driver: SystemDriver,
  page: Page,
  media: Media,
  { mayStart, onMilestone, signal }: PrintRequest,
): Promise<PrintOutcome> {
  let began = false;
  const delivery = await driver.deliver({
    page,
    media,
    timeoutMs: driverMs,
    mayStart: () => {
      began = signal?.aborted !== true && mayStart();
      if (began) onMilestone?.('first-byte');
      return began;
    },
  });
  switch (delivery.kind) {
    case 'not-started':
      // Nothing may be called unstarted once the lease was taken, whatever the system says.
      return began ? { kind: 'unsure', reason: 'interrupted', bytesSent: 0 } : notStarted(delivery.reason);
    case 'delivered':
      onMilestone?.('last-byte');
      return { kind: 'sent' };
    case 'broken':
      return { kind: 'unsure', reason: delivery.reason, bytesSent: delivery.bytesSent };
  }
}
