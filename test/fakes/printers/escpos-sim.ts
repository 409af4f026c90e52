import { nextCommand, realTimeLength, type EscposCommand } from './escpos-stream.ts';
import { SimServer, type Firmware, type LineScript, type SimLine } from './sim-server.ts';

/** How a simulated receipt printer is, beside its line. */
export interface EscposScript extends LineScript {
  readonly coverOpen?: boolean;
  readonly paperOut?: boolean;
  readonly cutterJam?: boolean;
  readonly headHot?: boolean;
  /** Runs out of paper at the first image of the job. */
  readonly paperOutDuring?: boolean;
  /** Knows no GS ( H and no automatic status, as many clones. */
  readonly isClone?: boolean;
  /** From taking the last image row to the last row on paper. */
  readonly printMs?: number;
}

interface Client {
  readonly line: SimLine;
  /** Come in, but not read yet. */
  unread: Buffer;
  held: Buffer;
  /** Tail of the arrived bytes that may be the beginning of a real-time command. */
  arrived: Buffer;
  reports: boolean;
  jobBytes: number;
}

/**
 * A receipt printer that speaks enough ESC/POS to be talked to. It executes real-time commands wherever they stand, in
 * the middle of an image too, as real ones do. It draws nothing.
 */
export class EscposPrinterSim {
  readonly server: SimServer;
  /** Papers that came out, as the bytes that made them. */
  readonly papers: Buffer[] = [];
  /** Real-time commands that were executed although they stood inside image data. */
  accidents = 0;
  #script: EscposScript = {};
  #paper: Buffer[] = [];
  #hasRows = false;
  readonly #clients = new Set<Client>();
  readonly #timers = new Set<NodeJS.Timeout>();

  private constructor() {
    this.server = new SimServer((line) => this.#firmware(line));
  }

  /** `port` and `host` only for clients that insist on them. */
  static async start(script: EscposScript = {}, port = 0, host = '127.0.0.1'): Promise<EscposPrinterSim> {
    const sim = new EscposPrinterSim();
    sim.behave(script);
    await sim.server.listen(port, host);
    return sim;
  }

  get address(): string {
    return this.server.address;
  }

  /** Replaces the script, reports the change to who asked for reports, and goes on where a fault had stopped it. */
  behave(script: EscposScript): void {
    this.#script = script;
    this.server.script = script;
    for (const client of this.#clients) {
      if (client.reports) client.line.say(this.#automaticStatus());
      this.#readOn(client);
    }
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.server.close();
  }

  #hasFault(): boolean {
    const { coverOpen, paperOut, cutterJam, headHot } = this.#script;
    return [coverOpen, paperOut, cutterJam, headHot].includes(true);
  }

  #firmware(line: SimLine): Firmware {
    const client: Client = {
      line,
      unread: Buffer.alloc(0),
      held: Buffer.alloc(0),
      arrived: Buffer.alloc(0),
      reports: false,
      jobBytes: 0,
    };
    this.#clients.add(client);
    return {
      take: (bytes) => this.#take(client, Buffer.from(bytes)),
      close: () => {
        this.#clients.delete(client);
        this.#paper = [];
        this.#hasRows = false;
      },
    };
  }

