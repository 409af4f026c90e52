import { describe, expect, it } from 'vitest';
import { newIncident } from '../../../src/main/log/incident.ts';
import { scrubFacts } from '../../../src/main/log/scrub.ts';

describe('newIncident', () => {
  it('can be read out and found in the log, also when it is all digits', () => {
    expect(newIncident(() => 0)).toBe('2222-2222');
    for (let at = 0; at < 200; at += 1) {
      const incident = newIncident();
      expect(incident).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
      expect(scrubFacts({ incident })).toEqual({ incident });
    }
  });
});
