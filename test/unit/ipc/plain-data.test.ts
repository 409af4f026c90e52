import { describe, expect, it } from 'vitest';
import { checkPlainData } from '../../../src/main/ipc/plain-data.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe('checkPlainData', () => {
  it.each([
    ['a text as long as a scan may be', 'x'.repeat(8192), 'plain'],
    ['a text beyond the limit', 'x'.repeat(40_000), 'size'],
    ['a key beyond the limit', { ['x'.repeat(40_000)]: 1 }, 'size'],
    ['texts that are too much together', Array.from({ length: 5 }, () => 'x'.repeat(8000)), 'size'],
    ['too many numbers', Array.from({ length: 5000 }, () => 1), 'size'],
    ['nesting within reason', nested(6), 'plain'],
    ['nesting beyond reason', nested(7), 'size'],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), 'plain'],
    ['a list with a name', Object.assign([1], { name: 'x' }), 'plain'],
    ['a list of another class', new (class extends Array {})(), 'shape'],
    ['a setter', Object.defineProperty({}, 'a', { set: () => {}, enumerable: true }), 'shape'],
    ['a hidden getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: false }), 'shape'],
    ['a key that would change every object', JSON.parse('{"__proto__":{"admin":true}}'), 'shape'],
    ['the same further in', { a: [JSON.parse('{"constructor":{"prototype":1}}')] }, 'shape'],
    ['bytes inside', { png: new Uint8Array(4) }, 'shape'],
    ['a big integer inside', { n: 1n }, 'shape'],
  ])('calls %s what it is', (_name, value, verdict) => {
    expect(checkPlainData(value)).toBe(verdict);
  });
});
