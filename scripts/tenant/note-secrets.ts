import type { HttpAnswer, HttpRequest } from '../../src/main/net/door.ts';
import type { CallKind } from '../../src/main/practice/faults.ts';
import { findPerson } from '../../src/main/practice/directory.ts';
import type { CodeBook } from './code-book.ts';

/** A secret as it passes by: the text inside a QR code, or a PIN. */
export interface PassingSecret {
  readonly kind: 'payload' | 'pin';
  readonly text: string;
}

/**
 * Watches one call: takes the hashes of what it brings in and sends out. The secrets themselves are passed on, not kept.
 * Called before the work is done; what it returns is called afterwards, with null when there is no answer.
 */
export function watchSecrets(
  book: CodeBook,
  call: CallKind,
  request: HttpRequest,
  tell: (secret: PassingSecret) => void,
): (answer: HttpAnswer | null) => void {
  if (call.effect !== 'create') return () => undefined;
  const holderId =
    findPerson(decodeURIComponent(new URL(request.url).pathname.split('/')[3] ?? ''))?.id ?? '';
  const pinBefore = book.pin(holderId);
  return (answer) => {
    const isGood = answer !== null && answer.status >= 200 && answer.status <= 299;
    const body = isGood ? readJson(new TextDecoder().decode(answer.body)) : null;
    const content = findText(body, 'rawContent');
    if (content !== null) {
      const payload = Buffer.from(content, 'base64');
      book.notePayload(payload);
      tell({ kind: 'payload', text: payload.toString('utf8') });
    }
    // First badge: the PIN we were sent counts, whatever becomes of the answer. Reset: the one in the answer does.
    const pin = call.name === 'E1' ? findText(readJson(request.body ?? ''), 'code') : findText(body, 'code');
    if (pin === null || book.pin(holderId) === pinBefore) return;
    book.notePin(holderId, pin);
    tell({ kind: 'pin', text: pin });
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The first text that stands under this name, however deep. */
function findText(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (key === name && typeof inner === 'string' && inner !== '') return inner;
    const found = findText(inner, name);
    if (found !== null) return found;
  }
  return null;
}
