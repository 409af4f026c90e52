import { describe, expect, it } from 'vitest';
import { findProfile } from '../../../src/main/printing/profiles/index.ts';
import { chooseSlipPrinter } from '../../../src/main/printing/slip-printer.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { PrinterConfig } from '../../../src/shared/printing/printer.ts';
import { fail, type Failure } from '../../../src/shared/result.ts';
import { samplePrinter } from '../../fakes/sample-views.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const roll: Media = { kind: 'continuous', widthMm: 58, heightMm: null, gapMm: 0 };

const printers: Readonly<Record<string, Omit<PrinterConfig, 'id' | 'name'>>> = {
  labels: { profile: 'generic-zpl-203', address: 'tcp://127.0.0.1:9100', media: label },
  strip: { profile: 'generic-escpos-58', address: 'tcp://127.0.0.1:9200', media: roll },
  stripAgain: { profile: 'generic-escpos-58', address: 'TCP://127.0.0.1:9200', media: roll },
  cutter: { profile: 'generic-escpos-80', address: 'tcp://127.0.0.1:9300', media: { ...roll, widthMm: 80 } },
  zplRoll: { profile: 'generic-zpl-203', address: 'tcp://127.0.0.1:9400', media: roll },
  folder: { profile: 'generic-escpos-58', address: 'folder:out', media: roll },
};

function door(problems: Readonly<Record<string, Failure>> = {}) {
  return {
    list: () => Object.keys(printers).map((id) => samplePrinter({ id, problem: problems[id] ?? null })),
    config: (id: string) => {
      const found = printers[id];
      return found === undefined ? null : { ...found, id, name: id };
    },
    profile: (id: string) => {
      const profile = findProfile(printers[id]?.profile);
      return profile.ok ? profile.value : null;
    },
  };
}

describe('the printer for PIN slips', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
    [
      'a label printer that makes badges too: each label is a paper of its own',
      ['labels'],
      ['labels'],
      'labels',
    ],
    ['a receipt printer with a cutter that makes badges too', ['cutter'], ['cutter'], 'cutter'],
    ['a roll without a cutter that makes nothing but slips', ['strip'], ['labels'], 'strip'],
    ['a folder, where each page is a file', ['folder'], ['folder'], 'folder'],
    ['the next of the route when the first would share its paper', ['strip', 'labels'], ['strip'], 'labels'],
    ['none for a roll without a cutter that makes badges', ['strip'], ['strip'], 'slip-shares-paper'],
    ['none for the same printer under another name', ['stripAgain'], ['strip'], 'slip-shares-paper'],
    [
      'none for a label printer with an endless roll and no cutter',
      ['zplRoll'],
      ['zplRoll'],
      'slip-shares-paper',
    ],
    ['none without a route', [], ['labels'], 'slip-not-set-up'],
    ['none for a printer that is gone', ['gone'], ['labels'], 'printer-unknown'],
  ];
  it.each(rows)('is %s', (_, pinSlip, badge, expected) => {
    for (const routes of [
      { pinSlip, badge, temporary: [] },
      { pinSlip, badge: [], temporary: badge },
    ]) {
      const chosen = chooseSlipPrinter(door(), routes);
      expect(chosen.ok ? chosen.value : chosen.failure.code).toBe(expected);
    }
  });

  it('is the first of the route that works; the first at all when none does', () => {
    const routes = { pinSlip: ['labels', 'cutter'], badge: [], temporary: [] };
    const offline = fail('printer-offline').failure;
    expect(chooseSlipPrinter(door({ labels: offline }), routes)).toEqual({ ok: true, value: 'cutter' });
    expect(chooseSlipPrinter(door({ labels: offline, cutter: offline }), routes)).toEqual({
      ok: true,
      value: 'labels',
    });
  });
});
