import { describe, it } from 'vitest';
import { expectJudged } from './judged-case.ts';
import { cases } from './matrix.ts';

/** By a renderer that others made (zpl-renderer-js). */
describe('what ZPL puts on paper', () => {
  it.each(cases.filter(({ language, fits }) => language === 'zpl' && fits))('$name', expectJudged);
});
