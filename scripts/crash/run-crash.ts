import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificatesIn } from '../tenant/certificates.ts';
import { nameOf } from './kill-point.ts';
import type { CrashOptions } from './options.ts';
import { Random } from './random.ts';
import { CrashStation } from './station.ts';
import type { Finding } from './judgement.ts';

export { readOptions, usage } from './options.ts';

export interface CrashReport {
  readonly findings: readonly Finding[];
  /** Exactly `kills N, lost 0, double 0, leaked 0` when all is well. */
  readonly lastLine: string;
}

/**
 * Kills the app again and again and counts what must never be. Rejects when a station does not come back, or does what
 * it may not do: that is worse than a count. The folder of such a run stays.
 */
export async function runCrash(
  { kills, seed, stations }: CrashOptions,
  say: (line: string) => void,
): Promise<CrashReport> {
  const startedAt = performance.now();
  const seconds = (): string => ((performance.now() - startedAt) / 1000).toFixed(0);
  const folder = await mkdtemp(path.join(tmpdir(), 'badge-station-crash-'));
  say(`seed ${seed}, ${kills} kills, ${stations} at a time`);
  const points = new Map<string, number>();
  const random = new Random(seed);
  const all: CrashStation[] = [];
  let begun = 0;
  let done = 0;
  const killOn = async (station: CrashStation): Promise<void> => {
    while (begun < kills) {
      begun += 1;
      add(points, nameOf(await station.live()));
      done += 1;
      if (done % 50 === 0) say(`${done} kills in ${seconds()} s, ${findingsOf(all).length} findings`);
    }
    await station.end();
  };
  try {
    const certificates = certificatesIn(folder, Date.now());
    // One after another: the first start makes the key store's entry, and two at once would make two.
    for (let number = 1; number <= stations; number += 1) {
      const dir = path.join(folder, `station-${number}`);
      all.push(await CrashStation.open(dir, folder, certificates, random.fork()));
    }
    const ends = await Promise.allSettled(
      all.map((station) =>
        killOn(station).catch((error: unknown) => {
          // The others finish the life they are in, and begin no other.
          begun = kills;
          throw error;
        }),
      ),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } catch (error) {
    await Promise.all(all.map((station) => station.close()));
    say(`stopped after ${done} kills (seed ${seed}); the folder stays: ${folder}`);
    throw error;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const findings = findingsOf(all);
  for (const line of tell(all, points)) say(line);
  for (const { kind, what } of findings) say(`${kind.toUpperCase()}: ${what}`);
  if (findings.length > 0)
    say(`again with: npm run crash -- --kills ${kills} --seed ${seed} --stations ${stations}`);
  const count = (kind: Finding['kind']): number => findings.filter((one) => one.kind === kind).length;
  say(`${done} kills in ${seconds()} s`);
  return {
    findings,
    lastLine: `kills ${done}, lost ${count('lost')}, double ${count('double')}, leaked ${count('leaked')}`,
  };
}

function findingsOf(stations: readonly CrashStation[]): readonly Finding[] {
  return stations.flatMap(({ memory }) => memory.findings);
}

/** Where it was killed, and what was found afterwards. */
function tell(stations: readonly CrashStation[], points: ReadonlyMap<string, number>): readonly string[] {
  const met = new Map<string, number>();
  for (const { memory } of stations) for (const [what, times] of memory.met) add(met, what, times);
  const sum = (of: (station: CrashStation) => number): number =>
    stations.reduce((total, station) => total + of(station), 0);
  return [
    'killed at:',
    ...rows(points),
    'met:',
    ...rows(met),
    `${sum(({ codes }) => codes)} codes, ${sum(({ papers }) => papers)} papers, ` +
      `${sum(({ memory }) => memory.handedOver)} hand-overs, ${sum(({ secrets }) => secrets)} secrets looked for`,
  ];
}

function rows(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([what, times]) => `  ${String(times).padStart(5)}  ${what}`);
}

function add(counts: Map<string, number>, what: string, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times);
}
