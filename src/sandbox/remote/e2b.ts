import {
  engineOf,
  fieldsOf,
  jsonOf,
  numberOf,
  type OpenEngine,
  type Outage,
  type RemoteReport,
  type RemoteTask,
  textOf,
} from "./engine.js";
import { fileName } from "./program.js";

/** Where the code interpreter of a sandbox listens. */
const PORT = "49999";

/** Seconds that a sandbox lives beyond the program's time, so that one that is lost ends by itself. */
const SPARE_SECONDS = 30;

const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["javascript", ["node"]],
  ["python", ["python3"]],
]);

/**
 * What the interpreter runs, which has no standard input of its own: it starts the program, keeps its limits, and says
 * how it ended. A program may forge that, and gains no more than by writing what it likes.
 */
const starter = (request: object): string => String.raw`
import base64, json, os, resource, signal, subprocess, tempfile, time
request = json.loads(${JSON.stringify(JSON.stringify(request))})
folder = tempfile.mkdtemp()
path = os.path.join(folder, request["file"])
with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
    file.write(request["source"])

def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (request["diskBytes"],) * 2)
    resource.setrlimit(resource.RLIMIT_DATA, (request["memoryBytes"],) * 2)

out, err = open(os.path.join(folder, "out"), "wb+"), open(os.path.join(folder, "err"), "wb+")
started = time.monotonic()
process = subprocess.Popen([*request["command"], path], cwd=folder, stdin=subprocess.PIPE, stdout=out, stderr=err,
                           preexec_fn=limit, start_new_session=True)
try:
    process.communicate(request["stdin"].encode("utf-8", "surrogatepass"), timeout=request["seconds"])
    code = process.returncode
except subprocess.TimeoutExpired:
    os.killpg(process.pid, signal.SIGKILL)
    code = None
wall = time.monotonic() - started

def text(file, most):
    file.seek(0)
    return base64.b64encode(file.read(most)).decode()

print(json.dumps({"code": code, "wall": wall, "out": text(out, request["outputBytes"] + 1), "err": text(err, 4096)}))
`;

/** A program may write to files as much as it may to its output, and a little more. */
const DISK_BYTES = 16 << 20;

/** What Node maps before a program begins. */
const NODE_BYTES = 256 << 20;

function codeOf(task: RemoteTask, command: readonly string[]): string {
  const { source, stdin, limits, language } = task;
  const memoryBytes = limits.memoryBytes + (language === "javascript" ? NODE_BYTES : 0);
  const bounds = { memoryBytes, outputBytes: limits.outputBytes, seconds: limits.timeMs / 1000 };
  return starter({ source, stdin, command, file: fileName(task), diskBytes: DISK_BYTES, ...bounds });
}

/** What the interpreter wrote, of a reply whose lines are events. */
function writtenIn(text: string): string | Outage {
  const events = text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [fieldsOf(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  const error = events.find(({ type }) => type === "error");
  if (error !== undefined) return { outage: `the program could not be started: ${textOf(error.value)}` };
  return events.map((event) => (event.type === "stdout" ? textOf(event.text) : "")).join("");
}

function reportOf(text: string): RemoteReport | Outage {
  const written = writtenIn(text);
  if (typeof written !== "string") return written;
  try {
    const { code, wall, out, err } = fieldsOf(JSON.parse(written));
    const [exitCode, seconds] = [numberOf(code), numberOf(wall)];
    return {
      ended: exitCode === null ? "timeout" : "itself",
      // Python tells a signal by a negative number.
      exitCode: exitCode !== null && exitCode < 0 ? null : exitCode,
      stdout: Buffer.from(textOf(out), "base64").toString(),
      stderr: Buffer.from(textOf(err), "base64").toString(),
      ...(seconds !== null && { wallMs: seconds * 1000 }),
    };
  } catch {
    return { outage: "the program's end was not reported" };
  }
}

interface Sandbox {
  readonly id: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

function sandboxOf(json: unknown, protocol: string): Sandbox | Outage {
  const { sandboxID, domain, envdAccessToken, trafficAccessToken } = fieldsOf(json);
  if (typeof sandboxID !== "string") return { outage: "a reply without a sandbox" };
  const host = `${PORT}-${sandboxID}.${textOf(domain) || "e2b.app"}`;
  const tokens = { "X-Access-Token": envdAccessToken, "E2B-Traffic-Access-Token": trafficAccessToken };
  const known = Object.entries(tokens).filter(([, token]) => typeof token === "string");
  return {
    id: sandboxID,
    url: new URL(`${protocol}//${host}/execute`),
    headers: {
      ...(Object.fromEntries(known) as Record<string, string>),
      "E2b-Sandbox-Id": sandboxID,
      "E2b-Sandbox-Port": PORT,
    },
  };
}

/** E2B's code interpreter: https://github.com/e2b-dev/code-interpreter. Each run has a sandbox of its own, without internet. */
export const e2b: OpenEngine = ({ send, root }) => {
  const sandboxes = `${root}/sandboxes`;
  const open = async ({ limits }: RemoteTask, signal: AbortSignal): Promise<Sandbox | Outage> => {
    const timeout = Math.ceil(limits.timeMs / 1000) + SPARE_SECONDS;
    const json = { templateID: "code-interpreter-v1", timeout, allow_internet_access: false };
    const reply = jsonOf(await send({ method: "POST", url: new URL(sandboxes), json }, signal));
    return "json" in reply ? sandboxOf(reply.json, new URL(root).protocol) : reply;
  };
  return engineOf(
    () => Promise.resolve(COMMANDS),
    async (task, command, signal) => {
      const sandbox = await open(task, signal);
      if ("outage" in sandbox) return sandbox;
      const { id, url, headers } = sandbox;
      try {
        const json = { code: codeOf(task, command), language: "python" };
        const reply = await send({ method: "POST", url, headers, json }, signal);
        if ("fault" in reply || reply.status !== 200) return outageOf(jsonOf(reply));
        return reportOf(reply.text);
      } finally {
        const deleted = new URL(`${sandboxes}/${encodeURIComponent(id)}`);
        await send({ method: "DELETE", url: deleted }, new AbortController().signal);
      }
    },
  );
};

const outageOf = (found: object): Outage => ("outage" in found ? (found as Outage) : { outage: "no answer" });
