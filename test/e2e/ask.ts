import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runtimeArgs } from '../../scripts/sandbox.mjs';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** The app started once more on the same folder, to answer and end. */
export function ask(
  userDataDir: string,
  switches: readonly string[],
): Promise<{ code: number | null; said: string }> {
  const electron: unknown = createRequire(import.meta.url)('electron');
  const args = [...runtimeArgs(), projectDir, `--user-data-dir=${userDataDir}`, ...switches];
  const child = spawn(String(electron), args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
