import { testDots } from '../../../shared/printing/calibration.ts';

/** What one symbol of a test page says: that it is a test, of which page, and how many dots its modules have. */
export function testText(nonce: string, dots: number): string {
  return `BS-TEST|${nonce}|${dots}`;
}

/** Dots of the symbol that was scanned; null when the scan is of something else or of another test page. */
export function readTestText(scanned: string, nonce: string): number | null {
  const match = /^BS-TEST\|([A-Z0-9]{6})\|([2-6])$/.exec(scanned.trim());
  if (match === null || match[1] !== nonce) return null;
  const dots = Number(match[2]);
  return dots >= testDots.min && dots <= testDots.max ? dots : null;
}
