/** How many names are offered to somebody who mistyped one. */
const offered = 3;

/** The names most like what was asked for, closest first; none when nothing comes near. */
export function closeNames(asked: string, names: readonly string[]): string[] {
  const wanted = asked.trim().toLowerCase();
  if (wanted === '') return [];
  const words = wanted.split(/[^a-z0-9]+/).filter((word) => word.length >= 3);
  return names
    .map((name) => ({
      name,
      distance: edits(wanted, name),
      shared: words.filter((word) => name.includes(word)).length,
    }))
    .filter(({ distance, shared, name }) => distance <= Math.ceil(name.length / 3) || shared > 0)
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance)
    .slice(0, offered)
    .map(({ name }) => name);
}

/** Levenshtein distance: letters to add, drop or change. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
