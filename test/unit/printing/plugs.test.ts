import { expect, it } from 'vitest';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import { Rechecks } from '../../../src/main/printing/recheck.ts';
import { eventually } from '../../fakes/printing/eventually.ts';

const media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;

/** A door with one printer at a USB address that nothing is plugged into; counts what it is told. */
function doorWith(address: string): { door: PrinterDoor; told: string[] } {
  const door = new PrinterDoor({
    practice: false,
    devices: {
      startHelper: () => {
        throw new Error('no helper here');
      },
    },
  });
  door.configure([{ id: 'front', name: 'Front', profile: 'zebra-zd421-203', address, media }]);
  const told: string[] = [];
  door.onChange((id) => told.push(id));
  return { door, told };
}

it.each([
  ['usb:ffff:fff1:A1', 'usb:ffff:fff1:A1'],
  ['usb:ffff:fff1', 'usb:ffff:fff1:A1'],
])('looks at %s at once when %s comes or goes', async (address, key) => {
  const { door, told } = doorWith(address);
  expect(door.list()[0]?.mood).toBe('unknown');
  door.deviceChanged(key);
  await eventually('the printer was looked at', () => told.length > 0);
  expect(door.list()[0]?.mood).not.toBe('unknown');
  await door.close();
});

it('leaves the printer alone when another device comes or goes', async () => {
  const { door, told } = doorWith('usb:ffff:fff1:A1');
  door.deviceChanged('usb:ffff:fff1:A2');
  door.deviceChanged('usb:ffff:fff10:A1');
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([]);
  await door.close();
});

it('asks once at a hurry, begins its waits anew, and does nothing after the end', async () => {
  const looks: string[] = [];
  const rechecks = new Rechecks(
    (id) => {
      looks.push(id);
      return Promise.resolve(true);
    },
    [3_600_000],
  );
  rechecks.watch('front');
  rechecks.hurry('front');
  await eventually('one look', () => looks.length === 1);
  rechecks.close();
  rechecks.hurry('front');
  await new Promise((resolve) => setImmediate(resolve));
  expect(looks).toEqual(['front']);
});
