import type { SerialSettings } from './settings.ts';

/** An open serial port, without any buffer of ours in between: the binding below `serialport`'s stream. */
export interface SerialPort {
  write(bytes: Buffer): Promise<void>;
  /** At least one byte; rejects when the port is closed or pulled. */
  read(buffer: Buffer, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
  /** Waits until everything has left the computer. */
  drain(): Promise<void>;
  /** Throws away what waits in either direction. */
  flush(): Promise<void>;
  /** The lines of the plug; rejects where there are none (a pseudo terminal). */
  get(): Promise<{ readonly cts: boolean }>;
  close(): Promise<void>;
}

export type OpenSerial = (settings: SerialSettings) => Promise<SerialPort>;

/** Loads the native part at the first use, so that a system without it still starts. */
export const openSerial: OpenSerial = async (settings) => {
  const { SerialPort: library } = await import('serialport');
  const isSoftware = settings.flow === 'xonxoff';
  return library.binding.open({
    path: settings.path,
    baudRate: settings.baud,
    parity: settings.parity,
    dataBits: settings.dataBits,
    stopBits: settings.stopBits,
    rtscts: settings.flow === 'rtscts',
    xon: isSoftware,
    xoff: isSoftware,
    // One owner: another program gets "cannot lock".
    lock: true,
  });
};
