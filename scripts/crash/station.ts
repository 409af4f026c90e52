import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Certificates, caFileIn } from '../tenant/certificates.ts';
import { rehearsalTenant, writeRehearsalStation } from '../tenant/station-file.ts';
import { TenantServer } from '../tenant/tenant-server.ts';
import { AppLife } from './app-life.ts';
import { nextWish } from './day.ts';
import { judge } from './judgement.ts';
import { drawKillPoint, type KillPoint, nameOf, operationFor } from './kill-point.ts';
import { Killer } from './killer.ts';
import { LeakWatch } from './leaks.ts';
import { Papers } from './papers.ts';
import { drawPrinter } from './printer-mood.ts';
import type { Random } from './random.ts';
import { Robot } from './robot.ts';
import { Memory } from './robot-parts.ts';
import { restored, signIn } from './sign-in.ts';

/** All but a few lives begin this long after the one before: what was left open is old by then. */
const betweenLivesMs = 3 * 60_000;
/** Operations in one life when the kill point does not come. */
const mostOperations = 5;
/** Longest life. The directory's own lag, about 25 seconds of reading, has room in it. */
const longestLifeMs = 60_000;
/** Longer than anything but reading the directory for a lost write. */
const slowLifeMs = 20_000;
/** Newest secrets looked for after each kill; at the end it is all of them. */
const freshSecrets = 12;
/** A point that never comes. */
const never: KillPoint = { on: 'work', afterMs: 2 ** 31 - 1 };

/** What hears and tells the time for one station, before there is a station. */
interface World {
  readonly dir: string;
  readonly server: TenantServer;
  readonly papers: Papers;
  readonly stationFile: string;
  readonly leaks: LeakWatch;
  readonly time: { aheadMs: number };
  readonly ears: { killer: Killer | null };
}

/** One user-data folder with its tenant, its printer and its operator, through many lives of the app. */
export class CrashStation {
  readonly memory = new Memory();
  readonly #world: World;
  readonly #random: Random;

  private constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** Opens tenant and printer and signs the operator in. `caDir` holds the `ca.pem` that the app is to believe. */
  static async open(
    dir: string,
    caDir: string,
    certificates: Certificates,
    random: Random,
  ): Promise<CrashStation> {
    const station = new CrashStation(await openWorld(dir, caDir, certificates), random);
    try {
      await station.#politely((app) => signIn(app, station.#world.server));
    } catch (error) {
      await station.close();
      throw error;
    }
    return station;
  }

  get papers(): number {
    return this.#world.papers.count;
  }

  get codes(): number {
    return this.#world.server.book.codes.length;
  }

  get secrets(): number {
    return this.#world.leaks.count;
  }

