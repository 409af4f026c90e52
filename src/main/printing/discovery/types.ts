import type { PrinterProfile } from '../../../shared/printing/profile.ts';
import type { DeviceId } from '../transports/device-id.ts';

/** A printer that is plugged in or set up on this computer. */
export interface FoundPrinter {
  /** Ready to be put into the settings, e.g. `usb:04b8:0e15:X7KL012`. */
  readonly address: string;
  /** Other ways to the same device, e.g. `lp:/dev/usb/lp0`. */
  readonly otherAddresses: readonly string[];
  /** As it calls itself; falls back to the queue's or port's name. */
  readonly name: string;
  readonly deviceId: DeviceId | null;
  readonly suggestion: Suggestion | null;
  /** A system queue that prints on the same device. Both at once would take it from each other. */
  readonly sharedWithQueue: string | null;
}

/** A profile that fits what the device says of itself. Always shown to a person, never taken without one. */
export interface Suggestion {
  readonly profileId: string;
  /** `model`: the name matched; `model-dpi-open`: it matched several that differ in dpi; `language`: only the language did. */
  readonly certainty: 'model' | 'model-dpi-open' | 'language';
}

export type Profiles = readonly Pick<PrinterProfile, 'id' | 'maker' | 'name' | 'language' | 'dpi'>[];

/** One way a printer was seen; `discover` joins those that are the same device. */
export interface Sighting {
  readonly address: string;
  /** Same key = same device. */
  readonly deviceKey: string;
  readonly name: string;
  readonly deviceId: DeviceId | null;
  /** For a queue: the serial number its device address names, or empty. */
  readonly queueSerial?: string;
}

/** Looks in one place. Never rejects: a place that cannot be looked at has nothing in it. */
export type Look = (timeoutMs: number) => Promise<readonly Sighting[]>;
