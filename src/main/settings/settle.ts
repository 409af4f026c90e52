import path from 'node:path';
import type { PrinterConfig } from '../../shared/printing/printer.ts';
import type { SettingsProblem } from '../../shared/settings/problems.ts';
import type { SettingsKey, SettingsSource, SettingsValues } from '../../shared/settings/values.ts';
import type { Finding } from './findings.ts';
import type { GoodLayer } from './last-good.ts';
import { readLayer, type Layer } from './layer.ts';
import type { RawSource } from './raw-source.ts';

/** One source after its bad values were replaced by their last good ones. */
export interface Settled {
  readonly source: SettingsSource;
  readonly values: Partial<SettingsValues>;
  /**
   * Values this source has but nobody can read. Weaker sources must not fill them in: another tenant or another
   * printer than the one meant would be a guess.
   */
  readonly blocked: ReadonlySet<SettingsKey>;
  readonly problems: readonly SettingsProblem[];
  /** What to remember as last good; null forgets this source. */
  readonly good: GoodLayer | null;
}

/** A wrong value of these does harm; a wrong number of minutes does not. */
const neverGuessed: readonly SettingsKey[] = [
  'tenant',
  'printers',
  'routes.badge',
  'routes.temporary',
  'routes.pinSlip',
];

/**
 * Makes the best of one source. Absent clears what was remembered of it; unreadable, as a whole or in part, keeps it.
 * The copy counts only for the very file or key it was made of.
 */
export function settle(
  source: SettingsSource,
  raw: RawSource,
  remembered: GoodLayer | undefined,
  endpointsAllowed: boolean,
): Settled {
  if (raw.kind === 'absent') return { source, values: {}, blocked: new Set(), problems: [], good: null };
  const spare = remembered?.origin === raw.origin ? withoutEndpoints(remembered, endpointsAllowed) : null;
  if (raw.kind === 'unreadable') {
    const where = { path: '$', origin: raw.origin, ...raw.fault };
    return wholeSpare(source, spare, {
      source,
      ...where,
      reason: raw.reason,
      instead: spare ? 'last-good' : 'nothing',
    });
  }
  if (!endpointsAllowed && namesEndpoints(raw.value)) {
    // SECURITY: endpoints (docs/security.md). Such a file is for rehearsals; in a packaged app none of it counts.
    const where = { path: '$.tenant.endpoints', origin: raw.origin };
    return wholeSpare(source, spare, {
      source,
      ...where,
      reason: 'endpoints-packaged',
      instead: spare ? 'last-good' : 'nothing',
    });
  }
  return settleValues(source, raw.origin, readLayer(raw.value), spare);
}

function wholeSpare(source: SettingsSource, spare: GoodLayer | null, problem: SettingsProblem): Settled {
  return {
    source,
    values: spare?.values ?? {},
    blocked: new Set(spare ? [] : neverGuessed),
    problems: [problem],
    good: spare,
  };
}

function settleValues(
  source: SettingsSource,
  origin: string,
  layer: Layer,
  spare: GoodLayer | null,
): Settled {
  const values: Partial<SettingsValues> = { ...layer.values };
  const blocked = new Set<SettingsKey>();
  /** JSON paths at which the last good value stands now. */
  const restored: string[] = [];
  for (const key of layer.bad) {
    if (spare !== null && key in spare.values) {
      Object.assign(values, { [key]: spare.values[key] });
      restored.push(`$.${key}`);
    } else if (neverGuessed.includes(key)) blocked.add(key);
  }
  if (layer.values.printers !== undefined) {
    const printers = [...layer.values.printers];
    for (const { index, id } of layer.badPrinters) {
      const kept = spare?.values.printers?.find((printer) => printer.id === id);
      if (kept === undefined) continue;
      // Of two entries with one id the first gets the place of the last good one.
      if (!printers.some((printer) => printer.id === id)) printers.splice(index, 0, kept);
      restored.push(`$.printers[${index}]`);
    }
    Object.assign(values, { printers });
  }
  if (values.tenant) Object.assign(values, { tenant: withAbsoluteCaFile(values.tenant, origin) });
  const logo = values['site.logo'];
  if (logo !== undefined) Object.assign(values, { 'site.logo': path.resolve(path.dirname(origin), logo) });
  return {
    source,
    values,
    blocked,
    problems: layer.findings.map((finding) => problemOf(source, finding, restored)),
    good: { origin, values },
  };
}

function problemOf(
  source: SettingsSource,
  { spoils, ...finding }: Finding,
  restored: readonly string[],
): SettingsProblem {
  const isRestored =
    spoils && restored.some((at) => isWithin(finding.path, at) || isWithin(at, finding.path));
  return { source, ...finding, instead: isRestored ? 'last-good' : 'nothing' };
}

/** Whether one JSON path is another or lies below it. */
function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

function namesEndpoints(raw: object): boolean {
  const tenant: unknown = Object.hasOwn(raw, 'tenant') ? Reflect.get(raw, 'tenant') : null;
  return typeof tenant === 'object' && tenant !== null && Object.hasOwn(tenant, 'endpoints');
}

/** A copy made by an unpackaged run must not bring its endpoints into a packaged one. */
function withoutEndpoints(good: GoodLayer, endpointsAllowed: boolean): GoodLayer {
  if (endpointsAllowed || !good.values.tenant?.endpoints) return good;
  const { tenant: _tenant, ...values } = good.values;
  return { ...good, values };
}

/** A relative `caFile` is looked for beside the file that names it. */
function withAbsoluteCaFile(
  tenant: NonNullable<SettingsValues['tenant']>,
  origin: string,
): SettingsValues['tenant'] {
  const { endpoints } = tenant;
  if (endpoints?.caFile === undefined) return tenant;
  return {
    ...tenant,
    endpoints: { ...endpoints, caFile: path.resolve(path.dirname(origin), endpoints.caFile) },
  };
}

/** Whether printers named by an address of this kind exist in practice mode only. */
export function isPracticeOnly({ address }: PrinterConfig): boolean {
  return address.startsWith('screen:') || address.startsWith('folder:');
}
