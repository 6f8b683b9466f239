import type { Node } from "../../ast.js";

/** How the children of a node are printed; a missing child, which no tree of the parser has, prints as nothing. */
export interface Print {
  /** Bracketed unless nothing could take it apart. */
  readonly atom: (node: Node | undefined) => string;
  /** In brackets, whatever it is. */
  readonly bracketed: (node: Node | undefined) => string;
  /** Bracketed unless it binds tighter than a sum: a term. */
  readonly term: (node: Node | undefined) => string;
  /** Bracketed only if it is a list without brackets or a relation: an operand of a relation. */
  readonly operand: (node: Node | undefined) => string;
  /** As it stands between separators or braces. */
  readonly item: (node: Node | undefined) => string;
  /** Items separated by commas, or by semicolons if one is a list itself. */
  readonly items: (nodes: readonly Node[]) => string;
}
