import type { FailureFacts } from '../../shared/result.ts';
import { scrubText } from './scrub.ts';

const maxFrames = 8;

/**
 * What may be logged about something thrown: its kind, its code, where it came from, and its message without anything
 * quoted. Quoted parts go because JSON, URL and assertion errors quote the very text they choked on.
 */
export function describeError(thrown: unknown): FailureFacts {
  if (!(thrown instanceof Error)) return { error: `thrown ${thrown === null ? 'null' : typeof thrown}` };
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  return {
    error: identifier(thrown.name) ?? 'Error',
    ...(typeof code === 'string' || typeof code === 'number' ? { errno: identifier(String(code)) } : {}),
    message: scrubText(withoutQuotes(textOf(thrown.message))),
    frames: frames(textOf(thrown.stack)),
  };
}

/** Getters on thrown things can lie about their type. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function identifier(text: unknown): string | null {
  return typeof text === 'string' && /^[\w-]{1,40}$/.test(text) && !/\d{8}/.test(text) ? text : null;
}

function withoutQuotes(text: string): string {
  return text.slice(0, 2000).replace(/(["'`])(?:(?!\1)[\s\S])*(?:\1|$)/g, '$1…$1');
}

/** `function (file.js:line:column)`, nearest first. Only base names of files: folders name people. */
function frames(stack: string): string {
  const found: string[] = [];
  for (const line of stack.split('\n').slice(0, 60)) {
    const match =
      /^\s+at (?:(?<name>[\w.$<> [\]]{1,80}) \()?(?:.*[\\/])?(?<place>[\w.@-]{1,60}:\d{1,7}:\d{1,7})\)?$/.exec(
        line,
      );
    if (match?.groups)
      found.push(
        match.groups['name']
          ? `${match.groups['name']} (${match.groups['place']})`
          : `${match.groups['place']}`,
      );
    if (found.length === maxFrames) break;
  }
  return found.join(' < ');
}
