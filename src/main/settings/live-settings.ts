import type { Failure, Result } from '../../shared/result.ts';
import { fail } from '../../shared/result.ts';
import { problemFailure, type SettingsProblem } from '../../shared/settings/problems.ts';
import type { SettingsSource, SettingsValues, StationSettings } from '../../shared/settings/values.ts';
import type { HandSettings } from './hand-settings.ts';
import type { LoadedSettings } from './merge.ts';

/** What can be changed while the station runs; everything else is read once, at start. */
export const liveKeys = ['printers', 'routes.badge', 'routes.temporary', 'routes.pinSlip'] as const;
export type LiveKey = (typeof liveKeys)[number];
export type LiveChange = { readonly [K in LiveKey]?: SettingsValues[K] };

/**
 * The settings the station runs with, and the one way to change them from the window. A value that the policy or the
 * station file decides stays as it is: `settings-locked`.
 */
export class LiveSettings {
  readonly #hand: Pick<HandSettings, 'change'>;
  #loaded: LoadedSettings;

  constructor(loaded: LoadedSettings, hand: Pick<HandSettings, 'change'>) {
    this.#loaded = loaded;
    this.#hand = hand;
  }

  get loaded(): LoadedSettings {
    return this.#loaded;
  }

  get current(): StationSettings {
    return this.#loaded.settings;
  }

  /** The source that keeps a value from being changed here; null when it can be. */
  lockedBy(key: LiveKey): SettingsSource | null {
    const source = this.#loaded.decidedBy[key];
    return source === 'policy' || source === 'file' ? source : null;
  }

  /** Stores the change, then uses it. Nothing is half done: a change with one locked value is refused as a whole. */
  async change(change: LiveChange): Promise<Result<void>> {
    const wanted = this.#withDefaults(change);
    for (const key of liveKeys) {
      const source = key in wanted ? this.lockedBy(key) : null;
      if (source !== null) return fail('settings-locked', { source, path: `$.${key}` });
    }
    const written = await this.#hand.change(wanted);
    if (written.ok) this.#use(wanted);
    return written;
  }

  /**
   * The routes of a first start hold only until a printer is named (shared/settings/defaults.ts); from then on they have
   * to be written down too, or they would be empty after the next start.
   */
  #withDefaults(change: LiveChange): LiveChange {
    if (change.printers === undefined) return change;
    const { routes } = this.current;
    const { decidedBy } = this.#loaded;
    return {
      ...(decidedBy['routes.badge'] === 'default' ? { 'routes.badge': routes.badge } : {}),
      ...(decidedBy['routes.temporary'] === 'default' ? { 'routes.temporary': routes.temporary } : {}),
      ...(decidedBy['routes.pinSlip'] === 'default' ? { 'routes.pinSlip': routes.pinSlip } : {}),
      ...change,
    };
  }

  #use(change: LiveChange): void {
    const { settings, decidedBy, problems, warnings } = this.#loaded;
    const changedKeys = liveKeys.filter((key) => key in change);
    const isOver = ({ source, path }: SettingsProblem): boolean =>
      source === 'hand' && changedKeys.some((key) => path === `$.${key}` || path.startsWith(`$.${key}[`));
    const gone = new Set(problems.filter(isOver).map((problem) => said(problemFailure(problem))));
    this.#loaded = {
      ...this.#loaded,
      settings: {
        ...settings,
        printers: change.printers ?? settings.printers,
        routes: {
          badge: change['routes.badge'] ?? settings.routes.badge,
          temporary: change['routes.temporary'] ?? settings.routes.temporary,
          pinSlip: change['routes.pinSlip'] ?? settings.routes.pinSlip,
        },
      },
      decidedBy: { ...decidedBy, ...Object.fromEntries(changedKeys.map((key) => [key, 'hand'])) },
      problems: problems.filter((problem) => !isOver(problem)),
      warnings: warnings.filter((failure) => !gone.has(said(failure))),
    };
  }
}

const said = ({ code, facts }: Failure): string => JSON.stringify([code, facts]);
