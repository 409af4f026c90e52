import type { HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';

/** Whether a request would change somebody's sign-in method. */
export function isWrite({ method, url }: HttpRequest): boolean {
  return method !== 'GET' && url.includes('/authentication/');
}

/** The call's name in the reference, as far as issuing needs it; null for any other. */
export function callName({ method, url, body }: HttpRequest): string | null {
  const end = new URL(url).pathname.split('/').at(-1) ?? '';
  const call = `${method} ${end}`;
  if (call === 'PATCH standardQRCode') return body?.includes('startDateTime') === true ? 'E5' : 'E6';
  return names.get(call) ?? null;
}

const names: ReadonlyMap<string, string> = new Map([
  ['PUT qrCodePinMethod', 'E1'],
  ['GET qrCodePinMethod', 'E2'],
  ['DELETE qrCodePinMethod', 'E3'],
  ['DELETE standardQRCode', 'E7'],
  ['PATCH temporaryQRCode', 'E9'],
  ['DELETE temporaryQRCode', 'E10'],
  ['PATCH pin', 'E11'],
]);

/** The calls whose answer bears a secret, or would: never repeated blindly (rule R4). */
export const creating: ReadonlySet<string | null> = new Set(['E1', 'E5', 'E9', 'E11']);

/**
 * Judged by someone who has not read the client: a creating call was certainly refused when it never left, or when
 * Graph itself said 4xx. Everything else may have created something.
 */
export function mayHaveCreated(outcome: HttpOutcome): boolean {
  if (!outcome.ok) return outcome.trouble.sent === 'maybe';
  const { status } = outcome.answer;
  return status < 400 || status === 408 || status >= 500;
}

/** Whether a read told what it was asked: an answer in JSON, or the 404 that means "none". */
export function isReadable(outcome: HttpOutcome): boolean {
  if (!outcome.ok || outcome.answer.status >= 500 || outcome.answer.status === 429) return false;
  try {
    JSON.parse(Buffer.from(outcome.answer.body).toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

export function isSuccess(outcome: HttpOutcome): boolean {
  return outcome.ok && outcome.answer.status < 300 && outcome.answer.status >= 200;
}
