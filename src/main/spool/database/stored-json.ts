import type { BadgeContent } from '../../../shared/badge/content.ts';
import type { CodeState, CredentialState } from '../../../shared/credential/kinds.ts';
import { CorruptRow } from './faults.ts';
import { jsonOf } from './rows.ts';
import type { Row } from './connection.ts';

/** A part of stored JSON whose members are read one by one; what is missing or of another type is corruption. */
class Part {
  readonly #value: object;
  readonly #column: string;

  constructor(value: unknown, column: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CorruptRow(column);
    this.#value = value;
    this.#column = column;
  }

  text(name: string): string {
    const value = this.#get(name);
    if (typeof value !== 'string') throw new CorruptRow(this.#column);
    return value;
  }

  textOrNull(name: string): string | null {
    return this.#get(name) === null ? null : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.#get(name);
    if (typeof value !== 'boolean') throw new CorruptRow(this.#column);
    return value;
  }

  whole(name: string): number {
    const value = this.#get(name);
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new CorruptRow(this.#column);
    return value;
  }

  partOrNull(name: string): Part | null {
    const value = this.#get(name);
    return value === null ? null : new Part(value, this.#column);
  }

  #get(name: string): unknown {
    return Reflect.get(this.#value, name);
  }
}

/** The words on a badge, as `JSON.stringify` wrote them. */
export function contentOf(row: Row, column: string): BadgeContent {
  const part = new Part(jsonOf(row, column), column);
  const kind = part.text('kind');
  if (kind !== 'standard' && kind !== 'temporary') throw new CorruptRow(column);
  return {
    kind,
    holderName: part.text('holderName'),
    siteName: part.text('siteName'),
    returnTo: part.text('returnTo'),
    expiresAt: part.text('expiresAt'),
    serial: part.text('serial'),
    copy: part.whole('copy'),
    practice: part.flag('practice'),
    locale: part.text('locale'),
    timeZone: part.text('timeZone'),
  };
}

/** What the directory said before an operation; null = no method. */
export function credentialOf(row: Row, column: string): CredentialState | null {
  if (row[column] === null) return null;
  const part = new Part(jsonOf(row, column), column);
  const pin = part.partOrNull('pin');
  return {
    standard: codeOf(part.partOrNull('standard')),
    temporary: codeOf(part.partOrNull('temporary')),
    pin: pin === null ? null : { mustChange: pin.flag('mustChange'), updatedAt: pin.textOrNull('updatedAt') },
  };
}

function codeOf(part: Part | null): CodeState | null {
  if (part === null) return null;
  return {
    id: part.text('id'),
    startsAt: part.text('startsAt'),
    expiresAt: part.text('expiresAt'),
    createdAt: part.textOrNull('createdAt'),
    lastUsedAt: part.textOrNull('lastUsedAt'),
  };
}
