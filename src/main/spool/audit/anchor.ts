import type { AuditEntry } from '../types.ts';
import type { ChainStart } from './chain.ts';

/**
 * An entry as it was once noted down away from the ledger: in the log, in an export, on paper. A chain alone cannot show
 * that its newest entries were cut off, or that an older copy of the whole file was put back; an anchor can.
 */
export interface Anchor {
  readonly seq: number;
  /** See `fingerprintOf`. */
  readonly fingerprint: string;
}

const fingerprintForm = /^[0-9a-f]{4}(-[0-9a-f]{4}){7}$/;

/**
 * The first 128 bits of a hash in groups of four, to be read aloud, written down and compared. Enough: to find another
 * trail with the same fingerprint takes 2^128 tries, because the one to be matched is already fixed.
 */
export function fingerprintOf(hash: string): string {
  return (hash.slice(0, 32).match(/.{4}/g) ?? []).join('-');
}

export function anchorOf(point: ChainStart): Anchor {
  return { seq: point.seq, fingerprint: fingerprintOf(point.hash) };
}

/** Reads `SEQ:FINGERPRINT`, as the station shows it; a whole hash counts too. Null when it is neither. */
export function parseAnchor(text: string): Anchor | null {
  const parts = /^\s*(\d{1,15})\s*[: ]\s*([0-9a-fA-F-]{32,71})\s*$/.exec(text);
  if (parts === null) return null;
  const fingerprint = fingerprintOf((parts[2] ?? '').toLowerCase().replaceAll('-', ''));
  return fingerprintForm.test(fingerprint) ? { seq: Number(parts[1]), fingerprint } : null;
}

/** The event the station's log notes an anchor under (app/upkeep.ts). */
export const anchorEvent = 'audit.anchor';

/** The anchors in the text of a log file. Lines that are none, or were cut by a crash, are passed over. */
export function anchorsInLog(text: string): readonly Anchor[] {
  return text
    .split('\n')
    .filter((line) => line.includes(anchorEvent))
    .flatMap((line) => {
      const anchor = anchorInLine(line);
      return anchor === null ? [] : [anchor];
    });
}

function anchorInLine(line: string): Anchor | null {
  try {
    const parsed: unknown = JSON.parse(line);
    if (get(parsed, 'event') !== anchorEvent) return null;
    const facts = get(parsed, 'facts');
    return parseAnchor(`${String(get(facts, 'seq'))}:${String(get(facts, 'fingerprint'))}`);
  } catch {
    return null;
  }
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * How a trail stands to what was noted down. `older`: retention has dropped the entry since, so that it says nothing.
 * `cut-off`: the trail ends before it. `differs`: the entry of that number is another one.
 */
export type AnchorVerdict = 'fits' | 'older' | 'cut-off' | 'differs';

/** Compares anchors with a trail whose chain is whole; entries are walked once. */
export function judgeAnchors(
  anchors: readonly Anchor[],
  trail: { readonly start: ChainStart; readonly head: ChainStart; readonly entries: Iterable<AuditEntry> },
): readonly { readonly anchor: Anchor; readonly verdict: AnchorVerdict }[] {
  const wanted = new Set(anchors.map(({ seq }) => seq));
  const found = new Map([[trail.start.seq, fingerprintOf(trail.start.hash)]]);
  for (const { seq, hash } of trail.entries) if (wanted.has(seq)) found.set(seq, fingerprintOf(hash));
  return anchors.map((anchor) => {
    const fingerprint = found.get(anchor.seq);
    if (fingerprint !== undefined) {
      return { anchor, verdict: fingerprint === anchor.fingerprint ? 'fits' : 'differs' };
    }
    return { anchor, verdict: anchor.seq > trail.head.seq ? 'cut-off' : 'older' };
  });
}
