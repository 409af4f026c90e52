import { fail, ok, type Result } from '../../shared/result.ts';

/**
 * Hosts of national clouds. The QR code method exists in the global service only (Microsoft Graph reference, pages of
 * the qrCodePinAuthenticationMethod family, "national cloud deployments"; hosts: Graph concept page "deployments").
 */
const nationalHosts: ReadonlyMap<string, string> = new Map([
  ['graph.microsoft.us', 'us-gov-l4'],
  ['dod-graph.microsoft.us', 'us-gov-l5'],
  ['login.microsoftonline.us', 'us-gov'],
  ['login.usgovcloudapi.net', 'us-gov'],
  ['microsoftgraph.chinacloudapi.cn', 'china'],
  ['login.chinacloudapi.cn', 'china'],
  ['login.partner.microsoftonline.cn', 'china'],
  ['graph.microsoft.de', 'germany-closed'],
  ['login.microsoftonline.de', 'germany-closed'],
]);

/** Refuses an address in a cloud that has no QR code method, with `cloud-unsupported` and the cloud's name. */
export function checkCloud(url: string): Result<void> {
  let host: string;
  try {
    host = new URL(url).hostname;
  } catch {
    return fail('settings-invalid', { reason: 'not-a-url' });
  }
  const cloud = nationalHosts.get(host);
  return cloud === undefined ? ok(undefined) : fail('cloud-unsupported', { cloud, host });
}

/** Where the global service lives (Graph concept page "deployments"). */
export const globalCloud = {
  graphBase: 'https://graph.microsoft.com/v1.0',
  loginBase: 'https://login.microsoftonline.com',
} as const;
