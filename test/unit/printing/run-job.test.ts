import { describe, expect, it } from 'vitest';
import { driverFor } from '../../../src/main/printing/drivers/index.ts';
import { runJob, type DriverJob } from '../../../src/main/printing/drivers/run-job.ts';
import { newMemory, usualTimings, type Standing } from '../../../src/main/printing/drivers/types.ts';
import type { Language } from '../../../src/shared/printing/profile.ts';
import {
  ScriptedLine,
  ScriptedLineError,
  ScriptedTransport,
  type Answerer,
} from '../../fakes/printers/scripted-line.ts';
import { mutations } from './mutations.ts';
import { testProfile } from '../../fakes/test-profile.ts';

const jobBytes = new Uint8Array(70_000).fill(0x41);

const chunk = 16_384;

interface Run {
  readonly outcome: Awaited<ReturnType<typeof runJob>>;
  readonly line: ScriptedLine;
  readonly milestones: string[];
  readonly standings: Standing[];
}

async function run(
  language: Language,
  line: ScriptedLine | 'printer-offline' | 'printer-refused' | 'printer-busy' | 'permission-denied',
  changes: Partial<DriverJob> = {},
): Promise<Run> {
  const driver = driverFor(language);
  if (!driver.ok) throw new Error('no driver');
  const milestones: string[] = [];
  const standings: Standing[] = [];
  const scripted = typeof line === 'string' ? new ScriptedLine() : line;
  const outcome = await runJob({
    driver: driver.value,
    transport: new ScriptedTransport(line),
    profile: testProfile(language),
    media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
    memory: newMemory(),
    timings: usualTimings,
    pace: scripted.pace,
    encode: () => jobBytes,
    heightMm: 86,
    mayStart: () => true,
    onMilestone: (milestone) => milestones.push(milestone),
    onStanding: (standing) => standings.push(standing),
    ...changes,
  });
  return { outcome, line: scripted, milestones, standings };
}

const zplHost = (formats: string, labels: string, flags = '0,0'): string =>
  `\x02030,${flags},0687,${formats},0,0,0,000,0,0,0\x03\r\n\x02001,0,0,0,0,2,6,0,${labels},1,000\x03\r\n\x021234,0\x03\r\n`;
const atRest = zplHost('000', '00000000');
const atWork = zplHost('001', '00000001');

/** Answers each ~HS with the next of the list, the last one for ever. */
function hostAnswers(...answers: readonly string[]): Answerer {
  let asked = 0;
  return (written) => {
    if (!Buffer.from(written).includes('~HS')) return null;
    asked += 1;
    return answers[Math.min(asked, answers.length) - 1] ?? '';
  };
}

describe('before the first byte', () => {
  it.each([
    ['printer-offline', 'offline'],
    ['printer-refused', 'offline'],
    ['printer-busy', 'busy'],
    ['permission-denied', 'permission-denied'],
  ] as const)('a line that does not open (%s) leaves the job waiting (%s)', async (code, reason) => {
    const { outcome, standings } = await run('zpl', code);
    expect(outcome).toMatchObject({ kind: 'not-started', reason });
    expect(standings).toEqual([{ kind: 'trouble', reason }]);
  });

  it('a fault is seen and no byte of the job leaves', async () => {
    const { outcome, line } = await run(
      'zpl',
      new ScriptedLine(hostAnswers(zplHost('000', '00000000', '1,0'))),
    );
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'media-empty', retryAfterMs: 5000 });
    expect(line.bytes.includes('A')).toBe(false);
    expect(line.isClosed).toBe(true);
  });

  it('the port itself can report the fault', async () => {
    const line = new ScriptedLine();
    line.port = { reasons: ['media-empty'] };
    expect((await run('escpos', line)).outcome).toMatchObject({ kind: 'not-started', reason: 'media-empty' });
    expect(line.bytes).toHaveLength(0);
  });

  it('a lease that was lost stops the job', async () => {
    const { outcome, line } = await run('zpl', new ScriptedLine(hostAnswers(atRest)), {
      mayStart: () => false,
    });
    expect(outcome).toEqual({ kind: 'not-started', reason: 'interrupted', retryAfterMs: null });
    expect(line.bytes.includes('A')).toBe(false);
  });

  it('a cancelled job does not begin, and the lease is not asked for', async () => {
    let asked = false;
    const mayStart = (): boolean => (asked = true);
    const { outcome } = await run('zpl', new ScriptedLine(), { signal: AbortSignal.abort(), mayStart });
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'interrupted' });
    expect(asked).toBe(false);
  });

  it("another's job in the printer is waited for, but not for ever", async () => {
    const { outcome, line } = await run('zpl', new ScriptedLine(hostAnswers(atWork)));
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'busy' });
    expect(line.pace.now()).toBeGreaterThanOrEqual(usualTimings.busyMs);
  });

  it('half a format that nobody finishes is cleared away once', async () => {
    const half = atRest.replace('000,0,0,0,000', '000,0,0,1,000');
    let cleared = false;
    const line = new ScriptedLine((written) => {
      const text = Buffer.from(written).toString('latin1');
      if (text.includes('~JA')) cleared = true;
      return text.includes('~HS') ? (cleared ? atRest : half) : null;
    });
    await run('zpl', line);
    expect(cleared).toBe(true);
    expect(line.bytes.includes('A')).toBe(true);
  });

  it('a printer that could answer and is silent now is left alone for a while', async () => {
    const memory = { ...newMemory(), answers: true };
    const { outcome } = await run('zpl', new ScriptedLine(), { memory });
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'busy' });
  });

  it('… and printed on again when it stays silent', async () => {
    const memory = { ...newMemory(), answers: true };
    const line = new ScriptedLine();
    await run('zpl', line, { memory });
    await line.pace.wait(usualTimings.silenceMs);
    expect((await run('zpl', line, { memory })).outcome).toEqual({ kind: 'sent' });
  });
});

