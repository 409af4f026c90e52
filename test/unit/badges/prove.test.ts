import { beforeAll, describe, expect, it } from 'vitest';
import { createPage, isBlack, blackenRect, stamp, turnedClockwise } from '../../../src/main/badges/page.ts';
import { proofReader } from '../../../src/main/badges/prove.ts';
import type { Page } from '../../../src/main/badges/types.ts';
import type { Result } from '../../../src/shared/result.ts';
import { sampleCanvas, sampleContent, sampleMaker, valueOf, zxingWasm } from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';

const payload = testPayload(150);
const reader = proofReader(zxingWasm);
let page: Page;
beforeAll(async () => {
  page = valueOf(await sampleMaker().make(sampleContent(), payload, sampleCanvas('label-54x86', 203))).page;
});

/** What the reader had against a page. */
function complaintOf(result: Result<void>): string {
  return result.ok ? 'none' : `${result.failure.code}: ${String(result.failure.facts['complaint'])}`;
}

/** A page changed dot by dot. */
function redrawn(source: Page, isDark: (x: number, y: number) => boolean): Page {
  const copy = createPage(source.widthDots, source.heightDots, source.dpi);
  for (let y = 0; y < source.heightDots; y += 1) {
    for (let x = 0; x < source.widthDots; x += 1) {
      if (isDark(x, y)) blackenRect(copy, { left: x, top: y, width: 1, height: 1 });
    }
  }
  return copy;
}

describe('proof', () => {
  it('accepts the page as it was made', async () => {
    expect(complaintOf(await reader.prove(page, payload))).toBe('none');
  });

  it('refuses a mirrored page, which every scanner would read all the same', async () => {
    const mirrored = redrawn(page, (x, y) => isBlack(page, page.widthDots - 1 - x, y));
    expect(complaintOf(await reader.prove(mirrored, payload))).toBe('badge-unreadable: mirrored');
  });

  it('refuses a page upside down', async () => {
    const { widthDots, heightDots } = page;
    const turned = redrawn(page, (x, y) => isBlack(page, widthDots - 1 - x, heightDots - 1 - y));
    expect(complaintOf(await reader.prove(turned, payload))).toBe('badge-unreadable: turned');
  });

  it('refuses a page turned a quarter', async () => {
    const quarter = { ...turnedClockwise(page), dpi: 203 };
    expect(complaintOf(await reader.prove(quarter, payload))).toBe('badge-unreadable: turned');
  });

  it('refuses white on black', async () => {
    const inverted = redrawn(page, (x, y) => !isBlack(page, x, y));
    expect(complaintOf(await reader.prove(inverted, payload))).toBe('badge-unreadable: not-one-symbol');
  });

  it('refuses an empty page and a page without dots', async () => {
    expect(complaintOf(await reader.prove(createPage(431, 687, 203), payload))).toContain('not-one-symbol');
    expect(complaintOf(await reader.prove(createPage(0, 0, 203), payload))).toContain('no-page');
  });

  it('refuses a page with two symbols: a scanner might pick the other one', async () => {
    const twice = createPage(page.widthDots * 2, page.heightDots, 203);
    const whole = { left: 0, top: 0, width: twice.widthDots, height: twice.heightDots };
    stamp(twice, page, 0, 0, whole);
    stamp(twice, page, page.widthDots, 0, whole);
    expect(complaintOf(await reader.prove(twice, payload))).toBe('badge-unreadable: not-one-symbol');
  });

  it('refuses a symbol that says something else, were it a single bit', async () => {
    const other = payload.slice();
    other[149] = (other[149] ?? 0) ^ 1;
    for (const wrong of [other, payload.subarray(0, 149), new Uint8Array([...payload, 0])]) {
      expect(complaintOf(await reader.prove(page, wrong))).toBe('badge-unreadable: other-content');
    }
  });

  it('refuses a symbol that lost a third of its rows', async () => {
    const torn = redrawn(page, (x, y) => isBlack(page, x, y) && (y < 250 || y > 400));
    expect(complaintOf(await reader.prove(torn, payload))).toBe('badge-unreadable: not-one-symbol');
  });

  it('says so when the decoder is not there, and never asks the network for it', async () => {
    const nowhere = proofReader('/nowhere/zxing_reader.wasm');
    expect(complaintOf(await nowhere.prove(page, payload))).toBe('badge-unreadable: decoder-missing');
  });

  it('gives no byte of the payload away in a failure', async () => {
    const refused = await reader.prove(page, testPayload(151));
    expect(JSON.stringify(refused)).not.toMatch(/qrpin|contoso/);
  });
});
