import { describe, expect, it } from 'vitest';
import { driverFor } from '../../../src/main/printing/drivers/index.ts';
import { runJob } from '../../../src/main/printing/drivers/run-job.ts';
import { newMemory, usualTimings } from '../../../src/main/printing/drivers/types.ts';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { Language, PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { ScriptedLine, ScriptedTransport, type Answerer } from '../../fakes/printers/scripted-line.ts';
import { testProfile } from '../../fakes/test-profile.ts';
import { mutations } from './mutations.ts';

const roll: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };
const jobBytes = Buffer.concat([Buffer.alloc(5000, 0x41), Buffer.from('PRINT 1,1\r\n')]);

async function run(
  language: Language,
  line: ScriptedLine,
  changes: Partial<PrinterProfile> = {},
): Promise<PrintOutcome> {
  const driver = driverFor(language);
  if (!driver.ok) throw new Error('no driver');
  return runJob({
    driver: driver.value,
    transport: new ScriptedTransport(line),
    profile: testProfile(language, changes),
    media: roll,
    memory: newMemory(),
    timings: usualTimings,
    pace: line.pace,
    encode: () => jobBytes,
    heightMm: 86,
    mayStart: () => true,
    onMilestone: () => undefined,
    onStanding: () => undefined,
  });
}

/** Answers each question of these bytes with the next of the list, the last one for ever. */
function answers(question: readonly number[], ...list: readonly Uint8Array[]): Answerer {
  let asked = 0;
  return (written) => {
    if (!Buffer.from(written).includes(Buffer.from(question))) return null;
    asked += 1;
    return list[Math.min(asked, list.length) - 1] ?? null;
  };
}

const byte = (value: number): Uint8Array => Uint8Array.of(value);

describe('TSPL', () => {
  const ask = [0x1b, 0x21, 0x3f];

  it('printing, then ready: the label is confirmed, not before paper can have moved', async () => {
    const line = new ScriptedLine(answers(ask, byte(0), byte(0), byte(0x20), byte(0)));
    expect(await run('tspl', line)).toEqual({ kind: 'confirmed' });
    expect(line.pace.now()).toBeGreaterThanOrEqual(860);
  });

  it('always ready: the label was sent, no more is known', async () => {
    expect(await run('tspl', new ScriptedLine(answers(ask, byte(0))))).toEqual({ kind: 'sent' });
  });

  it('a model that is not relied on is never confirmed', async () => {
    const line = new ScriptedLine(answers(ask, byte(0), byte(0), byte(0x20), byte(0)));
    expect(await run('tspl', line, { completion: 'none' })).toEqual({ kind: 'sent' });
  });

  it('printing for ever: unsure, and the printer is told to forget it', async () => {
    const line = new ScriptedLine(answers(ask, byte(0), byte(0), byte(0x20)));
    expect(await run('tspl', line)).toMatchObject({ kind: 'unsure', reason: 'stalled' });
    expect(line.bytes.subarray(-3).toString('hex')).toBe('1b212e');
  });

  it('PRINT leaves only when the printer has read the rest without a fault', async () => {
    const line = new ScriptedLine(answers(ask, byte(0), byte(0x04)));
    expect(await run('tspl', line)).toMatchObject({ kind: 'unsure', reason: 'fault-while-printing' });
    expect(line.bytes.includes('PRINT')).toBe(false);
  });
});

describe('Star', () => {
  const ask = [0x1b, 0x06, 0x01];
  const status = (counter: number, third = 0): Uint8Array =>
    Uint8Array.of(0x23, 0x06, third, 0, 0, 0, 0, [0, 0x02, 0x04][counter] ?? 0x6e, 0);

  it('the counter rises by one: confirmed', async () => {
    const line = new ScriptedLine(answers(ask, status(0), status(0), status(1)));
    expect(await run('starprnt', line)).toEqual({ kind: 'confirmed' });
    // The counter is cleared before, ETB stands behind the job.
    expect(line.bytes.indexOf(Buffer.of(0x1b, 0x1e, 0x45, 0x00))).toBeLessThan(line.bytes.indexOf('A'));
    expect(line.bytes.includes(Buffer.from('PRINT 1,1\r\n\x1b\x1ea\0\x17', 'latin1'))).toBe(true);
  });

  it.each([
    ['does not rise', [status(0)]],
    ['rises by two, which is not this job alone', [status(0), status(2)]],
    ['falls back', [status(2), status(0)]],
  ])('the counter %s: unsure', async (_what, list) => {
    expect(await run('star-line', new ScriptedLine(answers(ask, ...list)))).toMatchObject({
      kind: 'unsure',
      reason: 'stalled',
    });
  });

  it.each([
    ['has no counter', Uint8Array.of(0x0f, 0x06, 0, 0, 0, 0, 0)],
    ['does not clear its counter, and it stands at the end', status(31)],
  ])('a printer that %s: sent', async (_what, answer) => {
    expect(await run('star-graphic', new ScriptedLine(answers(ask, answer)))).toEqual({ kind: 'sent' });
  });

  it('the cover opens: unsure, and what waits is dropped', async () => {
    const line = new ScriptedLine(answers(ask, status(0), status(0, 0x28)));
    expect(await run('starprnt', line)).toMatchObject({ kind: 'unsure', reason: 'fault-while-printing' });
    expect(line.bytes.at(-1)).toBe(0x18);
  });
});

