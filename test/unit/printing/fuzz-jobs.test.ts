import { describe, expect, it } from 'vitest';
import { driverFor } from '../../../src/main/printing/drivers/index.ts';
import { runJob } from '../../../src/main/printing/drivers/run-job.ts';
import { newMemory, usualTimings } from '../../../src/main/printing/drivers/types.ts';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import { languages, type Language } from '../../../src/shared/printing/profile.ts';
import { ScriptedLine, ScriptedTransport } from '../../fakes/printers/scripted-line.ts';
import { testProfile } from '../../fakes/test-profile.ts';
import { brotherCompletions, starCounters, zplCameToRest } from './evidence.ts';
import { mutations, seeded } from './mutations.ts';

/**
 * Whole jobs at printers that say anything at any moment: true answers, broken ones and noise, in pieces, late, twice.
 * Every job ends in an outcome, and "confirmed" only where the record of what came holds the language's own evidence
 * (evidence.ts). Some must be confirmed, or the test would prove nothing.
 */
const jobs = Number(process.env['FUZZ_JOBS'] ?? 10_000);

const job = Buffer.concat([Buffer.alloc(3000, 0x41), Buffer.from('^PQ1^XZ\nPRINT 1,1\r\n')]);
const roll = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 } as const;

const zplHost = (formats: number, labels: number, partial = 0, isEmpty = 0): Buffer =>
  Buffer.from(
    `\x02030,${isEmpty},0,0687,00${formats},0,0,${partial},000,0,0,0\x03\r\n\x02001,0,0,0,0,2,6,0,0000000${labels},1,000\x03\r\n\x021234,0\x03\r\n`,
  );
const star = (eighth: number, third = 0): Buffer => Buffer.of(0x23, 0x06, third, 0, 0, 0, 0, eighth, 0);
const brother = (type: number): Buffer =>
  Buffer.from(
    Array.from({ length: 32 }, (_, at) => {
      const usual = { 0: 0x80, 1: 0x20, 2: 0x42, 3: 0x34, 10: 62, 11: 0x0b, 17: 100, 18: type };
      return Object.entries(usual).find(([place]) => Number(place) === at)?.[1] ?? 0;
    }),
  );

/** Answers in which some truth can be found. The four letters of a GS ( H are taken from what we wrote. */
const truths: Readonly<Record<Language, readonly Buffer[]>> = {
  zpl: [zplHost(0, 0), zplHost(0, 0), zplHost(1, 1), zplHost(0, 0, 1), zplHost(0, 0, 0, 1)],
  escpos: [Buffer.of(0x12), Buffer.of(0x16, 0x12), Buffer.of(0x00), Buffer.of(0x37, 0x22, 0, 0, 0, 0, 0)],
  starprnt: [star(0), star(0x02), star(0x04), star(0, 0x20)],
  'star-line': [star(0), star(0x02), star(0x6e)],
  'star-graphic': [star(0), star(0x02), star(0, 0x08)],
  tspl: [Buffer.of(0), Buffer.of(0), Buffer.of(0x20), Buffer.of(0x04)],
  'brother-ql': [brother(0), brother(1), brother(0), brother(2)],
  epl2: [Buffer.from('00\r\n'), Buffer.from('07\r\n')],
  cpcl: [Buffer.of(0), Buffer.of(0x02)],
  dymo: [Buffer.of(0x03), Buffer.of(0x20)],
};

interface Heard {
  /** What came, with the moment in the job: before its first byte or after. */
  readonly before: Buffer[];
  readonly after: Buffer[];
  written: Buffer;
}

