import type { GraphHttpClient } from '../../src/main/graph/client.ts';
import { practiceGraph } from '../../test/fakes/practice-graph.ts';
import { must } from '../../test/fakes/spool-samples.ts';
import { heapMb } from '../heap.ts';
import { alone, besidePeer, median, quantile, takeTurns } from '../measure.ts';
import type { FigureGroup } from '../types.ts';

/** What people type: beginnings of names, whole names, numbers, and what nobody is called. */
const typed = [
  'an',
  'sa',
  'kar',
  'nov',
  'lena',
  'sato',
  'winter',
  'Aiko Ta',
  'C0047',
  'C099999',
  'nobody here',
];
const pages = 3;

/**
 * From the pause in typing to the first results, in a directory of a hundred thousand: query, answer and reading of the
 * answer, with a network that takes no time. Beside it the same searches in the directory of sixty; the difference is
 * the practice directory's own looking, and nothing of ours.
 */
export const search: FigureGroup = {
  name: 'search',
  async measure({ quick }) {
    const [large, small] = [practiceGraph(undefined, 100_000).graph, practiceGraph().graph];
    const rounds = quick ? 3 : 20;
    const times: [number[], number[]] = [[], []];
    for (const text of typed) {
      const [ours = [], theirs = []] = await takeTurns(
        [() => found(large, text, 1), () => found(small, text, 1)],
        { rounds, warmUp: 1 },
      );
      times[0].push(...ours);
      times[1].push(...theirs);
    }
    const earlyMb = heapMb();
    const searches = quick ? 50 : 2000;
    for (let at = 0; at < searches; at += 1) await found(large, `${typed[at % typed.length]}`, pages);
    const grownMb = Math.max(0, heapMb() - earlyMb);
    const peer = { name: 'the same in a directory of 60', value: median(times[1]) };
    return [
      besidePeer('search.100k', 'ms', median(times[0]), peer, null),
      // Half of the 100 ms in which an answer still feels immediate (Nielsen, response time limits).
      alone('search.100k.p95', 'ms', quantile(times[0], 0.95), 50),
      alone('search.100k.memory', 'MB', grownMb, 2),
    ];
  },
};

async function found(graph: GraphHttpClient, text: string, most: number): Promise<void> {
  let page = must(await graph.findHolders(text));
  for (let read = 1; read < most && page.next !== null; read += 1) {
    page = must(await graph.moreHolders(page.next));
  }
}
