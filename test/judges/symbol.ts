import QRCode from 'qrcode';
import type { GrowingSheet } from './sheet.ts';

/** What a command asks a printer to draw. */
export interface AskedSymbol {
  readonly data: Buffer;
  readonly level: string;
  /** Dots a module. */
  readonly cell: number;
}

/**
 * Draws a symbol as firmware does: the smallest that holds the data, packed as tightly as its characters allow. Answers its
 * edge in dots; 0, and nothing drawn, for a command no printer would take.
 */
export function drawSymbol(
  sheet: GrowingSheet,
  { data, level, cell }: AskedSymbol,
  placeFor: (size: number) => { readonly x: number; readonly y: number },
): number {
  if (data.length === 0 || !['L', 'M', 'Q', 'H'].includes(level) || !(cell >= 1)) return 0;
  const { modules } = QRCode.create(data.toString('latin1'), { errorCorrectionLevel: level as 'L' });
  const size = modules.size * cell;
  const { x, y } = placeFor(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(Math.floor(row / cell), Math.floor(column / cell))) sheet.blacken(x + column, y + row);
    }
  }
  sheet.growTo(y + size);
  return size;
}
