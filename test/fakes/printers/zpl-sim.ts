import { SimServer, type Firmware, type LineScript, type SimLine } from './sim-server.ts';

/** How a simulated label printer is, beside its line. */
export interface ZplScript extends LineScript {
  readonly coverOpen?: boolean;
  readonly paperOut?: boolean;
  readonly cutterJam?: boolean;
  readonly headHot?: boolean;
  readonly paused?: boolean;
  /** Runs out of labels when the job is complete and before it is printed. */
  readonly paperOutDuring?: boolean;
  /** `~HS` stays unanswered while a fault lasts, as newer firmware does; `~HQES` is answered. */
  readonly quietInFault?: boolean;
  /** Knows no `~HQ`, as older firmware. */
  readonly withoutErrorQuery?: boolean;
  /** Status answers that still report the label as waiting before it comes out; 0 = out before anybody can ask. */
  readonly busyAnswers?: number;
  /** A label comes out after this long even if nobody asks. */
  readonly printMs?: number;
}

/** A format's first byte was read, its last byte was read, its paper came out. */
export type ZplMoment = 'begun' | 'complete' | 'printed';

/** A format that was read whole and has not come out yet. */
interface Format {
  readonly zpl: string;
  answersLeft: number;
  timer: NodeJS.Timeout | null;
}

/**
 * A label printer that speaks enough ZPL II to be talked to: it finds `^XA … ^XZ`, counts formats and labels, and
 * answers `~HS` and `~HQES` as the ZPL II Programming Guide words them. It draws nothing.
 */
export class ZplPrinterSim {
  readonly server: SimServer;
  /** Labels that came out, as the ZPL that made them. */
  readonly labels: string[] = [];
  /** Told of each moment of a label as it comes, for harnesses that act on it. */
  onMoment: (moment: ZplMoment) => void = () => undefined;
  readonly #formats: Format[] = [];
  #script: ZplScript = {};
  #partial = false;
  readonly #clients = new Set<{ readonly read: () => void }>();

