import { randomInt, randomUUID } from 'node:crypto';
import { findOperator, practiceAddresses, type PracticeOperator } from './directory.ts';
import { json, type Reply } from './reply.ts';

interface Waiting {
  readonly userCode: string;
  readonly expiresMs: number;
  decision: PracticeOperator | 'declined' | null;
}

/** Device codes: the app shows a short code, a person types it on another device and signs in there (RFC 8628). */
export class DeviceCodes {
  readonly #now: () => number;
  readonly #waiting = new Map<string, Waiting>();

  constructor(now: () => number) {
    this.#now = now;
  }

  begin(form: URLSearchParams, verificationUri: string): Reply {
    if (form.get('client_id') !== practiceAddresses.clientId)
      return json(400, { error: 'unauthorized_client' });
    const deviceCode = randomUUID();
    const userCode = String(randomInt(10 ** 8, 10 ** 9));
    const seconds = 900;
    this.#waiting.set(deviceCode, { userCode, expiresMs: this.#now() + seconds * 1000, decision: null });
    return json(200, {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: verificationUri,
      expires_in: seconds,
      // The real service asks for five seconds between two questions.
      interval: 1,
      message: `Open ${verificationUri} and enter ${userCode}.`,
    });
  }

  /** The other device: true when the short code was known. `operatorId` null = declined. */
  decide(userCode: string, operatorId: string | null): boolean {
    const found = [...this.#waiting.values()].find((one) => one.userCode === userCode);
    if (found === undefined) return false;
    found.decision = (operatorId === null ? null : findOperator(operatorId)) ?? 'declined';
    return true;
  }

  /** Who signed in, or the OAuth error to answer with. */
  redeem(deviceCode: string): PracticeOperator | string {
    const found = this.#waiting.get(deviceCode);
    if (found === undefined) return 'bad_verification_code';
    if (found.expiresMs <= this.#now()) return 'expired_token';
    if (found.decision === null) return 'authorization_pending';
    this.#waiting.delete(deviceCode);
    return found.decision === 'declined' ? 'authorization_declined' : found.decision;
  }
}
