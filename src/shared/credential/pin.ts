/** PIN length the directory accepts (Microsoft Graph reference, resource type qrPin). */
export const pinLengthRange = { min: 8, max: 20, usual: 8 } as const;

export type PinProblem =
  'not-digits' | 'too-short' | 'too-long' | 'run' | 'repeated-digit' | 'repeated-group';

/**
 * Why a PIN may not be used; empty when it may.
 *
 * Microsoft documents digits only, 8 to 20 of them, no 0123456789 or 9876543210 inside, and no PIN made of a repeated
 * group of two or three digits, without saying whether "repeat" means the whole PIN or any part. We take the stricter
 * reading: no pair or triple of digits repeated side by side anywhere, no digit three times running, no ascending or
 * descending run of four or more.
 */
export function pinProblems(pin: string, minLength: number = pinLengthRange.min): readonly PinProblem[] {
  const problems: PinProblem[] = [];
  if (!/^[0-9]*$/.test(pin)) return ['not-digits'];
  if (pin.length < Math.max(minLength, pinLengthRange.min)) problems.push('too-short');
  if (pin.length > pinLengthRange.max) problems.push('too-long');
  if (/(\d)\1\1/.test(pin)) problems.push('repeated-digit');
  if (/(\d{2,3})\1/.test(pin)) problems.push('repeated-group');
  if (hasRunOfFour(pin)) problems.push('run');
  return problems;
}

function hasRunOfFour(pin: string): boolean {
  return '0123456789,9876543210'.split(',').some((line) => {
    for (let at = 0; at + 4 <= line.length; at += 1) {
      if (pin.includes(line.slice(at, at + 4))) return true;
    }
    return false;
  });
}

/** Gives one digit 0 to 9, each equally likely. In the app it is fed by the operating system's random source. */
export type DigitSource = () => number;

/**
 * Draws a PIN that has no problem. Draws again until one fits, which is quick: at eight digits about four of five
 * draws pass. Throws when the source never gives a usable PIN, because that source is broken and must not be trusted.
 */
export function drawPin(length: number, nextDigit: DigitSource): string {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    let pin = '';
    for (let at = 0; at < length; at += 1) pin += String(nextDigit());
    if (pinProblems(pin, length).length === 0) return pin;
  }
  throw new Error('The random source gave no usable PIN in 1000 draws');
}
