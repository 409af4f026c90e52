import type { BadgeContent } from '../../../shared/badge/content.ts';
import { type CodeKind, operationFacts } from '../../../shared/credential/kinds.ts';
import { toInstant } from '../../../shared/ids.ts';
import type { Check } from '../../../shared/ipc/views.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import { fail } from '../../../shared/result.ts';
import type { IssuingPorts } from '../ports.ts';
import { type CheckInput, failed, fromResult, passed, warned } from './check.ts';

/** Bytes of a payload beside the holder's name: marker, code id, separators and a key. Generous, to be on the safe side. */
const payloadOverheadBytes = 180;
/** Wide letters: the real serial is never longer. */
const sampleSerial = 'WWW-MMM';

export interface PaperReport {
  readonly checks: readonly Check[];
  readonly printer: PrinterView | null;
}

/** Printer and paper, for operations that print. */
export async function checkPaper(ports: IssuingPorts, input: CheckInput): Promise<PaperReport> {
  const { printerId, operation } = input;
  const kind = operationFacts[operation].prints;
  if (kind === null) return { checks: [], printer: null };
  if (printerId === null) {
    return { checks: [failed('printer', fail('printer-not-chosen', { kind }).failure)], printer: null };
  }
  const [ready, media] = await Promise.all([
    ports.printers.ready(printerId),
    checkBadge(ports, input, kind, printerId),
  ]);
  if (!ready.ok) {
    const known = ports.printers.list().find((printer) => printer.id === printerId) ?? null;
    return { checks: [failed('printer', ready.failure), media], printer: known };
  }
  const isSilent = ready.value.mood === 'silent';
  const printer = isSilent ? warned('printer', 'printer-silent', { printerId }) : passed('printer');
  return { checks: [printer, media], printer: ready.value };
}

/**
 * Makes the very badge that is to be printed, with a stand-in for the code, and reads it back: a name without a font, a
 * roll too narrow or a symbol too fine is found here, and not when the old code has ended.
 */
async function checkBadge(
  ports: IssuingPorts,
  input: CheckInput,
  kind: CodeKind,
  printerId: string,
): Promise<Check> {
  const canvas = ports.printers.canvas(printerId);
  if (!canvas.ok) return failed('media', canvas.failure);
  const bytes = new TextEncoder().encode(input.holder.upn).length + payloadOverheadBytes;
  const fits = ports.badges.fits(bytes, canvas.value);
  if (!fits.ok) return failed('media', fits.failure);
  const content: BadgeContent = {
    ...ports.station(),
    kind,
    holderName: input.holder.name,
    expiresAt: input.expiresAt ?? toInstant(ports.now()),
    serial: sampleSerial,
    copy: 1,
  };
  const standIn = new Uint8Array(bytes).fill(0x78);
  const badge = await ports.badges.make(content, standIn, canvas.value);
  if (!badge.ok) return failed('media', badge.failure);
  const proven = await ports.badges.prove(badge.value.page, standIn);
  if (!proven.ok) return fromResult('media', proven);
  const isNameLacking = badge.value.advice.some(
    (advice) => advice === 'name-not-shown' || advice === 'name-incomplete',
  );
  return isNameLacking ? warned('media', 'font-missing') : passed('media');
}
