import type { Operation } from '../../src/shared/credential/kinds.ts';
import type { Result } from '../../src/shared/result.ts';
import type { TenantServer } from '../tenant/tenant-server.ts';
import type { AppLife } from './app-life.ts';
import type { Killer } from './killer.ts';
import type { Asked, Finding } from './judgement.ts';
import type { Papers } from './papers.ts';
import type { Random } from './random.ts';

/** What the robot has done and seen over all lives; outlives the app, as a person does. */
export class Memory {
  /** What was asked for each holder, oldest first. */
  readonly asked = new Map<string, readonly Asked[]>();
  /** Hashes of the PINs each holder was shown. */
  readonly shownPins = new Map<string, Set<string>>();
  readonly findings: Finding[] = [];
  /** How often each thing was met, for the report. */
  readonly met = new Map<string, number>();
  /** Hand-overs that were answered. */
  handedOver = 0;

  ask(holderId: string, operation: Operation, atMs: number): void {
    this.asked.set(holderId, [...(this.asked.get(holderId) ?? []), { operation, atMs }]);
  }

  meet(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  /** The same thing found twice counts once. */
  find(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (!this.findings.some(({ key }) => key === finding.key)) this.findings.push(finding);
    }
  }
}

/** What the robot has around it in one life of the app. */
export interface RobotParts {
  readonly app: AppLife;
  readonly server: TenantServer;
  readonly papers: Papers;
  readonly killer: Killer;
  readonly random: Random;
  readonly memory: Memory;
}

/** How long anything but the directory's own lag may take. */
export const patienceMs = 20_000;

/** What the app answers where it may not refuse. */
export function valueOf<T>(reply: Result<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(`The app refused: ${reply.failure.code} ${JSON.stringify(reply.failure.facts)}`);
}
