import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encoders } from '../../../src/main/printing/encoders/index.ts';
import { findProfile } from '../../../src/main/printing/profiles/index.ts';
import type { Language } from '../../../src/shared/printing/profile.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { badgePage, testPayload } from '../../fakes/pages.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 70, gapMm: 3 };
const receipt: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };
const qlLabel: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };

/** One job per language. A changed file is a changed job: look at it as at code, then UPDATE_GOLDEN=1. */
const jobs: Readonly<Record<Language, readonly [profile: string, media: Media]>> = {
  zpl: ['zebra-zd421-203', label],
  escpos: ['epson-tm-t20iii', receipt],
  starprnt: ['star-mc-print3', receipt],
  'star-line': ['star-tsp654ii', receipt],
  'star-graphic': ['star-tsp143iii', receipt],
  epl2: ['zebra-lp2844', label],
  tspl: ['tsc-te200', label],
  'brother-ql': ['brother-ql-820nwb', qlLabel],
  cpcl: ['zebra-qln320', label],
  dymo: ['dymo-lw-450', label],
};

/** Packed data differ between versions of zlib; what they unpack to does not. */
function unpacked(language: Language, bytes: Uint8Array): Buffer {
  if (language !== 'zpl') return Buffer.from(bytes);
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(
    text.replaceAll(/:Z64:([^:]*):[0-9A-F]{4}/g, (_all, base64: string) =>
      inflateSync(Buffer.from(base64, 'base64')).toString('hex'),
    ),
    'latin1',
  );
}

describe('the bytes of a job', () => {
  it.each(encoders.map((encoder) => [encoder.language, encoder] as const))(
    '%s',
    async (language, encoder) => {
      const [id, media] = jobs[language];
      const profile = findProfile(id);
      if (!profile.ok) throw new Error(`no profile ${id}`);
      const { dpi } = profile.value;
      const payload = testPayload(100);
      const page = badgePage({ dpi, widthMm: 54, heightMm: 70, payload, dotsPerModule: dpi === 203 ? 5 : 8 });
      const job = unpacked(language, encoder.encode(page, media, { profile: profile.value }));
      const file = new URL(`../../golden/printing/${language}.gz`, import.meta.url);
      if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(file, gzipSync(job, { level: 9 }));
      expect(job.equals(gunzipSync(await readFile(file)))).toBe(true);
    },
  );
});
