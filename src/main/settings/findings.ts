import type { z } from 'zod';
import type { ValueReason } from '../../shared/settings/problems.ts';

/** One thing a source says that cannot be used as it stands. */
export interface Finding {
  readonly path: string;
  readonly reason: ValueReason;
  readonly min?: number;
  readonly max?: number;
  /** False: only this key is ignored, the value around it holds. */
  readonly spoils: boolean;
}

type Path = readonly PropertyKey[];

/** `$.printers[1].address`; names that are no plain words are quoted, cut and cleared of control characters. */
export function jsonPath(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    const name = String(step);
    if (/^[A-Za-z_$][\w$]{0,39}$/.test(name)) return `.${name}`;
    const shown = name.slice(0, 40).replace(/[^\p{L}\p{N}\p{P}\p{S} ]|["\\]/gu, '?');
    return `["${shown}${name.length > 40 ? '…' : ''}"]`;
  });
  return `$${steps.join('')}`;
}

export function faultOf(path: Path, reason: ValueReason): Finding {
  return { path: jsonPath(path), reason, spoils: true };
}

/** Parses a value; unknown keys in it are named and left out, everything else that is wrong spoils it. */
export function parseForgiving<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
): { readonly value: T | undefined; readonly findings: readonly Finding[] } {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, findings: [] };
  const unknownKeys = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  const ignored = unknownKeys.map((at): Finding => ({
    ...faultOf([...path, ...at], 'unknown-key'),
    spoils: false,
  }));
  const second = unknownKeys.length === 0 ? first : schema.safeParse(without(value, unknownKeys));
  if (second.success) return { value: second.data, findings: ignored };
  // A whole number beyond all bounds breaks two limits; ours is the one worth naming.
  const issues = second.error.issues.filter((issue) => !('origin' in issue && issue.origin === 'int'));
  return { value: undefined, findings: [...ignored, ...issues.map((issue) => describe(issue, value, path))] };
}

/** A copy without some keys. Only what lies on the way to them is copied: the rest may be huge or deep. */
function without(value: unknown, unknownKeys: readonly Path[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  for (const key of new Set(unknownKeys.map((path) => path[0]))) {
    if (key === undefined) continue;
    const below = unknownKeys.filter((path) => path[0] === key).map((path) => path.slice(1));
    if (below.some((path) => path.length === 0)) Reflect.deleteProperty(copy, key);
    else Reflect.set(copy, key, without(Reflect.get(value, key), below));
  }
  return copy;
}

function describe(issue: z.core.$ZodIssue, value: unknown, base: Path): Finding {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      if (lookUp(value, issue.path) === undefined) return faultOf(path, 'missing');
      return faultOf(path, issue.expected === 'int' ? 'not-whole' : 'wrong-type');
    case 'invalid_value':
      return faultOf(path, 'unknown-value');
    case 'too_big':
      return { ...faultOf(path, tooBig.get(issue.origin) ?? 'out-of-range'), max: Number(issue.maximum) };
    case 'too_small':
      return {
        ...faultOf(path, issue.origin === 'string' ? 'too-short' : 'out-of-range'),
        min: Number(issue.minimum),
      };
    case 'custom':
      return faultOf(path, issue.params?.['reason'] === 'missing' ? 'missing' : 'malformed');
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    default:
      return faultOf(path, 'malformed');
  }
}

const tooBig: ReadonlyMap<string, ValueReason> = new Map([
  ['string', 'too-long'],
  ['array', 'too-many'],
]);

function lookUp(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}