describe.each([
  ['epl2', [...Buffer.from('^ee')], Buffer.from('00\r\n'), Buffer.from('07\r\n')],
  ['cpcl', [0x1b, 0x68], byte(0), byte(0x02)],
  ['dymo', [0x1b, 0x41], byte(0x03), byte(0x20)],
] as const)('%s', (language, ask, well, empty) => {
  const profile = { completion: 'none' } as const;

  it('all is well after the job: sent, for it has no word for "printed"', async () => {
    const line = new ScriptedLine(answers(ask, well));
    expect(await run(language, line, profile)).toEqual({ kind: 'sent' });
    expect(line.pace.now()).toBeGreaterThanOrEqual(860);
  });

  it('no labels before the job: nothing is sent', async () => {
    const line = new ScriptedLine(answers(ask, empty));
    expect(await run(language, line, profile)).toMatchObject({ kind: 'not-started', reason: 'media-empty' });
    expect(line.bytes.includes('AAAA')).toBe(false);
  });

  it('no labels after the job: unsure', async () => {
    const line = new ScriptedLine(answers(ask, well, empty));
    expect(await run(language, line, profile)).toMatchObject({
      kind: 'unsure',
      reason: 'fault-while-printing',
    });
  });
});

describe('Brother', () => {
  const ask = [0x1b, 0x69, 0x53];
  const status = (changes: Readonly<Record<number, number>> = {}): Uint8Array =>
    Uint8Array.from({ length: 32 }, (_, at) => {
      const usual =
        ([0x80, 0x20, 0x42, 0x34] as const)[at] ?? ({ 10: 62, 11: 0x0b, 17: 100 } as const)[at] ?? 0;
      return changes[at] ?? usual;
    });
  const profile = { dpi: 300, headDots: 720 } as const;

  /** Says all is well when asked, and this once the job has come. */
  const after =
    (said: Uint8Array | null): Answerer =>
    (written) => {
      if (Buffer.from(written).includes(Buffer.from(ask))) return status();
      return written.length > 1000 ? said : null;
    };

  it('says "printing completed": confirmed', async () => {
    expect(await run('brother-ql', new ScriptedLine(after(status({ 18: 1 }))), profile)).toEqual({
      kind: 'confirmed',
    });
  });

  it('says nothing by itself, but is there and well: sent', async () => {
    expect(await run('brother-ql', new ScriptedLine(after(null)), profile)).toEqual({ kind: 'sent' });
  });

  it('reports an error: unsure, and what it has is forgotten', async () => {
    const line = new ScriptedLine(after(status({ 18: 2, 9: 0x10 })));
    expect(await run('brother-ql', line, profile)).toMatchObject({
      kind: 'unsure',
      reason: 'fault-while-printing',
    });
    expect(line.bytes.subarray(-2).toString('hex')).toBe('1b40');
  });

  it('what it says of an earlier label does not confirm this one', async () => {
    const line = new ScriptedLine(answers(ask, Buffer.concat([status({ 18: 1 }), status()]), status()));
    expect(await run('brother-ql', line, profile)).toEqual({ kind: 'sent' });
  });

  it.each([
    ['another width', { 10: 29 }],
    ['another length', { 17: 29 }],
    ['an endless roll', { 11: 0x0a, 17: 0 }],
  ])('holds %s: nothing is sent', async (_what, changes) => {
    const line = new ScriptedLine(answers(ask, status(changes)));
    expect(await run('brother-ql', line, profile)).toMatchObject({
      kind: 'not-started',
      reason: 'media-mismatch',
    });
    expect(line.bytes.includes('AAAA')).toBe(false);
  });

  it('is not reset for a mere look, for that would end a label under way', async () => {
    const driver = driverFor('brother-ql');
    if (!driver.ok) throw new Error('no driver');
    const { askPrinter } = await import('../../../src/main/printing/drivers/run-job.ts');
    const line = new ScriptedLine();
    await askPrinter({
      driver: driver.value,
      transport: new ScriptedTransport(line),
      profile: testProfile('brother-ql', profile),
      media: roll,
      memory: newMemory(),
      timings: usualTimings,
      pace: line.pace,
    });
    expect(line.bytes.toString('hex')).toBe('1b6953');
  });
});

describe('a printer that answers anything at all', () => {
  const samples = [
    '00\r\n',
    byte(0),
    byte(0x03),
    Uint8Array.of(0x23, 0x06, 0, 0, 0, 0, 0, 0, 0),
    new Uint8Array(32),
  ];

  it.each(['starprnt', 'epl2', 'tspl', 'brother-ql', 'cpcl', 'dymo'] as const)(
    '%s: every end is an outcome, and none is a wrong "confirmed"',
    async (language) => {
      for (const answer of mutations(samples, 400)) {
        // The same answer to everything: whoever is always the same has not printed.
        const line = new ScriptedLine((written) => (written.length > 1000 ? null : answer));
        expect(['not-started', 'sent', 'unsure']).toContain((await run(language, line)).kind);
      }
    },
  );
});
