import { children, type Node } from "../ast.js";

/** Whether no path from the root is longer than `limit`. Keeps its own stack, so that any tree can be asked. */
export function isHeightAtMost(root: Node, limit: number): boolean {
  let level: Node[] = [root];
  for (let height = 1; level.length > 0; height++) {
    if (height > limit) return false;
    level = level.flatMap((node) => children(node));
  }
  return true;
}
