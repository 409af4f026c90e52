import { expect, it } from 'vitest';
import { keyName } from '../../../../src/renderer/src/shell/keyboard.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  [{ ...plain, key: 'F1' }, 'help'],
  [{ ...plain, key: 'F3' }, 'find'],
  [{ ...plain, key: 'k', ctrlKey: true }, 'find'],
  [{ ...plain, key: 'K', ctrlKey: true }, 'find'],
  [{ ...plain, key: 'k', metaKey: true }, 'find'],
  [{ ...plain, key: 'j', ctrlKey: true }, 'queue'],
  [{ ...plain, key: 'H', ctrlKey: true }, 'history'],
  [{ ...plain, key: 'b', ctrlKey: true }, 'batch'],
  [{ ...plain, key: 'F9' }, 'verify'],
  [{ ...plain, key: 'Escape' }, 'back'],
  [{ ...plain, key: 'Enter' }, 'primary'],
])('%j means %s', (press, name) => {
  expect(keyName(press)).toBe(name);
});

it('has no bare letter, digit or sign', () => {
  for (let unit = 0x20; unit < 0x7f; unit += 1) {
    expect(keyName({ ...plain, key: String.fromCodePoint(unit) })).toBeNull();
  }
});

it('leaves combinations with Alt or Shift to the system', () => {
  expect(keyName({ ...plain, key: 'F3', shiftKey: true })).toBeNull();
  expect(keyName({ ...plain, key: 'k', ctrlKey: true, altKey: true })).toBeNull();
});
