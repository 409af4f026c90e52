import { type CredentialState, isActive } from '../../../shared/credential/kinds.ts';
import type { Tone } from '../components/verdict-icon.tsx';
import { VerdictIcon } from '../components/verdict-icon.tsx';
import type { Catalogue } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import { useNow } from '../text/use-now.ts';
import { useWords } from '../text/use-words.tsx';
import css from './credential-summary.module.css';

interface Line {
  readonly tone: Tone;
  readonly sentences: readonly string[];
}

/** What the holder has now, in plain words. */
export function CredentialSummary({ state }: { readonly state: CredentialState | null }) {
  const { text, format } = useWords();
  const now = useNow();
  return (
    <section aria-label={text.steps.choose.current} className={css['box']}>
      <h2 className={css['title']}>{text.steps.choose.current}</h2>
      {linesFor(state, now, text, format).map((line) => (
        <p key={line.sentences[0]} className={css['line']}>
          <VerdictIcon tone={line.tone} />
          <span>{line.sentences.join(' ')}</span>
        </p>
      ))}
    </section>
  );
}

/** One line for each code that exists, and one for a first PIN that waits to be changed. */
export function linesFor(
  state: CredentialState | null,
  nowMs: number,
  { steps: { choose } }: Catalogue,
  format: Formats,
): readonly Line[] {
  if (state === null) return [{ tone: 'unknown', sentences: [choose.none] }];
  const lines: Line[] = [];
  const { standard, temporary, pin } = state;
  if (standard === null) lines.push({ tone: 'unknown', sentences: [choose.noStandard] });
  else if (isActive(standard, nowMs)) {
    const used =
      standard.lastUsedAt === null
        ? choose.neverUsed
        : choose.lastUsed(format.relative(standard.lastUsedAt, nowMs));
    lines.push({ tone: 'good', sentences: [choose.standardUntil(format.date(standard.expiresAt)), used] });
  } else lines.push({ tone: 'warning', sentences: [choose.standardEnded(format.date(standard.expiresAt))] });
  if (temporary !== null) {
    const isOn = isActive(temporary, nowMs);
    const when = format.shortTime(temporary.expiresAt, nowMs);
    lines.push({
      tone: isOn ? 'good' : 'waiting',
      sentences: [isOn ? choose.temporaryUntil(when) : choose.temporaryEnded(when)],
    });
  }
  if (pin?.mustChange === true) lines.push({ tone: 'waiting', sentences: [choose.mustChangePin] });
  return lines;
}