/** Whether what came proves that a label was printed. */
function isProven(language: Language, { before, after, written }: Heard): boolean {
  const all = Buffer.concat(after);
  switch (language) {
    case 'zpl':
      return zplCameToRest(Buffer.concat([...before, ...after]).toString('latin1'));
    case 'escpos': {
      const at = written.indexOf(Buffer.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30));
      const id = written.subarray(at + 7, at + 11);
      return at >= 0 && all.includes(Buffer.concat([Buffer.of(0x37, 0x22), id, Buffer.of(0)]));
    }
    case 'starprnt':
    case 'star-line':
    case 'star-graphic': {
      const earlier = starCounters(Buffer.concat([...before, ...after]));
      return starCounters(Buffer.concat([...before, ...after])).some((each) => earlier.includes(each - 1));
    }
    case 'tspl': {
      const bytes = [...before, ...after].filter((piece) => piece.length === 1).map((piece) => piece[0] ?? 0);
      const work = bytes.findIndex((byte) => (byte & 0x20) !== 0);
      return work >= 0 && bytes.slice(work + 1).includes(0);
    }
    case 'brother-ql':
      return brotherCompletions(Buffer.concat([...before, ...after])) > 0;
    case 'epl2':
    case 'cpcl':
    case 'dymo':
      return false;
  }
}

async function run(
  language: Language,
  seed: number,
  noise: Generator<Uint8Array>,
): Promise<[PrintOutcome, Heard]> {
  const random = seeded(seed);
  const driver = driverFor(language);
  if (!driver.ok) throw new Error('no driver');
  const record: Heard = { before: [], after: [], written: Buffer.alloc(0) };
  let hasBegun = false;
  const wild = random() < 0.5 ? 0.05 : 0.4;
  const say = (): Buffer | null => {
    if (random() < 0.05) return null;
    if (random() < wild) return Buffer.from((noise.next().value as Uint8Array | undefined) ?? []);
    const { [language]: list } = truths;
    const answer = Buffer.from(list[Math.floor(random() * list.length)] ?? []);
    const at = record.written.indexOf(Buffer.of(0x1d, 0x28, 0x48));
    if (language === 'escpos' && answer.length === 7 && at >= 0 && random() < 0.6) {
      record.written.copy(answer, 2, at + 7, at + 11);
    }
    return answer;
  };
  const line = new ScriptedLine((written) => {
    record.written = Buffer.concat([record.written, written]);
    if (written.length > 1000) hasBegun = true;
    const answer = say();
    if (answer !== null) (hasBegun ? record.after : record.before).push(answer);
    return answer;
  });
  const outcome = await runJob({
    driver: driver.value,
    transport: new ScriptedTransport(line),
    profile: testProfile(language, language === 'brother-ql' ? { dpi: 300, headDots: 720 } : {}),
    media: roll,
    memory: newMemory(),
    timings: { ...usualTimings, completionMs: 3000 },
    pace: line.pace,
    encode: () => job,
    heightMm: 20,
    mayStart: () => true,
    onMilestone: () => undefined,
    onStanding: () => undefined,
  });
  return [outcome, record];
}

describe(`${jobs.toLocaleString('en')} jobs at printers that say anything`, { timeout: 120_000 }, () => {
  it.each([...languages])(
    '%s: every end is an outcome, and "confirmed" never without evidence',
    async (language) => {
      const noise = mutations(truths[language], 10_000_000);
      const ends: { [kind: string]: number } = {};
      for (let seed = 0; seed < jobs; seed += 1) {
        const [outcome, record] = await run(language, seed, noise);
        ends[outcome.kind] = (ends[outcome.kind] ?? 0) + 1;
        if (outcome.kind === 'confirmed' && !isProven(language, record)) {
          expect.fail(`seed ${seed}: confirmed out of ${Buffer.concat(record.after).toString('hex')}`);
        }
      }
      const hasWord = !['epl2', 'cpcl', 'dymo'].includes(language);
      expect((ends['confirmed'] ?? 0) > 0).toBe(hasWord);
      expect(ends['unsure'] ?? 0).toBeGreaterThan(0);
      expect(ends['not-started'] ?? 0).toBeGreaterThan(0);
    },
  );
});
