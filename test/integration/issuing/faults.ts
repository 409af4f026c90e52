import type { HttpOutcome } from '../../../src/main/net/door.ts';
import type { Fault } from '../../../src/main/practice/faults.ts';
import type { StationRig } from '../../fakes/issuing/rig.ts';
import type { Statement } from '../../fakes/issuing/truth.ts';

/** The Graph calls of one operation, by their names in the practice tenant. */
export interface Calls {
  /** The deletion before it, when there is one. */
  readonly ends: 'E7' | 'E10' | null;
  /** The call whose answer bears the secret. */
  readonly bears: 'E1' | 'E5' | 'E9' | 'E11';
}

/**
 * One fault point. `says` is the statement that must come: for an operation that had ended a code before, a
 * `not-done` is a `half-done`. `killed`: the run dies there and the statement is the next run's.
 */
export interface FaultPoint {
  readonly name: string;
  readonly says: Statement;
  readonly saysOfPin?: Statement;
  readonly saysAfterDelete?: Statement;
  readonly killed?: true;
  readonly only?: 'deletes' | 'prints';
  arm(rig: StationRig, calls: Calls): void;
}

const lostAnswer: HttpOutcome = { ok: false, trouble: { kind: 'reset', sent: 'maybe' } };
const cancelled: HttpOutcome = { ok: false, trouble: { kind: 'cancelled', sent: 'maybe' } };

function onCreate(
  name: string,
  says: Statement,
  fault: Fault,
  more: Partial<FaultPoint> = {},
  times = 1,
): FaultPoint {
  return { name, says, arm: (rig, calls) => rig.tenant.faults.add(calls.bears, fault, times), ...more };
}

function onDelete(name: string, says: Statement, fault: Fault, times: number): FaultPoint {
  return {
    name,
    says,
    only: 'deletes',
    arm: (rig, { ends }) => ends !== null && rig.tenant.faults.add(ends, fault, times),
  };
}

/** Runs `work` around the call that matches, once. */
function around(
  name: string,
  says: Statement,
  where: (calls: Calls) => string | null,
  work: (rig: StationRig, send: () => Promise<HttpOutcome>) => Promise<HttpOutcome>,
  more: Partial<FaultPoint> = {},
): FaultPoint {
  return {
    name,
    says,
    ...more,
    arm(rig, calls) {
      const wanted = where(calls);
      rig.door.intercept = async (request, send) => {
        if (nameOf(request.method, request.url) !== wanted) return send();
        rig.door.intercept = null;
        return work(rig, send);
      };
    },
  };
}

/** The call's name, as far as these tests tell calls apart. */
function nameOf(method: string, url: string): string | null {
  const path = new URL(url).pathname;
  const end = path.split('/').at(-1) ?? '';
  const names: Readonly<Record<string, string>> = {
    'PUT qrCodePinMethod': 'E1',
    'GET qrCodePinMethod': 'E2',
    'PATCH standardQRCode': 'E5',
    'DELETE standardQRCode': 'E7',
    'PATCH temporaryQRCode': 'E9',
    'DELETE temporaryQRCode': 'E10',
    'PATCH pin': 'E11',
  };
  return names[`${method} ${end}`] ?? null;
}

const bears = (calls: Calls): string => calls.bears;
const ends = (calls: Calls): string | null => calls.ends;

function killAt(
  name: string,
  says: Statement,
  where: (calls: Calls) => string | null,
  when: 'before' | 'after',
  more: Partial<FaultPoint> = {},
): FaultPoint {
  const work = async (rig: StationRig, send: () => Promise<HttpOutcome>): Promise<HttpOutcome> => {
    const { door } = rig;
    if (when === 'after') await send();
    const never = door.never();
    rig.kill();
    return never;
  };
  return around(name, says, where, work, { killed: true, ...more });
}

/** Answers each question in the browser. */
function answering(rig: StationRig): StationRig['onEvent'] {
  return (event) => {
    if (event !== 'practiceBrowser') return;
    setImmediate(() => void rig.tryCall('practice.choose', { operatorId: rig.operatorId }));
  };
}

const seconds = (n: number | null) => ({ kind: 'throttle', retryAfterSeconds: n }) as const;
const status = (code: number, when: 'before' | 'after') =>
  ({ kind: 'status', status: code, when, retryAfterSeconds: null }) as const;
