import { describe, expect, it } from 'vitest';
import { maxListBytes, rowsOf, textOfList } from '../../../src/main/batch/list/table.ts';
import { entriesOf } from '../../../src/main/batch/list/entries.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const buffer = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) buffer.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(buffer.buffer);
};

describe('the text of a list', () => {
  it.each([
    ['UTF-8', bytes('Zoë;1')],
    ['UTF-8 with a mark', bytes('\uFEFFZoë;1')],
    ['UTF-16 as spreadsheets write it', utf16('\uFEFFZoë;1', true)],
    ['UTF-16 the other way round', utf16('\uFEFFZoë;1', false)],
  ])('is read from %s', (_, list) => {
    expect(must(textOfList(list)).replace('\uFEFF', '')).toBe('Zoë;1');
  });

  it.each([
    ['Windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb)],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1)],
    ['a spreadsheet file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ['half a letter in UTF-16', Uint8Array.of(0xff, 0xfe, 0x41)],
  ])('is not guessed from %s', (_, list) => {
    expect(codeOf(textOfList(list))).toBe('list-encoding');
  });

  it('has a limit', () => {
    expect(codeOf(textOfList(new Uint8Array(maxListBytes + 1)))).toBe('list-too-long');
  });
});

describe('the lines of a table', () => {
  const told = (text: string): (readonly [number, unknown])[] =>
    must(rowsOf(text)).map(({ line, cells }) => [line, cells] as const);

  it.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['quotes', '"a";"b"\n"1";"2"'],
    ['blanks round cells', 'a ; b\n 1 ;2 '],
    ['line ends of Windows', 'a,b\r\n1,2\r\n'],
    ['line ends of old Macs', 'a,b\r1,2'],
    ['a mark at the beginning', '\uFEFFa,b\n1,2'],
  ])('are taken apart at %s', (_, text) => {
    const rows = told(text).filter(([, cells]) => JSON.stringify(cells) !== '[""]');
    expect(rows).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ]);
  });

  it('keep their numbers over empty lines and line breaks in cells', () => {
    expect(told('a;b\n\n1;"two\nlines"\n2;x')).toEqual([
      [1, ['a', 'b']],
      [2, ['']],
      [3, ['1', 'two\nlines']],
      [5, ['2', 'x']],
    ]);
  });

  it.each([
    ['a quote that is never closed', 'a;b\n1;"x\n2;y\n3;z'],
    ['letters after a quote', 'a;b\n1;"x"y\n2;y\n3;z'],
    ['a quote in the middle', 'a;b\n1;x"y"\n2;y\n3;z'],
    ['a quote that swallows the next line', 'a;b\n1;"x\n2;y"\n3;z'.replace('2;y"', '2";y"')],
  ])('are told by number when they hold %s, and the next ones are read', (_, text) => {
    const rows = told(text);
    expect(rows[0]).toEqual([1, ['a', 'b']]);
    expect(rows).toContainEqual([2, null]);
    expect(rows).toContainEqual([4, ['3', 'z']]);
  });

  it('are no table when most of them are broken', () => {
    expect(codeOf(rowsOf('a;b\n"x"y\n'.repeat(2000)))).toBe('list-broken');
  });
});

describe('the people a table names', () => {
  const told = (text: string): unknown[] =>
    must(entriesOf(text)).map(({ line, keys, trouble }) => [line, trouble ?? keys]);

  it.each([
    ['English', 'Employee number,Name\n104201,Ana'],
    ['German', 'Personalnummer;Anzeigename\n104201;Ana'],
    ['French', 'Matricule;Nom complet\n104201;Ana'],
    ['Spanish', 'Número de empleado;Nombre\n104201;Ana'],
    ['Dutch', 'Personeelsnummer;Naam\n104201;Ana'],
    ['Japanese', '社員番号,氏名\n104201,Ana'],
    ['Arabic', 'الرقم الوظيفي;الاسم\n104201;Ana'],
    ['any case, with columns nobody asked for', 'Shoe size,EMPLOYEE_ID,DisplayName\n42,104201,Ana'],
  ])('are found by headings in %s', (_, text) => {
    expect(told(text)).toEqual([[2, { number: '104201', name: 'Ana' }]]);
  });

  it('may stand in one column without a heading, as numbers or sign-in names', () => {
    expect(told('104201\nana@contoso.example\n\nAna Maria\nAna')).toEqual([
      [1, { number: '104201' }],
      [2, { upn: 'ana@contoso.example' }],
      [4, 'line-unreadable'],
      [5, 'line-unreadable'],
    ]);
  });

  it('are told by line number where nothing can be made of a line', () => {
    const list =
      'UPN;Employee number\nana@contoso.example;1\n;\nno sign-in name;2\n;12345678901234567\n"x"y;1';
    expect(told(list)).toEqual([
      [2, { upn: 'ana@contoso.example', number: '1' }],
      [4, 'line-unreadable'],
      [5, 'line-unreadable'],
      [6, 'line-unreadable'],
    ]);
  });

  it('are nobody where a line has other columns only', () => {
    expect(told('UPN;Site\n;North')).toEqual([[2, 'line-without-key']]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n \n\n'],
    ['no column that names people', 'Site;Shoe size\nNorth;42'],
    ['two columns for the same thing', 'UPN;E-mail\nana@contoso.example;ana@contoso.example'],
  ])('are not guessed from %s', (_, text) => {
    expect(codeOf(entriesOf(text))).toBe('list-columns');
  });

  it('never show the code of a badge that was scanned into the list', () => {
    const [entry] = must(entriesOf('ms-qrpin:v1|ana@contoso.example|c0de|4711key'));
    expect(entry).toMatchObject({ text: '', keys: {}, trouble: 'line-unreadable' });
  });

  it('are at most five thousand', () => {
    expect(codeOf(entriesOf(`Employee number\n${'1\n'.repeat(5001)}`))).toBe('list-too-long');
    expect(must(entriesOf(`Employee number\n${'1\n'.repeat(5000)}`))).toHaveLength(5000);
  });

  it.each([
    ['a binary file', '\u0001\u0002\u0003'],
    ['a page', '<!doctype html><html><body>Not found</body></html>'],
    ['JSON', '{"value":[{"id":1}]}'],
    ['a formula', '=HYPERLINK("http://contoso.example")'],
    ['one endless line', 'x'.repeat(200_000)],
    ['thousands of delimiters', ';'.repeat(50_000)],
  ])('come from no junk: %s', (_, text) => {
    const read = entriesOf(text);
    if (read.ok) expect(read.value.every(({ trouble }) => trouble !== null)).toBe(true);
    else expect(read.failure.code).toMatch(/^list-/);
  });
});
