import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * Tokens of the practice tenant. They look like the real ones and prove nothing: the key is in this file, so that a
 * sign-in survives a restart of the app although the tenant keeps no secret.
 */
const publicKey = 'practice tokens protect nothing';

const payload = z.object({
  typ: z.enum(['access', 'refresh', 'code', 'id']),
  oid: z.string(),
  /** Seconds since 1970. */
  iat: z.number(),
  exp: z.number(),
  /** When the person last signed in with the browser, seconds since 1970. */
  auth_time: z.number(),
  scp: z.string(),
  /** The claims value this token was minted for. */
  sat: z.string().optional(),
  /** Only in authorization codes: what the browser step was asked. */
  redirect: z.string().optional(),
  challenge: z.string().optional(),
  nonce: z.string().optional(),
  jti: z.string(),
});
export type TokenPayload = z.infer<typeof payload>;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(text: string): Buffer {
  return createHmac('sha256', publicKey).update(text).digest();
}

export function makeToken(content: TokenPayload | Readonly<Record<string, unknown>>): string {
  const text = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(content)}`;
  return `${text}.${sign(text).toString('base64url')}`;
}

/** The content of a token of the wanted type that has not expired, or null. */
export function readToken(token: string, type: TokenPayload['typ'], nowMs: number): TokenPayload | null {
  const [head, body, signature] = token.split('.');
  if (!head || !body || !signature) return null;
  const expected = sign(`${head}.${body}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    const content = payload.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return content.typ === type && content.exp * 1000 > nowMs ? content : null;
  } catch {
    return null;
  }
}
