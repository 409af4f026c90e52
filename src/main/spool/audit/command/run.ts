import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Failure, Result } from '../../../../shared/result.ts';
import { type Anchor, judgeAnchors } from '../anchor.ts';
import type { ExportFormat } from '../export.ts';
import type { AuditEntry } from '../../types.ts';
import { type AuditReading, readAudit, readingFault } from '../reading.ts';
import { verifyExport } from '../verify-export.ts';
import { anchorsOfExport, anchorsOfLogs } from './anchors.ts';
import { anchorsWords, brokenWords, failureWords, wholeWords } from './words.ts';

/** What somebody wants to know of an audit trail. Paths are absolute. */
export type AuditRequest =
  | {
      readonly kind: 'verify';
      /** The station's data folder, whose ledger and log are read. */
      readonly dataDir: string;
      readonly anchors: readonly Anchor[];
      /** An earlier export to compare with. */
      readonly against: string | null;
    }
  | { readonly kind: 'verify-export'; readonly file: string; readonly anchors: readonly Anchor[] }
  | {
      readonly kind: 'export';
      readonly dataDir: string;
      readonly files: readonly { readonly file: string; readonly format: ExportFormat }[];
    };

/** `code`: 0 whole or written, 1 not as it should be, 2 could not be found out. */
export interface AuditAnswer {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** Answers in words. Nothing of the station is changed or locked; a running one goes on. */
export async function answerAudit(request: AuditRequest): Promise<AuditAnswer> {
  switch (request.kind) {
    case 'verify':
      return verifyLedger(request);
    case 'verify-export':
      return verifyFile(request);
    case 'export':
      return exportLedger(request);
  }
}

async function verifyLedger(request: Extract<AuditRequest, { kind: 'verify' }>): Promise<AuditAnswer> {
  const { dataDir, against } = request;
  const inLogs = await anchorsOfLogs(dataDir);
  const inExport = against === null ? [] : await anchorsOfExport(against);
  if (inExport === null) {
    return { code: 2, lines: [`${against} is no whole export, so that nothing can be compared with it.`] };
  }
  return withLedger(dataDir, (reading) => {
    const at = reading.findBreak();
    if (at !== null) return { code: 1, lines: brokenWords(at) };
    return judged(reading, [...request.anchors, ...inExport, ...inLogs]);
  });
}

async function verifyFile({
  file,
  anchors,
}: Extract<AuditRequest, { kind: 'verify-export' }>): Promise<AuditAnswer> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { code: 2, lines: [`${file} cannot be read.`] };
  }
  const verdict = verifyExport(text);
  switch (verdict.kind) {
    case 'unreadable':
      return {
        code: 2,
        lines: [
          `${file} is no export of an audit trail, or it was cut short.`,
          'A table that a spreadsheet has saved again cannot be verified; use the file as it was exported.',
        ],
      };
    case 'broken':
      return { code: 1, lines: brokenWords(verdict.at) };
    case 'whole':
      return judged(
        { start: () => verdict.start, head: () => verdict.head, entries: () => verdict.entries },
        anchors,
      );
  }
}

/** A whole chain, and what was noted down of it. */
function judged(
  trail: Pick<AuditReading, 'start' | 'head' | 'entries'>,
  anchors: readonly Anchor[],
): AuditAnswer {
  const [start, head] = [trail.start(), trail.head()];
  const times = timesOf(trail.entries());
  const verdicts = judgeAnchors(anchors, { start, head, entries: trail.entries() });
  const isBad = verdicts.some(({ verdict }) => verdict === 'cut-off' || verdict === 'differs');
  return {
    code: isBad ? 1 : 0,
    lines: [...wholeWords(start, head, times), ...anchorsWords(verdicts)],
  };
}

function timesOf(entries: Iterable<AuditEntry>): { readonly first: string; readonly last: string } | null {
  let first: string | null = null;
  let last = '';
  for (const { at } of entries) {
    first ??= at;
    last = at;
  }
  return first === null ? null : { first, last };
}

async function exportLedger({
  dataDir,
  files,
}: Extract<AuditRequest, { kind: 'export' }>): Promise<AuditAnswer> {
  return withLedger(dataDir, async (reading) => {
    const lines: string[] = [];
    for (const { file, format } of files) {
      const written = await writeNew(file, reading.export(format));
      if (!written) return { code: 2, lines: [...lines, `${file} is there already or cannot be written.`] };
      lines.push(`Written: ${file}`);
    }
    const at = reading.findBreak();
    if (at !== null) return { code: 1, lines: [...lines, ...brokenWords(at)] };
    return { code: 0, lines: [...lines, ...judged(reading, []).lines] };
  });
}

/** Never over an older file: exports are evidence. They name people, so only this account may read them. */
async function writeNew(file: string, pieces: Iterable<string>): Promise<boolean> {
  const handle = await open(file, 'wx', 0o600).catch(() => null);
  if (handle === null) return false;
  try {
    for (const piece of pieces) await handle.write(piece);
    await handle.sync();
    return true;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

async function withLedger(
  dataDir: string,
  work: (reading: AuditReading) => AuditAnswer | Promise<AuditAnswer>,
): Promise<AuditAnswer> {
  const file = path.join(dataDir, 'spool.db');
  const say = (failure: Failure): AuditAnswer => ({ code: 2, lines: failureWords(failure, file) });
  const opened: Result<AuditReading> = await readAudit(file);
  if (!opened.ok) return say(opened.failure);
  try {
    return await work(opened.value);
  } catch (error) {
    return say(readingFault(error));
  } finally {
    opened.value.close();
  }
}