describe('while bytes go out', () => {
  it('tells of the first and the last byte, once each', async () => {
    expect((await run('zpl', new ScriptedLine())).milestones).toEqual(['first-byte', 'last-byte']);
  });

  it.each(['zpl', 'escpos'] as const)(
    '%s: nothing taken at all, and that is certain: the job may try again',
    async (language) => {
      const line = new ScriptedLine((written) => {
        if (written.length > 1000) throw new ScriptedLineError('stalled', 0, false);
        return null;
      });
      const { outcome } = await run(language, line, {
        profile: testProfile(language, { answersStatus: false, completion: 'none' }),
      });
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'busy' });
      expect(line.isClosed).toBe(true);
    },
  );

  it.each([
    ['stalled', 3],
    ['vanished', 0],
    ['vanished', 4],
  ] as const)(
    '%s after %i chunks: unsure, with the bytes that were certainly taken',
    async (reason, chunks) => {
      let taken = 0;
      const line = new ScriptedLine((written) => {
        if (Buffer.from(written).includes('~HS')) return atRest;
        if (written.length < 1000) return null;
        if (taken === chunks) throw new ScriptedLineError(reason, taken * chunk, true);
        taken += 1;
        return null;
      });
      const { outcome } = await run('zpl', line);
      expect(outcome).toEqual({ kind: 'unsure', reason, bytesSent: chunks * chunk });
      expect(line.isClosed).toBe(true);
    },
  );

  it('a cancelled job stops between two chunks, and the printer is told to forget it', async () => {
    const abort = new AbortController();
    const line = new ScriptedLine((written) => {
      if (written.length > 1000) abort.abort();
      return Buffer.from(written).includes('~HS') ? atRest : null;
    });
    const { outcome } = await run('zpl', line, { signal: abort.signal });
    expect(outcome).toEqual({ kind: 'unsure', reason: 'interrupted', bytesSent: chunk });
    expect(line.bytes.subarray(-3).toString()).toBe('~JA');
  });

  it('a fault the printer reports by itself stops the job', async () => {
    let chunks = 0;
    const line = new ScriptedLine((written) => {
      if (written[0] === 0x10 && written[1] === 0x04) return Uint8Array.of(0x12);
      if (written.length > 1000) chunks += 1;
      return chunks === 2 ? Uint8Array.of(0x38, 0x00, 0x00, 0x0f) : null;
    });
    const { outcome } = await run('escpos', line);
    expect(outcome).toEqual({ kind: 'unsure', reason: 'fault-while-printing', bytesSent: 2 * chunk });
    // DLE DC4 8 and DLE ENQ 2: what it holds must not come out when the cover is closed.
    expect(line.bytes.subarray(-13).toString('hex')).toBe('10140801031401060208100502');
  });
});

