import type { IssueView, Plan } from '../../shared/ipc/views.ts';
import type { FailureFacts, Result } from '../../shared/result.ts';
import type { Operator } from '../auth/types.ts';
import type { GraphClient, GraphLists } from '../graph/types.ts';
import type { BatchLineRef, BatchStore, Intent, JobRecord } from '../spool/types.ts';
import type { Lifetime } from '../../shared/credential/lifetimes.ts';
import type { Operation } from '../../shared/credential/kinds.ts';

/** The use cases of a single badge: a batch has no other way to change anything. */
export interface OneByOne {
  plan(request: {
    readonly holderId: string;
    readonly operation: Operation;
    readonly lifetime: Lifetime | null;
    readonly printerId: string | null;
    readonly codeBefore?: string | null;
  }): Promise<Result<Plan>>;
  run(planId: string, clickedAtMs: number, note: string, line?: BatchLineRef): Promise<Result<IssueView>>;
  resume(intentId: string): Promise<Result<IssueView>>;
  get(intentId: string): Result<IssueView>;
}

/** A list as a person chose it in the system's own dialog. */
export interface ChosenFile {
  /** Its name, without the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The dialogs a person chooses files in. */
export interface ListFiles {
  /** null when the person thought better of it. */
  readonly choose: () => Promise<Result<ChosenFile | null>>;
  /** False when the person thought better of it. */
  readonly save: (name: string, text: string) => Promise<Result<boolean>>;
}

/** What a batch needs of the station. */
export interface BatchPorts {
  readonly graph: Pick<GraphClient, 'findHolders' | 'moreHolders' | 'holder' | 'credential'> & GraphLists;
  readonly issuer: OneByOne;
  readonly printSlip: (intentId: string) => Result<IssueView>;
  readonly store: BatchStore;
  readonly spool: {
    openIntents(): readonly Intent[];
    openJobs(): readonly JobRecord[];
    onChange(listener: (jobId: string) => void): () => void;
  };
  readonly operator: () => Operator | null;
  readonly isLocked: () => boolean;
  /** Whether slips can be printed here; the failure says why not. */
  readonly slipPrinter: () => Result<string>;
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Asks for a file; null when the person thought better of it. */
  readonly chooseFile: () => Promise<Result<ChosenFile | null>>;
  /** Stores a report where a person says; false when they thought better of it. */
  readonly saveReport: (name: string, text: string) => Promise<Result<boolean>>;
  /** The batch came further. */
  readonly onChange: () => void;
  readonly log: {
    info(event: string, facts?: FailureFacts): void;
    warn(event: string, facts?: FailureFacts): void;
  };
}
