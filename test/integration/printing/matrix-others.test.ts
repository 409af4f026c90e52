import { describe, it } from 'vitest';
import { expectJudged } from './judged-case.ts';
import { cases } from './matrix.ts';

/** By interpreters that share no code with the encoders and were first proven on bytes that others made (TSPL: none were at hand). */
describe('what the other languages put on paper', () => {
  it.each(cases.filter(({ language, fits }) => language !== 'zpl' && fits))('$name', expectJudged);
});
