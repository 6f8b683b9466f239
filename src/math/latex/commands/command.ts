import type { Node } from "../../ast.js";
import type { Parser } from "../parser.js";

/** Reads what belongs to a command whose name has just been read. */
type CommandParser = (p: Parser) => Node;

export type CommandTable = ReadonlyMap<string, CommandParser>;
