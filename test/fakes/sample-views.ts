import type { Holder } from '../../src/shared/credential/holder.ts';
import type { CodeState, CredentialState } from '../../src/shared/credential/kinds.ts';
import type { Place } from '../../src/shared/credential/place.ts';
import { toInstant } from '../../src/shared/ids.ts';
import type { DamageView } from '../../src/shared/ipc/storage.ts';
import type { AppSnapshot, Check, IssueView, PracticeOperator } from '../../src/shared/ipc/views.ts';
import { checkNames } from '../../src/shared/ipc/views.ts';
import type { JobView } from '../../src/shared/printing/job.ts';
import type { PrinterView } from '../../src/shared/printing/printer.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** Sample people and things as the window would get them from main. Nobody here is real. */
export function sampleHolder(change: Partial<Holder> = {}): Holder {
  return {
    id: 'h-ana',
    name: 'Ana Lima',
    upn: 'ana.lima@practice.example',
    employeeId: '104417',
    department: 'Logistics',
    jobTitle: 'Forklift operator',
    office: 'Site North',
    enabled: true,
    guest: false,
    ...change,
  };
}

export const sampleHolders: readonly Holder[] = [
  sampleHolder(),
  sampleHolder({
    id: 'h-anand',
    name: 'Anand Krishnamurthy-Vasudevan',
    upn: 'anand.krishnamurthy-vasudevan@practice.example',
    employeeId: '104952',
    department: 'Cold storage and dispatch',
    jobTitle: null,
    office: 'Site South',
  }),
  sampleHolder({
    id: 'h-anouk',
    name: 'Anouk de Vries',
    upn: 'anouk.devries@practice.example',
    employeeId: '103008',
    department: 'Maintenance',
    jobTitle: 'Electrician',
    office: 'Site East',
    enabled: false,
  }),
  sampleHolder({
    id: 'h-hanan',
    name: 'حنان العلي',
    upn: 'hanan.ali@practice.example',
    employeeId: null,
    department: 'Security',
    jobTitle: 'Guard',
    office: 'Gate 2',
    guest: true,
  }),
];

/** The operator of the sample snapshot, as the holder of their own badge. */
export const sampleOperatorAsHolder = sampleHolder({
  id: 'h-jordan',
  name: 'Jordan Reyes',
  upn: 'jordan.reyes@practice.example',
  employeeId: '100007',
  jobTitle: 'Site administrator',
  department: 'Site office',
});

export const samplePlaces: readonly Place[] = [
  { id: 'g-north', name: 'Site North' },
  { id: 'g-frontline', name: 'Site North and South, all frontline workers of the early shift' },
  { id: 'g-arabic', name: 'موقع الميناء' },
];

export function samplePrinter(change: Partial<PrinterView> = {}): PrinterView {
  return {
    id: 'front',
    name: 'Front desk',
    model: 'Zebra ZD421, 203 dpi',
    language: 'zpl',
    dpi: 203,
    media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
    completion: 'printed',
    mood: 'ready',
    problem: null,
    advice: [],
    ...change,
  };
}

export function sampleSnapshot(change: Partial<AppSnapshot> = {}): AppSnapshot {
  return {
    version: '0.1.0',
    practice: true,
    practiceReason: null,
    lock: null,
    operator: { name: 'Jordan Reyes', username: 'jordan.reyes@practice.example' },
    signingIn: false,
    deviceCode: null,
    keepsSignIn: true,
    storage: { failure: null, seal: 'kept', aside: null },
    siteName: 'Site North',
    defaults: { standardDays: 365, temporaryHours: 8, pinLength: 8 },
    routes: { badge: ['front'], temporary: ['front'], pinSlip: [] },
    printers: [
      samplePrinter(),
      samplePrinter({ id: 'receipt', name: 'Gate 2 receipt printer', mood: 'silent' }),
    ],
    warnings: [],
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    ...change,
  };
}

export const sampleOperators: readonly PracticeOperator[] = [
  {
    id: 'op-1',
    name: 'Jordan Reyes',
    username: 'jordan.reyes@practice.example',
    role: 'Authentication Administrator',
  },
  { id: 'op-2', name: 'Mina Sato', username: 'mina.sato@practice.example', role: 'Site North only' },
  { id: 'op-3', name: 'Olu Adeyemi', username: 'olu.adeyemi@practice.example', role: 'No role' },
];

export function sampleCode(nowMs: number, startedDaysAgo: number, endsInMs: number): CodeState {
  const startsAt = toInstant(nowMs - startedDaysAgo * dayMs);
  return {
    id: 'code-1',
    startsAt,
    createdAt: startsAt,
    expiresAt: toInstant(nowMs + endsInMs),
    lastUsedAt: null,
  };
}

/** A badge in use, as most holders have. */
export function sampleCredential(nowMs: number): CredentialState {
  const standard = { ...sampleCode(nowMs, 120, 245 * dayMs), lastUsedAt: toInstant(nowMs - 3 * hourMs) };
  return { standard, temporary: null, pin: { mustChange: false, updatedAt: null } };
}

export function sampleChecks(changes: readonly Check[] = []): readonly Check[] {
  return checkNames.map(
    (name) => changes.find((change) => change.name === name) ?? { name, verdict: 'ok', failure: null },
  );
}

export function sampleJob(nowMs: number, change: Partial<JobView> = {}): JobView {
  return {
    id: 'job-1',
    intentId: 'intent-1',
    operation: 'replace',
    kind: 'standard',
    holderId: 'h-ana',
    holderName: 'Ana Lima',
    printerId: 'front',
    state: 'queued',
    reason: null,
    witness: 'none',
    copy: 1,
    attempts: 0,
    serial: 'K7Q-4MX',
    expiresAt: toInstant(nowMs + 365 * dayMs),
    createdAt: toInstant(nowMs - 4 * 60_000),
    changedAt: toInstant(nowMs),
    retryAt: null,
    paper: 'badge',
    hasPayload: true,
    ...change,
  };
}

/** An operation; with `job: null` one that prints nothing. */
export function sampleIssue(nowMs: number, change: Partial<IssueView> = {}): IssueView {
  const job = sampleJob(nowMs);
  return {
    intentId: job.intentId,
    state: 'created',
    operation: job.operation,
    holderId: job.holderId,
    holderName: job.holderName,
    printerId: job.printerId,
    job,
    slip: null,
    pinWaiting: false,
    pinRevealed: false,
    expiresAt: job.expiresAt,
    createdAt: job.createdAt,
    failure: null,
    ...change,
  };
}

/** What a damaged queue still told. */
export const sampleDamage: DamageView = {
  isReadable: true,
  isWhole: false,
  unfinished: [
    {
      holderName: 'Ana Lima',
      operation: 'replace',
      badge: 'unsure',
      pinWaited: false,
      startedAt: '2026-11-21T07:12:00.000Z',
    },
    {
      holderName: 'حنان العلي',
      operation: 'first-badge',
      badge: 'sent',
      pinWaited: true,
      startedAt: '2026-11-21T07:31:00.000Z',
    },
    {
      holderName: 'Anand Krishnamurthy-Vasudevan',
      operation: 'new-pin',
      badge: null,
      pinWaited: true,
      startedAt: '2026-11-21T07:44:00.000Z',
    },
  ],
};
