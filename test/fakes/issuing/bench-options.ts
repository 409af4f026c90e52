import type { Operator } from '../../../src/main/auth/types.ts';
import type { IssuingPorts } from '../../../src/main/issuing/ports.ts';
import { practiceAddresses, type PracticeOperator } from '../../../src/main/practice/directory.ts';

export interface BenchOptions {
  readonly operator?: PracticeOperator;
  /** Replaces parts of what issuing is given. */
  readonly ports?: (usual: IssuingPorts) => IssuingPorts;
  /** Upper limit of the spool's file in pages of 4 KiB. */
  readonly maxPages?: number;
  /** More people in the practice tenant, beside the sixty. */
  readonly crowd?: number;
  /** How pauses pass; by default at once, with the clock moved on. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The tenant's clock against the station's, in milliseconds. */
  readonly tenantAheadMs?: number;
}

export function operatorOf({ id, name, upn }: PracticeOperator): Operator {
  const tenantId = practiceAddresses.tenantId;
  return { accountId: `${id}.${tenantId}`, objectId: id, tenantId, name, username: upn };
}
