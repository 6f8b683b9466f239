import type { Node } from "./ast.js";
import { mapChildren } from "./transform.js";

/** The name of the application that `2 \pmod 5` is: value, modulus. */
export const RESIDUE_CLASS = "modulo";

function replaced(node: Node, change: (value: Node, modulus: Node) => Node): Node {
  if (node.kind !== "application" || node.name !== RESIDUE_CLASS)
    return mapChildren(node, (child) => replaced(child, change));
  const [value, modulus] = node.args;
  return value === undefined || modulus === undefined ? node : change(value, modulus);
}

function remainder(value: Node, modulus: Node): Node {
  return { kind: "call", name: "mod", args: [value, modulus] };
}

/** Residue classes as their least members, for a comparison with numbers. */
export function asRemainders(node: Node): Node {
  return replaced(node, remainder);
}

/** Residue classes with their moduli, for a comparison with each other. */
export function asClasses(node: Node): Node {
  return replaced(node, (value, modulus) => ({
    kind: "sequence",
    items: [remainder(value, modulus), modulus],
    open: "(",
    close: ")",
    joined: "comma",
  }));
}
