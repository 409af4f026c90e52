import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Anchor, anchorOf, anchorsInLog } from '../anchor.ts';
import { verifyExport } from '../verify-export.ts';

/** The anchors in the station's own log, as far back as it goes. A log that is not there says nothing. */
export async function anchorsOfLogs(dataDir: string): Promise<readonly Anchor[]> {
  const dir = path.join(dataDir, 'logs');
  const names = await readdir(dir).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => /^station(\.\d+)?\.log$/.test(name))
      .map((name) => readFile(path.join(dir, name), 'utf8').catch(() => '')),
  );
  return texts.flatMap(anchorsInLog);
}

/** Every entry of an earlier export as an anchor; null when it cannot be read or is itself no whole trail. */
export async function anchorsOfExport(file: string): Promise<readonly Anchor[] | null> {
  const verdict = verifyExport(await readFile(file, 'utf8').catch(() => ''));
  return verdict.kind === 'whole' ? verdict.entries.map(anchorOf) : null;
}
