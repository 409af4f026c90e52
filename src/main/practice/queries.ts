import type { Person } from './directory.ts';
import { byWords, fold } from './words.ts';

export type PersonTest = (person: Person) => boolean;

const fields: Readonly<Record<string, (person: Person) => string>> = {
  displayname: (person) => person.name,
  givenname: (person) => person.name.split(' ')[0] ?? '',
  surname: (person) => person.name.split(' ').at(-1) ?? '',
  userprincipalname: (person) => person.upn,
  mail: (person) => (person.guest ? '' : person.upn),
  employeeid: (person) => person.employeeId ?? '',
};

/**
 * `$search`: clauses `"field:text"`, each in double quotes with `\"` and `\\` inside, joined by `OR` or `AND`
 * (Graph concept page "search query parameter"). Null when it does not parse.
 */
export function parseSearch(text: string): PersonTest | null {
  const tests: PersonTest[] = [];
  const joins = new Set<string>();
  let rest = text.trim();
  while (rest !== '') {
    const match = /^"(\w+):((?:[^"\\]|\\["\\])*)"(?:\s+(AND|OR)\s+(?=")|$)/.exec(rest);
    const [whole = '', field = '', escaped = '', join] = match ?? [];
    const read = fields[field.toLowerCase()];
    if (match === null || read === undefined) return null;
    const value = escaped.replaceAll(/\\(["\\])/g, '$1');
    tests.push(field.toLowerCase() === 'displayname' ? byWords(read, value) : byStart(read, value));
    if (join !== undefined) joins.add(join);
    rest = rest.slice(whole.length);
  }
  if (tests.length === 0 || joins.size > 1) return null;
  return joins.has('AND')
    ? (person) => tests.every((test) => test(person))
    : (person) => tests.some((test) => test(person));
}

/** `$search` over things that have a name alone: groups, administrative units. */
export function parseNameSearch(text: string): ((name: string) => boolean) | null {
  const [, escaped] = /^"displayName:((?:[^"\\]|\\["\\])*)"$/.exec(text.trim()) ?? [];
  if (escaped === undefined) return null;
  const test = byWords((name: string) => name, escaped.replaceAll(/\\(["\\])/g, '$1'));
  return test;
}

/** `$filter`: the few forms a client of ours may send. Null for anything else. */
export function parseFilter(text: string): PersonTest | null {
  const starts = /^startsWith\((\w+),\s*'((?:[^']|'')*)'\)$/i.exec(text);
  const equals = /^(\w+) eq '((?:[^']|'')*)'$/.exec(text);
  const [, field = '', literal = ''] = starts ?? equals ?? [];
  const read = fields[field.toLowerCase()];
  if (read === undefined) return null;
  const value = fold(literal.replaceAll("''", "'"));
  return starts ? (person) => fold(read(person)).startsWith(value) : (person) => fold(read(person)) === value;
}

function byStart(read: (person: Person) => string, value: string): PersonTest {
  const wanted = fold(value);
  return (person) => wanted !== '' && fold(read(person)).startsWith(wanted);
}

/** What everybody a query finds has in common, so that a large crowd need not be gone through one by one. */
export type Hint =
  { readonly kind: 'name'; readonly text: string } | { readonly kind: 'number'; readonly start: string };

/** null: nothing is known of whom it finds. Clauses that look for different texts have nothing in common. */
export function hintOf(search: string | null, filter: string | null): Hint | null {
  const number = /^(?:startsWith\(employeeId,\s*|employeeId eq )'((?:[^']|'')*)'\)?$/i.exec(
    filter ?? '',
  )?.[1];
  if (number !== undefined) return { kind: 'number', start: number.replaceAll("''", "'") };
  const clauses = [...(search ?? '').matchAll(/"\w+:((?:[^"\\]|\\["\\])*)"/g)];
  const texts = new Set(clauses.map(([, escaped = '']) => escaped.replaceAll(/\\(["\\])/g, '$1')));
  const [text] = texts;
  return texts.size === 1 && text !== undefined ? { kind: 'name', text } : null;
}
