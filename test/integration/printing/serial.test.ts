import { afterEach, describe, expect, it } from 'vitest';
import { SerialTransport } from '../../../src/main/printing/transports/serial/serial-transport.ts';
import type { SerialSettings } from '../../../src/main/printing/transports/serial/settings.ts';
import type { Line } from '../../../src/main/printing/types.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { PtyPair } from '../../fakes/printing/pty-pair.ts';

const xon = 0x11;
const xoff = 0x13;

/** A real pair of serial ports (pseudo terminals), with the kernel's own flow control in between. */
describe.skipIf(process.platform !== 'linux')('a serial printer', () => {
  let pair: PtyPair;
  const lines: Line[] = [];

  afterEach(async () => {
    for (const line of lines.splice(0)) await line.close();
    await pair.close();
  });

  const settings = (path: string, more: Partial<SerialSettings> = {}): SerialSettings => ({
    path,
    baud: 115_200,
    parity: 'none',
    dataBits: 8,
    stopBits: 1,
    flow: 'none',
    ...more,
  });

  async function open(more: Partial<SerialSettings> = {}): Promise<Line> {
    const opened = await new SerialTransport(settings(pair.ours, more)).open(3000);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    lines.push(opened.value);
    return opened.value;
  }

  it('carries all 256 byte values in both directions', async () => {
    pair = await PtyPair.open();
    const every = Array.from({ length: 256 }, (_, at) => at);
    const line = await open();
    await line.write(Uint8Array.from(every), 2000);
    await line.finish?.(2000);
    await eventually('all are there', () => pair.received.length === 256);
    expect([...pair.received]).toEqual(every);
    await pair.say(every);
    const heard: number[] = [];
    while (heard.length < 256) heard.push(...((await line.read(2000)) ?? []));
    expect(heard).toEqual(every);
  });

  it('waits while the printer says XOFF, and goes on at XON', async () => {
    pair = await PtyPair.open();
    const line = await open({ flow: 'xonxoff' });
    await line.write(Uint8Array.of(0x41), 1000);
    await eventually('the line stands', () => pair.received.length === 1);
    await pair.say([xoff]);
    const job = new Uint8Array(200_000).fill(0x42);
    let isDone = false;
    const writing = line.write(job, 20_000).then(() => {
      isDone = true;
    });
    // Flow control reaches us in its own time; from then on the count stands still.
    let before = -1;
    await eventually('the printer is left in peace', () => {
      const stands = pair.received.length === before;
      before = pair.received.length;
      return stands;
    });
    expect(isDone).toBe(false);
    await pair.say([xon]);
    await writing;
    await eventually('all bytes are there', () => pair.received.length === job.length + 1);
  });

  it('gives up while the printer says XOFF, and nothing comes out after its XON', async () => {
    pair = await PtyPair.open();
    const line = await open({ flow: 'xonxoff' });
    await pair.say([xoff]);
    await eventually('XOFF has arrived', async () => (await line.read(20)) === null);
    const job = new Uint8Array(500_000).fill(0x42);
    await expect(line.write(job, 300)).rejects.toMatchObject({ reason: 'stalled' });
    await line.close();
    const { length } = pair.received;
    await pair.say([xon]);
    const next = await open();
    await next.write(Uint8Array.of(0x5a), 1000);
    await eventually('the next job is there', () => pair.received.at(-1) === 0x5a);
    // What the terminal pair itself had taken in before may still arrive; most of the job must not.
    expect(pair.received.length).toBeLessThan(Math.max(length, 8192) + 20_000);
  });

  it('lets no second program in', async () => {
    pair = await PtyPair.open();
    await open();
    const second = await new SerialTransport(settings(pair.ours)).open(1000);
    expect(second).toMatchObject({ ok: false, failure: { code: 'printer-busy' } });
  });
});
