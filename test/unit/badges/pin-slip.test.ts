import { describe, expect, it } from 'vitest';
import { setPin } from '../../../src/main/badges/pin-slip/digits.ts';
import { isBlack } from '../../../src/main/badges/page.ts';
import type { Canvas } from '../../../src/main/badges/types.ts';
import { drawPin } from '../../../src/shared/credential/pin.ts';
import { sampleCanvas, sampleContent, sampleMaker, sampleMedia, valueOf } from '../../fakes/badge-samples.ts';

const maker = sampleMaker();
const digits = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const label = sampleCanvas('label-54x86', 203);

describe('a PIN slip', () => {
  it.each(sampleMedia)(
    'fits on %s with the shortest and the longest PIN, in a margin of white',
    async (media) => {
      for (const pin of ['48271936', '48271936482719361357']) {
        const canvas = sampleCanvas(media, 203);
        const content = sampleContent({
          practice: true,
          copy: 2,
          holderName: 'Anand Krishnamurthy-Vasudevan',
        });
        const { page } = valueOf(await maker.makeSlip(content, 'first', digits(pin), canvas));
        expect(page.widthDots).toBeLessThanOrEqual(canvas.headDots);
        for (let y = 0; y < page.heightDots; y += 1) {
          expect(isBlack(page, 0, y) || isBlack(page, page.widthDots - 1, y)).toBe(false);
        }
        expect(await maker.proveNoCode(page)).toEqual({ ok: true, value: undefined });
      }
    },
  );

  it('differs with the PIN and with nothing else about it', async () => {
    const slip = async (pin: string) =>
      Buffer.from(valueOf(await maker.makeSlip(sampleContent(), 'first', digits(pin), label)).page.bits);
    const [one, same, other] = [await slip('48271936'), await slip('48271936'), await slip('48271937')];
    expect(same.equals(one)).toBe(true);
    expect(other.equals(one)).toBe(false);
  });

  it('says which PIN it is: the first one or a new one', async () => {
    const slip = async (occasion: 'first' | 'new') =>
      Buffer.from(
        valueOf(await maker.makeSlip(sampleContent(), occasion, digits('48271936'), label)).page.bits,
      );
    expect((await slip('first')).equals(await slip('new'))).toBe(false);
  });

  it.each([
    ['a label for fingernails', { kind: 'gap', widthMm: 20, heightMm: 10, gapMm: 2 }],
    ['a strip of no height', { kind: 'gap', widthMm: 54, heightMm: 12, gapMm: 2 }],
  ] as const)('is refused on %s: half a sentence helps nobody', async (_, media) => {
    const canvas: Canvas = { dpi: 203, headDots: 832, media };
    expect(await maker.makeSlip(sampleContent(), 'first', digits('48271936'), canvas)).toMatchObject({
      ok: false,
      failure: { code: 'media-mismatch', facts: { why: 'slip-too-small' } },
    });
  });

  it.each([
    ['nothing', ''],
    ['too few digits', '1234567'],
    ['too many digits', '123456789012345678901'],
    ['letters', '4827193a'],
    ['a sign-in code', 'ms-qrpin:v1|ana'],
    ['digits of another script', '٤٨٢٧١٩٣٦'],
  ])('is refused for %s', async (_, text) => {
    const made = await maker.makeSlip(sampleContent(), 'first', Buffer.from(text), label);
    expect(made).toMatchObject({ ok: false, failure: { code: 'payload-invalid' } });
    expect(JSON.stringify(made)).not.toContain(text === '' ? 'never' : text);
  });

  it('greets without a name that no font can show', async () => {
    const content = sampleContent({ holderName: '𓀀𓀁' });
    expect(await maker.makeSlip(content, 'first', digits('48271936'), label)).toMatchObject({ ok: true });
  });
});

describe('the memory of the fonts', () => {
  /** SECURITY: pin-uncached. The shaper keeps lines it has shaped, by their text. */
  it('knows no PIN afterwards: no line of it, no pair of its digits, and not which digits it has', async () => {
    const own = sampleMaker();
    const shaper = valueOf(await own.shaper());
    const asked: string[] = [];
    const line = shaper.line.bind(shaper);
    shaper.line = (text, manner) => {
      asked.push(text);
      return line(text, manner);
    };
    const content = sampleContent({ practice: true, locale: 'ar', serial: 'ABC-DEF', siteName: 'North' });
    let draw = 7;
    const pin = drawPin(20, () => (draw = (draw * 13 + 5) % 10));
    valueOf(await own.makeSlip(content, 'first', digits(pin), label));
    const withDigits = asked.filter((text) => /\d/.test(text));
    expect(new Set(withDigits)).toEqual(new Set('0123456789'));
    expect(withDigits.slice(0, 10).join('')).toBe('0123456789');
  });

  it('keeps the same ten pictures of digits for every PIN', async () => {
    const own = sampleMaker();
    const shaper = valueOf(await own.shaper());
    const room = { widthDots: 380, heightDots: 300, emMaxMm: 10, emMinMm: 3, dpi: 203 };
    const block = setPin(8, room, shaper);
    expect(block?.digits).toHaveLength(10);
    const drawn: number[] = [];
    for (const typeface of new Set(block?.digits.flatMap(({ runs }) => runs.map((run) => run.typeface)))) {
      const bitmap = typeface.bitmap.bind(typeface);
      typeface.bitmap = (glyphId, emDots) => {
        drawn.push(glyphId);
        return bitmap(glyphId, emDots);
      };
    }
    setPin(8, room, shaper);
    expect(new Set(drawn).size).toBe(10);
  });
});

describe('the proof that a slip holds no code', () => {
  it('refuses a badge', async () => {
    const payload = Buffer.from('ms-qrpin:v1|ana@contoso.example|id|key-that-nobody-has');
    const badge = valueOf(await maker.make(sampleContent(), payload, label));
    expect(await maker.proveNoCode(badge.page)).toMatchObject({
      ok: false,
      failure: { code: 'badge-unreadable', facts: { complaint: 'has-a-code' } },
    });
  });

  it('finds a code that was put on a slip', async () => {
    const payload = Buffer.from('ms-qrpin:v1|ana@contoso.example|id|key-that-nobody-has');
    const badge = valueOf(await maker.make(sampleContent(), payload, label));
    const slip = valueOf(await maker.makeSlip(sampleContent(), 'first', digits('48271936'), label));
    const half = badge.page.heightDots;
    const page = {
      ...badge.page,
      heightDots: half * 2,
      bits: Buffer.concat([badge.page.bits, slip.page.bits]),
    };
    expect(await maker.proveNoCode(page)).toMatchObject({ ok: false });
  });

  it('refuses a page without dots', async () => {
    const page = { widthDots: 0, heightDots: 0, bytesPerRow: 0, dpi: 203, bits: new Uint8Array() };
    expect(await maker.proveNoCode(page)).toMatchObject({ ok: false });
  });
});
