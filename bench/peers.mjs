import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));
const TRL_PYTHON = fileAt("../.venv-trl/bin/python");

/** The Python that has TRL, if `npm run test:trl` has made it. */
export const defaultPython = existsSync(TRL_PYTHON) ? TRL_PYTHON : "python3";

/** What puts a missing module where the bench looks for it. */
const INSTALL = {
  trl: "npm run test:trl",
  math_verify: '.venv-trl/bin/pip install "math-verify[antlr4_13_2]"',
};

/** Starts `peers.py` with the file of a batch: the names of what it can time, and a function that times one of them. */
export async function startPeers(python, batchFile) {
  const child = spawn(python, [fileAt("peers.py"), batchFile], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("peers.py has ended");
    return JSON.parse(value);
  };
  const { names, missing } = await read();
  for (const module of missing) {
    console.log(
      `Left out what needs ${module}; to install it: ${INSTALL[module] ?? `pip install ${module}`}`,
    );
  }
  return {
    names,
    time: (name) => {
      child.stdin.write(`${name}\n`);
      return read();
    },
    stop: () => child.stdin.end(),
  };
}
