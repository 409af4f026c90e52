/** SHA-256 of the empty text: Fluent UI makes empty `<style>` elements and fills them through the CSSOM. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

type Policy = Readonly<Record<string, string>>;

/** What the page may load and do. Everything not named is refused by `default-src`. */
const policy: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' ${emptyStyleHash}`,
  // blob: for photos and the on-screen printer's pages, which arrive as bytes over the bridge.
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** A policy in the form the header wants. */
export function writePolicy(rules: Policy): string {
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** The policy of the shipped app. */
export const contentPolicy = writePolicy(policy);

/**
 * The policy of a worker, which has one of its own: WebAssembly, and nothing else. No other script, no network, not even
 * our own scheme; what it needs is handed to it.
 *
 * SECURITY: camera-worker (docs/security.md). The page itself may not run WebAssembly.
 */
export const workerPolicy = writePolicy({
  'default-src': "'none'",
  'script-src': "'wasm-unsafe-eval'",
});

/** Whether a file, named by its parts below the renderer folder, is a worker (electron.vite.config.ts). */
export function isWorkerFile(parts: readonly string[]): boolean {
  return parts[0] === 'workers';
}

/**
 * The policy while developing: Vite puts an inline script and inline styles into the page and talks to it over a
 * WebSocket. Never used in a packaged app (dev-server.ts).
 */
export function devContentPolicy(devServerUrl: string): string {
  const { host } = new URL(devServerUrl);
  return writePolicy({
    ...policy,
    // Vite serves the worker in pieces, and one policy for everything.
    'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' blob: data:",
    'connect-src': `'self' ws://${host}`,
  });
}

/** Powers a page can ask the browser for. All are off but the camera, which the permission handler still decides. */
const permissionsPolicy = [
  'camera=(self)',
  ...[
    'accelerometer',
    'clipboard-read',
    'clipboard-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'usb',
    'window-management',
    'xr-spatial-tracking',
  ].map((name) => `${name}=()`),
].join(', ');

/**
 * Headers of every answer under our scheme, errors included.
 *
 * SECURITY: content-policy (docs/security.md).
 */
export function safetyHeaders(csp: string = contentPolicy): Record<string, string> {
  return {
    'Content-Security-Policy': csp,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': permissionsPolicy,
    'Cache-Control': 'no-store',
  };
}
