import { ok, type Result } from '../../shared/result.ts';
import type { BatchSource } from '../../shared/ipc/batch.ts';
import type { BatchStore } from '../spool/types.ts';
import { entriesOf } from './list/entries.ts';
import { textOfList } from './list/table.ts';
import type { BatchPorts } from './ports.ts';
import { type Candidate, pagesOf, type People } from './reading.ts';

/** A source that is ready to be read. */
export interface OpenSource {
  readonly name: string;
  readonly people: People;
}

/** Lines of an ended batch that are worth another look. */
const againStates = ['failed', 'unsure'] as const;
const pageLines = 500;

/** Opens a source; null when a person was asked for a file and chose none. Trouble with a file is told before anybody is looked up. */
export async function openSource(ports: BatchPorts, source: BatchSource): Promise<Result<OpenSource | null>> {
  const { graph } = ports;
  switch (source.kind) {
    case 'file': {
      const file = await ports.chooseFile();
      if (!file.ok) return file;
      if (file.value === null) return ok(null);
      const text = textOfList(file.value.bytes);
      return text.ok ? fromText(file.value.name, text.value) : text;
    }
    case 'text':
      return fromText('', source.text);
    case 'place': {
      const { place, placeId, name } = source;
      return ok({
        name,
        people: (ask) => pagesOf(graph, (options) => graph.members(place, placeId, options), ask),
      });
    }
    case 'reports':
      return ok({ name: '', people: (ask) => pagesOf(graph, (options) => graph.reports(options), ask) });
    case 'again': {
      const batch = ports.store.current();
      const name = batch?.listName ?? '';
      return ok({
        name,
        people: batch === null ? () => all([]) : () => all(linesAgain(ports.store, batch.id)),
      });
    }
  }
}

function fromText(name: string, text: string): Result<OpenSource> {
  const entries = entriesOf(text);
  if (!entries.ok) return entries;
  return ok({ name, people: () => all(entries.value.map((entry) => ({ kind: 'entry', entry }))) });
}

function linesAgain(store: BatchStore, batchId: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let from = 0; ; from += pageLines) {
    const lines = store.lines(batchId, againStates, from, pageLines);
    for (const { holderId, entry, line } of lines) {
      if (holderId !== null) candidates.push({ kind: 'id', holderId, entry, line });
    }
    if (lines.length < pageLines) return candidates;
  }
}

async function* all(candidates: readonly Candidate[]): AsyncGenerator<Result<readonly Candidate[]>> {
  yield Promise.resolve(ok(candidates));
}
