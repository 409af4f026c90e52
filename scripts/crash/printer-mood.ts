import type { ZplScript } from '../../test/fakes/tcp-printers.ts';
import type { Random } from './random.ts';

/** How the printer is at the beginning of a life: mostly well, often slow, now and then about to fail. */
export function drawPrinter(random: Random): ZplScript {
  const which = random.next();
  if (which < 0.5) return {};
  if (which < 0.8) return { bytesPerSecond: 8000 + random.below(40_000) };
  if (which < 0.88) return { resetsAtByte: 50 + random.below(1500) };
  if (which < 0.92) return { vanishesAtEnd: true };
  if (which < 0.96) return { paperOutDuring: true };
  return { coverOpen: true };
}
