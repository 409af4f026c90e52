import type { UsablePrinter } from './configured-printer.ts';
import { askPrinter } from './drivers/run-job.ts';
import type { PrintTimings, Standing } from './drivers/types.ts';
import type { Pace } from './types.ts';

/** Long enough for a printer on the same network; a look must not make anybody wait. */
const lookConnectMs = 3000;

/** Asks a printer how it is, by whatever way leads to it. A sink is always ready. */
export function lookAt(printer: UsablePrinter, timings: PrintTimings, pace: Pace): Promise<Standing> {
  const { way, driver, profile, config, memory } = printer;
  const bounded = { ...timings, connectMs: Math.min(timings.connectMs, lookConnectMs), busyMs: 0 };
  if (way.kind === 'sink') return Promise.resolve({ kind: 'ready' });
  if (way.kind === 'driver') return way.pages.look(bounded.connectMs);
  if (driver === null) throw new Error('A printer without a language, and not by its driver');
  const { media } = config;
  return askPrinter({ driver, transport: way.transport, profile, media, memory, timings: bounded, pace });
}
