import type { PrinterConfig } from '../printing/printer.ts';

/** Other hosts than Microsoft's, for rehearsals against a fake tenant. Unpackaged builds only. */
export interface TenantEndpoints {
  /** Base URL of the identity server, e.g. `https://localhost:8443`. */
  readonly authority: string;
  /** Base URL of Microsoft Graph's stand-in, with its version, e.g. `https://localhost:8444/v1.0`. */
  readonly graph: string;
  /** PEM file of the certificate authority both use; absolute once read. */
  readonly caFile?: string | undefined;
}

/** The tenant the station works for, by Microsoft's ids (GUIDs). */
export interface TenantSettings {
  readonly id: string;
  readonly clientId: string;
  readonly endpoints?: TenantEndpoints | undefined;
}

/**
 * Every value that can be set, by its path in the settings file. These are the units in which one source wins over
 * another and in which a bad value keeps its last good one; `tenant` and `printers` are taken whole, because an id
 * from one source and a client from another, or printers of two lists, are nobody's intention.
 */
export interface SettingsValues {
  readonly tenant: TenantSettings | null;
  readonly 'site.name': string;
  /** Where a found badge goes; empty when the badge shall not say. */
  readonly 'site.returnTo': string;
  /** PNG file for badges, absolute once read; empty when there is none. */
  readonly 'site.logo': string;
  readonly 'defaults.standardDays': number;
  readonly 'defaults.temporaryHours': number;
  readonly 'defaults.pinLength': number;
  readonly printers: readonly PrinterConfig[];
  /** Printer ids, the usual one first. */
  readonly 'routes.badge': readonly string[];
  readonly 'routes.temporary': readonly string[];
  readonly 'routes.pinSlip': readonly string[];
  readonly 'lock.idleMinutes': number;
  readonly 'retention.unprintedHours': number;
}

export type SettingsKey = keyof SettingsValues;

/** Where settings come from, the strongest first. */
export const settingsSources = ['policy', 'file', 'hand'] as const;
export type SettingsSource = (typeof settingsSources)[number];

/** The settings the station runs with. */
export interface StationSettings {
  /** null = the practice tenant. */
  readonly tenant: TenantSettings | null;
  readonly site: { readonly name: string; readonly returnTo: string; readonly logo: string };
  readonly defaults: {
    readonly standardDays: number;
    readonly temporaryHours: number;
    readonly pinLength: number;
  };
  readonly printers: readonly PrinterConfig[];
  readonly routes: {
    readonly badge: readonly string[];
    readonly temporary: readonly string[];
    readonly pinSlip: readonly string[];
  };
  readonly lock: { readonly idleMinutes: number };
  readonly retention: { readonly unprintedHours: number };
}

/** Who decided each value; `default` where nobody did. */
export type DecidedBy = { readonly [K in SettingsKey]: SettingsSource | 'default' };
