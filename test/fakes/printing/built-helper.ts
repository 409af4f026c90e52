import { mkdtemp } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const project = fileURLToPath(new URL('../../..', import.meta.url));
let built: Promise<string> | null = null;

/** The helper process of `lp:`, built as the app builds it; plain Node cannot run TypeScript. */
export function builtLpHelper(): Promise<string> {
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
      ssr: path.join(project, 'src/main/printing/transports/lp/helper.ts'),
      outDir: dir,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'lp-helper.mjs' } },
    },
  });
  return path.join(dir, 'lp-helper.mjs');
}