describe('after the last byte', () => {
  it('zpl: counters that rise and fall again confirm the label, not before paper can have moved', async () => {
    const { outcome, line } = await run('zpl', new ScriptedLine(hostAnswers(atRest, atWork, atRest)));
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(line.pace.now()).toBeGreaterThanOrEqual(860);
    expect(line.isFinished).toBe(true);
  });

  it('zpl: counters that never rise confirm nothing', async () => {
    expect((await run('zpl', new ScriptedLine(hostAnswers(atRest)))).outcome).toEqual({ kind: 'sent' });
  });

  it('zpl: counters that never fall leave us unsure', async () => {
    const { outcome, line } = await run('zpl', new ScriptedLine(hostAnswers(atRest, atWork)));
    expect(outcome).toMatchObject({ kind: 'unsure', reason: 'stalled' });
    expect(line.bytes.subarray(-3).toString()).toBe('~JA');
  });

  it('zpl: a printer that falls silent leaves us unsure', async () => {
    const { outcome } = await run('zpl', new ScriptedLine(hostAnswers(atRest, '')));
    expect(outcome).toMatchObject({ kind: 'unsure', reason: 'stalled', bytesSent: jobBytes.length });
  });

  it('zpl: a hot head is waited for', async () => {
    const hot = atWork.replace('000,0,0,0\x03', '000,0,0,1\x03');
    const { outcome } = await run('zpl', new ScriptedLine(hostAnswers(atRest, hot, hot, atWork, atRest)));
    expect(outcome).toEqual({ kind: 'confirmed' });
  });

  it('zpl: a label that waits to be torn off has been printed', async () => {
    const waiting = atRest.replace('2,6,0,', '2,6,1,');
    const { outcome } = await run('zpl', new ScriptedLine(hostAnswers(atRest, atWork, waiting)));
    expect(outcome).toEqual({ kind: 'confirmed' });
  });

  const escposAnswers =
    (token: (id: Buffer) => Uint8Array | null): Answerer =>
    (written) => {
      if (written[0] === 0x10 && written[1] === 0x04) return Uint8Array.of(0x12);
      const at = Buffer.from(written).indexOf(Buffer.of(0x1d, 0x28, 0x48));
      return at < 0 ? null : token(Buffer.from(written.subarray(at + 7, at + 11)));
    };
  const processId = (id: Uint8Array): Uint8Array =>
    Buffer.concat([Uint8Array.of(0x37, 0x22), id, Uint8Array.of(0)]);

  it('escpos: the id of this very job confirms the paper', async () => {
    const { outcome } = await run('escpos', new ScriptedLine(escposAnswers(processId)));
    expect(outcome).toEqual({ kind: 'confirmed' });
  });

  it('escpos: the id of another job confirms nothing', async () => {
    const wrong = (id: Buffer): Uint8Array =>
      processId(Buffer.from(id.map((byte) => (byte === 0x30 ? 0x31 : 0x30))));
    expect((await run('escpos', new ScriptedLine(escposAnswers(wrong)))).outcome).toMatchObject({
      kind: 'unsure',
      reason: 'stalled',
    });
  });

  it('escpos: an answer in turn says "taken in", not "printed"', async () => {
    const inTurn = (): Uint8Array => Uint8Array.of(0x00);
    expect((await run('escpos', new ScriptedLine(escposAnswers(inTurn)))).outcome).toEqual({ kind: 'sent' });
  });

  it('escpos: a model without GS ( H is not asked for it', async () => {
    const profile = testProfile('escpos', { completion: 'barrier' });
    const line = new ScriptedLine((written) => {
      if (written[0] === 0x10 && written[1] === 0x04) return Uint8Array.of(0x12);
      return Buffer.from(written).includes(Buffer.of(0x1d, 0x72, 0x01)) ? Uint8Array.of(0x00) : null;
    });
    expect((await run('escpos', line, { profile })).outcome).toEqual({ kind: 'sent' });
    expect(line.bytes.includes(Buffer.of(0x1d, 0x28, 0x48))).toBe(false);
  });

  it('a printer that answers nothing is printed on, and said to be sent', async () => {
    for (const language of ['zpl', 'escpos'] as const) {
      const { outcome, line, standings } = await run(language, new ScriptedLine());
      expect(outcome).toEqual({ kind: 'sent' });
      expect(standings).toEqual([{ kind: 'silent' }]);
      expect(line.isFinished).toBe(true);
    }
  });

  it('a silent line that breaks while it is finished leaves us unsure', async () => {
    const line = new ScriptedLine();
    line.finish = () => Promise.reject(new ScriptedLineError('vanished', jobBytes.length, true));
    expect((await run('zpl', line)).outcome).toMatchObject({ kind: 'unsure', reason: 'vanished' });
  });

  it('a port that reports a fault at the end leaves us unsure', async () => {
    const line = new ScriptedLine((written, self) => {
      if (written.length > 1000) self.port = { reasons: ['media-empty'] };
      return null;
    });
    expect((await run('zpl', line)).outcome).toMatchObject({
      kind: 'unsure',
      reason: 'fault-while-printing',
    });
  });
});

