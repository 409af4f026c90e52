import { readFile, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';

/**
 * Whether the device behind a queue is there at all; true where that cannot be told.
 *
 * CUPS notices a missing printer only when a job is on its way, and then nobody can prove that no byte has left. So
 * the two device kinds that can be looked at from here are looked at before: `socket://` (a connection that is closed
 * at once) and `usb://` with a serial number.
 */
export async function deviceIsThere(
  deviceUri: string,
  timeoutMs: number,
  usbDir = '/sys/bus/usb/devices',
): Promise<boolean> {
  if (!URL.canParse(deviceUri)) return true;
  const uri = new URL(deviceUri);
  if (uri.protocol === 'socket:') return canConnect(uri, timeoutMs);
  if (uri.protocol === 'usb:') return isPluggedIn(uri.searchParams.get('serial') ?? '', usbDir);
  return true;
}

function canConnect(uri: URL, timeoutMs: number): Promise<boolean> {
  const host = uri.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(uri.port || 9100) });
    const done = (isThere: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isThere);
    };
    const timer = setTimeout(() => done(false), timeoutMs);
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}

async function isPluggedIn(serial: string, usbDir: string): Promise<boolean> {
  if (serial === '') return true;
  try {
    for (const name of await readdir(usbDir)) {
      const found = await readFile(path.join(usbDir, name, 'serial'), 'utf8').catch(() => '');
      if (found.trim() === serial) return true;
    }
    return false;
  } catch {
    // No such folder: not Linux.
    return true;
  }
}