  /** One life of the app, from its start to SIGKILL. Answers where it was killed. */
  async live(): Promise<KillPoint> {
    const { server, papers, leaks, time, ears } = this.#world;
    const point = drawKillPoint(this.#random);
    // A life right after the last one has to read the directory for some 25 seconds; a few do that, too.
    if (!this.#random.chance(0.03)) time.aheadMs += betweenLivesMs;
    server.faults.latencyMs = this.#random.pick([0, 0, 5, 25]);
    server.faults.lagMs = this.#random.chance(0.05) ? 1000 : 0;
    papers.behave(drawPrinter(this.#random));
    const app = this.#newApp();
    const killer = new Killer(point, () => app.kill());
    ears.killer = killer;
    const overdue = setTimeout(() => {
      this.memory.meet(`a life of ${longestLifeMs / 1000} s (${nameOf(point)})`);
      killer.fire();
    }, longestLifeMs);
    const startedAt = performance.now();
    try {
      await this.#untilKilled(app, killer);
    } finally {
      clearTimeout(overdue);
      if (performance.now() - startedAt > slowLifeMs) this.memory.meet('a life with a long reading in it');
      ears.killer = null;
    }
    this.memory.find(await leaks.search(this.#places, freshSecrets));
    return point;
  }

  /** The last life: everything is dealt with, the app is closed politely, and every file is looked through. */
  async end(): Promise<void> {
    const { server, papers, leaks, time } = this.#world;
    time.aheadMs += betweenLivesMs;
    server.faults.clear();
    papers.repair();
    await this.#politely(async (app) => {
      await restored(app);
      const robot = this.#robot(app, new Killer(never, () => app.kill()));
      await robot.tidyUp();
      this.memory.find(judge(await robot.standing()));
    });
    this.memory.find(await leaks.search(this.#places));
    await this.close();
  }

  async close(): Promise<void> {
    await Promise.all([this.#world.server.close(), this.#world.papers.close()]);
  }

  get #places(): readonly string[] {
    return ['data', 'temp'].map((name) => path.join(this.#world.dir, name));
  }

  #newApp(): AppLife {
    const { dir, stationFile, time } = this.#world;
    return new AppLife({
      userDataDir: path.join(dir, 'data'),
      tempDir: path.join(dir, 'temp'),
      pidFile: path.join(dir, 'pid'),
      stationFile,
      aheadMs: time.aheadMs,
    });
  }

  #robot(app: AppLife, killer: Killer): Robot {
    const { server, papers } = this.#world;
    return new Robot({ app, killer, server, papers, memory: this.memory, random: this.#random.fork() });
  }

  /** A life that ends as a person ends it. */
  async #politely(work: (app: AppLife) => Promise<void>): Promise<void> {
    const app = this.#newApp();
    const born = app.born();
    try {
      await app.open();
      await work(app);
      await app.close();
    } finally {
      await born;
      app.kill();
      await app.gone();
    }
  }

  /** Rejects only with what went wrong before the signal; afterwards everything is expected to fail. */
  async #untilKilled(app: AppLife, killer: Killer): Promise<void> {
    const gone = app.born().then(async () => {
      killer.started();
      await app.gone();
      killer.died();
    });
    const life = this.#life(app, killer);
    try {
      await Promise.race([life, killer.dead]);
      if (!killer.fired && (await isOver(killer.dead))) throw new Error('The app ended by itself');
    } catch (error) {
      if (!killer.fired) throw error;
    } finally {
      killer.fire();
      await gone;
      await life.catch(() => undefined);
    }
  }

  async #life(app: AppLife, killer: Killer): Promise<void> {
    const { server } = this.#world;
    await app.open();
    await restored(app);
    const robot = this.#robot(app, killer);
    this.memory.find(judge(await robot.standing()));
    killer.working();
    await robot.tidyUp();
    this.memory.find(judge(await robot.standing()));
    let wanted = operationFor(killer.point);
    for (let count = 0; count < mostOperations && !killer.fired; count += 1) {
      const wish = nextWish(server.tenant.snapshot(), server.now(), wanted, this.#random);
      wanted = null;
      await robot.operate(wish.holderId, wish.operation);
      await robot.tidyUp();
    }
    this.memory.find(judge(await robot.standing()));
  }
}

async function openWorld(dir: string, caDir: string, certificates: Certificates): Promise<World> {
  for (const name of ['data', 'temp']) mkdirSync(path.join(dir, name), { recursive: true });
  const time = { aheadMs: 0 };
  const ears: { killer: Killer | null } = { killer: null };
  const now = (): number => Date.now() + time.aheadMs;
  const leaks = new LeakWatch();
  const server = await TenantServer.start({
    certificates,
    now,
    // Renewed in every other life, so that the sign-in is also killed while it is being renewed.
    accessTokenSeconds: 600,
    onCall: (event) => ears.killer?.call(event),
    onSecret: (secret) => leaks.note(secret),
  });
  const papers = await Papers.open(now);
  papers.onMoment = (moment) => ears.killer?.printer(moment);
  const tenant = rehearsalTenant(server.addresses, caFileIn(caDir));
  const stationFile = writeRehearsalStation(dir, tenant, [
    {
      id: 'front',
      name: 'Front desk',
      profile: 'zebra-zd421-203',
      address: papers.address,
      media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
    },
  ]);
  return { dir, server, papers, stationFile, leaks, time, ears };
}

/** Whether a promise has come true by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  const later = Symbol('later');
  return (await Promise.race([promise, Promise.resolve(later)])) !== later;
}
