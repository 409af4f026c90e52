import { createServer } from 'vite';
import { inProject, projectDir } from '../scripts/lib/project.mjs';

/**
 * Runs something with a TypeScript module of this folder. The modules stay open until it ends: fonts and peers are
 * loaded when they are first needed.
 *
 * @template T
 * @param {string} file
 * @param {(module: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withModule(file, work) {
  const server = await createServer({
    root: projectDir,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await work(await server.ssrLoadModule(inProject('bench', file)));
  } finally {
    await server.close();
  }
}
