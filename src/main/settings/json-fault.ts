/** Where a text stops being JSON, both counted from 1 as editors do. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const space = /[ \t\n\r]*/y;
// RFC 8259, sections 3, 6 and 7.
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y; // oxlint-disable-line no-control-regex -- as the RFC says it
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the first character that cannot be JSON, or null when the text is JSON. The engine's own messages give a place
 * only sometimes, and quote the text.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('object' | 'array')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const matches = pattern.test(text);
    if (matches) at = pattern.lastIndex;
    return matches;
  };
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'comma-or-end');
  for (;;) {
    take(space);
    const char = text[at];
    if (wanted === 'nothing') return char === undefined ? null : place(text, at);
    if ((wanted === 'value' || wanted === 'value-or-end') && (char === '{' || char === '[')) {
      open.push(char === '{' ? 'object' : 'array');
      wanted = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else if (endsContainer(wanted, char, open.at(-1))) {
      open.pop();
      wanted = afterValue();
      at += 1;
    } else if (wanted === 'comma-or-end' && char === ',') {
      wanted = open.at(-1) === 'object' ? 'key' : 'value';
      at += 1;
    } else if (wanted === 'colon' && char === ':') {
      wanted = 'value';
      at += 1;
    } else if ((wanted === 'key' || wanted === 'key-or-end') && take(string)) {
      wanted = 'colon';
    } else if ((wanted === 'value' || wanted === 'value-or-end') && (take(string) || take(scalar))) {
      wanted = afterValue();
    } else {
      return place(text, at);
    }
  }
}

function endsContainer(
  wanted: Wanted,
  char: string | undefined,
  inside: 'object' | 'array' | undefined,
): boolean {
  if (char === '}') return inside === 'object' && (wanted === 'key-or-end' || wanted === 'comma-or-end');
  if (char === ']') return inside === 'array' && (wanted === 'value-or-end' || wanted === 'comma-or-end');
  return false;
}

function place(text: string, at: number): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}