describe('a printer that answers anything at all', () => {
  it.each(['zpl', 'escpos'] as const)(
    '%s: every end is an outcome, and none is a wrong "confirmed"',
    async (language) => {
      const samples = [
        atRest,
        zplHost('000', '00000000', '1,0'),
        Uint8Array.of(0x12, 0x10, 0, 0, 0x0f),
        processId(),
      ];
      for (const answer of mutations(samples, 1500)) {
        const line = new ScriptedLine((written) => (written.length > 1000 ? null : answer));
        const { outcome } = await run(language, line);
        // None of these answers tells of a label at work, and none knows this job's id.
        expect(['not-started', 'sent', 'unsure']).toContain(outcome.kind);
      }
    },
  );
});

function processId(): Uint8Array {
  return Uint8Array.of(0x37, 0x22, 0x01, 0x02, 0x03, 0x04, 0x00);
}

describe('the rest of a job that broke off', () => {
  /** Answers as a label printer at rest, and breaks the line at the first byte of a job. */
  const breaks: Answerer = (written) => {
    const text = Buffer.from(written).toString('latin1');
    if (text.includes('~HS')) return atRest;
    if (text.startsWith('AAA')) throw new ScriptedLineError('vanished', 4096, true);
    return null;
  };
  const isWell = hostAnswers(atRest, atRest, atWork, atRest);

  it('is dropped before the next holder’s badge, once', async () => {
    const memory = newMemory();
    const first = await run('zpl', new ScriptedLine(breaks), { memory });
    expect(first.outcome).toMatchObject({ kind: 'unsure', reason: 'vanished' });
    // The line was gone: nobody could be told.
    expect(first.line.bytes.includes('~JA')).toBe(false);

    const second = await run('zpl', new ScriptedLine(isWell), { memory });
    const said = second.line.bytes.toString('latin1');
    expect(said.indexOf('~JA')).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('~JA')).toBeLessThan(said.indexOf('AAA'));

    const third = await run('zpl', new ScriptedLine(isWell), { memory });
    expect(third.line.bytes.includes('~JA')).toBe(false);
  });

  it('is dropped after a start that found a job in mid-air', async () => {
    const memory = { ...newMemory(), mayHoldRest: true };
    const { line } = await run('escpos', new ScriptedLine(), { memory });
    const dropsAfterError = Buffer.from([0x10, 0x05, 0x02]);
    expect(line.bytes.indexOf(dropsAfterError)).toBeGreaterThanOrEqual(0);
    expect(line.bytes.indexOf(dropsAfterError)).toBeLessThan(line.bytes.indexOf('AAA'));
    expect(memory.mayHoldRest).toBe(false);
  });

  it('was told to go when the line still stood: then the next badge needs no more', async () => {
    const memory = newMemory();
    const fault: Answerer = (written, line) => {
      const text = Buffer.from(written).toString('latin1');
      if (!text.includes('~HS')) return null;
      return line.bytes.includes('A') ? zplHost('000', '00000000', '1,0') : atRest;
    };
    const { outcome, line } = await run('zpl', new ScriptedLine(fault), { memory });
    expect(outcome.kind).toBe('unsure');
    expect(line.bytes.includes('~JA')).toBe(true);
    expect(memory.mayHoldRest).toBe(false);
  });

  it('costs no byte of the lease: a badge that may not start is not begun', async () => {
    const memory = { ...newMemory(), mayHoldRest: true };
    const { outcome, line } = await run('zpl', new ScriptedLine(isWell), { memory, mayStart: () => false });
    expect(outcome).toMatchObject({ kind: 'not-started' });
    expect(line.bytes.includes('AAA')).toBe(false);
  });

  it.each(['epl2', 'cpcl', 'dymo'] as const)(
    'stays a risk where the language has no word for it: %s',
    async (language) => {
      const memory = { ...newMemory(), mayHoldRest: true };
      await run(language, new ScriptedLine(), { memory });
      expect(memory.mayHoldRest).toBe(true);
    },
  );
});
