import type { Media } from '../../shared/printing/media.ts';
import type { PrinterConfig, PrinterView } from '../../shared/printing/printer.ts';
import type { QueueAdvice } from '../../shared/printing/queue-advice.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import { fail, ok, type Failure, type Result } from '../../shared/result.ts';
import type { Canvas } from '../badges/types.ts';
import { driverFor } from './drivers/index.ts';
import { newMemory, type Driver, type PrinterMemory } from './drivers/types.ts';
import { printableArea } from './encoders/encoder.ts';
import { unknownMood, type Mood } from './mood.ts';
import { findProfile } from './profiles/index.ts';
import { knownSchemes, parseAddress } from './transports/address.ts';
import { wayTo, type Way, type WayParts } from './transports/index.ts';

/** A printer whose settings make sense. */
export interface UsablePrinter {
  readonly config: PrinterConfig;
  readonly profile: PrinterProfile;
  /** Null where the system's own driver makes the bytes. */
  readonly driver: Driver | null;
  /** What head and media leave for a badge. */
  readonly canvas: Canvas;
  readonly way: Way;
  readonly deviceKey: string;
  readonly memory: PrinterMemory;
  mood: Mood;
}

/** A printer whose settings do not: it is shown with what is wrong, and never used. */
export interface UnusablePrinter {
  readonly config: PrinterConfig;
  readonly failure: Failure;
}

export type ConfiguredPrinter = UsablePrinter | UnusablePrinter;

export function isUsable(printer: ConfiguredPrinter): printer is UsablePrinter {
  return !('failure' in printer);
}

/** Joins a printer's settings to profile, driver and way in. Whatever does not fit makes it unusable, with the reason. */
export function configurePrinter(config: PrinterConfig, parts: WayParts): ConfiguredPrinter {
  const made = usable(config, parts);
  return made.ok ? made.value : { config, failure: made.failure };
}

function usable(config: PrinterConfig, parts: WayParts): Result<UsablePrinter> {
  const profile = findProfile(config.profile);
  if (!profile.ok) return profile;
  const { language } = profile.value;
  const driver = language === 'driver' ? ok(null) : driverFor(language);
  if (!driver.ok) return driver;
  const media = checkMedia(config.media);
  if (!media.ok) return media;
  const canvas = printableArea(driver.value?.encoder ?? null, profile.value, media.value);
  if (!canvas.ok) return canvas;
  const address = parseAddress(config.address);
  if (!address.ok) return address;
  // A profile without a language can go nowhere else, and a driver cannot be fed with one.
  if ((language === 'driver') !== (address.value.kind === 'driver'))
    return fail('address-invalid', { why: 'driver-profile-and-address', known: knownSchemes.join(', ') });
  const way = wayTo(address.value, parts);
  if (!way.ok) return way;
  const device = deviceOf(way.value);
  return ok({
    config,
    profile: profile.value,
    driver: driver.value,
    canvas: withLearned(canvas.value, config),
    way: way.value,
    // Asked each time: which device `lp:` or a name under /dev means is known only while it is plugged in.
    get deviceKey() {
      return device.deviceKey;
    },
    memory: newMemory(),
    mood: unknownMood,
  });
}

function deviceOf(way: Way): { readonly deviceKey: string } {
  switch (way.kind) {
    case 'line':
      return way.transport;
    case 'sink':
      return way.sink;
    case 'driver':
      return way.pages;
  }
}

function withLearned(canvas: Canvas, { calibration }: PrinterConfig): Canvas {
  const minDots = calibration?.minDots ?? null;
  return minDots === null ? canvas : { ...canvas, minDots };
}

/** Sizes beyond any label are a slip of the keyboard; they would become pages that fill the memory. */
const largestMm = 1000;

function checkMedia(media: Media): Result<Media> {
  const { kind, widthMm, heightMm, gapMm } = media;
  const isLength = (mm: number): boolean => Number.isFinite(mm) && mm > 0 && mm <= largestMm;
  const sound =
    isLength(widthMm) &&
    (heightMm === null ? kind === 'continuous' : isLength(heightMm)) &&
    Number.isFinite(gapMm) &&
    gapMm >= 0 &&
    gapMm <= largestMm;
  return sound ? ok(media) : fail('media-mismatch', { why: 'media-size', widthMm, heightMm, gapMm });
}

/**
 * What the window sees. Of a printer with an unknown profile nothing is known; its dpi is 0, its language the most
 * common one, and its problem says so.
 */
export function viewOf(printer: ConfiguredPrinter, advice: readonly QueueAdvice[]): PrinterView {
  const { config } = printer;
  const { id, name, media } = config;
  if (isUsable(printer)) {
    const { profile, mood } = printer;
    const model = `${profile.maker} ${profile.name}`;
    const { language, dpi, completion } = profile;
    const { mood: howItIs, problem } = mood;
    return { id, name, model, language, dpi, media, completion, mood: howItIs, problem, advice };
  }
  const profile = findProfile(config.profile);
  const known = profile.ok ? profile.value : null;
  return {
    id,
    name,
    model: known === null ? config.profile : `${known.maker} ${known.name}`,
    language: known?.language ?? 'zpl',
    dpi: known?.dpi ?? 0,
    media,
    completion: known?.completion ?? 'none',
    mood: 'attention',
    problem: printer.failure,
    advice: [],
  };
}
