import type { AnchorView, ExportView } from '../../shared/ipc/history.ts';
import { ok, type Result } from '../../shared/result.ts';
import { checkTrail, findHistory, type HistoryParts, trailOf } from '../issuing/history.ts';
import type { HandlersOf } from './handler-types.ts';

export interface HistoryHandlerParts {
  readonly history: HistoryParts;
  /** Asks a person where to, writes the record there; null when they changed their mind. Main alone knows the path. */
  readonly exportTrail: (format: 'csv' | 'json') => Promise<Result<ExportView>>;
  readonly anchor: () => AnchorView;
}

export function historyHandlers({
  history,
  exportTrail,
  anchor,
}: HistoryHandlerParts): HandlersOf<'history'> {
  return {
    'history.find': (query) => ok(findHistory(history, query)),
    'history.trail': ({ intentId }) => ok(trailOf(history, intentId)),
    'history.check': async () => ok(await checkTrail(history)),
    'history.export': ({ format }) => exportTrail(format),
    'history.anchor': () => ok(anchor()),
  };
}
