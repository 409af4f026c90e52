import type { ZplMoment } from '../../test/fakes/tcp-printers.ts';
import type { CallEvent } from '../tenant/tenant-server.ts';
import type { KillPoint, RobotMoment } from './kill-point.ts';

/** Waits for one kill point and kills there, once. Hears of everything that happens during one life of the app. */
export class Killer {
  readonly point: KillPoint;
  /** Resolves when the process is gone. */
  readonly dead: Promise<void>;
  readonly #kill: () => void;
  #noteDead: () => void = () => undefined;
  #timer: NodeJS.Timeout | null = null;
  #fired = false;

  /** `kill` sends the signal; whoever made the killer tells it with `died` when the process is gone. */
  constructor(point: KillPoint, kill: () => void) {
    this.point = point;
    this.#kill = kill;
    this.dead = new Promise((resolve) => (this.#noteDead = resolve));
  }

  /** Whether the signal has been sent. Whatever fails from then on is to be expected. */
  get fired(): boolean {
    return this.#fired;
  }

  died(): void {
    this.#noteDead();
  }

  started(): void {
    if (this.point.on === 'start') this.#soon(this.point.afterMs);
  }

  working(): void {
    if (this.point.on === 'work') this.#soon(this.point.afterMs);
  }

  robot(moment: RobotMoment): void {
    if (this.point.on === 'robot' && this.point.moment === moment) this.#soon(this.point.afterMs);
  }

  printer(moment: ZplMoment): void {
    if (this.point.on === 'printer' && this.point.moment === moment) this.#soon(this.point.afterMs);
  }

  /** The tenant waits for what this returns before it goes on with the call. */
  async call({ call, phase }: CallEvent): Promise<void> {
    const { point } = this;
    if (point.on !== 'call' || point.name !== call.name || point.phase !== phase) return;
    if (phase === 'answered') return this.#soon(point.afterMs);
    // Held until the signal is out, so that the phase is the one that was asked for.
    this.fire();
    if (!point.serverGoesOn) await this.dead;
  }

  /** Kills now, whatever the point was. */
  fire(): void {
    if (this.#fired) return;
    this.#fired = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#kill();
  }

  #soon(ms: number): void {
    if (this.#fired || this.#timer !== null) return;
    if (ms === 0) this.fire();
    else this.#timer = setTimeout(() => this.fire(), ms);
  }
}
