import { polledLanguages, type SimLanguage, type SimState } from './polled-languages.ts';
import { SimServer, type Firmware, type LineScript, type SimLine } from './sim-server.ts';

/** How a simulated printer of one of the polled languages is, beside its line. */
export interface PolledScript extends LineScript {
  readonly coverOpen?: boolean;
  readonly paperOut?: boolean;
  readonly cutterJam?: boolean;
  readonly headHot?: boolean;
  /** Runs out of paper when the job is complete and before it is printed. */
  readonly paperOutDuring?: boolean;
}

interface Client {
  readonly language: SimLanguage;
  readonly line: SimLine;
  held: Buffer;
  jobBytes: number;
}

/** From the end of a job to its paper when nobody asks; those who ask are told "printing" once before. */
const printMs = 100;

/** A printer that answers one question with its whole state: Star, TSPL, EPL2, CPCL, DYMO, Brother. It draws nothing. */
export class PolledPrinterSim {
  readonly server: SimServer;
  papers = 0;
  readonly #name: string;
  readonly #clients = new Set<Client>();
  #script: PolledScript = {};
  #waiting = 0;
  #toldPrinting = false;
  #toCount = 0;
  #counter = 0;
  #timer: NodeJS.Timeout | null = null;

  private constructor(name: string) {
    this.#name = name;
    this.server = new SimServer((line) => this.#firmware(line));
  }

  static async start(language: string, script: PolledScript = {}): Promise<PolledPrinterSim> {
    const sim = new PolledPrinterSim(language);
    sim.behave(script);
    await sim.server.listen();
    return sim;
  }

  /** Jobs that were read whole and come out as soon as nothing stands in the way. */
  get waiting(): number {
    return this.#waiting;
  }

  get address(): string {
    return this.server.address;
  }

  /** Replaces the script; what waited for a fault to go comes out, bytes that waited to be read are read. */
  behave(script: PolledScript): void {
    this.#script = script;
    this.server.script = script;
    for (const client of this.#clients) this.#work(client);
    this.#printSoon();
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.server.close();
  }

  #firmware(line: SimLine): Firmware {
    const language = polledLanguages[this.#name];
    if (language === undefined) throw new Error(`No simulated printer speaks ${this.#name}`);
    const client: Client = { language: language(), line, held: Buffer.alloc(0), jobBytes: 0 };
    this.#clients.add(client);
    return {
      take: (bytes) => {
        client.held = Buffer.concat([client.held, bytes]);
        this.#work(client);
      },
      close: () => this.#clients.delete(client),
    };
  }

  #work(client: Client): void {
    const { stopsAtByte = Infinity, resetsAtByte = Infinity } = this.#script;
    for (;;) {
      const command = client.language.next(client.held);
      const arrived = client.jobBytes + client.held.length;
      if (command === null || client.held.length === 0) {
        if (arrived >= resetsAtByte) client.line.reset();
        else if (arrived >= stopsAtByte) client.line.stop();
        return;
      }
      if (client.jobBytes + command.length > stopsAtByte) return client.line.stop();
      if (client.jobBytes + command.length > resetsAtByte) return client.line.reset();
      client.held = client.held.subarray(command.length);
      if (command.does === 'answer') this.#answer(client);
      else client.jobBytes += command.length;
      if (command.does === 'clear') this.#counter = 0;
      if (command.does === 'count') this.#toCount += 1;
      if (command.does === 'drop') this.#waiting = 0;
      this.#count();
      if (command.does === 'end') {
        if (this.#script.vanishesAtEnd === true) return client.line.reset();
        this.#complete();
      }
    }
  }

  #complete(): void {
    this.#waiting += 1;
    this.#toldPrinting = false;
    if (this.#script.paperOutDuring === true)
      this.behave({ ...this.#script, paperOutDuring: false, paperOut: true });
    else this.#printSoon();
  }

  #answer(client: Client): void {
    client.line.say(client.language.status(this.#state()));
    if (this.#waiting > 0 && !this.#hasFault()) {
      if (this.#toldPrinting) this.#print();
      this.#toldPrinting = true;
    }
  }

  #state(): SimState {
    const { coverOpen, paperOut, cutterJam, headHot } = this.#script;
    return {
      coverOpen: coverOpen === true,
      paperOut: paperOut === true,
      cutterJam: cutterJam === true,
      headHot: headHot === true,
      isPrinting: this.#waiting > 0 && !this.#hasFault(),
      counter: this.#counter,
    };
  }

  #hasFault(): boolean {
    const { coverOpen, paperOut, cutterJam, headHot } = this.#script;
    return [coverOpen, paperOut, cutterJam, headHot].includes(true);
  }

  #count(): void {
    if (this.#waiting > 0) return;
    this.#counter = (this.#counter + this.#toCount) % 32;
    this.#toCount = 0;
  }

  #printSoon(): void {
    if (this.#waiting === 0 || this.#hasFault()) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#print();
    }, printMs);
  }

  #print(): void {
    if (this.#waiting === 0 || this.#hasFault()) return;
    this.#waiting -= 1;
    this.papers += 1;
    this.#count();
    for (const { language, line } of this.#clients) {
      if (language.printed !== undefined) line.say(language.printed(this.#state()));
    }
  }
}
