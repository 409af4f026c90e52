import QRCode from 'qrcode';

/** A page as the printing room takes it; the same shape as src/main/badges/types.ts, known here by structure alone. */
export interface TestPage {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly dpi: number;
  readonly bits: Uint8Array;
}

/** A payload of a given length that looks like a sign-in payload and opens nothing. */
export function testPayload(bytes: number): Uint8Array {
  const head = 'ms-qrpin:v1|adele.vance@contoso.example|00000000-0000-4000-8000-000000000000|';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let text = head;
  for (let at = 0; text.length < bytes; at += 1)
    text += alphabet.charAt((at * at * 7 + at * 13 + (at >> 2)) % 64);
  return new TextEncoder().encode(text.slice(0, bytes));
}

export function blankPage(widthDots: number, heightDots: number, dpi: number): TestPage {
  const bytesPerRow = Math.ceil(widthDots / 8);
  return { widthDots, heightDots, bytesPerRow, dpi, bits: new Uint8Array(bytesPerRow * heightDots) };
}

export function setDot(page: TestPage, x: number, y: number): void {
  const at = y * page.bytesPerRow + (x >> 3);
  page.bits[at] = (page.bits[at] ?? 0) | (0x80 >> (x & 7));
}

export function isDot(page: TestPage, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= page.widthDots || y >= page.heightDots) return false;
  return ((page.bits[y * page.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

export interface BadgeShape {
  readonly dpi: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly payload: Uint8Array;
  readonly dotsPerModule: number;
}

/** Dots of a length, cut off, as the shared rule has it. */
const dots = (mm: number, dpi: number): number => Math.floor((mm * dpi) / 25.4 + 1e-9);

/**
 * A page with a QR symbol and lines of letter-like strokes above and below it. The badge room draws real ones; this one
 * is for tests that must not depend on fonts.
 */
export function badgePage(shape: BadgeShape): TestPage {
  const { dpi, payload, dotsPerModule } = shape;
  const page = blankPage(dots(shape.widthMm, dpi), dots(shape.heightMm, dpi), dpi);
  const symbol = QRCode.create([{ data: payload, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const size = symbol.modules.size * dotsPerModule;
  const left = Math.floor((page.widthDots - size) / 2);
  const lineHeight = dots(3.5, dpi);
  const top = 2 * lineHeight + 4 * dotsPerModule;
  if (left < 4 * dotsPerModule || top + size + 4 * dotsPerModule > page.heightDots) {
    throw new RangeError(`Symbol of ${size} dots does not fit ${page.widthDots} × ${page.heightDots}`);
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (symbol.modules.get(Math.floor(y / dotsPerModule), Math.floor(x / dotsPerModule))) {
        setDot(page, left + x, top + y);
      }
    }
  }
  const below = top + size + 4 * dotsPerModule;
  for (const row of [dots(1, dpi), dots(1, dpi) + lineHeight, below, below + lineHeight]) {
    if (row + lineHeight <= page.heightDots) strokes(page, dots(3, dpi), row, Math.floor(lineHeight * 0.7));
  }
  return page;
}

/** Something like a line of text: upright and slanted strokes of one to four dots. */
function strokes(page: TestPage, left: number, top: number, height: number): void {
  const step = Math.max(4, Math.floor(height / 2));
  for (let letter = 0, x = left; x + step < page.widthDots * 0.8; letter += 1, x += step) {
    const thick = 1 + (letter % 4);
    for (let y = 0; y < height; y += 1) {
      const slant = letter % 3 === 0 ? Math.floor(y / 3) % step : 0;
      for (let dot = 0; dot < thick; dot += 1) setDot(page, x + slant + dot, top + y);
    }
  }
}
