import type { App, WebContents } from 'electron';
import type { Log } from '../log/types.ts';
import { startUrl } from './scheme.ts';

export interface ContentsRules {
  /** While developing, Vite may reload our own page; nothing else may navigate. */
  readonly mayReload: boolean;
  readonly log: Log;
}

/**
 * Hardens every page that will ever exist in this app, whoever makes it. Call before the first window.
 */
export function hardenApp(
  app: Pick<App, 'on' | 'enableSandbox' | 'isPackaged' | 'commandLine'>,
  rules: ContentsRules,
): void {
  // SECURITY: sandbox (docs/security.md). Also for windows that forget to ask for it, and against a shortcut with
  // `--no-sandbox`, which this call takes back. Unpackaged runs may go without: Chromium's sandbox refuses to run as
  // root, and there this call would leave it restarting its network service for ever.
  const isLeftOff = !app.isPackaged && app.commandLine.hasSwitch('no-sandbox');
  if (!isLeftOff) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, rules));
  // SECURITY: certificates (docs/security.md). Listened to for the log alone: without preventDefault the error stands.
  app.on('certificate-error', (_event, _contents, _url, error) =>
    rules.log.warn('window.certificate-error', { error }),
  );
  // Electron would hand over the first client certificate it finds; no page here is to have one.
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}

/** Refuses to leave the page, to open windows and to embed others. */
export function hardenContents(contents: WebContents, { mayReload, log }: ContentsRules): void {
  const refuse = (what: string) => (details: { readonly url: string; preventDefault(): void }) => {
    if (mayReload && details.url === startUrl) return;
    details.preventDefault();
    log.warn('window.navigation-refused', { what });
  };
  // SECURITY: navigation (docs/security.md).
  contents.on('will-navigate', refuse('navigate'));
  contents.on('will-frame-navigate', refuse('frame'));
  contents.on('will-redirect', refuse('redirect'));
  // SECURITY: new-windows (docs/security.md).
  contents.setWindowOpenHandler(() => {
    log.warn('window.open-refused');
    return { action: 'deny' };
  });
  // SECURITY: webview (docs/security.md).
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  // SECURITY: no-network (docs/security.md). A content policy does not cover WebRTC, which could carry data out over UDP.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
