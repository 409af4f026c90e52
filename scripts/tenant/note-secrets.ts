import type { HttpAnswer, HttpRequest } from '../../src/main/net/door.ts';
import type { CallKind } from '../../src/main/practice/faults.ts';
import { findPerson } from '../../src/main/practice/directory.ts';
import type { CodeBook } from './code-book.ts';

/** A secret as it passes by: the text inside a QR code, or a PIN. */
export interface PassingSecret {
  readonly kind: 'payload' | 'pin';
  readonly text: string;
}

/** Takes the hashes of what a creating call brought in and sent out. The secrets themselves are passed on, not kept. */
export function noteSecrets(
  book: CodeBook,
  call: CallKind,
  request: HttpRequest,
  answer: HttpAnswer,
  tell: (secret: PassingSecret) => void,
): void {
  if (answer.status < 200 || answer.status > 299 || call.effect !== 'create') return;
  const body = readJson(new TextDecoder().decode(answer.body));
  const content = findText(body, 'rawContent');
  if (content !== null) {
    const payload = Buffer.from(content, 'base64');
    book.notePayload(payload);
    tell({ kind: 'payload', text: payload.toString('utf8') });
  }
  // First badge: the PIN we are sent counts. Reset: the one in the answer does.
  const pin = call.name === 'E1' ? findText(readJson(request.body ?? ''), 'code') : findText(body, 'code');
  const holderId = findPerson(decodeURIComponent(new URL(request.url).pathname.split('/')[3] ?? ''))?.id;
  if (pin === null || holderId === undefined) return;
  book.notePin(holderId, pin);
  tell({ kind: 'pin', text: pin });
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
