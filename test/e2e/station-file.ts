import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A printer as a station file names it. */
export interface FilePrinter {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly address: string;
  readonly media: { kind: string; widthMm: number; heightMm: number | null; gapMm: number };
}

export const label: FilePrinter['media'] = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
export const roll: FilePrinter['media'] = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };

export function labelPrinter(address: string, name = 'Front desk'): FilePrinter {
  return { id: 'front', name, profile: 'zebra-zd421-203', address, media: label };
}

export function receiptPrinter(address: string): FilePrinter {
  return { id: 'roll', name: 'Receipt printer', profile: 'epson-tm-t20iii', address, media: roll };
}

/** Writes station settings that send everything to these printers, and gives the switch that names the file. */
export async function writeStation(
  dir: string,
  printers: readonly FilePrinter[],
  pinSlip: readonly string[] = [],
): Promise<string> {
  const file = path.join(dir, 'station.json');
  const ids = printers.map((printer) => printer.id);
  const station = {
    site: { name: 'Site North', returnTo: 'Gate 2' },
    printers,
    routes: { badge: ids, temporary: ids, pinSlip },
  };
  await writeFile(file, JSON.stringify(station));
  return `--station=${file}`;
}
