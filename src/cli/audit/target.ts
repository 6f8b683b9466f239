import { resolve } from "node:path";
import { RewardError } from "../../core/index.js";

/** A reward of this library. */
interface BuiltinTarget {
  readonly type: "builtin";
  readonly name: string;
}

/** What a module in JavaScript or TypeScript exports. */
interface ModuleTarget {
  readonly type: "module";
  readonly path: string;
  readonly exported: string;
}

/** A function of a Python module, by its dotted name or its file. */
interface PythonTarget {
  readonly type: "python";
  readonly module: string;
  readonly function: string;
}

/** A reward of a server. */
interface UrlTarget {
  readonly type: "url";
  readonly url: string;
  readonly reward: string;
}

/** What is audited. */
export type Target = BuiltinTarget | ModuleTarget | PythonTarget | UrlTarget;

const DEFAULT_REWARD = "accuracy";
const DEFAULT_EXPORT = "default";

/** @throws {RewardError} `bad_input` if the argument names nothing that can be audited */
export function parseTarget(argument: string): Target {
  if (/^https?:\/\//.test(argument)) return urlTarget(argument);
  if (/^(?:python|py):/.test(argument)) return pythonTarget(argument.slice(argument.indexOf(":") + 1));
  if (/^[a-z]\w*$/.test(argument)) return { type: "builtin", name: argument };
  const [path = "", exported = DEFAULT_EXPORT] = argument.split("#");
  if (/\.[cm]?[jt]s$/.test(path)) return { type: "module", path: resolve(path), exported };
  throw new RewardError(
    "bad_input",
    `${JSON.stringify(argument)} is no target: give the name of a reward, ./module.js#export, ` +
      "python:package.module:function, or the URL of a server.",
  );
}

function urlTarget(argument: string): UrlTarget {
  const url = new URL(argument);
  const reward = url.hash === "" ? DEFAULT_REWARD : url.hash.slice(1);
  url.hash = "";
  if (url.pathname === "/") url.pathname = "/rpc";
  return { type: "url", url: url.href, reward };
}

function pythonTarget(text: string): PythonTarget {
  const colon = text.lastIndexOf(":");
  const [module, name] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon > 0 && name !== "") {
    return { type: "python", module: module.endsWith(".py") ? resolve(module) : module, function: name };
  }
  throw new RewardError(
    "bad_input",
    "A target in Python is python:package.module:function, or python:./file.py:function.",
  );
}

/** What the reward is called within what is audited. */
export function nameOf(target: Target): string {
  if (target.type === "builtin") return target.name;
  if (target.type === "module") return target.exported;
  return target.type === "python" ? target.function : target.reward;
}
