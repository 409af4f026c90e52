import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, noHash } from '../../../src/main/spool/audit/chain.ts';
import { auditJson } from '../../../src/main/spool/audit/export.ts';
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
const text = [...auditJson(entries, start, head)].join('');

describe('an exported audit trail', () => {
  it('is whole as exported', () => {
    expect(verifyExport(text)).toEqual({ kind: 'whole', entries: 4, start, head });
  });

  it('is whole when it begins where retention cut it, and when it is empty', () => {
    const cut = { seq: 2, hash: entries[1]?.hash ?? '' };
    expect(verifyExport([...auditJson(entries.slice(2), cut, head)].join(''))).toMatchObject({
      kind: 'whole',
    });
    expect(verifyExport([...auditJson([], head, head)].join(''))).toMatchObject({
      kind: 'whole',
      entries: 0,
    });
  });

  it.each([
    ['another operator', text.replace('"operator":"Otto"', '"operator":"Olga"'), 1],
    ['another fact', text.replace('"copy":3', '"copy":30'), 3],
    ['a fact that is a list', text.replace('"copy":3', '"copy":[3]'), 3],
    ['an entry that is none', text.replace(/\{"seq":2[^\n]*\},\n/, 'null,\n'), 2],
    ['an entry taken out', text.replace(/\{"seq":2[^\n]*\},\n/, ''), 2],
    ['the newest entry cut off', text.replace(/,\n\{"seq":4[^\n]*\}/, ''), 4],
    ['another head', text.replace(`"head":{"seq":4`, `"head":{"seq":5`), 5],
    ['a beginning with a history', text.replace(`"hash":"${noHash}"`, `"hash":"${'1'.repeat(64)}"`), 1],
  ])('shows %s', (_, changed, seq) => {
    expect(changed).not.toBe(text);
    expect(verifyExport(changed)).toEqual({ kind: 'broken', seq });
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
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (junk) => {
        expect(verifyExport(junk).kind).toBe('unreadable');
      }),
    );
  });
});
