import type { HttpAnswer, HttpRequest } from '../../src/main/net/door.ts';
import type { CallKind } from '../../src/main/practice/faults.ts';
import { findPerson } from '../../src/main/practice/directory.ts';
import type { CodeBook } from './code-book.ts';

/** Takes the hashes of what a creating call brought in and sent out. The secrets themselves are not kept. */
export function noteSecrets(book: CodeBook, call: CallKind, request: HttpRequest, answer: HttpAnswer): void {
  if (answer.status < 200 || answer.status > 299 || call.effect !== 'create') return;
  const body = readJson(new TextDecoder().decode(answer.body));
  const content = findText(body, 'rawContent');
  if (content !== null) book.notePayload(Buffer.from(content, 'base64'));
  // First badge: the PIN we are sent counts. Reset: the one in the answer does.
  const pin = call.name === 'E1' ? findText(readJson(request.body ?? ''), 'code') : findText(body, 'code');
  const holderId = findPerson(decodeURIComponent(new URL(request.url).pathname.split('/')[3] ?? ''))?.id;
  if (pin !== null && holderId !== undefined) book.notePin(holderId, pin);
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
