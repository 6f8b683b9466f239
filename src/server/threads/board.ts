/** The shared list of who does what in a job: threads take from it without asking anyone. */
export type Board = Int32Array;

const NEXT = 0;
const CANCELLED = 1;
const CLAIMS = 2;

/** A board for a job of `count` units. */
export function createBoard(count: number): Board {
  return new Int32Array(new SharedArrayBuffer(4 * (CLAIMS + count)));
}

/** The position of a unit that nobody else has, which is now the thread's; -1 if none is left or wanted. */
export function claim(board: Board, thread: number): number {
  if (Atomics.load(board, CANCELLED) !== 0) return -1;
  const at = Atomics.add(board, NEXT, 1);
  if (at >= board.length - CLAIMS) return -1;
  Atomics.store(board, CLAIMS + at, thread);
  return at;
}

/** How many units nobody has. */
export function unclaimed(board: Board): number {
  if (Atomics.load(board, CANCELLED) !== 0) return 0;
  return Math.max(0, board.length - CLAIMS - Atomics.load(board, NEXT));
}

/** The positions that a thread has claimed. */
export function claimsOf(board: Board, thread: number): number[] {
  const claims = Array.from(board.subarray(CLAIMS));
  return claims.flatMap((owner, at) => (owner === thread ? [at] : []));
}

/** The unit counts as nobody's: what it was is laid out elsewhere. */
export function release(board: Board, at: number): void {
  Atomics.store(board, CLAIMS + at, 0);
}

/** Nothing more is claimed. */
export function cancel(board: Board): void {
  Atomics.store(board, CANCELLED, 1);
}
