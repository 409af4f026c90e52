/** Command languages an encoder exists for (or is planned for: see docs/printers.md). */
export const languages = [
  'zpl',
  'escpos',
  'starprnt',
  'star-line',
  'star-graphic',
  'epl2',
  'tspl',
  'brother-ql',
  'cpcl',
  'dymo',
] as const;
export type Language = (typeof languages)[number];
/** `driver`: no language of ours; the driver that the system has for the printer makes the bytes. */
export type PrinterLanguage = Language | 'driver';

/** What a printer can answer about a job, which decides the strongest word we may use for it. */
export type CompletionAbility =
  /** Nothing: the best we can say is "sent". */
  | 'none'
  /** Answers a question queued behind the job, so the job was taken in, but paper is not proven. */
  | 'barrier'
  /** Reports that printing itself has ended. */
  | 'printed';

/** Facts about one printer model. Data only: one file per model or family, every figure with its source. */
export interface PrinterProfile {
  readonly id: string;
  readonly maker: string;
  readonly name: string;
  readonly language: PrinterLanguage;
  /** Dots per inch of the head: 180, 203, 300 or 600. */
  readonly dpi: number;
  /** Dots the head can print side by side. */
  readonly headDots: number;
  readonly cutter: 'none' | 'partial' | 'full';
  /** Whether the printer answers status questions over a two-way link. */
  readonly answersStatus: boolean;
  readonly completion: CompletionAbility;
  /** Thermal direct fades in light and heat; transfer and card last. Shown beside long-lived badges. */
  readonly process: 'direct' | 'transfer' | 'either' | 'card';
  /** Where the figures come from: manual and section, or "recalled, unverified". */
  readonly source: string;
  /** Where this model differs from others of its language; absent = the language's usual way. */
  readonly quirks?: ProfileQuirks;
}

/** Differences between models of one language. Each field belongs to the languages it names. */
export interface ProfileQuirks {
  /** ESC/POS, Star, ZPL, TSPL: the maker documents the command with which this model draws QR codes itself. */
  readonly drawsSymbols?: boolean;
  /** ESC/POS: the raster command. `gs-v-0` is the most widely understood, `gs-8-l` is Epson's present one. */
  readonly raster?: 'gs-v-0' | 'gs-8-l';
  /** ESC/POS, Star: bytes of image data the printer takes in one command; small buffers need small ones. */
  readonly bandBytes?: number;
  /** Brother: takes compressed rows, and white ones as a single byte. */
  readonly packsRows?: boolean;
  /** Brother: has another mode beside raster, and must be told to leave it. */
  readonly switchesMode?: boolean;
  /** Brother: pins at the right that no media reaches. */
  readonly idlePins?: number;
}
