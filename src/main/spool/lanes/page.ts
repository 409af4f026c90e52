import { checkPayloadHolder } from '../../../shared/credential/payload.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Badge, BadgeMaker } from '../../badges/types.ts';
import type { Printers } from '../../printing/types.ts';
import type { JobRecord, SpoolQueue } from '../types.ts';

/** What a badge's page is made with. */
export interface PageParts {
  readonly store: Pick<SpoolQueue, 'payload'>;
  readonly printers: Pick<Printers, 'canvas'>;
  readonly badges: Pick<BadgeMaker, 'make' | 'prove'>;
}

/** How far a page has come; for figures only. */
type PageMilestone = 'made' | 'proven';

/** Checks whose payload it is, makes the page for this printer and reads it back before anything leaves. */
export async function makePage(
  parts: PageParts,
  job: JobRecord,
  printerId: string,
  payload: Uint8Array,
  onMilestone: (milestone: PageMilestone) => void = () => undefined,
): Promise<Result<Badge>> {
  const holder = checkPayloadHolder(payload, job.holderUpn);
  if (!holder.ok) return holder;
  const canvas = parts.printers.canvas(printerId);
  if (!canvas.ok) return canvas;
  const badge = await parts.badges.make(job.content, payload, canvas.value);
  if (!badge.ok) return badge;
  onMilestone('made');
  const proven = await parts.badges.prove(badge.value.page, payload);
  if (!proven.ok) return proven;
  onMilestone('proven');
  return ok(badge.value);
}

/** Whether the badge could be printed on another printer, with its dots and its media; found out by making it. */
export async function fitsOn(parts: PageParts, job: JobRecord, printerId: string): Promise<Result<void>> {
  const payload = parts.store.payload(job.id);
  if (!payload.ok) return payload;
  try {
    const page = await makePage(parts, job, printerId, payload.value);
    return page.ok ? ok(undefined) : page;
  } finally {
    payload.value.fill(0);
  }
}
