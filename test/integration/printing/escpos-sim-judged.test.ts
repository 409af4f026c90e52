import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { EscposPrinterSim, type EscposScript } from '../../fakes/tcp-printers.ts';

/** receiptio 2.1.2, a client made by others, insists on port 9100; so the simulator gets a loopback address of its own. */
const host = '127.0.0.91';
const receiptio = createRequire(import.meta.url)('receiptio') as {
  readonly print: (markdown: string, options: string) => Promise<string>;
};

let sim: EscposPrinterSim | null = null;
afterEach(async () => {
  await sim?.close();
  sim = null;
});

async function judge(script: EscposScript): Promise<string> {
  sim = await EscposPrinterSim.start(script, 9100, host);
  return receiptio.print('^^^BADGE\n\nStatus bytes judged by another', `-d ${host} -p escpos -c 42 -t 2`);
}

// Loopback addresses other than 127.0.0.1 are there on Linux only.
describe.skipIf(process.platform !== 'linux')('the simulated receipt printer, as receiptio sees it', () => {
  it('is a printer that prints', async () => {
    expect(await judge({})).toBe('success');
  });

  it.each([
    ['coveropen', { coverOpen: true }],
    ['paperempty', { paperOut: true }],
    ['error', { cutterJam: true }],
  ] as const)('says %s with the right bytes', async (verdict, script) => {
    expect(await judge(script)).toBe(verdict);
  });

  it('is gone once it has been switched off', async () => {
    sim = await EscposPrinterSim.start({}, 9100, host);
    await sim.close();
    expect(await receiptio.print('x', `-d ${host} -p escpos -t 2`)).toBe('disconnect');
  });
});