const html = (code: number, when: 'before' | 'after') => ({ kind: 'html', status: code, when }) as const;
const pinUnknown = { saysOfPin: 'unknown' } as const;

export const faultPoints: readonly FaultPoint[] = [
  { name: 'no fault', says: 'created', arm: () => undefined },

  // The secret-bearing write itself
  onCreate('offline, not sent', 'not-done', { kind: 'offline' }),
  onCreate('connection lost, not committed', 'not-done', { kind: 'drop', when: 'before' }, pinUnknown),
  onCreate('connection lost, committed', 'picture-lost', { kind: 'drop', when: 'after' }, pinUnknown),
  onCreate('no answer in 90 s, not committed', 'not-done', { kind: 'timeout', when: 'before' }, pinUnknown),
  onCreate('no answer in 90 s, committed', 'picture-lost', { kind: 'timeout', when: 'after' }, pinUnknown),
  onCreate('answer after 80 s', 'created', { kind: 'delay', ms: 80_000 }),
  onCreate('HTML 504, not committed', 'not-done', html(504, 'before'), pinUnknown),
  onCreate('HTML 504, committed', 'picture-lost', html(504, 'after'), pinUnknown),
  onCreate('503, not committed', 'not-done', status(503, 'before'), pinUnknown),
  onCreate('500, committed', 'picture-lost', status(500, 'after'), pinUnknown),
  onCreate('509, not committed', 'not-done', status(509, 'before'), pinUnknown),
  onCreate('answer cut in half', 'picture-lost', { kind: 'truncate' }, pinUnknown),
  onCreate('answer empty', 'picture-lost', { kind: 'empty' }, pinUnknown),
  onCreate('answer without the secret', 'picture-lost', { kind: 'no-secret' }, pinUnknown),
  // A captive portal answers 200 to everything: a success that proves nothing.
  onCreate('HTML 200 from a portal, not committed', 'unknown', html(200, 'before'), pinUnknown),
  onCreate('HTML 200 from a portal, committed', 'picture-lost', html(200, 'after'), pinUnknown),
  onCreate('302 from a portal, not committed', 'not-done', status(302, 'before'), pinUnknown),
  onCreate('429 with Retry-After', 'created', seconds(7)),
  onCreate('429 without Retry-After', 'created', seconds(null), {}, 2),
  onCreate('429 for more than a minute', 'not-done', seconds(30), {}, 3),
  onCreate('429, then connection lost, committed', 'picture-lost', seconds(1), {
    ...pinUnknown,
    arm: (rig, calls) => {
      rig.tenant.faults.add(calls.bears, seconds(1));
      rig.tenant.faults.add(calls.bears, { kind: 'drop', when: 'after' });
    },
  }),
  around('claims challenge, answered silently', 'created', bears, async (rig, send) => {
    rig.tenant.faults.claims = 'step-up';
    return send();
  }),
  around('claims challenge, answered by the operator', 'created', bears, async (rig, send) => {
    rig.tenant.faults.claims = 'step-up';
    rig.tenant.faults.claimsNeedPerson = true;
    rig.onEvent = answering(rig);
    return send();
  }),
  around('claims challenge, the operator gives up', 'not-done', bears, async (rig, send) => {
    rig.tenant.faults.claims = 'step-up';
    rig.tenant.faults.claimsNeedPerson = true;
    rig.onEvent = (event) => {
      if (event !== 'practiceBrowser') return;
      // Later questions are answered.
      rig.onEvent = answering(rig);
      setImmediate(() => void rig.tryCall('issue.cancelWait', {}));
    };
    return send();
  }),
  around(
    'cancelled by the operator, not committed',
    'not-done',
    bears,
    async (rig) => {
      await rig.call('issue.cancelWait', {});
      return cancelled;
    },
    pinUnknown,
  ),
  around(
    'cancelled by the operator, committed',
    'picture-lost',
    bears,
    async (rig, send) => {
      await send();
      await rig.call('issue.cancelWait', {});
      return cancelled;
    },
    pinUnknown,
  ),
  // Chromium may by itself repeat a request whose reused connection was closed before the answer.
  around(
    'repeated below us, first answer lost',
    'picture-lost',
    bears,
    async (_, send) => {
      await send();
      return send();
    },
    { only: 'prints' },
  ),
  around('connection lost and directory unreadable', 'unknown', bears, async (rig, send) => {
    await send();
    rig.tenant.faults.add('E2', status(503, 'before'), 40);
    return lostAnswer;
  }),
  {
    name: 'copies 8 s behind',
    says: 'created',
    arm: (rig) => {
      rig.tenant.faults.lagMs = 8000;
    },
  },
  {
    name: 'copies 8 s behind, connection lost, committed if they agreed',
    says: 'picture-lost',
    // After a deletion the first try meets the old code and is refused; that answer is the one that gets lost.
    saysAfterDelete: 'half-done',
    ...pinUnknown,
    arm: (rig, calls) => {
      rig.tenant.faults.lagMs = 8000;
      rig.tenant.faults.add(calls.bears, { kind: 'drop', when: 'after' });
    },
  },

  // The deletion before it
  onDelete('deletion: offline', 'not-done', { kind: 'offline' }, 2),
  onDelete('deletion: connection lost, not committed', 'not-done', { kind: 'drop', when: 'before' }, 5),
  onDelete('deletion: connection lost, committed', 'created', { kind: 'drop', when: 'after' }, 5),
  onDelete('deletion: 504 once', 'created', html(504, 'after'), 1),
  around(
    'deletion: cancelled by the operator, committed',
    'half-done',
    ends,
    async (rig, send) => {
      await send();
      await rig.call('issue.cancelWait', {});
      return cancelled;
    },
    { only: 'deletes' },
  ),
  around(
    'deletion: answer lost, then directory unreadable',
    'unknown',
    ends,
    async (rig, send) => {
      await send();
      rig.tenant.faults.add('E2', status(503, 'before'), 60);
      rig.tenant.faults.add('write', { kind: 'drop', when: 'after' }, 4);
      return lostAnswer;
    },
    { only: 'deletes' },
  ),

  // The app is killed
  killAt('killed after the intent, before the deletion', 'nothing', ends, 'before', { only: 'deletes' }),
  killAt('killed after the deletion, before its answer', 'half-done', ends, 'after', { only: 'deletes' }),
  killAt('killed after the deletion was noted', 'half-done', bears, 'before', { only: 'deletes' }),
  killAt('killed after the intent, before the write', 'nothing', bears, 'before', { saysOfPin: 'unknown' }),
  killAt('killed after the commit, before the answer', 'picture-lost', bears, 'after', pinUnknown),
  around(
    'killed while reading what became of it',
    'picture-lost',
    bears,
    async (rig, send) => {
      await send();
      rig.door.intercept = async (request, pass) => {
        if (nameOf(request.method, request.url) !== 'E2') return pass();
        const never = rig.door.never();
        rig.kill();
        return never;
      };
      return lostAnswer;
    },
    { killed: true, only: 'prints' },
  ),
  {
    name: 'killed after the seal',
    says: 'created',
    killed: true,
    only: 'prints',
    arm: (rig) => {
      rig.onEvent = (event) => {
        if (event === 'job') rig.kill();
      };
    },
  },
  {
    name: 'killed when the answer was sealed and nobody told yet',
    says: 'created',
    killed: true,
    arm: (rig, calls) => {
      let isAnswered = false;
      rig.door.intercept = async (request, send) => {
        const outcome = await send();
        isAnswered ||= nameOf(request.method, request.url) === calls.bears;
        return outcome;
      };
      // Sealing is one turn with the answer; the next thing anybody hears is that the operation is over.
      rig.onEvent = (event) => {
        if (event === 'issue' && isAnswered) rig.kill();
      };
    },
  },
  {
    name: 'killed when the badge was out',
    says: 'created',
    killed: true,
    only: 'prints',
    arm: (rig) => {
      rig.sim.behave({ busyAnswers: 1 });
      const watch = setInterval(() => {
        if (rig.sim.labels.length === 0) return;
        clearInterval(watch);
        rig.kill();
        rig.sim.behave({ busyAnswers: 0 });
      }, 1);
    },
  },
  {
    name: 'killed while printing',
    says: 'created',
    killed: true,
    only: 'prints',
    arm: (rig) => {
      rig.sim.behave({ busyAnswers: 0, stopsAtByte: 700 });
      const watch = setInterval(() => {
        if (!rig.sim.server.received.includes('^XA')) return;
        clearInterval(watch);
        rig.kill();
        rig.sim.behave({ busyAnswers: 0 });
      }, 5);
    },
  },
];
