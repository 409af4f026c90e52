import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, noHash } from '../../../src/main/spool/audit/chain.ts';
import { auditCsv, auditJson } from '../../../src/main/spool/audit/export.ts';
import { verifyExport } from '../../../src/main/spool/audit/verify-export.ts';
import type { AuditEntry } from '../../../src/main/spool/types.ts';

const entries: AuditEntry[] = [];
for (let seq = 1; seq <= 4; seq += 1) {
  const entry = {
    seq,
    at: '2026-11-21T08:00:00.000Z',
    event: 'job-queued',
    intentId: 'i00000000001',
    jobId: null,
    operator: 'Otto',
    facts: { copy: seq, note: 'nothing "came" out', ok: true, none: null },
    prevHash: entries.at(-1)?.hash ?? noHash,
  };
  entries.push({ ...entry, hash: hashOf(entry) });
}
const start = { seq: 0, hash: noHash };
const head = { seq: 4, hash: entries[3]?.hash ?? '' };
const table = [...auditCsv(entries)].join('');
const text = [...auditJson(entries, start, head)].join('');

describe('an exported audit trail', () => {
  it('is whole as exported', () => {
    expect(verifyExport(text)).toEqual({ kind: 'whole', entries, start, head });
  });

  it('is whole when it begins where retention cut it, and when it is empty', () => {
    const cut = { seq: 2, hash: entries[1]?.hash ?? '' };
    expect(verifyExport([...auditJson(entries.slice(2), cut, head)].join(''))).toMatchObject({
      kind: 'whole',
    });
    expect(verifyExport([...auditJson([], head, head)].join(''))).toMatchObject({
      kind: 'whole',
      entries: [],
    });
  });

  it.each([
    ['another operator', text.replace('"operator":"Otto"', '"operator":"Olga"'), 1, 'changed'],
    ['another fact', text.replace('"copy":3', '"copy":30'), 3, 'changed'],
    ['a fact that is a list', text.replace('"copy":3', '"copy":[3]'), 3, 'unreadable'],
    ['an entry that is none', text.replace(/\{"seq":2[^\n]*\},\n/, 'null,\n'), 2, 'unreadable'],
    ['an entry taken out', text.replace(/\{"seq":2[^\n]*\},\n/, ''), 2, 'missing'],
    ['an entry twice', text.replace(/(\{"seq":2[^\n]*\},\n)/, '$1$1'), 3, 'misplaced'],
    ['the newest entry cut off', text.replace(/,\n\{"seq":4[^\n]*\}/, ''), 4, 'missing'],
    ['another head', text.replace(`"head":{"seq":4`, `"head":{"seq":5`), 5, 'missing'],
    [
      'another entry before',
      text.replace(/"prevHash":"[^0][^"]*"/, `"prevHash":"${'1'.repeat(64)}"`),
      2,
      'unlinked',
    ],
    [
      'a beginning with a history',
      text.replace(`"hash":"${noHash}"`, `"hash":"${'1'.repeat(64)}"`),
      1,
      'unlinked',
    ],
  ])('shows %s', (_, changed, seq, why) => {
    expect(changed).not.toBe(text);
    expect(verifyExport(changed)).toEqual({ kind: 'broken', at: { seq, why } });
  });

  it.each([
    '',
    'null',
    '[]',
    '42',
    '{}',
    text.slice(0, text.length / 2),
    text.replace('badge-station-audit/1', 'badge-station-audit/2'),
    text.replace('"entries":[', '"others":['),
    text.replace('"start":{"seq":0', '"start":{"seq":-1'),
    text.replace('"start":{"seq":0', '"start":{"seq":"0"'),
  ])('is not taken for one when it is none', (junk) => {
    expect(verifyExport(junk)).toEqual({ kind: 'unreadable' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (junk) => void verifyExport(`${table.split('\r\n')[0]}\r\n${junk}`)));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (junk) => {
        expect(verifyExport(junk).kind).toBe('unreadable');
      }),
    );
  });
});

describe('an exported table', () => {
  it('is whole as exported, also when it begins where retention cut it, and when it is empty', () => {
    expect(verifyExport(table)).toEqual({ kind: 'whole', entries, start, head });
    const later = [...auditCsv(entries.slice(2))].join('');
    expect(verifyExport(later)).toMatchObject({ kind: 'whole', start: { seq: 2 }, head });
    expect(verifyExport([...auditCsv([])].join(''))).toMatchObject({ kind: 'whole', entries: [] });
  });

  it('gives every text back as it was, whatever a spreadsheet would make of it', () => {
    const awkward = fc.oneof(
      fc.constantFrom('=1+1', "'=1+1", "'", '"', '', ' ', ',', '\r\n', '\n', '-2', '@x', '\tx', 'a,"b"\n,,'),
      fc.string({ unit: 'grapheme' }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(awkward, awkward, (operator, note) => {
        const entry = { ...entries[0], operator, facts: { note }, seq: 1, prevHash: noHash } as AuditEntry;
        const sealed = { ...entry, hash: hashOf(entry) };
        const verdict = verifyExport([...auditCsv([sealed])].join(''));
        expect(verdict).toMatchObject({ kind: 'whole', entries: [sealed] });
      }),
    );
  });

  it.each([
    ['another operator', table.replace('Otto', 'Olga'), 1, 'changed'],
    ['another fact', table.replace('""copy"":3', '""copy"":30'), 3, 'changed'],
    ['a line taken out', table.replace(/^2,.*\r\n/m, ''), 2, 'missing'],
    ['a number that is none', table.replace(/^2,/m, '2nd,'), 2, 'unreadable'],
    ['facts that are none', table.replace(/"\{""copy"":2.*?\}"/, 'none'), 2, 'unreadable'],
  ])('shows %s', (_, changed, seq, why) => {
    expect(changed).not.toBe(table);
    expect(verifyExport(changed)).toEqual({ kind: 'broken', at: { seq, why } });
  });

  it.each([
    ['cut within a line', table.slice(0, -20)],
    ['cut within a quoted cell', table.slice(0, table.indexOf('nothing') + 3)],
    ['without its first line', table.slice(table.indexOf('\n') + 1)],
    ['with a column more', table.replaceAll('\r\n', ',x\r\n')],
    ['saved with semicolons', table.replaceAll(',', ';')],
  ])('is not taken for one when it is %s', (_, junk) => {
    expect(verifyExport(junk)).toEqual({ kind: 'unreadable' });
  });
});
