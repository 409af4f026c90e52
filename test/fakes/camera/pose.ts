/** Where a paper is held before the camera. */
export interface Pose {
  /** Degrees, clockwise. */
  readonly angle: number;
  /** The paper's longer edge, as a share of the picture's height. */
  readonly size: number;
  /** Degrees by which its upper edge and its right edge lean away from the camera. */
  readonly leanBack: number;
  readonly leanRight: number;
  /** Its middle, from the picture's middle, in pixels. */
  readonly right: number;
  readonly down: number;
}

/** From a place in the picture to a place on the paper, in the paper's dots. */
export type ToPaper = (x: number, y: number) => readonly [number, number];

interface Edges {
  readonly width: number;
  readonly height: number;
}

/** Rows of a 3 × 3 matrix. */
type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** A pinhole camera with a view of about 60 degrees, as webcams have, that looks straight ahead. */
export function projection(
  paper: Edges,
  picture: Edges,
  pose: Pose,
): {
  readonly toPaper: ToPaper;
  /** The pixels the paper can cover. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
} {
  const focal = picture.width * 0.87;
  const distance = (focal * Math.max(paper.width, paper.height)) / (pose.size * picture.height);
  const [a, b, c] = [radians(pose.angle), radians(pose.leanBack), radians(pose.leanRight)];
  // Turned in its own plane first, then leaned over: R = lean right × lean back × turn.
  const [x1, y1, z1] = lean([Math.cos(a), Math.sin(a), 0], b, c);
  const [x2, y2, z2] = lean([-Math.sin(a), Math.cos(a), 0], b, c);
  const [middleX, middleY] = [picture.width / 2 + pose.right, picture.height / 2 + pose.down];
  const toPicture: Matrix = [
    focal * x1 + middleX * z1,
    focal * x2 + middleX * z2,
    middleX * distance,
    focal * y1 + middleY * z1,
    focal * y2 + middleY * z2,
    middleY * distance,
    z1,
    z2,
    distance,
  ];
  const [halfWidth, halfHeight] = [paper.width / 2, paper.height / 2];
  const back = inverse(toPicture);
  const corners = [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ].map(([x = 0, y = 0]) => apply(toPicture, x, y));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    toPaper: (x, y) => {
      const [paperX, paperY] = apply(back, x, y);
      return [paperX + halfWidth, paperY + halfHeight];
    },
    box: {
      left: Math.max(0, Math.floor(Math.min(...xs))),
      top: Math.max(0, Math.floor(Math.min(...ys))),
      right: Math.min(picture.width, Math.ceil(Math.max(...xs))),
      bottom: Math.min(picture.height, Math.ceil(Math.max(...ys))),
    },
  };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function lean(
  [x, y, z]: readonly [number, number, number],
  back: number,
  right: number,
): readonly [number, number, number] {
  // The picture's y runs down, so leaning back takes what is above (negative y) further away.
  const y1 = y * Math.cos(back) + z * Math.sin(back);
  const z1 = -y * Math.sin(back) + z * Math.cos(back);
  return [x * Math.cos(right) - z1 * Math.sin(right), y1, x * Math.sin(right) + z1 * Math.cos(right)];
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  const w = m[6] * x + m[7] * y + m[8];
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

/** By cofactors; scale does not matter here, so the determinant is left out. */
function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}
