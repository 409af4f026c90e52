import { PNG } from 'pngjs';

/** What came out of a judged printer: one byte per dot, 1 = black, rows top to bottom. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** What a language's bytes amount to. */
export interface Verdict {
  readonly sheets: readonly Sheet[];
  /** Cuts made, where the language has them. */
  readonly cuts: number;
  /** Things seen that a printer might stumble over: unknown commands, text, data cut short. */
  readonly remarks: readonly string[];
}

/** A sheet that grows downwards as dots are laid on it. Dots beyond its width are lost, as they are at a print head. */
export class GrowingSheet {
  readonly width: number;
  #rows: Uint8Array[] = [];

  constructor(width: number) {
    this.width = width;
  }

  get height(): number {
    return this.#rows.length;
  }

  /** White rows down to `height`. */
  growTo(height: number): void {
    while (this.#rows.length < height) this.#rows.push(new Uint8Array(this.width));
  }

  blacken(x: number, y: number): void {
    this.growTo(y + 1);
    const row = this.#rows[y];
    if (row !== undefined && x >= 0 && x < this.width) row[x] = 1;
  }

  /** Lays packed rows on the sheet, most significant bit left; `black` says which bit value marks. */
  lay(
    rows: Uint8Array,
    rowBytes: number,
    at: { readonly x: number; readonly y: number },
    { black = 1, scaleX = 1, scaleY = 1 }: { black?: 0 | 1; scaleX?: number; scaleY?: number } = {},
  ): void {
    const height = Math.floor(rows.length / rowBytes);
    this.growTo(at.y + height * scaleY);
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < rowBytes * 8; column += 1) {
        const byte = rows[row * rowBytes + (column >> 3)] ?? 0;
        if (((byte >> (7 - (column & 7))) & 1) !== black) continue;
        for (let dy = 0; dy < scaleY; dy += 1) {
          for (let dx = 0; dx < scaleX; dx += 1) {
            this.blacken(at.x + column * scaleX + dx, at.y + row * scaleY + dy);
          }
        }
      }
    }
  }

  sheet(): Sheet {
    const dots = new Uint8Array(this.width * this.height);
    this.#rows.forEach((row, y) => dots.set(row, y * this.width));
    return { width: this.width, height: this.height, dots };
  }
}

/** A sheet as a grey PNG with a white border, as the paper around it. */
export function sheetPng(sheet: Sheet, border = 24): Buffer {
  const width = sheet.width + 2 * border;
  const height = sheet.height + 2 * border;
  const png = new PNG({ width, height });
  png.data.fill(0xff);
  for (let y = 0; y < sheet.height; y += 1) {
    for (let x = 0; x < sheet.width; x += 1) {
      if (sheet.dots[y * sheet.width + x] === 1) {
        const at = ((y + border) * width + x + border) * 4;
        png.data.fill(0, at, at + 3);
      }
    }
  }
  return PNG.sync.write(png);
}

/** A picture as a sheet; darker than half is black. */
export function pngSheet(bytes: Uint8Array): Sheet {
  const png = PNG.sync.read(Buffer.from(bytes));
  const dots = new Uint8Array(png.width * png.height);
  for (let at = 0; at < dots.length; at += 1) {
    const alpha = png.data[at * 4 + 3] ?? 0;
    dots[at] = alpha > 127 && (png.data[at * 4] ?? 255) < 128 ? 1 : 0;
  }
  return { width: png.width, height: png.height, dots };
}

/** The same sheet with every black dot `spread` dots larger (ink runs) or smaller (head too cold). */
export function withGain(sheet: Sheet, spread: 1 | -1): Sheet {
  const { width, height } = sheet;
  const wanted = spread === 1 ? 1 : 0;
  const dots = Uint8Array.from(sheet.dots);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (sheet.dots[y * width + x] !== wanted) continue;
      if (x + 1 < width) dots[y * width + x + 1] = wanted;
      if (y + 1 < height) dots[(y + 1) * width + x] = wanted;
    }
  }
  return { width, height, dots };
}

/** A page of the product, known by its shape. */
interface PageLike {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly bits: Uint8Array;
}

/**
 * Dots in which a sheet differs from a page laid on it with its upper left corner at (`left`, `top`). Everything the page
 * does not cover must be white. 0 = the paper is exactly the page.
 */
export function differingDots(sheet: Sheet, page: PageLike, left = 0, top = 0): number {
  let differing = 0;
  const width = Math.max(sheet.width, left + page.widthDots);
  const height = Math.max(sheet.height, top + page.heightDots);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (sheetDot(sheet, x, y) !== pageDot(page, x - left, y - top)) differing += 1;
    }
  }
  return differing;
}

function sheetDot(sheet: Sheet, x: number, y: number): number {
  return x < sheet.width && y < sheet.height ? (sheet.dots[y * sheet.width + x] ?? 0) : 0;
}

function pageDot(page: PageLike, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= page.widthDots || y >= page.heightDots) return 0;
  return ((page.bits[y * page.bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
}

/** A sheet without the white around its ink: for comparing what two makers of margins have drawn. */
export function inkOf(sheet: Sheet): Sheet {
  const rows: number[] = [];
  const columns: number[] = [];
  sheet.dots.forEach((dot, at) => {
    if (dot === 0) return;
    rows.push(Math.floor(at / sheet.width));
    columns.push(at % sheet.width);
  });
  const [top, left] = [Math.min(...extremes(rows)), Math.min(...extremes(columns))];
  const height = rows.length === 0 ? 0 : Math.max(...extremes(rows)) - top + 1;
  const width = columns.length === 0 ? 0 : Math.max(...extremes(columns)) - left + 1;
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * sheet.width + left;
    dots.set(sheet.dots.subarray(from, from + width), y * width);
  }
  return { width, height, dots };
}

function extremes(numbers: readonly number[]): [number, number] {
  return numbers.reduce<[number, number]>(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, -Infinity],
  );
}

/** The same sheet with every dot `times` as wide. */
export function stretched(sheet: Sheet, times: number): Sheet {
  const width = sheet.width * times;
  const dots = new Uint8Array(width * sheet.height);
  for (let at = 0; at < dots.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    dots[at] = sheet.dots[y * sheet.width + Math.floor(x / times)] ?? 0;
  }
  return { width, height: sheet.height, dots };
}
