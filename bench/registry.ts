import { batch } from './figures/batch.ts';
import { click } from './figures/click.ts';
import { encode } from './figures/encode.ts';
import { memory } from './figures/memory.ts';
import { page } from './figures/page.ts';
import { search } from './figures/search.ts';
import { spool } from './figures/spool.ts';
import { verify } from './figures/verify.ts';
import { window } from './figures/window.ts';
import type { FigureGroup } from './types.ts';

/** Everything that is measured. A new figure is a file and a line here. */
export const groups: readonly FigureGroup[] = [
  page,
  encode,
  click,
  spool,
  verify,
  batch,
  search,
  memory,
  window,
];
