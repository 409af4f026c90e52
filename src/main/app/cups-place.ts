import type { CupsPlace } from '../printing/transports/cups/cups-server.ts';

/**
 * Reads CUPS_SERVER as libcups does (cups client.conf(5), ServerName): `/path/to/socket`, `127.0.0.1:8631` or
 * `[::1]:8631`. null = not set, or not on this computer: a badge never goes to another one's queue.
 */
export function cupsPlaceFrom(text: string | undefined): CupsPlace | null {
  if (text === undefined || text.length > 200) return null;
  if (/^\/[\w./@-]+$/.test(text)) return { socketPath: text };
  const match = /^(?:(?<four>127\.0\.0\.1|localhost)|\[(?<six>::1)\])(?::(?<port>\d{1,5}))?$/.exec(text);
  if (match === null) return null;
  const port = Number(match.groups?.['port'] ?? 631);
  if (port < 1 || port > 65_535) return null;
  return { host: match.groups?.['six'] === undefined ? '127.0.0.1' : '::1', port };
}
