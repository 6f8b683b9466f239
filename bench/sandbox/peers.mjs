// What reward servers do instead: a process per test.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expected, inputs, SOURCES, TESTS, WORKERS } from "./tests.mjs";

const PYTHON = "/usr/bin/python3";
const OPEN_R1 = fileURLToPath(new URL("open_r1_loop.py", import.meta.url));

function outputOf(command, args, text) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", () => resolve(output));
    child.stdin.end(text);
  });
}

/** Runs a command per test, as many at a time as the sandboxes do. */
async function commandPerTest(command, args, programs) {
  let next = 0;
  const lane = async () => {
    while (next < programs * TESTS) {
      const at = next++ % TESTS;
      const output = await outputOf(command, args, inputs[at].text);
      if (output.trim() !== expected[at]) throw new Error(`${command} is wrong`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, lane));
}

function openR1Loop(programs) {
  const tests = inputs.map(({ text }, i) => [text, expected[i]]);
  const input = JSON.stringify({ code: SOURCES.python, tests, programs });
  const { status, stdout, stderr } = spawnSync(PYTHON, [OPEN_R1], { input, encoding: "utf8" });
  if (status !== 0 || stdout.trim() !== "1.0") throw new Error(stdout + stderr);
}

const BOX =
  "--unshare-all --as-pid-1 --die-with-parent --ro-bind /usr /usr --symlink usr/lib /lib --symlink usr/lib64 /lib64 --proc /proc --dev /dev --tmpfs /tmp";

const hasBubblewrap = spawnSync("bwrap", ["--version"]).status === 0;

/** By name; each runs as many programs as it is told. */
export const peers = {
  "python3 per test, no sandbox": (programs) => commandPerTest(PYTHON, ["-c", SOURCES.python], programs),
  "open-r1's loop, no sandbox": openR1Loop,
  ...(hasBubblewrap && {
    "bubblewrap + python3 per test": (programs) =>
      commandPerTest("bwrap", [...BOX.split(" "), PYTHON, "-c", SOURCES.python], programs),
  }),
};
