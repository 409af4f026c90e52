import type { Session } from 'electron';
import type { Log } from '../log/types.ts';
import { isPermitted } from './permissions.ts';
import { schemeName } from './scheme.ts';

export interface SessionRules {
  readonly isPackaged: boolean;
  /** Asked at each request; true only while a camera scan is open. */
  readonly cameraIsWanted: () => boolean;
  readonly devServerUrl: string | null;
  readonly log: Log;
}

/** Shuts every door a window's session leaves open by default. Call once per session, before its first window. */
export function hardenSession(session: Session, rules: SessionRules): void {
  refusePermissions(session, rules);
  refuseDevices(session);
  refuseNetwork(session, rules);
  // SECURITY: downloads (docs/security.md). Files leave the app through main's own exports only.
  session.on('will-download', (event) => {
    event.preventDefault();
    rules.log.warn('window.download-refused');
  });
  // The spelling dictionary would be fetched from the internet, and names would be compared with it.
  session.setSpellCheckerEnabled(false);
}

/** SECURITY: permissions (docs/security.md). */
function refusePermissions(session: Session, { cameraIsWanted, log }: SessionRules): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const question = { permission, from: details.requestingUrl, isMainFrame: details.isMainFrame, media };
    const isGranted = isPermitted(question, cameraIsWanted());
    if (!isGranted) log.warn('window.permission-refused', { permission });
    callback(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    const from = details.securityOrigin ?? requestingOrigin;
    return isPermitted({ permission, from, isMainFrame: details.isMainFrame, media }, cameraIsWanted());
  });
}

/** SECURITY: devices (docs/security.md). Printers are main's; the page never sees a USB, serial or HID device. */
function refuseDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
}

/**
 * SECURITY: no-network (docs/security.md). The page has no business on any network: behind the content policy stands
 * this second wall, which also stops what a policy does not cover. Main's own requests use another session.
 */
function refuseNetwork(session: Session, { isPackaged, devServerUrl, log }: SessionRules): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const isAllowed = isAllowedUrl(details.url, isPackaged, devServerUrl);
    if (!isAllowed) log.warn('window.request-refused', { resource: details.resourceType });
    callback({ cancel: !isAllowed });
  });
}

/** Which URLs the window's session may ask for at all. */
export function isAllowedUrl(url: string, isPackaged: boolean, devServerUrl: string | null): boolean {
  const scheme = url.slice(0, url.indexOf(':') + 1).toLowerCase();
  if (scheme === `${schemeName}:` || scheme === 'blob:') return true;
  if (isPackaged) return false;
  if (scheme === 'devtools:') return true;
  return devServerUrl !== null && scheme === 'ws:' && new URL(url).host === new URL(devServerUrl).host;
}
