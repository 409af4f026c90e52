import type { Transport } from '../../../../src/main/printing/types.ts';

/** One kind of transport, joined to something that plays the printer. */
export interface TransportRig {
  readonly name: string;
  open(): Promise<OpenRig>;
}

export interface OpenRig {
  readonly transport: Transport;
  /** The same kind of transport, to a printer that is not there. */
  readonly absent: Transport;
  /** Everything the printer got so far. */
  received(): Buffer;
  /** Lets the printer stop reading; its buffers fill up. Called before anything is sent. */
  stopReading(): void;
  /** The printer goes on reading what it had not read. */
  readOn(): void;
  /** The printer speaks. */
  say(bytes: readonly number[]): Promise<void>;
  /** Pulls the plug. */
  vanish(): Promise<void>;
  /** What a pulled plug may be called; `vanished` unless the stand-in says it otherwise. */
  readonly goneReasons?: readonly string[];
  close(): Promise<void>;
}
