import { describe, expect, it } from 'vitest';
import { judge, type Standing } from '../../../scripts/crash/judgement.ts';
import type { Paper } from '../../../scripts/crash/papers.ts';
import { sha256, type BookedCode } from '../../../scripts/tenant/code-book.ts';
import type { IssueState, IssueView } from '../../../src/shared/ipc/views.ts';
import type { JobState, JobView } from '../../../src/shared/printing/job.ts';
import type { Operation } from '../../../src/shared/credential/kinds.ts';

const nowMs = 1_000_000;
const holderId = 'holder';

function code(change: Partial<BookedCode> = {}): BookedCode {
  const codeId = change.codeId ?? 'code-1';
  return {
    codeId,
    holderId,
    kind: 'standard',
    startsMs: nowMs - 1000,
    expiresMs: nowMs + 1_000_000,
    createdMs: nowMs - 1000,
    payloadSha256: sha256(codeId),
    endedMs: null,
    ...change,
  };
}

function paper(codeId = 'code-1', printedMs = nowMs): Paper {
  return { payload: codeId, payloadSha256: sha256(codeId), codeId, printedMs };
}

function item(
  state: IssueState,
  operation: Operation = 'replace',
  change: Partial<IssueView> = {},
): IssueView {
  return {
    intentId: 'i1',
    state,
    operation,
    holderId,
    holderName: 'Ana',
    printerId: null,
    job: null,
    slip: null,
    pinWaiting: false,
    pinRevealed: false,
    expiresAt: null,
    createdAt: new Date(nowMs).toISOString(),
    failure: null,
    ...change,
  };
}

function job(state: JobState, change: Partial<JobView> = {}): JobView {
  const at = new Date(nowMs).toISOString();
  return {
    id: 'j1',
    intentId: 'i1',
    operation: 'replace',
    kind: 'standard',
    holderId,
    holderName: 'Ana',
    printerId: 'front',
    state,
    reason: null,
    witness: 'none',
    copy: 1,
    attempts: 0,
    serial: 'A1',
    expiresAt: at,
    createdAt: at,
    changedAt: at,
    retryAt: null,
    paper: 'badge',
    hasPayload: true,
    ...change,
  };
}

/** Asked one after another, the last one a second before the codes of these tests end. */
function asked(...operations: readonly Operation[]): Standing['asked'] {
  const last = operations.length - 1;
  return new Map([
    [
      holderId,
      operations.map((operation, index) => ({ operation, atMs: nowMs - 1000 * (1 + last - index) })),
    ],
  ]);
}

function standing(change: Partial<Standing>): Standing {
  return {
    nowMs,
    codes: [],
    pins: [],
    papers: [],
    open: [],
    jobs: [],
    asked: new Map(),
    shownPins: new Map(),
    ...change,
  };
}

const kindsOf = (change: Partial<Standing>): readonly string[] =>
  judge(standing(change)).map(({ kind, key }) => `${kind} ${key.split(' ')[0]}`);

describe('a code is lost', () => {
  it.each<[string, Partial<Standing>]>([
    ['without paper and without a word', {}],
    ['when the word is about another holder', { open: [item('picture-lost', 'replace', { holderId: 'x' })] }],
    ['when the word is about another kind of code', { open: [item('picture-lost', 'temporary')] }],
    ['when the app takes it for done', { open: [item('created')] }],
    ['when its job is closed', { jobs: [job('handed-over')] }],
    ['when the job is another holder’s', { jobs: [job('queued', { holderId: 'x' })] }],
    [
      'when only another code’s paper is there',
      { papers: [paper('code-0')], codes: [code({ codeId: 'code-0', endedMs: nowMs }), code()] },
    ],
  ])('%s', (_what, change) => {
    expect(kindsOf({ codes: [code()], ...change })).toContain('lost code');
  });

  it('when its payload never left the tenant and nobody says so', () => {
    expect(kindsOf({ codes: [code({ payloadSha256: null })] })).toEqual(['lost code']);
  });
});

