import type { FailureCode } from '../../../shared/failure-codes.ts';

/** The three things a person needs to know about trouble: a title, what it means, what to do now. */
export interface FailureText {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

export type FailureTexts = Readonly<Record<FailureCode, FailureText>>;

/** A number with its written form, so that a sentence can choose its plural and still show local digits. */
export interface Count {
  readonly n: number;
  readonly text: string;
}

/** A problem of a waiting or unsure job: what is the matter, and what to do. */
export interface ReasonText {
  readonly what: string;
  readonly next: string;
}

export function failureText(title: string, what: string, next: string): FailureText {
  return { title, what, next };
}
