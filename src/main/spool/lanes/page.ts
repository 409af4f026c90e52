import { checkPayloadHolder } from '../../../shared/credential/payload.ts';
import { type Failure, ok, type Result } from '../../../shared/result.ts';
import type { Badge, BadgeMaker, Canvas } from '../../badges/types.ts';
import type { Log } from '../../log/types.ts';
import type { Printers } from '../../printing/types.ts';
import type { JobRecord, SpoolQueue } from '../types.ts';

/** What a badge's page is made with. */
export interface PageParts {
  readonly store: Pick<SpoolQueue, 'payload'>;
  readonly printers: Pick<Printers, 'canvas'>;
  readonly badges: Pick<BadgeMaker, 'make' | 'prove'>;
  readonly log?: Pick<Log, 'warn'>;
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
  const made = proven.ok ? badge : await withoutLogo(parts, job, canvas.value, payload, proven.failure);
  if (made.ok) onMilestone('proven');
  return made;
}

/** A logo that disturbs the decoder costs the logo, not the badge. The first complaint stands when it was not the logo. */
async function withoutLogo(
  parts: PageParts,
  job: JobRecord,
  canvas: Canvas,
  payload: Uint8Array,
  complaint: Failure,
): Promise<Result<Badge>> {
  const plain = await parts.badges.make(job.content, payload, canvas, { withoutLogo: true });
  if (!plain.ok) return plain;
  const proven = await parts.badges.prove(plain.value.page, payload);
  if (!proven.ok) return { ok: false, failure: complaint };
  parts.log?.warn('badge.without-logo', { job: job.id, ...complaint.facts });
  return plain;
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
