import { describe, expect, it } from 'vitest';
import { alone, besidePeer } from '../../../bench/measure.ts';
import { readOptions } from '../../../bench/run.ts';
import { tableOf } from '../../../bench/table.ts';

describe('the report of the bench', () => {
  it('aligns one line per figure, with three figures that count', () => {
    expect(
      tableOf([
        besidePeer('page.203', 'ms', 2.1234, { name: 'others', value: 10.5 }, 0.5),
        besidePeer('encode.zpl.203.bytes', 'bytes', 4015, { name: 'others', value: 4000 }, 1),
        alone('spool.wake', 'ms', 0, 5),
        alone('told.only', 'MB', 1234.5, null),
      ]),
    ).toEqual([
      'figure                      ours        peer   ratio    goal          against',
      'page.203                 2.12 ms     10.5 ms  0.202×  ≤ 0.5×  met     others',
      'encode.zpl.203.bytes  4015 bytes  4000 bytes   1.00×    ≤ 1×  MISSED  others',
      'spool.wake                  0 ms           –       –  ≤ 5 ms  met',
      'told.only                1235 MB           –       –       –',
    ]);
  });

  it('reads which figures are wanted', () => {
    expect(readOptions([])).toEqual({ only: null, quick: false, json: null });
    expect(readOptions(['--only', 'page, spool', '--quick', '--json', 'x.json'])).toEqual({
      only: ['page', 'spool'],
      quick: true,
      json: 'x.json',
    });
  });

  it.each([[['--only', 'pages']], [['--only', '']], [['--fast']], [['page']], [['--json']]])(
    'says what it does not know: %j',
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
