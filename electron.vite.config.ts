import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fileURLToPath } from 'node:url';

const inProject = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Files of main that run on their own: the app, and later its helper processes and workers. */
const mainEntries = {
  index: inProject('src/main/index.ts'),
  'printer-helper': inProject('src/main/printing/transports/helper/main.ts'),
};

// The targets are set by hand: tests and practice may run on an older Electron than the one the wrapper
// package names (docs/decisions/0001-electron-runtime.md), and the older one must understand the code.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      // `dependencies` ship as node_modules beside the app (some carry native parts and data files); what stands
      // in devDependencies is bundled. So are those of many small files, which take long to find one by one at start.
      externalizeDeps: { exclude: ['zod', 'qrcode', '@azure/msal-node'] },
      rollupOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload can require electron and little else, so everything is bundled into one file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: inProject('src/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: inProject('src/renderer'),
    // Relative links: the page is served as badge-station://app/index.html, not from a web server's root.
    base: './',
    plugins: [react()],
    // The page keeps its own scheme while developing (src/main/window/dev-server.ts), so it must be told where Vite
    // listens for its WebSocket.
    server: {
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 },
    },
    // One file per worker, in a folder of its own: their content policy is another one (src/main/window/content-policy.ts).
    worker: {
      format: 'iife',
      rollupOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } },
    },
    build: {
      target: chromeTarget,
      // The content policy allows no data: scripts or styles, so nothing is inlined.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: inProject('src/renderer/index.html') },
    },
  },
});
