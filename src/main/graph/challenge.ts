/**
 * Takes the claims out of a `WWW-Authenticate` header: the server wants a token that proves more, e.g. a fresh
 * multi-factor sign-in. Null when it asks for nothing (an expired token, say).
 *
 * The header may hold several challenges, joined by commas. The claims are base64, sometimes URL-encoded first or in
 * the URL alphabet, and decode to a JSON object (Microsoft identity platform, "Claims challenges, claims requests").
 */
export function readClaims(header: string | undefined): string | null {
  if (header === undefined || header.length > 20_000) return null;
  for (const challenge of splitChallenges(header)) {
    if (challenge.scheme !== 'bearer') continue;
    const value = challenge.parameters.get('claims');
    const claims = value === undefined ? null : decodeClaims(value);
    // `error` is looked at only when it is there: some services leave it out.
    const error = challenge.parameters.get('error') ?? 'insufficient_claims';
    if (claims !== null && (error === 'insufficient_claims' || error === 'interaction_required'))
      return claims;
  }
  return null;
}

interface Challenge {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

/**
 * RFC 9110, section 11.6.1: `Scheme name=value, name="quoted", Scheme …`. A bare word followed by a space begins a new
 * challenge; a word followed by `=` belongs to the one before.
 */
function splitChallenges(header: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  const token = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/gy;
  for (let match = token.exec(header); match !== null; match = token.exec(header)) {
    const [, word = '', quoted, bare] = match;
    const value = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare;
    if (value === undefined) challenges.push({ scheme: word.toLowerCase(), parameters: new Map() });
    else challenges.at(-1)?.parameters.set(word.toLowerCase(), value);
  }
  return challenges;
}

function decodeClaims(value: string): string | null {
  const candidates = [value];
  try {
    candidates.push(decodeURIComponent(value));
  } catch {
    // Not URL-encoded.
  }
  for (const candidate of candidates) {
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(candidate)) continue;
    const text = Buffer.from(candidate, 'base64').toString('utf8');
    try {
      const claims: unknown = JSON.parse(text);
      if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return text;
    } catch {
      // Not the right reading; try the next.
    }
  }
  return null;
}
