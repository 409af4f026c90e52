import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAuditSwitches } from '../spool/audit/command/arguments.ts';
import { type AuditAnswer, type AuditRequest, answerAudit } from '../spool/audit/command/run.ts';

/** What an app that was started to look at an audit trail needs of the world around it. */
export interface AuditRunWorld {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly userDataDir: string;
  readonly print: (line: string) => unknown;
  readonly exit: (code: number) => void;
}

const reportSwitch = '--audit-report=';

/**
 * An app started with `--audit-verify` or `--audit-export=FILE` answers and ends; it opens no window and no ledger, and a
 * station that is running goes on. False when no such switch is there.
 *
 * `--audit-report=FILE` writes the words into a file as well: a packaged app on Windows has no console to print to.
 */
export function runAuditSwitches(world: AuditRunWorld): boolean {
  const { argv, cwd, userDataDir, print, exit } = world;
  let request: AuditRequest | null;
  try {
    request = readAuditSwitches(argv, cwd, userDataDir);
  } catch (error) {
    print(error instanceof Error ? error.message : 'The switches cannot be understood.');
    exit(2);
    return true;
  }
  if (request === null) return false;
  const report = argv.findLast((text) => text.startsWith(reportSwitch))?.slice(reportSwitch.length);
  void answer(request, report === undefined ? null : path.resolve(cwd, report)).then(({ code, lines }) => {
    for (const line of lines) print(line);
    exit(code);
  });
  return true;
}

async function answer(request: AuditRequest, report: string | null): Promise<AuditAnswer> {
  const answered = await answerAudit(request).catch((): AuditAnswer => ({
    code: 2,
    lines: ['The audit trail could not be read.'],
  }));
  if (report === null) return answered;
  try {
    await writeFile(report, `${answered.lines.join('\n')}\n`, { mode: 0o600 });
    return answered;
  } catch {
    return { code: 2, lines: [...answered.lines, `${report} cannot be written.`] };
  }
}
