import { afterEach, describe, expect, it } from 'vitest';
import type { Line, LineErrorFacts, Transport } from '../../../src/main/printing/types.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { lpRig } from './rigs/lp.ts';
import type { OpenRig } from './rigs/rig.ts';
import { serialRig } from './rigs/serial.ts';
import { tcpRig } from './rigs/tcp.ts';
import { usbRig } from './rigs/usb.ts';

const rigs = process.platform === 'linux' ? [tcpRig, usbRig, serialRig, lpRig] : [tcpRig, usbRig];

/** A job too large for every buffer on the way. */
const hugeBytes = 48 * 1024 * 1024;

const sample = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 256);

/** What a write that must fail fails with. */
async function trouble(work: Promise<unknown>): Promise<LineErrorFacts> {
  try {
    await work;
  } catch (error) {
    expect(error).toMatchObject({ name: 'LineError' });
    return error as LineErrorFacts;
  }
  throw new Error('it went well');
}

describe.each(rigs)('a transport of kind $name', (kind) => {
  let rig: OpenRig;
  const lines: Line[] = [];

  afterEach(async () => {
    for (const line of lines.splice(0)) await line.close();
    await rig.close();
  });

  async function openLine(transport: Transport): Promise<Line> {
    const opened = await transport.open(5000);
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    lines.push(opened.value);
    return opened.value;
  }

  it('carries every byte value unchanged and in order, over several writes', async () => {
    rig = await kind.open();
    const job = sample(20_000);
    const line = await openLine(rig.transport);
    const first = line.write(job.subarray(0, 9000), 5000);
    const second = line.write(job.subarray(9000), 5000);
    await Promise.all([first, second]);
    await eventually('all bytes are there', () => rig.received().length >= job.length);
    expect(rig.received().equals(job)).toBe(true);
  });

  it('loses nothing when the line is finished and closed at once', async () => {
    rig = await kind.open();
    const job = sample(5000);
    const line = await openLine(rig.transport);
    await line.write(job, 5000);
    await line.finish?.(500);
    await line.close();
    await eventually('all bytes are there', () => rig.received().length >= job.length);
    expect(rig.received().equals(job)).toBe(true);
  });

  it('hears what the printer says, and null when it says nothing', async () => {
    rig = await kind.open();
    const line = await openLine(rig.transport);
    expect(await line.read(30)).toBeNull();
    await line.write(Uint8Array.of(1), 5000);
    await eventually('the line stands', () => rig.received().length === 1);
    await rig.say([0x12, 0x00, 0xff]);
    expect([...((await line.read(5000)) ?? [])]).toEqual([0x12, 0x00, 0xff]);
  });

  it('names why a printer that is not there cannot be opened', async () => {
    rig = await kind.open();
    const opened = await rig.absent.open(2000);
    expect(opened).toMatchObject({ ok: false });
    if (!opened.ok) expect(['printer-offline', 'printer-refused']).toContain(opened.failure.code);
  });

  it('refuses to write on a closed line, and says that nothing has left', async () => {
    rig = await kind.open();
    const line = await openLine(rig.transport);
    await line.close();
    const error = await trouble(line.write(sample(10), 1000));
    expect(error.bytesSent).toBe(0);
    await line.close();
  });

  it('bounds the wait for a printer that stopped reading, and counts honestly', async () => {
    rig = await kind.open();
    rig.stopReading();
    const line = await openLine(rig.transport);
    const huge = new Uint8Array(hugeBytes);
    const error = await trouble(line.write(huge, 400));
    expect(error).toMatchObject({ reason: 'stalled', mayHaveLeft: true });
    expect(error.bytesSent).toBeLessThan(hugeBytes);
  });

  it('sends nothing more after close, even when the printer reads on', async () => {
    rig = await kind.open();
    rig.stopReading();
    const line = await openLine(rig.transport);
    await trouble(line.write(new Uint8Array(hugeBytes), 300));
    await line.close();
    rig.readOn();
    const marker = await rig.transport.open(2000);
    if (marker.ok) {
      lines.push(marker.value);
      // Whatever was on its way before has arrived by the time this has.
      await marker.value.write(Uint8Array.of(0xab), 5000).catch(() => undefined);
      await eventually('the way is empty', () => rig.received().at(-1) === 0xab);
    }
    expect(rig.received().length).toBeLessThan(hugeBytes / 2);
  });

  it('says so when the printer vanishes while it is being asked', async () => {
    rig = await kind.open();
    const line = await openLine(rig.transport);
    await line.write(Uint8Array.of(1), 5000);
    await eventually('the line stands', () => rig.received().length === 1);
    await rig.vanish();
    const ends = async () => {
      for (;;) if ((await line.read(200)) === null) await line.write(sample(100), 500);
    };
    const error = await trouble(ends());
    expect(error.mayHaveLeft).toBe(true);
    expect(rig.goneReasons ?? ['vanished']).toContain(error.reason);
  });

  it('has one key for one device', async () => {
    rig = await kind.open();
    expect(rig.transport.deviceKey).toBe(rig.transport.deviceKey);
    expect(rig.transport.deviceKey).not.toBe(rig.absent.deviceKey);
  });
});
