import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Bundles the child station, because Node 20 runs no TypeScript by itself. Answers the script's path. */
export async function buildChild(): Promise<string> {
  return buildSpoolScript(path.join(import.meta.dirname, 'child.ts'));
}

/** Bundles a script that uses the spool, so that plain Node runs it. Answers its path, in a folder of its own. */
export async function buildSpoolScript(entry: string): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../../../..');
  // Inside the project, so that the packages left out of the bundle are found.
  const outDir = mkdtempSync(path.join(root, 'node_modules', '.spool-child-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: [/^@photostructure/, /^node:/], output: { entryFileNames: 'child.mjs' } },
    },
  });
  return path.join(outDir, 'child.mjs');
}

/** Runs the child and kills it the hard way as it says its n-th line. Answers what it had said by then. */
export function killAfter(
  script: string,
  args: readonly string[],
  lines: number,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    let rest = '';
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      said.push(...parts);
      if (said.length >= lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(`the child ended by itself (${code ?? signal ?? '?'}): ${complaint}`));
    });
  });
}
