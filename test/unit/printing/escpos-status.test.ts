import { describe, expect, it } from 'vitest';
import {
  changeBits,
  EscposAnswers,
  mostPressing,
  reasonsOfChange,
  reasonsOfReached,
  reasonsOfStatus,
  statusBits,
  type EscposAnswer,
} from '../../../src/main/printing/drivers/escpos-status.ts';
import { mutations } from './mutations.ts';

const read = (...bytes: readonly number[]): EscposAnswer[] =>
  new EscposAnswers().feed(Uint8Array.from(bytes));

const questions = [1, 2, 3, 4] as const;

describe('answers to DLE EOT', () => {
  it.each(questions)('%i: nothing is wrong when only the fixed bits are set', (question) => {
    expect(reasonsOfStatus(question, 0x12)).toEqual([]);
  });

  it.each(
    questions.flatMap((question) => statusBits[question].map((row) => [question, row.means, row] as const)),
  )('%i: %s', (question, _means, row) => {
    expect(reasonsOfStatus(question, 0x12 | row.mask)).toEqual([row.reason]);
  });

  it('4: near the end of the paper is a remark', () => {
    expect(reasonsOfStatus(4, 0x12 | 0x0c)).toEqual([]);
  });
});

describe('automatic status', () => {
  it('says nothing when only the fixed bits are set', () => {
    expect(reasonsOfChange([0x10, 0, 0, 0x0f])).toEqual([]);
  });

  it.each(changeBits.map((row) => [row.means, row] as const))('%s', (_means, row) => {
    const bytes: [number, number, number, number] = [0x10, 0, 0, 0x0f];
    bytes[row.at] |= row.mask;
    expect(reasonsOfChange(bytes)).toEqual([row.reason]);
  });

  it('takes the end of the paper, not its nearing, for a fault', () => {
    expect(reasonsOfChange([0x10, 0, 0x03, 0x0f])).toEqual([]);
  });
});

describe('GS r', () => {
  it.each([
    [0x00, []],
    [0x03, []],
    [0x0c, ['media-empty']],
  ] as const)('%i', (byte, reasons) => {
    expect(reasonsOfReached(byte)).toEqual(reasons);
  });
});

describe('the most pressing reason', () => {
  it('is the open cover, which explains the missing paper and the offline state', () => {
    expect(mostPressing(['paused', 'media-empty', 'printer-fault', 'cover-open'])).toBe('cover-open');
  });

  it('is nothing where nothing is wrong', () => {
    expect(mostPressing([])).toBeNull();
  });
});

describe('telling answers apart', () => {
  it.each<[string, number[], EscposAnswer[]]>([
    ['a status', [0x12], [{ kind: 'status', byte: 0x12 }]],
    ['an automatic status', [0x18, 0, 0, 0x0f], [{ kind: 'changed', bytes: [0x18, 0, 0, 0x0f] }]],
    ['an answer in turn', [0x00], [{ kind: 'reached', byte: 0 }]],
    ['a process id', [0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0], [{ kind: 'process', id: 'ABCD' }]],
    ['cleared buffers', [0x37, 0x25, 0], [{ kind: 'cleared' }]],
    ['XON and XOFF, which are no answers', [0x11, 0x13], []],
    ['bytes with the high bit', [0x80, 0xff, 0x93], []],
    [
      'an automatic status cut off by a status',
      [0x10, 0x00, 0x12],
      [
        { kind: 'reached', byte: 0 },
        { kind: 'status', byte: 0x12 },
      ],
    ],
    [
      'a process id with a byte that is none',
      [0x37, 0x22, 0x41, 0x42, 0x43, 0x07, 0],
      [
        { kind: 'reached', byte: 0x22 },
        { kind: 'reached', byte: 0x41 },
        { kind: 'reached', byte: 0x42 },
        { kind: 'reached', byte: 0x43 },
        { kind: 'reached', byte: 0x07 },
        { kind: 'reached', byte: 0 },
      ],
    ],
    [
      'all of them in a row',
      [0x12, 0x10, 0, 0, 0x0f, 0x00, 0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0, 0x1a],
      [
        { kind: 'status', byte: 0x12 },
        { kind: 'changed', bytes: [0x10, 0, 0, 0x0f] },
        { kind: 'reached', byte: 0 },
        { kind: 'process', id: '0001' },
        { kind: 'status', byte: 0x1a },
      ],
    ],
  ])('%s', (_what, bytes, answers) => {
    expect(read(...bytes)).toEqual(answers);
  });

  it('puts together an answer that comes byte by byte', () => {
    const answers = new EscposAnswers();
    const bytes = [0x10, 0x00, 0x00, 0x0f, 0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00];
    expect(bytes.flatMap((byte) => answers.feed(Uint8Array.of(byte))).map(({ kind }) => kind)).toEqual([
      'changed',
      'process',
    ]);
  });

  it('does not wait for ever for the end of a block', () => {
    const answers = new EscposAnswers();
    answers.feed(new Uint8Array(200).fill(0x37));
    expect(answers.feed(Uint8Array.of(0x12)).at(-1)).toEqual({ kind: 'status', byte: 0x12 });
  });
});

describe('anything at all', () => {
  it('100,000 times: never throws, and reads a process id only where its whole block stands', () => {
    const samples = [
      Uint8Array.of(0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00),
      Uint8Array.of(0x10, 0x00, 0x00, 0x0f),
      Uint8Array.of(0x12, 0x1a, 0x16, 0x72),
      Uint8Array.of(0x00, 0x0c, 0x11, 0x13),
    ];
    for (const bytes of mutations(samples, 100_000)) {
      for (const answer of new EscposAnswers().feed(bytes)) {
        if (answer.kind !== 'process') continue;
        const block = Buffer.concat([Uint8Array.of(0x37, 0x22), Buffer.from(answer.id), Uint8Array.of(0)]);
        if (!Buffer.from(bytes).includes(block))
          expect.fail(`an id out of ${Buffer.from(bytes).toString('hex')}`);
      }
    }
  });
});
