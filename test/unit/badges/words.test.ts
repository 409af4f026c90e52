import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryText } from '../../../src/main/badges/dates.ts';
import { cleanText, graphemes } from '../../../src/main/badges/text/clean.ts';
import { wordsFor } from '../../../src/main/badges/words.ts';

const fourPmUtc = Date.UTC(2027, 10, 21, 16, 0);

describe('words of a badge', () => {
  it.each([
    ['en', 'TEMPORARY', '21 Nov 2027', '17:00', '21 Nov'],
    ['en-US', 'TEMPORARY', 'Nov 21, 2027', '05:00 PM', 'Nov 21'],
    ['de', 'TEMPORÄR', '21. Nov. 2027', '17:00', '21. Nov.'],
    ['de-AT', 'TEMPORÄR', '21. Nov. 2027', '17:00', '21. Nov.'],
    ['fr', 'TEMPORAIRE', '21 nov. 2027', '17:00', '21 nov.'],
    ['es', 'TEMPORAL', '21 nov 2027', '17:00', '21 nov'],
    ['nl', 'TIJDELIJK', '21 nov 2027', '17:00', '21 nov'],
    ['ja', '一時利用', '2027年11月21日', '17:00', '11月21日'],
    ['ar', 'مؤقت', '21 نوفمبر 2027', '17:00', '21 نوفمبر'],
  ])('writes %s with its own words and dates', (locale, temporary, day, time, shortDay) => {
    const words = wordsFor(locale);
    expect(words.temporary).toBe(temporary);
    expect(expiryText(fourPmUtc, words.dateLocale, 'Europe/Berlin')).toEqual({ day, time, shortDay });
  });

  it.each(['', 'xx', 'klingon', '../de', 'de_DE.UTF-8', '__proto__', 'constructor', null, 7])(
    'speaks English for the locale %s',
    (locale) => {
      expect(wordsFor(locale).temporary).toBe('TEMPORARY');
    },
  );

  it('writes Arabic dates in the calendar and digits of everybody’s phone, whatever the region prefers', () => {
    const { day } = expiryText(fourPmUtc, wordsFor('ar-SA').dateLocale, 'Asia/Riyadh');
    expect(day).toContain('2027');
    expect(day).toContain('21');
  });

  it.each([
    ['Europe/Berlin', '00:30', '22 Nov'],
    ['America/Los_Angeles', '15:30', '21 Nov'],
    ['Asia/Kolkata', '05:00', '22 Nov'],
  ])('writes the moment in the time zone %s of the site', (timeZone, time, shortDay) => {
    const text = expiryText(Date.UTC(2027, 10, 21, 23, 30), 'en-GB', timeZone);
    expect([text.time, text.shortDay]).toEqual([time, shortDay]);
  });

  it.each(['', 'Mars/Olympus', 'x'.repeat(500), null, undefined, 3])(
    'falls back to UTC, and says so, in the time zone %s',
    (timeZone) => {
      expect(expiryText(fourPmUtc, 'en-GB', timeZone).time).toBe('16:00 UTC');
    },
  );
});

describe('text from outside', () => {
  it.each([
    ['a name with a bidi override', 'Anna\u202egnp.exe', 'Annagnp.exe'],
    ['isolates and marks of direction', '\u2067Anna\u2069\u200f', 'Anna'],
    ['control characters', 'Anna\u0000\u0007\tBo\nCohen', 'Anna Bo Cohen'],
    ['all kinds of spaces', '\u00a0 Anna\u2003\u3000Cohen \u2028', 'Anna Cohen'],
    ['only spaces', ' \t\u00a0\u2003 ', ''],
    ['lone surrogates', 'An\ud800na\udfff', 'Anna'],
    ['private use and replacement characters', '\ue000Anna\ufffd', 'Anna'],
    ['a byte order mark and a soft hyphen', '\ufeffAn\u00adna', 'Anna'],
    ['decomposed accents', 'Zoe\u0308', 'Zoë'],
    ['joiners that a Persian name needs', 'می\u200cرا', 'می\u200cرا'],
    ['a pile of marks', `Z${'\u0301'.repeat(50)}`, `Ź${'\u0301'.repeat(4)}`],
    ['a number', 7, ''],
    ['nothing', null, ''],
  ])('cleans %s', (_what, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('cuts text that no badge can hold, at a whole letter', () => {
    const family = '👨‍👩‍👧‍👦';
    const clean = cleanText(family.repeat(500));
    expect(graphemes(clean).length).toBeLessThanOrEqual(160);
    expect(graphemes(clean).every((each) => each === family || family.startsWith(each))).toBe(true);
  });

  it('never leaves anything that could turn, hide or break a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const clean = cleanText(raw);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(clean).not.toMatch(/^ | $| {2}/);
      }),
    );
  });
});
