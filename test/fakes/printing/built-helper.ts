import { mkdtemp } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = fileURLToPath(new URL('../../..', import.meta.url));
let built: Promise<string> | null = null;

/** The printer helper, built as the app builds it; plain Node cannot run TypeScript. */
export function builtHelper(): Promise<string> {
  built ??= buildOnce();
  return built;
}

async function buildOnce(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-helper-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    root: project,
    build: {
      ssr: path.join(project, 'src/main/printing/transports/helper/main.ts'),
      outDir: dir,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'printer-helper.mjs' } },
    },
  });
  return path.join(dir, 'printer-helper.mjs');
}
