import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { groups } from './registry.ts';
import { tableOf } from './table.ts';
import type { Figure } from './types.ts';

export const usage = `npm run bench -- [--only ${groups.map(({ name }) => name).join(',')}] [--quick] [--json FILE]`;

export interface Wanted {
  /** Names of groups; null = all. */
  readonly only: readonly string[] | null;
  readonly quick: boolean;
  readonly json: string | null;
}

/** Reads the command line; throws an Error with one sentence for what it does not know. */
export function readOptions(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
    strict: true,
  });
  const only = values.only?.split(',').map((name) => name.trim()) ?? null;
  const unknown = only?.filter((name) => !groups.some((group) => group.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no figure called ${unknown.join(', ')}.`);
  return { only, quick: values.quick, json: values.json ?? null };
}

/** Measures one group after the other; one that cannot be measured is told and leaves the others alone. */
export async function runBench(
  { only, quick, json }: Wanted,
  say: (line: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly failed: readonly string[] }> {
  const figures: Figure[] = [];
  const failed: string[] = [];
  for (const group of groups) {
    if (only !== null && !only.includes(group.name)) continue;
    say(`measuring ${group.name}…`);
    try {
      figures.push(...(await group.measure({ quick })));
    } catch (error) {
      failed.push(group.name);
      say(`${group.name} could not be measured: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }
  for (const line of tableOf(figures)) say(line);
  if (quick) say('A quick run shows that figures can be measured, not what they are.');
  if (json !== null) writeFileSync(path.resolve(json), `${JSON.stringify(figures, null, 2)}\n`);
  return { figures, failed };
}
