import type * as HarfBuzz from 'harfbuzzjs';

/** Steps of an outline; each takes 1, 1, 2 or 3 points. A contour ends where the next `move` or the list ends. */
export const step = { move: 0, line: 1, quadratic: 2, cubic: 3 } as const;

/** The outline of a glyph with the em as unit, y upwards from the baseline, and the box around its points. */
export interface Outline {
  readonly steps: readonly number[];
  /** x and y in turn. */
  readonly points: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Reads outlines out of fonts. One reader serves all fonts: the callbacks it hands to HarfBuzz are made once. */
export class OutlineReader {
  readonly #funcs: HarfBuzz.DrawFuncs;
  #steps: number[] = [];
  #points: number[] = [];

  constructor(harfBuzz: typeof HarfBuzz) {
    this.#funcs = new harfBuzz.DrawFuncs();
    this.#funcs.setMoveToFunc((...at) => this.#add(step.move, at, 2));
    this.#funcs.setLineToFunc((...at) => this.#add(step.line, at, 2));
    this.#funcs.setQuadraticToFunc((...at) => this.#add(step.quadratic, at, 4));
    this.#funcs.setCubicToFunc((...at) => this.#add(step.cubic, at, 6));
    this.#funcs.setClosePathFunc(() => undefined);
  }

  read(font: HarfBuzz.Font, glyphId: number, unitsPerEm: number): Outline {
    this.#steps = [];
    this.#points = [];
    font.drawGlyph(glyphId, this.#funcs);
    const points = this.#points.map((unit) => unit / unitsPerEm);
    let [left, right, top, bottom] = [0, 0, 0, 0];
    for (let at = 0; at + 1 < points.length; at += 2) {
      const x = points[at] ?? 0;
      const y = points[at + 1] ?? 0;
      left = at === 0 ? x : Math.min(left, x);
      right = at === 0 ? x : Math.max(right, x);
      top = at === 0 ? y : Math.max(top, y);
      bottom = at === 0 ? y : Math.min(bottom, y);
    }
    return { steps: this.#steps, points, left, right, top, bottom };
  }

  #add(kind: number, values: readonly unknown[], count: number): void {
    this.#steps.push(kind);
    for (let at = 0; at < count; at += 1) this.#points.push(Number(values[at]));
  }
}
