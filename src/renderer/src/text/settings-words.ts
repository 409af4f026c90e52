import type { FailureFacts } from '../../../shared/result.ts';
import type { SettingsText } from './en/settings.ts';

/**
 * Which setting is wrong and why, out of the facts of a settings failure (shared/settings/problems.ts); null when the
 * facts do not say. Facts cross the bridge as plain values, so each is looked at before it is used.
 */
export function settingsSentence(
  facts: FailureFacts,
  text: SettingsText,
  number: (value: number) => string,
): string | null {
  const { path, reason, source, min, max, line, column, origin } = facts;
  const why = pick(text.reasons, reason);
  if (typeof path !== 'string' || why === null) return null;
  const from = pick(text.sources, source) ?? String(source ?? '');
  const shownFrom = typeof origin === 'string' ? `${from} (${origin})` : from;
  const sentences = [path === '$' ? text.whole(shownFrom, why) : text.value(path, shownFrom, why)];
  if (typeof min === 'number' && typeof max === 'number')
    sentences.push(text.range(number(min), number(max)));
  if (typeof line === 'number' && typeof column === 'number') {
    sentences.push(text.place(number(line), number(column)));
  }
  return sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ');
}

function pick(texts: Readonly<Record<string, string>>, key: unknown): string | null {
  return typeof key === 'string' && Object.hasOwn(texts, key) ? (texts[key] ?? null) : null;
}
