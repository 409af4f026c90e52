import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { failureFrom } from './faults.ts';
import { foldLog } from './log-image.ts';
import { applicationId, migrations } from './migrations.ts';
import { readHeader } from './files.ts';

/** A running station folds its log into the file now and then; each time the reading starts again. */
const mostTries = 20;

/**
 * The spool's file as it stands, log included, in memory. Nothing is locked, written or left behind, so a running
 * station is not disturbed and a folder that may not be written can be read.
 *
 * The station holds its file alone (database.ts), which keeps SQLite out and plain reading in. The file changes only
 * while the log is folded into it, so it is read before and after the log: the same bytes twice mean that nothing was
 * folded in between, and that file and log belong together.
 *
 * Failures: `spool-corrupt` no spool, `spool-newer` a newer version's, `spool-unwritable` it is missing or may not be
 * read, `spool-in-use` it would not hold still.
 */
export function readImage(file: string): Result<Uint8Array> {
  try {
    const header = readHeader(file);
    if (header.kind === 'missing') return fail('spool-unwritable', { cause: 'ENOENT' });
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = fs.readFileSync(file);
      const log = fs.existsSync(`${file}-wal`) ? fs.readFileSync(`${file}-wal`) : Buffer.alloc(0);
      if (digest(fs.readFileSync(file)) === digest(before)) return checked(foldLog(before, log));
    }
    return fail('spool-in-use', { tries: mostTries });
  } catch (error) {
    const failure = failureFrom(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

/** Offsets as in files.ts. */
function checked(image: Uint8Array): Result<Uint8Array> {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  if (bytes.length < 100 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    return fail('spool-corrupt', { why: 'header' });
  }
  if (bytes.readInt32BE(68) !== applicationId) return fail('spool-corrupt', { why: 'foreign' });
  const version = bytes.readInt32BE(60);
  return version > migrations.length ? fail('spool-newer', { version, known: migrations.length }) : ok(image);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
