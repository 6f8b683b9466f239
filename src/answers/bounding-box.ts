import { pythonFloat } from "../text/index.js";

/** The corners of a rectangle, in any unit: left and top are not greater than right and bottom. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Areas below this count as this, so that a rectangle without area divides nothing by zero. */
const LEAST_AREA = 1e-3;
const LONGEST = 500;

function fromCorners(corners: readonly (number | null)[]): Rectangle | null {
  const [x1, y1, x2, y2] = corners;
  if (corners.length !== 4 || corners.includes(null)) return null;
  const [ax, ay, bx, by] = [x1, y1, x2, y2] as [number, number, number, number];
  return { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) };
}

/** Reads `[x1, y1, x2, y2]`, two opposite corners in either order, from text or numbers; `null` for anything else. */
export function readRectangle(value: unknown): Rectangle | null {
  if (typeof value === "string") {
    return value.length > LONGEST
      ? null
      : fromCorners(value.replaceAll(/[[\]]/g, "").split(",").map(pythonFloat));
  }
  if (!Array.isArray(value)) return null;
  return fromCorners(value.map((each: unknown) => (Number.isFinite(each) ? (each as number) : null)));
}

const area = ({ left, top, right, bottom }: Rectangle): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/**
 * The generalised intersection over union of two rectangles (arXiv:1902.09630), from -1 for those far apart to 1 for
 * the same; `null` where a number is out of range.
 */
export function generalizedIou(a: Rectangle, b: Rectangle): number | null {
  const shared = area({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const hull = area({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  });
  const union = Math.max(LEAST_AREA, area(a) + area(b) - shared);
  const around = Math.max(LEAST_AREA, hull);
  const giou = shared / union - (around - union) / around;
  return Number.isFinite(giou) ? Math.min(1, Math.max(-1, giou)) : null;
}
