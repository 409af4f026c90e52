import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorOf,
  anchorsInLog,
  fingerprintOf,
  judgeAnchors,
  parseAnchor,
} from '../../../src/main/spool/audit/anchor.ts';
import { hashOf, noHash } from '../../../src/main/spool/audit/chain.ts';
import type { AuditEntry } from '../../../src/main/spool/types.ts';

const hash = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const fingerprint = '0f1e-2d3c-4b5a-6978-8796-a5b4-c3d2-e1f0';

function trail(count: number, operator = 'Otto'): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const entry = {
      seq,
      at: '2026-11-21T08:00:00.000Z',
      event: 'signed-in',
      intentId: null,
      jobId: null,
      operator,
      facts: {},
      prevHash: entries.at(-1)?.hash ?? noHash,
    };
    entries.push({ ...entry, hash: hashOf(entry) });
  }
  return entries;
}

const whole = (entries: readonly AuditEntry[], startSeq = 0) => ({
  start: { seq: startSeq, hash: entries[startSeq - 1]?.hash ?? noHash },
  head: { seq: entries.length, hash: entries.at(-1)?.hash ?? noHash },
  entries: entries.slice(startSeq),
});

describe('an anchor', () => {
  it('is half a hash in groups that can be read aloud', () => {
    expect(fingerprintOf(hash)).toBe(fingerprint);
    expect(anchorOf({ seq: 7, hash })).toEqual({ seq: 7, fingerprint });
  });

  it.each([
    [`7:${fingerprint}`],
    [` 7 : ${fingerprint.toUpperCase()} `],
    [`7 ${fingerprint}`],
    [`7:${hash}`],
    [`7:${fingerprint.replaceAll('-', '')}`],
  ])('is understood as %j', (text) => {
    expect(parseAnchor(text)).toEqual({ seq: 7, fingerprint });
  });

  it.each([
    '',
    '7',
    `:${fingerprint}`,
    `x:${fingerprint}`,
    `7:${fingerprint.slice(5)}`,
    `-7:${fingerprint}`,
    '7:zz',
  ])('is not read into %j', (junk) => {
    expect(parseAnchor(junk)).toBeNull();
  });

  it('never throws on junk', () => {
    fc.assert(fc.property(fc.string(), (junk) => void parseAnchor(junk)));
    fc.assert(fc.property(fc.string(), (junk) => void anchorsInLog(`audit.anchor${junk}`)));
  });

  it('is found in the log between other lines, and a line cut by a crash is passed over', () => {
    const line = JSON.stringify({ level: 'info', event: 'audit.anchor', facts: { seq: 7, fingerprint } });
    const other = JSON.stringify({ event: 'app.started', facts: { note: 'audit.anchor' } });
    expect(anchorsInLog(`${other}\n${line}\n${line.slice(0, 60)}`)).toEqual([{ seq: 7, fingerprint }]);
  });
});

describe('a trail and what was noted down of it', () => {
  const entries = trail(6);
  const noted = entries.map(anchorOf);

  it('fit when nothing happened', () => {
    expect(judgeAnchors(noted, whole(entries)).map(({ verdict }) => verdict)).toEqual(Array(6).fill('fits'));
  });

  it('show that the end was cut off, which the chain alone cannot', () => {
    const verdicts = judgeAnchors(noted, whole(entries.slice(0, 4))).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['fits', 'fits', 'fits', 'fits', 'cut-off', 'cut-off']);
  });

  it('show that the trail was written anew', () => {
    const verdicts = judgeAnchors(noted, whole(trail(6, 'Olga'))).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['differs']));
  });

  it('say nothing about what retention has dropped, except where the cut is', () => {
    const verdicts = judgeAnchors(noted, whole(entries, 3)).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['older', 'older', 'fits', 'fits', 'fits', 'fits']);
  });

  it('fit an empty trail that has lost nothing', () => {
    expect(judgeAnchors([], whole([]))).toEqual([]);
    expect(judgeAnchors([anchorOf({ seq: 0, hash: noHash })], whole([]))[0]?.verdict).toBe('fits');
  });
});