  #take(client: Client, bytes: Buffer): void {
    const { resetsAtByte } = this.#script;
    client.unread = Buffer.concat([client.unread, bytes]);
    this.#readOn(client);
    if (client.jobBytes + client.held.length >= (resetsAtByte ?? Infinity)) client.line.reset();
  }

  /** Takes bytes from the network as far as the script lets it. */
  #readOn(client: Client): void {
    const { stopsAtByte, resetsAtByte } = this.#script;
    const room =
      Math.min(stopsAtByte ?? Infinity, resetsAtByte ?? Infinity) - client.jobBytes - client.held.length;
    const bytes = client.unread.subarray(0, Math.max(0, Math.min(client.unread.length, room)));
    client.unread = client.unread.subarray(bytes.length);
    client.held = Buffer.concat([client.held, bytes]);
    this.#executeRealTime(client, bytes);
    this.#work(client);
    if (client.unread.length > 0) client.line.stop();
  }

  #executeRealTime(client: Client, bytes: Buffer): void {
    const all = Buffer.concat([client.arrived, bytes]);
    let at = 0;
    for (; at < all.length; at += 1) {
      if (all[at] !== 0x10) continue;
      if (at + 2 >= all.length) break;
      const length = realTimeLength(all, at);
      if (length === 0) continue;
      if (at + length > all.length) break;
      if (all[at + 1] === 0x04) client.line.say(this.#status(all[at + 2] ?? 0));
      else if (all[at + 1] === 0x05 || all[at + 2] === 0x08) this.#drop(client, all[at + 2] === 0x08);
      at += length - 1;
    }
    client.arrived = all.subarray(at);
  }

  #drop(client: Client, tellsSo: boolean): void {
    client.held = Buffer.alloc(0);
    this.#paper = [];
    this.#hasRows = false;
    if (tellsSo) client.line.say(Uint8Array.of(0x37, 0x25, 0x00));
  }

  #work(client: Client): void {
    while (!this.#hasFault()) {
      const command = nextCommand(client.held);
      if (command === null) return;
      if (this.#script.paperOutDuring === true && isImage(command)) {
        this.behave({ ...this.#script, paperOutDuring: false, paperOut: true });
        return;
      }
      client.held = client.held.subarray(command.length);
      if (command.name !== 'DLE') client.jobBytes += command.length;
      if (this.#execute(client, command) === 'gone') return;
    }
  }

  #execute(client: Client, { name, data }: EscposCommand): 'gone' | null {
    const { isClone, vanishesAtEnd, printMs } = this.#script;
    if (name === 'GS r') client.line.say(Uint8Array.of(this.#script.paperOut === true ? 0x0c : 0x00));
    else if (name === 'GS a' && isClone !== true) {
      client.reports = (data[0] ?? 0) !== 0;
      if (client.reports) client.line.say(this.#automaticStatus());
    } else if (name === 'GS ( H' && isClone !== true) {
      const answer = Buffer.concat([Uint8Array.of(0x37, 0x22), data.subarray(2, 6), Uint8Array.of(0)]);
      this.#later(printMs ?? 5, () => client.line.say(answer));
    } else if (name === 'GS V' || (name === 'ESC d' && (data[0] ?? 0) >= 5)) {
      if (vanishesAtEnd === true) {
        client.line.reset();
        return 'gone';
      }
      if (this.#hasRows) this.papers.push(Buffer.concat(this.#paper));
      this.#paper = [];
      this.#hasRows = false;
    } else if (isImage({ name, data, length: 0 })) {
      this.#hasRows = true;
      this.#paper.push(data);
      for (let at = 0; at < data.length; at += 1) if (realTimeLength(data, at) > 0) this.accidents += 1;
    }
    return null;
  }

  /** DLE EOT n. */
  #status(question: number): Uint8Array {
    const { coverOpen, paperOut, cutterJam, headHot } = this.#script;
    const bit = (on: boolean | undefined, mask: number): number => (on === true ? mask : 0);
    const bits: Readonly<Record<number, number>> = {
      1: bit(this.#hasFault(), 0x08),
      2: bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(cutterJam, 0x40) | bit(headHot, 0x40),
      3: bit(cutterJam, 0x08) | bit(headHot, 0x40),
      4: bit(paperOut, 0x60),
    };
    return Uint8Array.of(0x12 | (bits[question] ?? 0));
  }

  /** The four bytes of GS a. */
  #automaticStatus(): Uint8Array {
    const { coverOpen, paperOut, cutterJam, headHot } = this.#script;
    const bit = (on: boolean | undefined, mask: number): number => (on === true ? mask : 0);
    return Uint8Array.of(
      0x10 | bit(this.#hasFault(), 0x08) | bit(coverOpen, 0x20),
      bit(cutterJam, 0x08) | bit(headHot, 0x40),
      bit(paperOut, 0x0c),
      0x0f,
    );
  }

  #later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      what();
    }, ms);
    this.#timers.add(timer);
  }
}

function isImage({ name, data }: EscposCommand): boolean {
  return name === 'GS v 0' || name === 'GS 8 L' || (name === 'GS ( L' && data[1] === 0x70);
}
