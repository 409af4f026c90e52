import { randomBytes } from 'node:crypto';
import type { BrowserWindowConstructorOptions, Session } from 'electron';
import { schemeName } from './scheme.ts';

/** What is known of a page that is about to be printed: its job's name and sizes. */
export interface PaperSize {
  /** Title of the page, and so of the job. */
  readonly jobName: string;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dpi: number;
  readonly paperWidthMicrons: number;
  readonly paperHeightMicrons: number;
}

/** A page in memory, reachable by its number alone and in the session of papers alone. */
export interface HeldPaper {
  readonly png: Uint8Array;
  readonly size: PaperSize;
}

/** The address of a paper: a number drawn anew each time, and nothing about the badge. */
export function newPaperHost(): string {
  return `paper-${randomBytes(8).toString('hex')}`;
}

export const paperUrl = (host: string): string => `${schemeName}://${host}/`;

/**
 * Answers the session of papers: the frame at `/`, its picture at `/page.png`, and nothing else.
 *
 * SECURITY: paper-window (docs/security.md). No script, nothing from outside, nothing kept.
 */
export function answerPaper(url: string, papers: ReadonlyMap<string, HeldPaper>): Response {
  const { host, pathname } = new URL(url);
  const paper = papers.get(host);
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (paper === undefined) return new Response(null, { status: 404, headers });
  if (pathname === '/page.png')
    return new Response(Uint8Array.from(paper.png), { headers: { ...headers, 'content-type': 'image/png' } });
  if (pathname !== '/') return new Response(null, { status: 404, headers });
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; img-src 'self'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return new Response(frame(paper.size, nonce), {
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

/** The picture at its own size to the dot, on paper of the media's size. What does not fit is cut off, never a second page. */
function frame(size: PaperSize, nonce: string): string {
  const inches = (dots: number): string => `${(dots / size.dpi).toFixed(6)}in`;
  const mm = (microns: number): string => `${(microns / 1000).toFixed(3)}mm`;
  const [width, height] = [mm(size.paperWidthMicrons), mm(size.paperHeightMicrons)];
  return `<!doctype html><meta charset="utf-8"><title>${size.jobName.replaceAll(/[^a-z0-9-]/g, '')}</title><style nonce="${nonce}">
@page { size: ${width} ${height}; margin: 0 }
html, body { margin: 0; padding: 0; overflow: hidden; background: white }
img { display: block; width: ${inches(size.widthDots)}; height: ${inches(size.heightDots)}; image-rendering: pixelated }
</style><img src="page.png" alt="">`;
}

/** SECURITY: paper-window (docs/security.md). Never shown, no script, no preload, sandboxed, in a session in memory. */
export function paperWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 400,
    height: 400,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  };
}
