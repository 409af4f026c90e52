import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, factsJson, hashOf, noHash, verifyChain } from '../../../src/main/spool/audit/chain.ts';
import { auditCsv, auditJson } from '../../../src/main/spool/audit/export.ts';
import type { AuditEntry } from '../../../src/main/spool/types.ts';

function chainOf(events: readonly string[], start = { seq: 0, hash: noHash }): AuditEntry[] {
  const chain: AuditEntry[] = [];
  let { seq, hash: prevHash } = start;
  for (const event of events) {
    seq += 1;
    const entry = {
      seq,
      at: '2026-11-21T08:00:00.000Z',
      event,
      intentId: null,
      jobId: 'j00000000001',
      operator: 'Otto',
      facts: { b: 1, a: 'x' },
      prevHash,
    };
    prevHash = hashOf(entry);
    chain.push({ ...entry, hash: prevHash });
  }
  return chain;
}

const start = { seq: 0, hash: noHash };

describe('the audit chain', () => {
  it('hashes sorted JSON without spaces, so that anybody can recompute it', () => {
    const [entry] = chainOf(['job-queued']);
    if (entry === undefined) throw new Error('no entry');
    const text =
      '{"at":"2026-11-21T08:00:00.000Z","event":"job-queued","facts":{"a":"x","b":1},"intentId":null,' +
      `"jobId":"j00000000001","operator":"Otto","prevHash":"${noHash}","seq":1}`;
    expect(canonical(entry, factsJson(entry.facts))).toBe(text);
    expect(entry.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is whole as written', () => {
    expect(verifyChain(chainOf(['a', 'b', 'c']), start)).toBeNull();
    expect(verifyChain([], start)).toBeNull();
  });

  it('shows any single change of any entry', () => {
    const changes: readonly ((entry: AuditEntry) => AuditEntry)[] = [
      (entry) => ({ ...entry, at: '2026-11-21T08:00:01.000Z' }),
      (entry) => ({ ...entry, event: 'other' }),
      (entry) => ({ ...entry, jobId: null }),
      (entry) => ({ ...entry, intentId: 'i00000000001' }),
      (entry) => ({ ...entry, operator: 'Olga' }),
      (entry) => ({ ...entry, facts: { ...entry.facts, a: 'y' } }),
      (entry) => ({ ...entry, facts: { a: 'x' } }),
      (entry) => ({ ...entry, seq: entry.seq + 1 }),
      (entry) => ({ ...entry, hash: entry.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
      // A forger who recomputes the hash of one entry breaks the next one.
      (entry) => ({ ...entry, event: 'forged', hash: hashOf({ ...entry, event: 'forged' }) }),
    ];
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom(...changes), (at, change) => {
        const chain = chainOf(['a', 'b', 'c', 'd', 'e', 'f']);
        const changed = chain.map((entry, index) => (index === at ? change(entry) : entry));
        const broken = verifyChain(changed, start);
        expect(broken).not.toBeNull();
        expect([at + 1, at + 2]).toContain(broken);
      }),
    );
  });

  it('shows an entry taken out, put in twice, or moved', () => {
    const chain = chainOf(['a', 'b', 'c', 'd']);
    const [a, b, c, d] = chain;
    if (!a || !b || !c || !d) throw new Error('too short');
    expect(verifyChain([a, c, d], start)).toBe(2);
    expect(verifyChain([a, b, b, c, d], start)).toBe(3);
    expect(verifyChain([a, c, b, d], start)).toBe(2);
    expect(verifyChain([b, c, d], start)).toBe(1);
  });

  it('can begin where retention cut it', () => {
    const [a, ...rest] = chainOf(['a', 'b', 'c']);
    if (a === undefined) throw new Error('too short');
    expect(verifyChain(rest, { seq: a.seq, hash: a.hash })).toBeNull();
    expect(verifyChain(rest, start)).toBe(1);
  });
});

describe('the audit export', () => {
  const first = chainOf(['job-queued']);

  it('writes JSON from which the chain can be verified', () => {
    const head = { seq: 1, hash: first[0]?.hash ?? '' };
    const text = [...auditJson(first, start, head)].join('');
    const parsed = JSON.parse(text) as { start: typeof start; head: typeof head; entries: AuditEntry[] };
    expect(parsed.entries).toEqual(first);
    expect(verifyChain(parsed.entries, parsed.start)).toBeNull();
    expect(parsed.head).toEqual(head);
  });

  it('writes an empty trail as valid JSON and CSV', () => {
    expect(JSON.parse([...auditJson([], start, start)].join(''))).toMatchObject({ entries: [] });
    expect([...auditCsv([])].join('')).toBe(
      '\uFEFFseq,at,event,intentId,jobId,operator,facts,prevHash,hash\r\n',
    );
  });

  it.each(['=1+1', '+49 30', '-2', '@cmd', '\t=x', '\r=x', "=HYPERLINK('x')"])(
    'keeps a spreadsheet from running %j',
    (operator) => {
      const entry = { ...first[0], operator } as AuditEntry;
      const line = [...auditCsv([entry])][1] ?? '';
      const cell = /,("(?:[^"]|"")*"|[^,]*),"\{/.exec(line)?.[1] ?? '';
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(cell).toContain(operator.replaceAll('"', '""'));
    },
  );

  it('quotes what would break a line', () => {
    const entry = { ...first[0], operator: 'O"tto,\nthe 2nd' } as AuditEntry;
    expect([...auditCsv([entry])][1]).toContain('"O""tto,\nthe 2nd"');
  });
});
