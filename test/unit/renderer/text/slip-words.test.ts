import { describe, expect, it } from 'vitest';
import { jobReasons, jobStates } from '../../../../src/shared/printing/job.ts';
import { createFormats } from '../../../../src/renderer/src/text/format.ts';
import { english } from '../../../../src/renderer/src/text/languages.ts';
import { slipWords } from '../../../../src/renderer/src/text/slip-words.ts';
import { sampleJob, samplePrinter } from '../../../fakes/sample-views.ts';

const nowMs = Date.parse('2026-11-21T08:00:00.000Z');
const words = {
  language: 'en',
  direction: 'ltr',
  text: english,
  format: createFormats('en-GB', 'Europe/Berlin'),
} as const;
const say = (change: Parameters<typeof sampleJob>[1]) =>
  slipWords(sampleJob(nowMs, { paper: 'pin-slip', ...change }), [samplePrinter()], words, nowMs);

describe('a PIN slip in words', () => {
  it.each(jobStates)('has a title and an icon when %s', (state) => {
    const { title, tone } = say({ state });
    expect(title).not.toBe('');
    expect(tone).not.toBe('');
  });

  it('says "sent" and where to take it from, never "printed"', () => {
    expect(say({ state: 'sent' }).title).toBe(
      'The PIN slip was sent to Front desk. Take it out and give it to the holder.',
    );
    expect(say({ state: 'confirmed' }).title).not.toMatch(/printed/i);
  });

  it('says what keeps it, and when it is tried again', () => {
    const { more } = say({ state: 'queued', reason: 'media-empty', retryAt: '2026-11-21T09:42:00.000Z' });
    expect(more).toEqual([
      'The printer is out of labels.',
      'It prints by itself as soon as the printer is ready.',
      'Next try at 10:42.',
    ]);
  });

  it('asks to look before an answer, and promises nothing that happens by itself', () => {
    for (const reason of jobReasons) {
      const { more } = say({ state: 'unsure', reason });
      expect(more.at(-1)).toMatch(/^Look at the printer/);
      expect(more.join(' ')).not.toMatch(/by itself/);
    }
  });

  it('never talks of a badge', () => {
    for (const state of jobStates) expect(say({ state, reason: null }).title).not.toMatch(/badge/i);
  });
});
