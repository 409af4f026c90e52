import type { Failure } from '../../shared/result.ts';
import { defaultValues, firstStartValues, practiceValues } from '../../shared/settings/defaults.ts';
import { problemFailure, type SettingsProblem } from '../../shared/settings/problems.ts';
import { valueSchemas } from '../../shared/settings/schema.ts';
import type {
  DecidedBy,
  SettingsKey,
  SettingsSource,
  SettingsValues,
  StationSettings,
} from '../../shared/settings/values.ts';
import { isPracticeOnly, type Settled } from './settle.ts';

/** The settings to run with, who decided them, and what a person should be told about them. */
export interface LoadedSettings {
  readonly settings: StationSettings;
  readonly decidedBy: DecidedBy;
  readonly problems: readonly SettingsProblem[];
  /** The problems as failures, for the window's list of warnings. */
  readonly warnings: readonly Failure[];
  /** Why the practice tenant is used although another one was meant; null when nothing is in the way. */
  readonly practiceReason: Failure | null;
}

const keys = Object.keys(valueSchemas).filter((name): name is SettingsKey => name in valueSchemas);
const routeKeys = ['routes.badge', 'routes.temporary', 'routes.pinSlip'] as const;

/** Joins the sources, the strongest first, and checks what only the whole can show. */
export function mergeSettings(layers: readonly Settled[]): LoadedSettings {
  const isNamed = (key: SettingsKey) => layers.some((layer) => key in layer.values || layer.blocked.has(key));
  const fallback: SettingsValues = {
    ...defaultValues,
    ...(isNamed('tenant') ? {} : practiceValues),
    ...(isNamed('tenant') || isNamed('printers') ? {} : firstStartValues),
  };
  const decided: { [K in SettingsKey]?: SettingsSource | 'default' } = {};
  const chosen: { [K in SettingsKey]?: unknown } = {};
  for (const key of keys) {
    const layer = layers.find(({ values, blocked }) => key in values || blocked.has(key));
    decided[key] = layer?.source ?? 'default';
    chosen[key] = layer && key in layer.values ? layer.values[key] : fallback[key];
  }
  // Every key of the table was filled above, from a layer or from the fallback.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const values = chosen as SettingsValues;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const decidedBy = decided as DecidedBy;

  const checked = checkRoutes(values, decidedBy);
  const problems = [
    ...layers.flatMap((layer) => layer.problems),
    ...checked.problems,
    ...checkAddresses(values, decidedBy),
  ];
  return {
    settings: asSettings(checked.values),
    decidedBy,
    problems,
    warnings: problems.map(problemFailure),
    practiceReason: practiceReason(layers),
  };
}

/** Routes may only name printers that are there. A name without a printer is left out, and said. */
function checkRoutes(
  values: SettingsValues,
  decidedBy: DecidedBy,
): { readonly values: SettingsValues; readonly problems: readonly SettingsProblem[] } {
  const known = new Set(values.printers.map((printer) => printer.id));
  const problems: SettingsProblem[] = [];
  const routes: Partial<Record<(typeof routeKeys)[number], readonly string[]>> = {};
  for (const key of routeKeys) {
    const source = decidedBy[key];
    routes[key] = [...new Set(values[key].filter((id) => known.has(id)))];
    if (source === 'default') continue;
    for (const [index, id] of values[key].entries()) {
      if (!known.has(id))
        problems.push({ source, path: `$.${key}[${index}]`, reason: 'unknown-printer', instead: 'nothing' });
    }
  }
  return { values: { ...values, ...routes }, problems };
}

/** Printers that write badges to files or the screen stay in the list; the printing room refuses them with a real tenant. */
function checkAddresses(values: SettingsValues, decidedBy: DecidedBy): readonly SettingsProblem[] {
  const source = decidedBy.printers;
  if (values.tenant === null || source === 'default') return [];
  return values.printers.flatMap((printer, index) =>
    isPracticeOnly(printer)
      ? [
          {
            source,
            path: `$.printers[${index}].address`,
            reason: 'practice-only' as const,
            instead: 'nothing' as const,
          },
        ]
      : [],
  );
}

function practiceReason(layers: readonly Settled[]): Failure | null {
  const layer = layers.find(({ values, blocked }) => 'tenant' in values || blocked.has('tenant'));
  if (!layer?.blocked.has('tenant')) return null;
  const problem = layer.problems.find(({ path }) => path === '$' || path.startsWith('$.tenant'));
  return problem ? problemFailure(problem) : null;
}

function asSettings(values: SettingsValues): StationSettings {
  return {
    tenant: values.tenant,
    site: { name: values['site.name'], returnTo: values['site.returnTo'], logo: values['site.logo'] },
    defaults: {
      standardDays: values['defaults.standardDays'],
      temporaryHours: values['defaults.temporaryHours'],
      pinLength: values['defaults.pinLength'],
    },
    printers: values.printers,
    routes: {
      badge: values['routes.badge'],
      temporary: values['routes.temporary'],
      pinSlip: values['routes.pinSlip'],
    },
    lock: { idleMinutes: values['lock.idleMinutes'] },
    retention: { unprintedHours: values['retention.unprintedHours'] },
  };
}
