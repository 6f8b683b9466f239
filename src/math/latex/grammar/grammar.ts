import type { Grammar } from "../parser.js";
import { parseArgument } from "./arguments.js";
import { parseExpression } from "./expression.js";
import { parseFunctionArguments } from "./functions.js";
import { parseList } from "./list.js";
import { parsePostfix } from "./postfix.js";

export const GRAMMAR: Grammar = {
  list: parseList,
  expression: parseExpression,
  factor: parsePostfix,
  argument: parseArgument,
  functionArguments: parseFunctionArguments,
};
