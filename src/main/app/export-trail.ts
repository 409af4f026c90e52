import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ExportView } from '../../shared/ipc/history.ts';
import { toInstant } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { anchorOf } from '../spool/audit/anchor.ts';
import type { Spool } from '../spool/types.ts';

export interface ExportTrailParts {
  readonly spool: Pick<Spool, 'auditHead' | 'exportAudit' | 'audit'>;
  readonly now: () => number;
  readonly operatorName: () => string | null;
  /** Asks a person for a file; null when they changed their mind. The window never sees the path. */
  readonly chooseFile: (suggestedName: string, format: 'csv' | 'json') => Promise<string | null>;
  /** Whether the station was locked meanwhile. */
  readonly isLocked: () => boolean;
}

/**
 * Writes the whole record to a file that a person chose, for this account alone: it names people. That it was done is an
 * entry of its own, and stands in the export. An older file of that name stays until the new one is whole.
 *
 * `locked`: the station was locked while the dialog was open · `export-failed`: the file cannot be written; what was
 * begun is removed.
 */
export async function exportTrail(
  { spool, now, operatorName, chooseFile, isLocked }: ExportTrailParts,
  format: 'csv' | 'json',
): Promise<Result<ExportView>> {
  const day = toInstant(now()).slice(0, 10);
  const file = await chooseFile(`badge-station-record-${day}.${format}`, format);
  // SECURITY: station-lock (docs/security.md). The system's dialog stays open over the lock screen; it opens nothing.
  if (isLocked()) return fail('locked', { channel: 'history.export' });
  if (file === null) return ok({ file: null, anchor: anchorOf(spool.auditHead()) });
  const operator = operatorName();
  const noted = spool.audit('record-exported', { format }, operator === null ? {} : { operator });
  if (!noted.ok) return noted;
  const anchor = anchorOf(spool.auditHead());
  try {
    await writeWhole(file, spool.exportAudit(format));
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail('export-failed', { cause });
  }
  return ok({ file: path.basename(file), anchor });
}

/** Writes beside the file first, and puts it in its place when all of it is on the disk. */
async function writeWhole(file: string, pieces: Iterable<string>): Promise<void> {
  const begun = `${file}.part`;
  await rm(begun, { force: true });
  // SECURITY: audit-export (docs/security.md). For this account alone, and only a file that did not exist: what lies there under this name may be somebody else's link to elsewhere.
  const handle = await open(begun, 'wx', 0o600);
  try {
    try {
      await writeAll(handle, pieces);
    } finally {
      await handle.close();
    }
    await rename(begun, file);
  } catch (error) {
    await rm(begun, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Each piece is waited for, so that the window and the printers are not. */
async function writeAll(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) await handle.writeFile(piece);
  await handle.sync();
}
