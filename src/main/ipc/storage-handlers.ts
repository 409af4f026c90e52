import { fail, ok } from '../../shared/result.ts';
import type { Spool } from '../spool/types.ts';
import type { HandlersOf } from './handler-types.ts';

export interface StorageParts {
  readonly spool: Pick<Spool, 'renewSeal' | 'openJobs' | 'sealState'>;
  /** Name of the signed-in operator, or null. */
  readonly operatorName: () => string | null;
  /** Told when the seal was renewed: the window shows another state. */
  readonly onSealRenewed: () => void;
}

/** A ledger that is open has no damage to report and nothing to open again. */
export function storageHandlers({ spool, operatorName, onSealRenewed }: StorageParts): HandlersOf<'storage'> {
  return {
    'storage.damage': () => ok({ isReadable: true, unfinished: [], isWhole: true }),
    'storage.reopen': () => ok(null),
    'storage.renewSeal': () => {
      const operator = operatorName();
      // Badges are given up by it, so it has a name beside it.
      if (operator === null) return fail('not-signed-in');
      const renewed = spool.renewSeal(operator);
      if (!renewed.ok) return renewed;
      onSealRenewed();
      return ok({ lost: spool.openJobs().filter((job) => !job.hasPayload).length });
    },
  };
}
