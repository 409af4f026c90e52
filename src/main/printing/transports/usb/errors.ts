import type { JobReason } from '../../../../shared/printing/job.ts';
import { type Failure, fail } from '../../../../shared/result.ts';
import { OutOfTime, errorName } from '../wait.ts';

/**
 * The `usb` package gives texts, not codes (3.1.0, tried on the emulated printer): `Cancelled` after a time-out,
 * `Fault` or `Disconnected` when the plug was pulled, `errno 16` when somebody else holds the interface.
 */
const whileSending: readonly (readonly [RegExp, JobReason])[] = [
  [/cancel|timed? ?out/i, 'stalled'],
  [/disconnect|fault|no such device|errno 19|not found/i, 'vanished'],
  [/stall|pipe/i, 'printer-fault'],
];

/** Why a transfer failed. An unknown text counts as `vanished`: the line is not used any further in either case. */
export function transferReason(error: unknown): JobReason {
  if (error instanceof OutOfTime) return 'stalled';
  const text = errorText(error);
  return whileSending.find(([pattern]) => pattern.test(text))?.[1] ?? 'vanished';
}

/** Why the device could not be opened or its interface not be claimed. */
export function openFailure(error: unknown): { readonly ok: false; readonly failure: Failure } {
  const cause = errorName(error);
  const text = errorText(error);
  if (error instanceof OutOfTime) return fail('printer-silent', { cause });
  if (/busy|errno 16/i.test(text)) return fail('printer-busy', { cause });
  if (/permission|access|errno 13|errno 1\b/i.test(text)) return fail('permission-denied', { cause });
  if (/disconnect|no such device|errno 19|not found/i.test(text)) return fail('printer-offline', { cause });
  return fail('printer-refused', { cause });
}

const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
