import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { practiceHolders } from './directory.ts';
import type { Population } from './population.ts';

const code = z.object({
  id: z.uuid(),
  startMs: z.int(),
  expireMs: z.int(),
  createdMs: z.int(),
  lastUsedMs: z.int().nullable(),
});
const method = z.object({
  id: z.uuid(),
  createdMs: z.int(),
  standard: code.nullable(),
  temporary: code.nullable(),
  pin: z.object({ id: z.uuid(), mustChange: z.boolean(), createdMs: z.int(), updatedMs: z.int() }),
});
const snapshot = z.object({ version: z.literal(1), methods: z.record(z.string(), z.unknown()) });

/** One code as the service keeps it: dates and ids; key and picture are gone once the answer has left. */
export type CodeRecord = z.infer<typeof code>;
/** One person's method. There is no PIN in it either. */
export type MethodRecord = z.infer<typeof method>;
/** What survives a restart of the app; plain JSON without any secret. */
export type PracticeSnapshot = { version: 1; methods: Record<string, MethodRecord | null> };

interface Version {
  readonly atMs: number;
  readonly method: MethodRecord | null;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const longAgoMs = 0;

/**
 * Everybody's methods with their history, so that a read can lag behind a write as in the real directory
 * (Microsoft Entra developer blog, 24 March 2026, on eventual consistency).
 */
export class Records {
  readonly #versions = new Map<string, Version[]>();
  readonly #people: Pick<Population, 'find'>;
  readonly #save: (snapshot: PracticeSnapshot) => void;

  /** `save` is called within each commit, before the answer leaves: a crash cannot make the tenant forget a write. */
  constructor(people: Pick<Population, 'find'>, nowMs: number, save: (snapshot: PracticeSnapshot) => void) {
    this.#people = people;
    this.#save = save;
    for (const person of practiceHolders) {
      this.#versions.set(person.id, [{ atMs: longAgoMs, method: firstMethod(person.marks, nowMs) }]);
    }
  }

  /** The truth. */
  current(holderId: string): MethodRecord | null {
    return this.#versions.get(holderId)?.at(-1)?.method ?? null;
  }

  /** What a replica shows that is `lagMs` behind. */
  visible(holderId: string, nowMs: number, lagMs: number): MethodRecord | null {
    const versions = this.#versions.get(holderId) ?? [];
    const seen = versions.findLast((version) => version.atMs + lagMs <= nowMs) ?? versions[0];
    return seen?.method ?? null;
  }

  commit(holderId: string, method: MethodRecord | null, nowMs: number): void {
    const versions = this.#versions.get(holderId) ?? [{ atMs: longAgoMs, method: null }];
    versions.push({ atMs: nowMs, method });
    // The longest lag anybody asks for is minutes; older history only costs memory.
    this.#versions.set(holderId, versions.slice(-50));
    this.#save(this.snapshot());
  }

  snapshot(): PracticeSnapshot {
    return {
      version: 1,
      methods: Object.fromEntries([...this.#versions.keys()].map((id) => [id, this.current(id)])),
    };
  }

  /** Takes over what a snapshot says about people we know; whatever does not fit is left out. */
  restore(value: unknown): void {
    const outer = snapshot.safeParse(value);
    if (!outer.success) return;
    for (const [holderId, text] of Object.entries(outer.data.methods)) {
      const inner = method.nullable().safeParse(text);
      if (inner.success && this.#people.find(holderId)?.id === holderId) {
        this.#versions.set(holderId, [{ atMs: longAgoMs, method: inner.data }]);
      }
    }
  }
}

/** A code as it starts its life. */
export function newCode(startMs: number, expireMs: number, createdMs: number): CodeRecord {
  return { id: randomUUID(), startMs, expireMs, createdMs, lastUsedMs: null };
}

export function newMethod(standard: CodeRecord | null, nowMs: number): MethodRecord {
  const pin = { id: randomUUID(), mustChange: true, createdMs: nowMs, updatedMs: nowMs };
  return { id: randomUUID(), createdMs: nowMs, standard, temporary: null, pin };
}

/** What a person has on the first day of the practice tenant, relative to that day. */
function firstMethod(marks: ReadonlySet<string>, nowMs: number): MethodRecord | null {
  const issued = (daysAgo: number, usedDaysAgo: number | null): CodeRecord => {
    const startMs = Math.floor((nowMs - daysAgo * dayMs) / 1000) * 1000;
    const usedMs = usedDaysAgo === null ? null : nowMs - usedDaysAgo * dayMs;
    return { ...newCode(startMs, startMs + 365 * dayMs, startMs), lastUsedMs: usedMs };
  };
  const today = (): CodeRecord => {
    const startMs = Math.floor((nowMs - hourMs) / 1000) * 1000;
    return newCode(startMs, startMs + 8 * hourMs, startMs);
  };
  const settled = (standard: CodeRecord | null): MethodRecord => {
    const made = newMethod(standard, standard?.createdMs ?? nowMs - 200 * dayMs);
    return { ...made, pin: { ...made.pin, mustChange: false } };
  };
  if (marks.has('standard')) return settled(issued(100, 1));
  if (marks.has('unused')) return { ...newMethod(issued(3, null), nowMs - 3 * dayMs) };
  if (marks.has('expiring')) return settled(issued(358, 2));
  if (marks.has('expired')) return settled(issued(380, 16));
  if (marks.has('temporary')) return { ...settled(issued(40, 2)), temporary: today() };
  if (marks.has('forgotten')) return { ...settled(issued(370, 6)), temporary: today() };
  if (marks.has('pin-only')) return settled(null);
  return null;
}
