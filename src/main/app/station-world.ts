import type { Cipher } from '../auth/encrypted-file.ts';
import type { Clock } from '../clock.ts';
import type { EventSender } from '../ipc/event-sender.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Channel } from '../../shared/ipc/contract.ts';
import type { Activity } from '../lock/idle-watch.ts';
import type { Log } from '../log/types.ts';
import type { DeviceTools } from '../printing/transports/devices.ts';
import type { UsbChange } from '../printing/transports/usb/hotplug.ts';
import type { LoadedSettings } from '../settings/merge.ts';
import type { CameraSwitch } from '../window/types.ts';
import type { ListFiles } from '../batch/ports.ts';
import type { Tenant } from './tenant.ts';

/** What the machine around it gives a station. Nothing here is Electron's, so a station also runs in plain Node. */
export interface StationWorld {
  readonly version: string;
  readonly userDataDir: string;
  readonly fontDir: string;
  readonly zxingWasm: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly loaded: LoadedSettings;
  readonly tenant: Tenant;
  readonly cipher: Cipher;
  readonly clock: Clock;
  readonly events: EventSender;
  readonly log: Log;
  readonly onUsable: () => void;
  /** What printers on this computer and in its queues need; without it those addresses are refused. */
  readonly devices?: DeviceTools;
  /** Tells when a USB printer comes or goes; resolves to the way to stop. */
  readonly watchUsb?: (listener: (change: UsbChange) => void) => Promise<() => void>;
  /** Asks a person for a file to write; null when they changed their mind. */
  readonly chooseFile: (suggestedName: string, format: 'csv' | 'json') => Promise<string | null>;
  /** Shows Microsoft's page about an AADSTS number in the system browser; false when that did not work. */
  readonly openHelp: (aadsts: number) => Promise<boolean>;
  /** The window's camera; without it none can be used. */
  readonly camera?: CameraSwitch;
  /** Whether somebody is at this computer; without it the station locks only when it is told to. */
  readonly activity?: Activity;
  /** Tells of the system's own lock and of sleep; returns the way to stop. */
  readonly watchPower?: (listener: (why: 'system' | 'sleep') => void) => () => void;
  /** Keeps the window out of screen captures while a PIN is on it. */
  readonly guardCapture?: (on: boolean) => void;
  /** Where lists are chosen and reports stored; without it no file can be chosen. */
  readonly listFiles?: ListFiles;
  /** How pauses pass. Default: by the clock's timers. Tests let them pass at once. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Station {
  readonly handlers: Handlers;
  /** False for what a locked station keeps to itself. */
  readonly mayAnswer: (channel: Channel) => boolean;
  /** Restores the sign-in and begins to print what waits. */
  start(): Promise<void>;
  /** After sleep or a changed clock. */
  resume(): void;
  /** Lets running print jobs come to an honest end, then closes every file. */
  stop(): Promise<void>;
}
