import type { Clock } from '../clock.ts';
import type { AuditLog } from './audit/log.ts';
import type { BatchTable } from './database/batch-table.ts';
import type { Connection } from './database/connection.ts';
import type { IdSource } from './ids.ts';
import type { IntentTable } from './database/intent-table.ts';
import type { JobTable } from './database/job-table.ts';
import type { KeyRing } from './sealing/keys.ts';

/** What the store's parts share: one connection, its tables, the keys and the time. */
export interface Parts {
  readonly db: Connection;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly audit: AuditLog;
  readonly jobs: JobTable;
  readonly intents: IntentTable;
  readonly batches: BatchTable;
  readonly ids: IdSource;
  /** To be called inside a transaction for each job that changed; listeners hear of it after the commit. */
  readonly touched: (jobRowId: number) => void;
}
