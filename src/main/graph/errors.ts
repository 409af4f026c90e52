import type { FailureCode } from '../../shared/failure-codes.ts';
import { asFields, asText, listOf } from './fields.ts';
import type { Endpoint } from './endpoints.ts';

/** What Graph says in an error body. Messages are left behind: they may change and may hold names. */
export interface GraphError {
  /** Outermost first; inner errors are finer. Lower case. */
  readonly codes: readonly string[];
  readonly requestId: string | null;
  /** The only two messages we look at, and only to choose a help text among refusals (see `failureCode`). */
  readonly hint: 'policy' | 'self' | null;
}

const maxDepth = 8;

/** Reads `{ error: { code, innerError: { code, … }, details: […] } }` in its spellings; anything else has no codes. */
export function readGraphError(value: unknown): GraphError {
  const outer = asFields(asFields(value)?.['error']);
  const codes: string[] = [];
  let requestId: string | null = null;
  let messages = '';
  let level = outer;
  for (let depth = 0; level !== null && depth < maxDepth; depth += 1) {
    for (const one of [level, ...listOf(level['details'])]) {
      const code = asText(one['code'], 80)?.toLowerCase();
      if (code !== undefined && /^[\w.-]+$/.test(code)) codes.push(code);
      messages += asText(one['message'], 2_000) ?? '';
    }
    requestId ??= asText(level['request-id'], 64);
    // The reference writes innerError; answers with innererror have been seen (Graph concept page "errors").
    level = asFields(level['innerError'] ?? level['innererror']);
  }
  return { codes, requestId, hint: hintOf(messages) };
}

function hintOf(messages: string): GraphError['hint'] {
  if (/UserCredentialPolicy/i.test(messages)) return 'policy';
  return /self-service operations/i.test(messages) ? 'self' : null;
}

/**
 * Codes that say more than their status. The first six come from drafts of the reference and were never published as
 * final, so nothing depends on them alone.
 */
const byCode: ReadonlyMap<string, FailureCode> = new Map([
  ['toomanyqrcodepinmethod', 'method-exists'],
  ['activeqrcodeexisted', 'code-exists'],
  ['qrcodelifetimeexceedlimit', 'lifetime-refused'],
  ['pintooshort', 'pin-refused'],
  ['standardqrcoderequired', 'graph-bad-request'],
  ['accessdenied', 'graph-refused-role'],
  ['authorization_requestdenied', 'graph-refused'],
]);

/** What a 404 means depends on what was asked for. */
const notFound: Readonly<Record<string, FailureCode>> = {
  E1: 'holder-not-found',
  E2: 'method-not-found',
  E4: 'code-not-found',
  E5: 'method-not-found',
  E6: 'code-not-found',
  E8: 'code-not-found',
  E9: 'method-not-found',
  E11: 'method-not-found',
  E16: 'holder-not-found',
  user: 'holder-not-found',
  checkMemberGroups: 'holder-not-found',
};

/**
 * The failure that a refusal (3xx, 4xx) stands for: by status first, then by the finest code we know. The message
 * only picks between two sentences about the same refusal, never between done and not done.
 */
export function failureCode(status: number, error: GraphError, endpoint: Endpoint): FailureCode {
  if (status === 429) return 'graph-throttled';
  if (status === 401) return 'graph-token-refused';
  if (status === 404) return notFound[endpoint.name] ?? 'graph-bad-answer';
  if (status < 400) return 'graph-bad-answer';
  if (error.hint === 'policy') return 'graph-policy-refused';
  if (status === 403 && error.hint === 'self') return 'graph-refused-self';
  const finest = error.codes.findLast((code) => byCode.has(code));
  const known = finest === undefined ? undefined : byCode.get(finest);
  if (status === 403) return known ?? 'graph-refused';
  return known ?? 'graph-bad-request';
}
