import type { Grammar } from "../parser.js";
import { parseArgument } from "./arguments.js";
import { parseExpression } from "./expression.js";
import { parseFunctionArguments } from "./functions.js";
import { parsePostfix } from "./postfix.js";
import { parseGroupList } from "./split-groups.js";

export const GRAMMAR: Grammar = {
  list: parseGroupList,
  expression: parseExpression,
  factor: parsePostfix,
  argument: parseArgument,
  functionArguments: parseFunctionArguments,
};