describe('a code is not lost', () => {
  it.each<[string, Partial<Standing>]>([
    ['with its paper', { codes: [code()], papers: [paper()] }],
    ['when it has ended', { codes: [code({ endedMs: nowMs })] }],
    ['when it has expired', { codes: [code({ expiresMs: nowMs })] }],
    ['while its job is open', { codes: [code()], jobs: [job('unsure')] }],
    ['while its picture is known to be lost', { codes: [code()], open: [item('picture-lost')] }],
    ['while the first badge is not known', { codes: [code()], open: [item('unknown', 'first-badge')] }],
    ['while the operation is half done', { codes: [code()], open: [item('half-done')] }],
  ])('%s', (_what, change) => {
    expect(judge(standing(change))).toEqual([]);
  });
});

describe('a PIN', () => {
  const pins = [{ holderId, pinSha256: 'p', setMs: nowMs }];

  it('is lost when it was set, never shown, and nobody says so', () => {
    expect(kindsOf({ pins })).toEqual(['lost pin']);
  });

  it('is lost when another one was shown', () => {
    expect(kindsOf({ pins, shownPins: new Map([[holderId, new Set(['older'])]]) })).toEqual(['lost pin']);
  });

  it('is lost when the open item is about a badge alone', () => {
    expect(kindsOf({ pins, open: [item('picture-lost', 'temporary')] })).toEqual(['lost pin']);
  });

  it.each<[string, Partial<Standing>]>([
    ['was shown', { shownPins: new Map([[holderId, new Set(['older', 'p'])]]) }],
    ['waits', { open: [item('created', 'new-pin', { pinWaiting: true })] }],
    ['is known to be unknown', { open: [item('unknown', 'new-pin')] }],
  ])('is not lost when it %s', (_what, change) => {
    expect(judge(standing({ pins, ...change }))).toEqual([]);
  });
});

describe('a holder whose code was ended', () => {
  const codes = [code({ endedMs: nowMs })];

  it('is lost when the new one never came and nobody says so', () => {
    expect(kindsOf({ codes, asked: asked('replace') })).toEqual(['lost gap']);
  });

  it('is lost when a code was ended on purpose before, and another one for a new one', () => {
    const ended = code({ kind: 'temporary', endedMs: nowMs });
    expect(kindsOf({ codes: [ended], asked: asked('end-temporary', 'temporary') })).toEqual(['lost gap']);
  });

  it.each<[string, Partial<Standing>]>([
    ['said to be half done', { asked: asked('replace'), open: [item('half-done')] }],
    ['what was asked for', { asked: asked('remove') }],
    [
      'what was asked for before a wish that came to nothing',
      {
        asked: asked('end-temporary', 'temporary'),
        codes: [code({ kind: 'temporary', endedMs: nowMs - 1500 })],
      },
    ],
    [
      'followed by a new one',
      {
        asked: asked('replace'),
        codes: [...codes, code({ codeId: 'code-2' })],
        papers: [paper('code-2')],
      },
    ],
  ])('is not when that is %s', (_what, change) => {
    expect(judge(standing({ codes, ...change }))).toEqual([]);
  });
});

describe('papers', () => {
  it('are double when there are two of one code', () => {
    expect(kindsOf({ codes: [code()], papers: [paper(), paper()] })).toEqual(['double double']);
  });

  it('are double when the code had ended before', () => {
    const codes = [code({ endedMs: nowMs - 10_000 })];
    expect(kindsOf({ codes, papers: [paper()] })).toEqual(['double dead']);
  });

  it('are double when no code has their content', () => {
    expect(kindsOf({ papers: [paper('stranger')] })).toEqual(['double paper']);
  });

  it('may be on their way when the code ends', () => {
    const codes = [code({ endedMs: nowMs - 500 })];
    expect(judge(standing({ codes, papers: [paper()] }))).toEqual([]);
  });
});
