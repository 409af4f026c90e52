import type { Calibration } from '../printing/calibration.ts';
import type { Media } from '../printing/media.ts';
import type { CompletionAbility, PrinterProfile } from '../printing/profile.ts';
import type { PrintKind } from '../printing/routes.ts';
import type { SettingsSource } from '../settings/values.ts';

type Nothing = Readonly<Record<string, never>>;

/**
 * Where a printer is. What was found goes by the id main gave it. Typed by a person it is the one address a window may
 * name; main takes it apart and refuses whatever is no printer (main/printer-setup/place.ts).
 */
export type PrinterPlace =
  | { readonly kind: 'keep' }
  | { readonly kind: 'found'; readonly foundId: string }
  | { readonly kind: 'typed'; readonly address: string };

/** What can be known about a badge sent to a printer: its language and model, and the way it is connected. */
export interface PrinterAbilities {
  /**
   * `two-way`: it hears answers. `maybe`: the cable or port decides. `queue`: the system's queue tells what it knows.
   * `practice`: a folder or the screen.
   */
  readonly link: 'two-way' | 'maybe' | 'queue' | 'practice';
  /** Whether the printer itself is asked how it is, before and while it prints. */
  readonly isAsked: boolean;
  /** The strongest word for a badge that went well. */
  readonly strongest: 'confirmed' | 'sent';
  readonly completion: CompletionAbility;
}

/** How many labels are left on the roll, by counting; the printer itself does not say. */
export interface RollView {
  readonly labels: number;
  readonly left: number;
  /** Warned from here on. */
  readonly warnAt: number;
}

/** A printer as the Printers screen shows it, beside its `PrinterView`. */
export interface PrinterSetupView {
  readonly id: string;
  readonly profileId: string;
  readonly address: string;
  readonly turned: boolean;
  readonly calibration: Calibration | null;
  readonly canDarken: boolean;
  readonly abilities: PrinterAbilities;
  readonly roll: RollView | null;
  /** Papers that wait for this printer, or of which nobody knows whether they came out. */
  readonly waiting: number;
}

export interface PrintersSetupView {
  readonly printers: readonly PrinterSetupView[];
  readonly routes: { readonly [K in PrintKind]: readonly string[] };
  /** What policy or station file decide, and the window can only show. */
  readonly locked: {
    readonly printers: SettingsSource | null;
    readonly routes: { readonly [K in PrintKind]: SettingsSource | null };
  };
}

/** A model to choose from. */
export type ModelView = Pick<
  PrinterProfile,
  'id' | 'maker' | 'name' | 'language' | 'dpi' | 'cutter' | 'process'
> & {
  readonly headMm: number;
};

/** A printer that is plugged in or set up on this computer. */
export interface FoundPrinterView {
  readonly foundId: string;
  readonly name: string;
  /** For the eye only; a choice goes by `foundId`. */
  readonly address: string;
  readonly suggestion: {
    readonly profileId: string;
    readonly certainty: 'model' | 'model-dpi-open' | 'language';
  } | null;
  /** The printer here that uses it already. */
  readonly usedBy: string | null;
  /** A system queue on the same device; both at once would take it from each other. */
  readonly sharedWithQueue: string | null;
}

export interface NewPrinter {
  readonly name: string;
  readonly profileId: string;
  readonly place: PrinterPlace;
  readonly media: Media;
  readonly kinds: readonly PrintKind[];
}

export interface PrinterChange {
  readonly printerId: string;
  readonly name: string;
  readonly profileId: string;
  readonly place: PrinterPlace;
  readonly media: Media;
  readonly turned: boolean;
  readonly calibration: Calibration | null;
}

/** A test page that went to the printer. */
export interface TestPageView {
  readonly printerId: string;
  /** Stands on the page, so that an old one is not taken for it. */
  readonly nonce: string;
  /** Module sizes on it, in dots, smallest first. */
  readonly sizes: readonly number[];
  readonly dpi: number;
  readonly darkness: number | null;
  /** Where the corner mark must lie, in millimetres; `topMm` is null on an endless roll. */
  readonly expected: { readonly leftMm: number; readonly topMm: number | null };
  /** Length of the corner mark's arms, in millimetres. */
  readonly armMm: number;
  readonly outcome: 'confirmed' | 'sent' | 'unsure';
}

/** What a scan of the test page was. */
export interface TestScanView {
  /** Dots of the symbol that was read; null when it was something else, or another page. */
  readonly dots: number | null;
  /** Everything read from this page so far, smallest first. */
  readonly read: readonly number[];
}

/** What was measured on paper; null = not measured. */
export interface TestMeasures {
  readonly leftMm: number | null;
  readonly topMm: number | null;
  readonly armMm: number | null;
}

/** What a test page taught. */
export interface LearnedView {
  /** Stored now; null when the head is another than the profile says, because then the figures mean nothing. */
  readonly calibration: Calibration | null;
  readonly dpi: { readonly measured: number; readonly suggestedProfileId: string | null } | null;
}

export interface PrinterSetupContract {
  'printerSetup.view': { request: Nothing; reply: PrintersSetupView };
  'printerSetup.models': { request: Nothing; reply: readonly ModelView[] };
  /** Looks for printers, up to some seconds. Prints nothing. */
  'printerSetup.discover': { request: Nothing; reply: readonly FoundPrinterView[] };
  'printerSetup.add': { request: NewPrinter; reply: { readonly printerId: string } };
  'printerSetup.change': { request: PrinterChange; reply: null };
  /** `printer-in-use` while papers wait there, unless they are to go to `moveTo`. */
  'printerSetup.remove': { request: { printerId: string; moveTo: string | null }; reply: null };
  /** Which printers a kind goes to, the usual one first. */
  'printerSetup.route': { request: { kind: PrintKind; printerIds: readonly string[] }; reply: null };
  /** A new roll was loaded; null stops counting. */
  'printerSetup.roll': {
    request: { printerId: string; roll: { labels: number; warnAt: number } | null };
    reply: null;
  };
  'printerSetup.testPage': { request: { printerId: string; darkness: number | null }; reply: TestPageView };
  'printerSetup.scanTest': { request: { printerId: string; scanned: string }; reply: TestScanView };
  'printerSetup.learn': { request: { printerId: string; measured: TestMeasures }; reply: LearnedView };
}

export const printerSetupChannels = [
  'printerSetup.view',
  'printerSetup.models',
  'printerSetup.discover',
  'printerSetup.add',
  'printerSetup.change',
  'printerSetup.remove',
  'printerSetup.route',
  'printerSetup.roll',
  'printerSetup.testPage',
  'printerSetup.scanTest',
  'printerSetup.learn',
] as const satisfies readonly (keyof PrinterSetupContract)[];
