import type { JobReason } from '../../shared/printing/job.ts';
import type { PrinterConfig, PrinterView } from '../../shared/printing/printer.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import type { Result } from '../../shared/result.ts';
import type { Badge, Canvas, Page } from '../badges/types.ts';
import type { QueueHygiene } from './transports/queue.ts';

/** What came of one try to print. */
export type PrintOutcome =
  /** No byte of the job has left; the job may try again by itself. */
  | { readonly kind: 'not-started'; readonly reason: JobReason; readonly retryAfterMs: number | null }
  /** The device took all bytes. It says nothing about paper. */
  | { readonly kind: 'sent' }
  /** The printer's own completion answer came. */
  | { readonly kind: 'confirmed' }
  /** A byte has left and nobody knows whether paper came out. */
  | { readonly kind: 'unsure'; readonly reason: JobReason; readonly bytesSent: number };

export interface PrintRequest {
  readonly printerId: string;
  readonly jobId: string;
  /** The finished paper; of a badge no more than its page is needed. */
  readonly badge: Badge | Pick<Badge, 'page'>;
  /** What the badge's symbol says; only a printer that draws symbols itself needs it. The caller wipes it. */
  readonly payload?: Uint8Array;
  /** For this job only, where the language can be told (1 to 10); absent = what was learned for the printer. */
  readonly darkness?: number | null;
  /** Called once, right before the first byte leaves. Printing goes on only if it answers true (fencing). */
  readonly mayStart: () => boolean;
  /** Called after the first and after the last byte was accepted; for figures and progress only. */
  readonly onMilestone?: (milestone: 'first-byte' | 'last-byte') => void;
  readonly signal?: AbortSignal;
}

/** The only door to printers. One owner per physical device: jobs for one device run one after another. */
export interface Printers {
  list(): readonly PrinterView[];
  config(printerId: string): PrinterConfig | null;
  profile(printerId: string): PrinterProfile | null;
  canvas(printerId: string): Result<Canvas>;
  /** Asks the printer now (bounded: 5 s). Ok = nothing known stands in the way. */
  ready(printerId: string): Promise<Result<PrinterView>>;
  /** Bounded in time, never throws; every way it can end is a `PrintOutcome`. */
  print(request: PrintRequest): Promise<PrintOutcome>;
  /** An earlier run ended in the midst of a job there: the printer is told to forget the rest before the next one. */
  distrust(printerId: string): void;
  /** Calls back when a printer's mood or problem changed; the spool wakes on it. Returns the way to stop. */
  onChange(listener: (printerId: string) => void): () => void;
  /** Pages that came out of the on-screen printer, newest last; practice mode only. */
  screenPages(): readonly { readonly jobId: string; readonly page: Page }[];
  close(): Promise<void>;
}

/** How a transport's work ended. `accepted` bytes were taken by the device or the system, no more is known. */
export type DeliveryOutcome =
  | { readonly kind: 'not-started'; readonly reason: JobReason }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'broken'; readonly reason: JobReason; readonly bytesSent: number };

/**
 * What `write` and `finish` reject with. `class LineError` in transports/line-error.ts; known by its `name`, because
 * drivers know transports by type alone.
 */
export interface LineErrorFacts {
  readonly name: 'LineError';
  readonly reason: JobReason;
  /** Bytes of this line (all its writes together) that were surely taken. */
  readonly bytesSent: number;
  /** False only where it is proven that no byte of this line has left or can still leave. */
  readonly mayHaveLeft: boolean;
}

/** What the way in itself knows of the device, without asking in the printer's language. */
export interface PortStatus {
  /** What stands in the way; empty = nothing known does, which for many devices means nothing at all. */
  readonly reasons: readonly JobReason[];
}

/**
 * An open line to one device. Every wait is bounded by the caller's timeout. After `close` nothing is sent any more:
 * bytes still buffered here are dropped, so that an old job can never come out later.
 */
