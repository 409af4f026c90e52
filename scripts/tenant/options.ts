import { parseArgs } from 'node:util';
import { largestCrowd } from '../../src/main/practice/crowd.ts';
import { PracticeFaults } from '../../src/main/practice/faults.ts';

/** What `npm run tenant` was asked for. */
export interface TenantOptions {
  readonly port: number;
  readonly controlPort: number;
  /** Where certificates and station file go. */
  readonly dir: string;
  readonly stateFile: string | null;
  /** As `PracticeFaults.set` takes it. */
  readonly faults: unknown;
  readonly lagMs: number;
  /** More people, made from a seed. */
  readonly people: number;
}

export const usage =
  'npm run tenant -- [--port 8443] [--control-port 8444] [--dir DIR] [--state FILE] [--faults JSON] [--lag MS] [--people N]';

/** Reads the command line. Throws an error whose message is a sentence for the person at the keyboard. */
export function readOptions(args: readonly string[]): TenantOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8443' },
      'control-port': { type: 'string', default: '8444' },
      dir: { type: 'string', default: 'rehearsal' },
      state: { type: 'string' },
      faults: { type: 'string', default: '{}' },
      lag: { type: 'string', default: '0' },
      people: { type: 'string', default: '0' },
    },
  });
  return {
    port: wholeNumber('--port', values.port, 65_535),
    controlPort: wholeNumber('--control-port', values['control-port'], 65_535),
    dir: values.dir,
    stateFile: values.state ?? null,
    faults: readFaults(values.faults),
    lagMs: wholeNumber('--lag', values.lag, 600_000),
    people: wholeNumber('--people', values.people, largestCrowd),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) throw new Error(`${name} wants a whole number up to ${most}, not "${text}".`);
  return value;
}

function readFaults(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('--faults wants JSON, such as \'{"lagMs":8000}\'.');
  }
  // Tried on a tenant of nobody's, so that a mistake is found before a port is opened.
  const tried = new PracticeFaults().set(value);
  if (tried.ok) return value;
  throw new Error(`--faults has something unknown at "${String(tried.failure.facts?.['problem'] ?? '')}".`);
}
