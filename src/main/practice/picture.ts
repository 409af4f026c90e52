import { PNG } from 'pngjs';
import qrcode from 'qrcode';

/**
 * The picture of a code as Graph sends it in `binaryValue`: an SVG of crisp squares, three units a module, quiet zone
 * included. Now and then a PNG was shown in a draft of the reference, hence the second shape.
 */
export function codePicture(payload: string, shape: 'svg' | 'png'): string {
  const { modules } = qrcode.create([{ data: new TextEncoder().encode(payload), mode: 'byte' }], {
    errorCorrectionLevel: 'L',
  });
  const dark = (row: number, column: number): boolean => modules.get(row, column) === 1;
  const bytes = shape === 'svg' ? svg(modules.size, dark) : png(modules.size, dark);
  return Buffer.from(bytes).toString('base64');
}

const unit = 3;
const quiet = 4;

function svg(size: number, dark: (row: number, column: number) => boolean): string {
  const edge = (size + 2 * quiet) * unit;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (dark(row, column)) path += `M${(column + quiet) * unit},${(row + quiet) * unit}h3v3h-3z`;
    }
  }
  return (
    `<svg version="1.1" baseProfile="full" shape-rendering="crispEdges" width="${edge}" height="${edge}" ` +
    `xmlns="http://www.w3.org/2000/svg"><rect width="${edge}" height="${edge}" fill="#FFFFFF"/>` +
    `<path d="${path}" fill="#000000"/></svg>`
  );
}

function png(size: number, dark: (row: number, column: number) => boolean): Uint8Array {
  const edge = (size + 2 * quiet) * unit;
  const image = new PNG({ width: edge, height: edge });
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      const row = Math.floor(y / unit) - quiet;
      const column = Math.floor(x / unit) - quiet;
      const inside = row >= 0 && column >= 0 && row < size && column < size;
      paint(image, x, y, inside && dark(row, column) ? [0, 0, 0] : [255, 255, 255]);
    }
  }
  return PNG.sync.write(image);
}

/** A small portrait: a head and shoulders in a colour of the person's own. Nobody real is shown. */
export function portrait(seed: string): Uint8Array {
  const edge = 96;
  const hue = new TextEncoder().encode(seed).reduce((sum, byte) => sum + byte, 0);
  const coat: Colour = [60 + ((hue * 7) % 150), 60 + ((hue * 13) % 150), 60 + ((hue * 29) % 150)];
  const image = new PNG({ width: edge, height: edge });
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      const head = Math.hypot(x - 48, y - 36) < 18;
      const shoulders = Math.hypot((x - 48) / 1.3, y - 100) < 34;
      paint(image, x, y, head ? [214, 178, 150] : shoulders ? coat : [232, 236, 240]);
    }
  }
  return PNG.sync.write(image);
}

type Colour = readonly [red: number, green: number, blue: number];

function paint(image: PNG, x: number, y: number, colour: Colour): void {
  const at = (y * image.width + x) * 4;
  image.data.set([...colour, 255], at);
}
