import { describe, expect, it } from 'vitest';
import type { FrameReading } from '../../../../src/renderer/src/camera/decode-frame.ts';
import { awayMs, Sightings, silenceMs } from '../../../../src/renderer/src/camera/sightings.ts';

const codes = (...texts: string[]): FrameReading => ({
  kind: 'codes',
  codes: texts.map((text) => new TextEncoder().encode(text)),
});
const nothing: FrameReading = { kind: 'nothing' };
const mirror: FrameReading = { kind: 'mirrored' };

/** The news of each reading as text, a look every 100 ms from `from` on. */
function news(sightings: Sightings, readings: readonly FrameReading[], from = 100): readonly string[] {
  return readings.flatMap((reading, at) =>
    sightings
      .take(reading, from + at * 100)
      .map((each) =>
        each.kind === 'code' ? `code ${Buffer.from(each.code).toString()}` : `hint ${each.hint}`,
      ),
  );
}

describe('Sightings', () => {
  it('tells a code once while it is in the picture', () => {
    expect(news(new Sightings(true, 0), [codes('a'), codes('a'), nothing, codes('a')])).toEqual(['code a']);
  });

  it('tells it again when it has been away for a while', () => {
    const sightings = new Sightings(true, 0);
    expect(news(sightings, [codes('a')])).toEqual(['code a']);
    expect(news(sightings, [codes('a')], 100 + awayMs - 1)).toEqual([]);
    expect(news(sightings, [codes('a')], 100 + 2 * awayMs)).toEqual(['code a']);
  });

  it('tells another code at once', () => {
    expect(news(new Sightings(true, 0), [codes('a'), codes('b'), codes('a')])).toEqual(['code a', 'code b']);
  });

  it('overwrites what it does not pass on', () => {
    const sightings = new Sightings(true, 0);
    sightings.take(codes('a'), 1);
    const again = codes('a');
    sightings.take(again, 2);
    const two = codes('a', 'b');
    sightings.take(two, 3);
    const left = [again, two].flatMap((each) => (each.kind === 'codes' ? each.codes : []));
    expect(left.every((code) => code.every((byte) => byte === 0))).toBe(true);
  });

  it('remembers no code', () => {
    const sightings = new Sightings(true, 0);
    sightings.take(codes('a secret key'), 1);
    expect(JSON.stringify(sightings)).not.toContain('secret');
    expect(Object.values(sightings)).toEqual([]);
  });

  it('says what helps when nothing could be read for a while, once, and takes it back', () => {
    const sightings = new Sightings(true, 0);
    expect(news(sightings, [nothing], silenceMs - 1)).toEqual([]);
    expect(news(sightings, [nothing, nothing], silenceMs)).toEqual(['hint nothing']);
    expect(news(sightings, [codes('a')], silenceMs + 500)).toEqual(['hint null', 'code a']);
    expect(news(sightings, [nothing], silenceMs + 600)).toEqual([]);
  });

  it('speaks of a mirror when it is one, not at the first glance', () => {
    const sightings = new Sightings(true, 0);
    expect(news(sightings, [mirror, mirror, nothing, mirror, mirror])).toEqual([]);
    expect(news(sightings, [mirror, mirror], 700)).toEqual(['hint mirrored']);
  });

  it('takes two codes for a hint when there should be one', () => {
    const both = codes('a', 'b');
    expect(news(new Sightings(true, 0), [both, codes('a', 'b'), codes('a', 'b'), codes('a', 'b')])).toEqual([
      'hint several',
    ]);
  });

  it('tells every code where several are welcome, each once', () => {
    expect(news(new Sightings(false, 0), [codes('a', 'b'), codes('b', 'c')])).toEqual([
      'code a',
      'code b',
      'code c',
    ]);
  });
});
