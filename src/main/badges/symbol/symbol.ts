import { blackenSpan, type Bitmap } from '../page.ts';
import type { SymbolSize } from './size-advisor.ts';

/** The modules of a symbol, row by row: 1 = dark. Holds the payload in readable form: wipe it after drawing. */
export interface Modules {
  readonly size: number;
  readonly dark: Uint8Array;
}

/**
 * Makes the symbol of a payload as one byte segment, so that exactly these bytes come back. The version and level come
 * from the size advisor; the mask is the library's choice. The library keeps nothing of the payload.
 */
export async function makeModules(payload: Uint8Array, size: SymbolSize): Promise<Modules> {
  // Loaded on first use: it brings its PNG writer along, which would only slow the start of the app.
  const { create } = await import('qrcode');
  // Uint8ClampedArray is what the type declaration asks for; the library wraps either in its own Uint8Array.
  const data = new Uint8ClampedArray(payload);
  const symbol = create([{ data, mode: 'byte' }], {
    version: size.version,
    errorCorrectionLevel: size.level,
  });
  data.fill(0);
  return { size: symbol.modules.size, dark: symbol.modules.data };
}

/** Draws modules at whole dots, upper left module at (`left`, `top`): no scaling, no smoothing. */
export function drawModules(
  page: Bitmap,
  modules: Modules,
  dotsPerModule: number,
  left: number,
  top: number,
): void {
  const { size, dark } = modules;
  for (let row = 0; row < size; row += 1) {
    const rowStart = (top + row * dotsPerModule) * page.bytesPerRow;
    let runStart = -1;
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && dark[row * size + column] !== 0;
      if (isDark && runStart === -1) runStart = column;
      if (isDark || runStart === -1) continue;
      blackenSpan(page.bits, rowStart, left + runStart * dotsPerModule, left + column * dotsPerModule);
      runStart = -1;
    }
    for (let copy = 1; copy < dotsPerModule; copy += 1) {
      const target = rowStart + copy * page.bytesPerRow;
      page.bits.copyWithin(target, rowStart, rowStart + page.bytesPerRow);
    }
  }
}
