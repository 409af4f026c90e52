import type { Operation } from '../../src/shared/credential/kinds.ts';
import type { ZplMoment } from '../../test/fakes/tcp-printers.ts';
import type { CallPhase } from '../tenant/tenant-server.ts';
import type { Random } from './random.ts';

/** Moments the robot itself makes. `…-sent`: main has been asked and has not answered. */
export const robotMoments = [
  'planned',
  'run-sent',
  'run-answered',
  'answer-sent',
  'answered',
  'resume-sent',
  'verify-sent',
  'verified',
  'pin-sent',
  'pin-shown',
  'hand-over-sent',
  'handed-over',
] as const;
export type RobotMoment = (typeof robotMoments)[number];

/** Where a life of the app is to end. */
export type KillPoint =
  /** So long after the process began: start-up, recovery, restored sign-in. */
  | { readonly on: 'start'; readonly afterMs: number }
  /** So long after the robot began to work. */
  | { readonly on: 'work'; readonly afterMs: number }
  /**
   * At a call to the tenant. `serverGoesOn`: the server carries on at once, so that what was received is still carried
   * out; otherwise it sees first that nobody is there any more.
   */
  | {
      readonly on: 'call';
      readonly name: string;
      readonly phase: CallPhase;
      readonly serverGoesOn: boolean;
      readonly afterMs: number;
    }
  | { readonly on: 'printer'; readonly moment: ZplMoment; readonly afterMs: number }
  | { readonly on: 'robot'; readonly moment: RobotMoment; readonly afterMs: number };

/** Calls that matter, and the operation that makes each. */
const operationOf: Readonly<Record<string, Operation>> = {
  E1: 'first-badge',
  E3: 'remove',
  E5: 'replace',
  E6: 'extend',
  E7: 'replace',
  E9: 'temporary',
  E10: 'temporary',
  E11: 'new-pin',
};
/** The secret-bearing ones come more often: there is more to lose. `token` renews the sign-in. */
const calls = ['E1', 'E1', 'E5', 'E5', 'E7', 'E9', 'E9', 'E10', 'E11', 'E11', 'E6', 'E3', 'E2', 'token'];

/** Draws where the next life ends. */
export function drawKillPoint(random: Random): KillPoint {
  // Many points lie right at an event; the rest up to a few hundredths of a second after it.
  const afterMs = random.chance(0.4) ? 0 : random.below(40);
  const which = random.next();
  if (which < 0.12) return { on: 'start', afterMs: random.below(1500) };
  if (which < 0.3) return { on: 'work', afterMs: random.below(1500) };
  if (which < 0.62) {
    const phase = random.pick(['received', 'committed', 'answered', 'answered'] as const);
    return { on: 'call', name: random.pick(calls), phase, serverGoesOn: random.chance(0.5), afterMs };
  }
  if (which < 0.8)
    return { on: 'printer', moment: random.pick(['begun', 'complete', 'printed'] as const), afterMs };
  return { on: 'robot', moment: random.pick(robotMoments), afterMs };
}

/** The operation during which this point is sure to come; null when any will do. */
export function operationFor(point: KillPoint): Operation | null {
  if (point.on === 'call') return operationOf[point.name] ?? null;
  if (point.on === 'printer') return 'replace';
  if (point.on === 'robot' && point.moment.startsWith('pin')) return 'new-pin';
  return null;
}

/** A name for counting; without the milliseconds. */
export function nameOf(point: KillPoint): string {
  switch (point.on) {
    case 'start':
    case 'work':
      return `${point.on}, some time after`;
    case 'call': {
      const how =
        point.phase === 'received' ? (point.serverGoesOn ? ' and carried out' : ' and dropped') : '';
      return `${point.name} ${point.phase}${how}`;
    }
    case 'printer':
      return `label ${point.moment}`;
    case 'robot':
      return `robot: ${point.moment}`;
  }
}
