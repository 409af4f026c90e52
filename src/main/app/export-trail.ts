import { open, rm } from 'node:fs/promises';
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
}

/**
 * Writes the whole record to a file that a person chose, for this account alone: it names people. That it was done is an
 * entry of its own, and stands in the export.
 *
 * `export-failed`: the file cannot be written; what was begun is removed.
 */
export async function exportTrail(
  { spool, now, operatorName, chooseFile }: ExportTrailParts,
  format: 'csv' | 'json',
): Promise<Result<ExportView>> {
  const day = toInstant(now()).slice(0, 10);
  const file = await chooseFile(`badge-station-record-${day}.${format}`, format);
  if (file === null) return ok({ file: null, anchor: anchorOf(spool.auditHead()) });
  const operator = operatorName();
  const noted = spool.audit('record-exported', { format }, operator === null ? {} : { operator });
  if (!noted.ok) return noted;
  const anchor = anchorOf(spool.auditHead());
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      // An older file keeps its mode when it is written over.
      await handle.chmod(0o600);
      // Each piece is waited for, so that the window and the printers are not.
      for (const piece of spool.exportAudit(format)) await handle.write(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail('export-failed', { cause });
  }
  return ok({ file: path.basename(file), anchor });
}
