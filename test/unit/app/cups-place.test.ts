import { expect, it } from 'vitest';
import { cupsPlaceFrom } from '../../../src/main/app/cups-place.ts';

it.each([
  ['/run/cups/cups.sock', { socketPath: '/run/cups/cups.sock' }],
  ['127.0.0.1:8631', { host: '127.0.0.1', port: 8631 }],
  ['localhost', { host: '127.0.0.1', port: 631 }],
  ['[::1]:8631', { host: '::1', port: 8631 }],
])('takes %j for a server of this computer', (text, place) => {
  expect(cupsPlaceFrom(text)).toEqual(place);
});

it.each([
  undefined,
  '',
  'cups.example.com',
  '10.0.0.5:631',
  '127.0.0.1:0',
  '127.0.0.1:65536',
  '127.0.0.1.example.com',
  'localhost:631/version=1.1',
  '[::2]:631',
  '/run/cups\n/cups.sock',
  `/${'x'.repeat(300)}`,
])('never sends a badge to %j', (text) => {
  expect(cupsPlaceFrom(text)).toBeNull();
});
