import type { LineReason } from '../../../shared/credential/batch.ts';
import type { Holder } from '../../../shared/credential/holder.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { CallOptions } from '../../graph/types.ts';
import type { BatchPorts } from '../ports.ts';
import { type KeyKind, keyKinds } from './columns.ts';
import type { Keys } from './entries.ts';

export type Found = { readonly holder: Holder } | { readonly leftOut: LineReason };

type Directory = Pick<BatchPorts['graph'], 'findHolders' | 'moreHolders' | 'holder'>;

/** Pages of people of one name that are looked through; more of them cannot be told apart anyway. */
const mostPages = 4;

/**
 * The one person a line means: by its strongest key, and then every other key has to fit as well. Two people of one
 * number or one name are nobody. A failure is the directory's.
 */
export async function findPerson(graph: Directory, keys: Keys, options: CallOptions): Promise<Result<Found>> {
  const kind = keyKinds.find((one) => keys[one] !== undefined);
  const value = kind === undefined ? undefined : keys[kind];
  if (kind === undefined || value === undefined) return ok({ leftOut: 'line-without-key' });
  const people =
    kind === 'upn' ? await byUpn(graph, value, options) : await search(graph, kind, value, options);
  if (!people.ok) return people;
  if ('leftOut' in people.value) return ok(people.value);
  const [holder, second] = people.value;
  if (holder === undefined) return ok({ leftOut: 'holder-not-found' });
  if (second !== undefined) return ok({ leftOut: 'not-unique' });
  // A name is spelt in many ways, so it only counts where it is all there is.
  const disagrees = (['upn', 'number'] as const).some((one) => {
    const said = keys[one];
    return said !== undefined && !isSame(valueOf(holder, one), said);
  });
  return ok(disagrees ? { leftOut: 'line-disagrees' } : { holder });
}

async function byUpn(
  graph: Directory,
  upn: string,
  options: CallOptions,
): Promise<Result<readonly Holder[]>> {
  const found = await graph.holder(upn, options);
  if (found.ok) return ok([found.value]);
  return found.failure.code === 'holder-not-found' ? ok([]) : found;
}

async function search(
  graph: Directory,
  kind: KeyKind,
  value: string,
  options: CallOptions,
): Promise<Result<readonly Holder[] | { readonly leftOut: LineReason }>> {
  const same = new Map<string, Holder>();
  let page = await graph.findHolders(value, options);
  for (let pages = 1; ; pages += 1) {
    if (!page.ok) return page;
    for (const holder of page.value.holders) {
      if (isSame(valueOf(holder, kind), value)) same.set(holder.id, holder);
    }
    const { next } = page.value;
    if (same.size > 1 || next === null) return ok([...same.values()]);
    if (pages >= mostPages) return ok({ leftOut: 'not-unique' });
    page = await graph.moreHolders(next, options);
  }
}

function valueOf(holder: Holder, kind: KeyKind): string {
  switch (kind) {
    case 'upn':
      return holder.upn;
    case 'number':
      return holder.employeeId ?? '';
    case 'name':
      return holder.name;
  }
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();
  return plain(a) === plain(b);
}
