import { describe, expect, it } from 'vitest';
import { jobReasons, jobStates } from '../../../../src/shared/printing/job.ts';
import { createFormats } from '../../../../src/renderer/src/text/format.ts';
import { jobWords, spokenWords } from '../../../../src/renderer/src/text/job-words.ts';
import { english } from '../../../../src/renderer/src/text/languages.ts';
import { sampleJob, samplePrinter } from '../../../fakes/sample-views.ts';

const nowMs = Date.parse('2026-11-21T08:00:00.000Z');
const words = {
  language: 'en',
  direction: 'ltr',
  text: english,
  format: createFormats('en-GB', 'Europe/Berlin'),
} as const;
const say = (change: Parameters<typeof sampleJob>[1]) =>
  jobWords(sampleJob(nowMs, change), [samplePrinter()], words, nowMs);

describe('a badge in words', () => {
  it.each(jobStates)('has a title and an icon when %s', (state) => {
    const { title, tone } = say({ state });
    expect(title).not.toBe('');
    expect(tone).not.toBe('');
  });

  it('says "sent" and asks to look, never "printed"', () => {
    expect(say({ state: 'sent' }).title).toBe('The badge was sent to Front desk. Check that it came out.');
  });

  it('says who saw the paper', () => {
    expect(say({ state: 'sent', witness: 'person' }).title).toBe('You said that the badge came out.');
  });

  it('says what is the matter, what to do, and when it is tried again', () => {
    const { more } = say({ state: 'queued', reason: 'media-empty', retryAt: '2026-11-21T09:42:00.000Z' });
    expect(more).toEqual([
      'The printer is out of labels.',
      'Load a roll. The badge prints by itself.',
      'Next try at 10:42.',
    ]);
  });

  it('does not promise that an unsure badge prints by itself', () => {
    for (const reason of jobReasons) {
      expect(say({ state: 'unsure', reason }).more.join(' ')).not.toMatch(/by itself/);
    }
  });

  it('is read out as whole sentences', () => {
    expect(spokenWords(say({ state: 'queued' }))).toBe(
      'Waiting to print. It is stored safely and prints by itself.',
    );
    expect(spokenWords(say({ state: 'unsure', reason: null }))).toMatch(/^Did a badge come out\? /);
  });

  it('names a printer that is no longer set up by its id', () => {
    expect(say({ state: 'sending', printerId: 'gone' }).title).toBe('Sending to gone');
  });
});
