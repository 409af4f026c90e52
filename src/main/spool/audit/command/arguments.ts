import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Anchor, parseAnchor } from '../anchor.ts';
import type { AuditRequest } from './run.ts';

export const usage = `npm run audit -- [--data DIR] verify [--anchor SEQ:FINGERPRINT]… [--against EXPORT]
       npm run audit -- verify EXPORT [--anchor SEQ:FINGERPRINT]…
       npm run audit -- [--data DIR] export --csv FILE | --json FILE`;

/**
 * Reads the words after `npm run audit --`. Throws an error that says what is wrong with them.
 *
 * @param cwd paths are meant from here
 * @param usualDataDir the data folder when none is named
 */
export function readAuditArguments(args: readonly string[], cwd: string, usualDataDir: string): AuditRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      anchor: { type: 'string', multiple: true },
      against: { type: 'string' },
      csv: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const at = (file: string): string => path.resolve(cwd, file);
  const dataDir = values.data === undefined ? usualDataDir : at(values.data);
  const anchors = (values.anchor ?? []).map(anchorFrom);
  const [command, file, ...others] = positionals;
  if (others.length > 0) throw new Error(`Not understood: ${others.join(' ')}`);
  if (command === 'verify' && file !== undefined) return { kind: 'verify-export', file: at(file), anchors };
  if (command === 'verify') {
    return {
      kind: 'verify',
      dataDir,
      anchors,
      against: values.against === undefined ? null : at(values.against),
    };
  }
  if (command !== 'export') throw new Error('Say what to do: verify or export.');
  const files = [
    ...(values.csv === undefined ? [] : [{ file: at(values.csv), format: 'csv' as const }]),
    ...(values.json === undefined ? [] : [{ file: at(values.json), format: 'json' as const }]),
  ];
  if (files.length === 0) throw new Error('Say where to: --csv FILE or --json FILE.');
  return { kind: 'export', dataDir, files };
}

/**
 * The same from the switches of a packaged app: `--audit-verify`, `--audit-verify=EXPORT`, `--audit-export=FILE.csv` or
 * `.json`, `--audit-anchor=SEQ:FINGERPRINT`. Null when none of them is there.
 */
export function readAuditSwitches(
  argv: readonly string[],
  cwd: string,
  dataDir: string,
): AuditRequest | null {
  const of = (name: string): readonly string[] =>
    argv.flatMap((text) => (text.startsWith(`--${name}=`) ? [text.slice(name.length + 3)] : []));
  const at = (file: string): string => path.resolve(cwd, file);
  const anchors = of('audit-anchor').map(anchorFrom);
  const [to] = of('audit-export');
  if (to !== undefined) {
    const format = to.toLowerCase().endsWith('.json') ? 'json' : 'csv';
    return { kind: 'export', dataDir, files: [{ file: at(to), format }] };
  }
  const [file] = of('audit-verify');
  if (file !== undefined && file !== '') return { kind: 'verify-export', file: at(file), anchors };
  if (file !== undefined || argv.includes('--audit-verify')) {
    return { kind: 'verify', dataDir, anchors, against: null };
  }
  return null;
}

function anchorFrom(text: string): Anchor {
  const anchor = parseAnchor(text);
  if (anchor === null) throw new Error(`No entry and fingerprint: ${text}`);
  return anchor;
}