  private constructor() {
    this.server = new SimServer((line) => this.#firmware(line));
  }

  static async start(script: ZplScript = {}): Promise<ZplPrinterSim> {
    const sim = new ZplPrinterSim();
    sim.behave(script);
    await sim.server.listen();
    return sim;
  }

  /** Formats that were read whole and come out as soon as nothing stands in the way. */
  get waiting(): number {
    return this.#formats.length;
  }

  get address(): string {
    return this.server.address;
  }

  /** Replaces the script; a label that waited for a fault to go comes out, bytes that waited to be read are read. */
  behave(script: ZplScript): void {
    this.#script = script;
    this.server.script = script;
    for (const format of this.#formats) if (!this.#hasFault()) this.#printSoon(format);
    for (const client of this.#clients) client.read();
  }

  /** Whether everything that was read has come out, or will never. */
  get isIdle(): boolean {
    return this.#formats.length === 0 && !this.#partial;
  }

  async close(): Promise<void> {
    for (const { timer } of this.#formats) if (timer !== null) clearTimeout(timer);
    await this.server.close();
  }

  #hasFault(): boolean {
    const { coverOpen, paperOut, cutterJam, headHot, paused } = this.#script;
    return [coverOpen, paperOut, cutterJam, headHot, paused].includes(true);
  }

  #firmware(line: SimLine): Firmware {
    let held = Buffer.alloc(0);
    let text = '';
    let jobBytes = 0;
    const read = (): void => {
      const { stopsAtByte, resetsAtByte } = this.#script;
      for (let at = 0; at < held.length; at += 1) {
        if (stopsAtByte !== undefined && jobBytes >= stopsAtByte) {
          held = held.subarray(at);
          return line.stop();
        }
        text += String.fromCharCode(held[at] ?? 0);
        jobBytes += 1;
        const question = ['~HS', '~HQES', '~JA'].find((each) => text.endsWith(each));
        if (question !== undefined) {
          text = text.slice(0, -question.length);
          jobBytes -= question.length;
          this.#answer(question, line);
        }
        const wasPartial = this.#partial;
        this.#partial = text.includes('^XA');
        if (this.#partial && !wasPartial) this.onMoment('begun');
        if (text.endsWith('^XZ')) {
          const zpl = text.slice(Math.max(0, text.lastIndexOf('^XA')));
          text = '';
          this.#partial = false;
          if (this.#script.vanishesAtEnd === true) return line.reset();
          this.#complete(zpl);
        }
        if (resetsAtByte !== undefined && jobBytes >= resetsAtByte) return line.reset();
      }
      held = Buffer.alloc(0);
    };
    const client = { read };
    this.#clients.add(client);
    return {
      take: (bytes) => {
        held = Buffer.concat([held, bytes]);
        read();
      },
      close: () => {
        this.#clients.delete(client);
        this.#partial = false;
      },
    };
  }

  #complete(zpl: string): void {
    this.onMoment('complete');
    if (this.#script.paperOutDuring === true)
      this.behave({ ...this.#script, paperOutDuring: false, paperOut: true });
    const format: Format = { zpl, answersLeft: this.#script.busyAnswers ?? 1, timer: null };
    this.#formats.push(format);
    if (this.#hasFault()) return;
    if (format.answersLeft === 0) this.#print(format);
    else this.#printSoon(format);
  }

  #printSoon(format: Format): void {
    format.timer ??= setTimeout(() => this.#print(format), this.#script.printMs ?? 250);
  }

  #print(format: Format): void {
    const at = this.#formats.indexOf(format);
    if (at < 0 || this.#hasFault()) return;
    if (format.timer !== null) clearTimeout(format.timer);
    this.#formats.splice(at, 1);
    const copies = Number(/\^PQ(\d+)/.exec(format.zpl)?.[1] ?? '1');
    for (let copy = 0; copy < copies; copy += 1) this.labels.push(format.zpl);
    this.onMoment('printed');
  }

  #answer(question: string, line: SimLine): void {
    if (question === '~JA') {
      for (const { timer } of this.#formats.splice(0)) if (timer !== null) clearTimeout(timer);
      return;
    }
    const fault = this.#hasFault();
    if (question === '~HQES') {
      if (this.#script.withoutErrorQuery !== true) line.say(this.#errorAnswer());
      return;
    }
    if (fault && this.#script.quietInFault === true) return;
    line.say(this.#hostAnswer());
    const [format] = this.#formats;
    if (format === undefined || fault) return;
    format.answersLeft -= 1;
    if (format.answersLeft <= 0) this.#print(format);
  }

  /** The three strings of ~HS. */
  #hostAnswer(): string {
    const { coverOpen, paperOut, headHot, paused } = this.#script;
    const flag = (on: boolean | undefined): string => (on === true ? '1' : '0');
    const formats = String(this.#formats.length).padStart(3, '0');
    const first = `030,${flag(paperOut)},${flag(paused)},0687,${formats},0,0,${flag(this.#partial)},000,0,0,${flag(headHot)}`;
    const second = `001,0,${flag(coverOpen)},0,0,2,6,0,${String(this.#formats.length).padStart(8, '0')},1,000`;
    return [first, second, '1234,0'].map((each) => `\x02${each}\x03\r\n`).join('');
  }

  /** The error and warning lines of ~HQES. */
  #errorAnswer(): string {
    const { coverOpen, paperOut, cutterJam, headHot, paused } = this.#script;
    const bits: readonly (readonly [boolean | undefined, number])[] = [
      [paperOut, 0x1],
      [coverOpen, 0x4],
      [cutterJam, 0x8],
      [headHot, 0x10],
      [paused, 0x10000],
    ];
    const mask = bits.reduce((sum, [on, bit]) => (on === true ? sum | bit : sum), 0);
    const hex = mask.toString(16).toUpperCase().padStart(8, '0');
    const errors = `ERRORS:         ${mask === 0 ? 0 : 1} 00000000 ${hex}`;
    return `\x02\r\nPRINTER STATUS\r\n ${errors}\r\n WARNINGS:       0 00000000 00000000\r\n\x03`;
  }
}
