import type { TestPage } from '../fakes/pages.ts';
import { isDot } from '../fakes/pages.ts';
import type { Sheet } from './sheet.ts';

/** A page as a sheet, cut to whole multiples of `step` dots for encoders that insist on them. */
export function pageSheet(page: TestPage, step = 1): Sheet {
  const width = Math.ceil(page.widthDots / step) * step;
  const height = Math.ceil(page.heightDots / step) * step;
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (isDot(page, x, y)) dots[y * width + x] = 1;
  }
  return { width, height, dots };
}
