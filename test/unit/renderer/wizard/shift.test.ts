import { describe, expect, it } from 'vitest';
import { hoursUntil, wallClock } from '../../../../src/renderer/src/wizard/shift.ts';

const at = (instant: string) => Date.parse(instant);

describe('hours until the end of a shift', () => {
  const cases: readonly { name: string; now: string; zone: string; end: string; hours: number | null }[] = [
    { name: 'later today', now: '2026-11-21T08:00:00Z', zone: 'UTC', end: '17:00', hours: 9 },
    { name: 'after midnight', now: '2026-11-21T20:00:00Z', zone: 'UTC', end: '06:00', hours: 10 },
    {
      name: 'in the zone of the station',
      now: '2026-11-21T08:00:00Z',
      zone: 'Europe/Berlin',
      end: '17:00',
      hours: 8,
    },
    {
      name: 'a zone with half hours',
      now: '2026-11-21T08:00:00Z',
      zone: 'Asia/Kolkata',
      end: '17:30',
      hours: 4,
    },
    { name: 'seconds count', now: '2026-11-21T08:30:30Z', zone: 'UTC', end: '10:00', hours: 1.5 - 30 / 3600 },
    {
      name: 'shorter than a code may live',
      now: '2026-11-21T16:30:00Z',
      zone: 'UTC',
      end: '17:00',
      hours: null,
    },
    {
      name: 'longer than a code may live',
      now: '2026-11-21T04:00:00Z',
      zone: 'UTC',
      end: '17:00',
      hours: null,
    },
    { name: 'right now', now: '2026-11-21T17:00:00Z', zone: 'UTC', end: '17:00', hours: null },
    // Clocks in Berlin go back from 03:00 to 02:00 on 25 October 2026: the night has one hour more.
    {
      name: 'the night that is an hour longer',
      now: '2026-10-24T20:00:00Z',
      zone: 'Europe/Berlin',
      end: '06:00',
      hours: 9,
    },
    // … and forward from 02:00 to 03:00 on 28 March 2027: one hour less.
    {
      name: 'the night that is an hour shorter',
      now: '2027-03-27T21:00:00Z',
      zone: 'Europe/Berlin',
      end: '06:00',
      hours: 7,
    },
  ];
  it.each(cases)('$name', ({ now, zone, end, hours }) => {
    const found = hoursUntil(end, at(now), zone);
    if (hours === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(hours, 9);
  });

  it.each(['', '25:00', '12:60', '7:00', '07:00:00', 'noon', ' 07:00', '٠٧:٠٠'])(
    'refuses %j as a time',
    (end) => {
      expect(hoursUntil(end, at('2026-11-21T08:00:00Z'), 'UTC')).toBeNull();
    },
  );

  it('ends when the wall shows the wanted time, whatever the clocks do', () => {
    for (const now of ['2026-10-24T22:00:00Z', '2027-03-27T22:30:00Z', '2026-06-30T22:00:00Z']) {
      const hours = hoursUntil('06:00', at(now), 'Europe/Berlin');
      if (hours === null) throw new Error('no length');
      expect(wallClock(at(now) + hours * 3_600_000, 'Europe/Berlin')).toBe('06:00');
    }
  });
});
