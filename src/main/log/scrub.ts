import type { FailureFacts } from '../../shared/result.ts';

/** Longer texts are cut: a log line is a note, not a place to keep an answer. */
const maxTextLength = 400;
const maxFacts = 30;

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** Parameters of sign-in URLs, form bodies and JSON answers whose values let someone in (RFC 6749, RFC 7636, OpenID Connect). */
const secretParameters =
  'code|access_token|refresh_token|id_token|client_secret|client_assertion|assertion|device_code|user_code|code_verifier|' +
  'code_challenge|state|session_state|client_info|nonce|password|pwd|pin|sig|rawContent';

/** Masks by shape, in this order: each rule sees what the ones before it left. */
const rules: readonly { readonly pattern: RegExp; readonly mask: string }[] = [
  // A sign-in payload, plain or percent-encoded, up to the end of the text: its key comes last.
  { pattern: /ms-qrpin[\s\S]*/gi, mask: '<payload>' },
  { pattern: /-----BEGIN[\s\S]*/g, mask: '<pem>' },
  { pattern: /eyJ[\w-]{6,}(?:\.[\w-]*){0,4}/g, mask: '<jwt>' },
  { pattern: /\b(bearer|basic|pop)\s+[^\s,;]+/gi, mask: '$1 <masked>' },
  { pattern: new RegExp(`\\b(${secretParameters})=[^&#\\s"']+`, 'gi'), mask: '$1=<masked>' },
  {
    pattern: new RegExp(`(["'])(${secretParameters})\\1\\s*:\\s*(["']).*?(?:\\3|$)`, 'gi'),
    mask: '$1$2$1:<masked>',
  },
];

/** Key names whose texts are never logged, whatever they look like; compared word by word of a camelCase name. */
const secretWords = new Set(
  'pin,payload,raw,token,secret,password,authorization,cookie,assertion,verifier,scanned'.split(','),
);

/** Names of numbers that may be long: times, sizes, process ids. */
const longNumberNames = /(?:Ms|At|Bytes|Dots|pid|Pid|bytes|count|Count)$/;

/** Masks everything in a text that looks like a payload, a token, a key or a PIN, and cuts it to 400 characters. */
export function scrubText(text: string): string {
  let scrubbed = text.slice(0, maxTextLength * 4);
  for (const { pattern, mask } of rules) scrubbed = scrubbed.replace(pattern, mask);
  scrubbed = outsideGuids(scrubbed, (part) =>
    part
      .replace(/[\w+/=.~-]{16,}/g, (run) => (looksLikeKey(run) ? '<long>' : run))
      // A PIN has 8 to 20 digits; longer runs are no better known, so they go too.
      .replace(/\d{8,}/g, '<digits>'),
  );
  return scrubbed.length > maxTextLength ? `${scrubbed.slice(0, maxTextLength)}…` : scrubbed;
}

/**
 * The facts of one log line, masked by key name and by shape. Takes `unknown` because the type can be lied to: what is
 * no primitive is replaced by a note, and its contents are never read.
 */
export function scrubFacts(facts: unknown): FailureFacts {
  if (typeof facts !== 'object' || facts === null) return {};
  const scrubbed: Record<string, string | number | boolean | null> = {};
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(facts)).slice(0, maxFacts)) {
    scrubbed[scrubText(name).slice(0, 60)] = scrubValue(name, property.get ? undefined : property.value);
  }
  return scrubbed;
}

function scrubValue(name: string, value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return scrubNumber(name, value);
  if (typeof value !== 'string') return '<not a primitive>';
  return isSecretName(name) && value !== '' ? '<masked>' : scrubText(value);
}

function scrubNumber(name: string, value: number): number | string {
  if (!Number.isFinite(value)) return String(value);
  const isLong = Math.abs(value) >= 1e7;
  return isLong && (!longNumberNames.test(name) || isSecretName(name)) ? '<digits>' : value;
}

function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.at(-1) === 'key' || words.some((word) => secretWords.has(word));
}

/** Ids of Microsoft Graph and of ours are GUIDs and must stay readable, though some have eight digits in a row. */
function outsideGuids(text: string, change: (part: string) => string): string {
  return text
    .split(new RegExp(`(${guid.source})`, 'i'))
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');
}

/**
 * Whether a run of letters and digits may be key material: long, and mixed as words, paths and host names are not.
 * Slashes and dots separate segments, because URLs and paths are worth reading in a log.
 */
function looksLikeKey(run: string): boolean {
  if (run.endsWith('=')) return true;
  const segments = run.split(/[/.]/);
  const mixed = segments.filter(
    (segment) => /[a-z]/.test(segment) && /[A-Z]/.test(segment) && /\d/.test(segment),
  );
  if (
    mixed.some((segment) => segment.length >= 22) ||
    mixed.filter((segment) => segment.length >= 8).length >= 2
  )
    return true;
  return segments.some(
    (segment) =>
      // No name of ours has 32 characters in both cases; a key without a single digit does.
      (segment.length >= 32 && /[a-z]/.test(segment) && /[A-Z]/.test(segment)) ||
      // Hex digests and one-case alphabets: no hyphen, letters and digits together.
      /^(?=.*\d)(?=.*[a-z])[a-z0-9]{24,}$/i.test(segment),
  );
}
