import { describe, expect, it } from 'vitest';
import { type Lesson, learnFrom } from '../../../src/main/printer-setup/learn.ts';
import { findProfile, profiles } from '../../../src/main/printing/profiles/index.ts';
import { valueOf } from '../../fakes/badge-samples.ts';

const none = { leftMm: null, topMm: null, armMm: null };
function lesson(more: Partial<Lesson> = {}, profileId = 'zebra-zd421-203'): Lesson {
  return {
    page: { expected: { leftMm: 3, topMm: 3 }, armMm: 10, darkness: null },
    read: [3, 4, 5, 6],
    profile: valueOf(findProfile(profileId)),
    profiles,
    before: null,
    turned: false,
    ...more,
  };
}

describe('what a test page teaches', () => {
  it('is the smallest module that was read, the offset and the darkness of the page', () => {
    const page = { ...lesson().page, darkness: 7 };
    expect(learnFrom(lesson({ page }), { leftMm: 3.5, topMm: 2.8, armMm: 10 })).toEqual({
      ok: true,
      value: { calibration: { minDots: 3, rightMm: 0.5, downMm: -0.2, darkness: 7 }, dpi: null },
    });
  });

  it('adds to the offset the page was printed with', () => {
    const before = { minDots: 4, rightMm: 0.5, downMm: 1, darkness: null };
    expect(learnFrom(lesson({ before }), { leftMm: 3.1, topMm: 3, armMm: null })).toMatchObject({
      value: { calibration: { rightMm: 0.6, downMm: 1 } },
    });
  });

  it('keeps what was known where nothing was read or measured', () => {
    const before = { minDots: 4, rightMm: 0.5, downMm: -1, darkness: 5 };
    expect(learnFrom(lesson({ before, read: [] }), none)).toMatchObject({
      value: { calibration: { minDots: 4, rightMm: 0.5, downMm: -1 } },
    });
    expect(learnFrom(lesson({ read: [] }), none)).toMatchObject({
      value: { calibration: { minDots: null } },
    });
  });

  it('knows that left is right on a page turned by half a turn', () => {
    expect(learnFrom(lesson({ turned: true }), { leftMm: 3.5, topMm: 2, armMm: null })).toMatchObject({
      value: { calibration: { rightMm: -0.5, downMm: 1 } },
    });
  });

  it('says nothing about the top of an endless roll', () => {
    const page = { ...lesson().page, expected: { leftMm: 3, topMm: null } };
    expect(learnFrom(lesson({ page }), { leftMm: 3, topMm: 9, armMm: null })).toMatchObject({
      value: { calibration: { downMm: 0 } },
    });
  });

  it.each([
    [{ leftMm: 9, topMm: 3, armMm: null }],
    [{ leftMm: 3, topMm: -9, armMm: null }],
    [{ leftMm: 200, topMm: 200, armMm: 10 }],
  ])('refuses a print that lies further off than a label can: %j', (measured) => {
    expect(learnFrom(lesson(), measured)).toMatchObject({ ok: false, failure: { code: 'media-mismatch' } });
  });

  it.each([
    ['zebra-zd421-203', 6.8, 300, 'zebra-zd421-300'],
    ['zebra-zd421-300', 14.8, 203, 'zebra-zd421-203'],
    ['generic-zpl-300', 5, 600, 'generic-zpl-600'],
    ['zebra-zd220', 6.7, 300, 'generic-zpl-300'],
    ['generic-escpos-80', 11.3, 180, 'generic-escpos-80-180'],
    ['dymo-lw-450', 14.8, 203, null],
  ])(
    'knows by its length that %s with an arm of %d mm has %d dpi',
    (profileId, armMm, measured, suggested) => {
      expect(learnFrom(lesson({}, profileId), { leftMm: 9, topMm: 9, armMm })).toEqual({
        ok: true,
        value: {
          calibration: null,
          dpi: {
            measured,
            // The Dymo of that head has another name, and there is no generic one.
            suggestedProfileId: suggested,
          },
        },
      });
    },
  );

  it.each([9.5, 10, 10.5, 0, -3])('takes %d mm for the head it has', (armMm) => {
    expect(learnFrom(lesson(), { ...none, armMm })).toMatchObject({ value: { dpi: null } });
  });
});
