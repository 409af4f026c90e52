import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../src/main/settings/json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonFault', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{\r\n  "a" 1\r\n}', 2, 7],
    ['[1 2]', 1, 4],
    ['{"a": tru}', 1, 7],
    ['{"a": "b\n"}', 1, 7],
    ['{} x', 1, 4],
    ['[1, 01]', 1, 6],
    ["{'a': 1}", 1, 2],
    ['{"a": 1}}', 1, 9],
    ['[}', 1, 2],
    ['{"a": [}', 1, 8],
  ])('finds the place in %j', (text, line, column) => {
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const fragments = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '01',
      '1e5',
      '.5',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\\u00e9',
      '"\\u00e9"',
      '\u00a0',
    ];
    const texts = fc.oneof(
      fc.json(),
      fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.json(), fc.nat(), fc.constantFrom(...fragments))
        .map(
          ([text, at, part]) =>
            text.slice(0, at % (text.length + 1)) + part + text.slice(at % (text.length + 1)),
        ),
    );
    fc.assert(
      fc.property(texts, (text) => (findJsonFault(text) === null) === isJson(text)),
      { numRuns: 5000 },
    );
  });
});
