import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';

/**
 * Reads the words of a printed page with Tesseract (Debian package tesseract-ocr): what is on a slip is read from its
 * dots by a program that knows nothing of how they were drawn. Frames are taken away before, as a reader's eye does;
 * Tesseract takes a frame for a picture and passes over what is in it.
 */
export async function readWords(png: Uint8Array, dpi = 203): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-'));
  try {
    const file = join(folder, 'page.png');
    await writeFile(file, withoutFrames(png, dpi));
    const options = [file, '-', '--psm', '4', '--dpi', String(dpi), '-l', 'eng'];
    const { stdout } = await promisify(execFile)('tesseract', options, { encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line.trim() !== '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The digits of the lines that hold nothing else: a PIN in groups. */
export function pinIn(lines: readonly string[]): string {
  return lines
    .filter((line) => /^[\d ]+$/.test(line) && /\d{4}/.test(line))
    .join('')
    .replaceAll(' ', '');
}

/** Whitens frames: black that hangs together, is wider than any letter and mostly hollow. A white border all round. */
function withoutFrames(png: Uint8Array, dpi: number): Buffer {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const dark = Uint8Array.from({ length: width * height }, (_, at) => ((data[at * 4] ?? 255) < 128 ? 1 : 0));
  const widest = Math.round((dpi / 25.4) * 12);
  const seen = new Uint8Array(width * height);
  for (let start = 0; start < dark.length; start += 1) {
    if (dark[start] === 0 || seen[start] === 1) continue;
    const part = connected(dark, seen, start, width);
    const columns = part.map((at) => at % width);
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const rows = [Math.floor((part[0] ?? 0) / width), Math.floor(Math.max(...part) / width)] as const;
    const isHollow = part.length < 0.25 * (right - left + 1) * (rows[1] - rows[0] + 1);
    if (right - left > widest && isHollow) for (const at of part) dark[at] = 0;
  }
  const border = 24;
  const out = new PNG({ width: width + 2 * border, height: height + 2 * border });
  out.data.fill(255);
  dark.forEach((dot, at) => {
    const target = ((Math.floor(at / width) + border) * out.width + (at % width) + border) * 4;
    if (dot === 1) out.data.fill(0, target, target + 3);
  });
  return PNG.sync.write(out);
}

/** Every dot that hangs together with this one, up, down and sideways. */
function connected(dark: Uint8Array, seen: Uint8Array, start: number, width: number): number[] {
  const part: number[] = [];
  const open = [start];
  seen[start] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    part.push(at);
    const column = at % width;
    const near = [
      at - width,
      at + width,
      ...(column > 0 ? [at - 1] : []),
      ...(column < width - 1 ? [at + 1] : []),
    ];
    for (const next of near) {
      if (dark[next] !== 1 || seen[next] === 1) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return part;
}