export interface Line {
  /** Resolves when the bytes were handed to the operating system or device; rejects with `LineError`. */
  write(bytes: Uint8Array, timeoutMs: number): Promise<void>;
  /** Next bytes the device sent, or null when none came in time. Never available on one-way lines. */
  read(timeoutMs: number): Promise<Uint8Array | null>;
  readonly twoWay: boolean;
  /**
   * Says that no more bytes come, and waits until they have left the computer as far as this way in can tell: a queue
   * starts its job only here and follows it to its end, a serial port drains. Absent: nothing more can be known, go on.
   * Rejects with `LineError`; then the job has been taken back where that was possible.
   */
  finish?(timeoutMs: number): Promise<void>;
  /** Asks beside the data (USB port status, CUPS and Windows printer state); null = no answer. */
  portStatus?(timeoutMs: number): Promise<PortStatus | null>;
  close(): Promise<void>;
}

/** Carries bytes to one address. */
export interface Transport {
  /** Opens the line or says why not; `printer-offline`, `printer-refused`, `printer-busy`, `permission-denied`. */
  open(timeoutMs: number): Promise<Result<Line>>;
  /** Two transports with the same key drive the same physical device and must not be used at once. */
  readonly deviceKey: string;
  /** Of a queue of the system: what its settings mean for a badge's bytes at rest. Never rejects. */
  hygiene?(timeoutMs: number): Promise<QueueHygiene>;
}

/** One page for a printer of which only the system's driver knows the language. */
export interface SystemPaper {
  /** The printer's name as the system lists it. */
  readonly name: string;
  /** What the job is called in the system's queue: lower-case letters, digits, hyphens; says nothing about the holder. */
  readonly jobName: string;
  /** One pixel a dot; overwritten when the job has ended. */
  readonly png: Uint8Array;
  /** The picture on paper, exactly; it lies in the upper left corner. */
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dpi: number;
  /** The paper itself, in thousandths of a millimetre. */
  readonly paperWidthMicrons: number;
  readonly paperHeightMicrons: number;
  /** Called once, right before the page is handed over; nothing is, unless it answers true. */
  readonly mayStart: () => boolean;
  readonly timeoutMs: number;
}

/** What became of it. More than `taken` nobody says: drivers tell neither paper nor faults. */
export type SystemAnswer =
  | {
      readonly kind: 'not-handed-over';
      readonly why: 'no-such-printer' | 'not-allowed' | 'not-drawn' | 'no-memory-folder';
    }
  /** The system put it in its queue. */
  | { readonly kind: 'taken' }
  /** It said no, or nothing, after it had the page. */
  | { readonly kind: 'unknown'; readonly why: 'refused' | 'stalled' };

/** What the system says of one of its printers, in its own words. */
export interface SystemPrinter {
  /** Windows: PRINTER_STATUS_ bits; elsewhere of no use. */
  readonly status: number;
  /** CUPS: `printer-state`, `printer-state-reasons`, `printer-is-accepting-jobs`. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Prints pages through the system's drivers: Electron's print in the app, absent where there is no Electron. Neither
 * rejects.
 */
export interface PagePrinter {
  /** Null = the system has no printer of this name; undefined = it did not answer in time. */
  look(name: string, timeoutMs: number): Promise<SystemPrinter | null | undefined>;
  print(paper: SystemPaper): Promise<SystemAnswer>;
}

/** A transport that wants the finished page beside the bytes (folder and on-screen printer, practice only). */
export interface PageSink {
  accept(job: {
    readonly jobId: string;
    readonly page: Page;
    readonly bytes: Uint8Array;
    readonly extension: string;
  }): Promise<Result<void>>;
  readonly deviceKey: string;
}

/** Time as drivers see it. Tests pass one that moves when told. */
export interface Pace {
  /** Milliseconds since some fixed moment; never jumps back. */
  now(): number;
  wait(ms: number): Promise<void>;
}
