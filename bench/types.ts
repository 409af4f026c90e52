/** One line of the report, exactly as `--json` writes it. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  /** null: nobody else makes this, or the goal is an absolute one. */
  readonly peer: number | null;
  readonly peerName: string | null;
  readonly unit: 'ms' | 'bytes' | 'MB';
  /** ours / peer; null without a peer. */
  readonly ratio: number | null;
  /** The most the ratio may be, or, without a peer, the most `ours` may be; null: told, not judged. */
  readonly goal: number | null;
  readonly met: boolean | null;
}

export interface BenchOptions {
  /** A few rounds only: shows that a figure can be measured, not what it is. */
  readonly quick: boolean;
}

/** A group of figures that share their set-up. */
export interface FigureGroup {
  /** First word of each of its figures, for `--only`. */
  readonly name: string;
  readonly measure: (options: BenchOptions) => Promise<readonly Figure[]>;
}
