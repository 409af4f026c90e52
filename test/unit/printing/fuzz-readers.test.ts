import { describe, expect, it } from 'vitest';
import { BrotherStatuses } from '../../../src/main/printing/drivers/brother-status.ts';
import { cpclStatusBits } from '../../../src/main/printing/drivers/cpcl.ts';
import { dymoStatusBits } from '../../../src/main/printing/drivers/dymo.ts';
import { Epl2Reader } from '../../../src/main/printing/drivers/epl2.ts';
import { OneByteReader, type BitRow } from '../../../src/main/printing/drivers/one-byte.ts';
import { StarReader } from '../../../src/main/printing/drivers/star.ts';
import { tsplStatusBits } from '../../../src/main/printing/drivers/tspl.ts';
import { mutations, seeded } from './mutations.ts';
import { brotherCompletions, starCounters } from './evidence.ts';

/**
 * 100,000 random and mutated inputs for each reader of a status: it never throws, and whatever could count as "printed"
 * or "nothing is wrong" stands whole in what came. What stands there is found by other code (evidence.ts).
 */
const runs = 100_000;

/** The same bytes in pieces, as a network delivers them. */
function pieces(bytes: Uint8Array, random: () => number): Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + Math.floor(random() * 16);
    cut.push(bytes.subarray(at, end));
    at = end;
  }
  return cut;
}

const star = (counter = 0, third = 0): Uint8Array => Uint8Array.of(0x23, 0x06, third, 0, 0, 0, 0, counter, 0);
const brother = (type = 1): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => (at === 18 ? type : ([0x80, 0x20, 0x42, 0x34][at] ?? 0)));

describe(`${runs.toLocaleString('en')} inputs for each reader`, { timeout: 120_000 }, () => {
  it('Star: a counter is read only out of a whole status that says it', () => {
    const random = seeded(1);
    let seen = 0;
    for (const bytes of mutations([star(0x02), star(0x6e), star(0, 0x28)], runs)) {
      const reader = new StarReader();
      const looks = pieces(bytes, random).flatMap((piece) => reader.feed(piece));
      const there = starCounters(bytes);
      for (const { counter } of looks) {
        if (counter === null) continue;
        seen += 1;
        if (!there.includes(counter)) expect.fail(`${counter} out of ${Buffer.from(bytes).toString('hex')}`);
      }
    }
    expect(seen).toBeGreaterThan(runs / 10);
  });

  it('Brother: "completed" is read only out of 32 bytes that say it, and not more often', () => {
    const random = seeded(2);
    let seen = 0;
    for (const bytes of mutations([brother(), brother(0), brother(2)], runs)) {
      const statuses = new BrotherStatuses();
      const found = pieces(bytes, random).flatMap((piece) => statuses.feed(piece));
      const completed = found.filter(({ type }) => type === 'completed').length;
      seen += completed;
      if (completed > brotherCompletions(bytes))
        expect.fail(`${completed} out of ${Buffer.from(bytes).toString('hex')}`);
    }
    expect(seen).toBeGreaterThan(runs / 10);
  });

  it('EPL2: "nothing is wrong" is read only out of a line that begins with 00', () => {
    const random = seeded(3);
    let seen = 0;
    for (const bytes of mutations(['00\r\n', '07\r\n', '11,07\r\n', '00P012\r\n'], runs)) {
      const reader = new Epl2Reader();
      const looks = pieces(bytes, random).flatMap((piece) => reader.feed(piece));
      const well = looks.filter(({ reasons }) => reasons.length === 0).length;
      seen += well;
      const lines = Buffer.from(bytes).toString('latin1').split('\n');
      if (well > lines.filter((line) => /00(P\d{3}|R\d{3})?(,00)*\r*$/.test(line)).length)
        expect.fail(`${well} out of ${Buffer.from(bytes).toString('hex')}`);
    }
    expect(seen).toBeGreaterThan(runs / 20);
  });

  it.each<[string, readonly BitRow[]]>([
    ['TSPL', tsplStatusBits],
    ['CPCL', cpclStatusBits],
    ['DYMO', dymoStatusBits],
  ])('%s: one byte is one answer, anything else is none, and a fault is never overlooked', (_name, rows) => {
    let seen = 0;
    const samples = [Uint8Array.of(0), Uint8Array.of(0x20), Uint8Array.of(0x03), Uint8Array.of(0x44)];
    for (const bytes of mutations(samples, runs)) {
      const looks = new OneByteReader(rows).feed(bytes);
      expect(looks.length).toBe(bytes.length === 1 ? 1 : 0);
      const [look] = looks;
      const byte = bytes[0] ?? 0;
      if (look === undefined) continue;
      seen += 1;
      for (const { mask, reason } of rows) {
        const isSaid = reason === 'work' ? look.isAtWork : look.reasons.includes(reason);
        if ((byte & mask) !== 0 && !isSaid) expect.fail(`${reason} was overlooked in ${byte}`);
      }
    }
    expect(seen).toBeGreaterThan(runs / 20);
  });
});
