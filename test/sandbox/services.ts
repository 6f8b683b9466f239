import type { CodeRunner, RunLimits, RunResult } from "../../dist/code/index.js";
import { type Answer, type Received, serveLocally, type LocalServer } from "../unit/http/local-server.js";

/** What a service is asked to run. */
interface Job {
  readonly language: string;
  readonly source: string;
  readonly stdin: string;
  readonly limits: RunLimits;
}

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => value as Fields;

/** Runs a job where programs are shut in. */
async function runJob(runner: CodeRunner, { language, source, stdin, limits }: Job): Promise<RunResult> {
  const compiled = await runner.compile({ language, source });
  if (compiled.outcome !== "ok") return { ...compiled, stdout: "" };
  const [result] = await runner.run(compiled.artifact, [{ kind: "stdin", text: stdin }], limits);
  if (result === undefined) throw new Error("A run has no result.");
  return result;
}

/** The exit code by which a program would have ended so; all others are 1. */
const EXITS: Readonly<Partial<Record<RunResult["outcome"], number | null>>> = {
  ok: 0,
  timeout: null,
  output_limit: null,
  // By which the harness of Python tells these.
  memory_limit: 101,
  compile_error: 102,
};

const exitOf = ({ outcome }: RunResult): number | null => {
  const code = EXITS[outcome];
  return code === undefined ? 1 : code;
};

const STATUS_OF_PISTON: Readonly<Record<string, string>> = {
  timeout: "TO",
  output_limit: "OL",
  runtime_error: "RE",
};

/** Piston 3.1.1, as far as it is used: it runs what it is sent, with a line end behind the input. */
async function answerAsPiston(runner: CodeRunner, { path, body }: Received): Promise<Answer> {
  if (path.endsWith("/runtimes")) {
    return {
      json: ["python", "javascript"].map((language) => ({ language, version: "1.0.0", aliases: [] })),
    };
  }
  const { language, files, stdin, run_timeout, run_memory_limit } = fields(body);
  const result = await runJob(runner, {
    language: String(language),
    source: String(fields((files as unknown[])[0]).content),
    stdin: `${String(stdin)}\n`,
    limits: { timeMs: Number(run_timeout), memoryBytes: Number(run_memory_limit), outputBytes: 1 << 20 },
  });
  const run = {
    stdout: result.stdout,
    stderr: result.message ?? "",
    code: exitOf(result),
    signal: exitOf(result) === null ? "SIGKILL" : null,
    status: STATUS_OF_PISTON[result.outcome] ?? null,
    wall_time: result.wallMs,
  };
  return { json: { language, version: "1.0.0", run } };
}

async function answerAsSandboxFusion(runner: CodeRunner, { body }: Received): Promise<Answer> {
  const { language, code, stdin, run_timeout, memory_limit_MB } = fields(body);
  const result = await runJob(runner, {
    language: language === "nodejs" ? "javascript" : String(language),
    source: String(code),
    stdin: String(stdin),
    limits: {
      timeMs: 1000 * Number(run_timeout),
      memoryBytes: Number(memory_limit_MB) << 20,
      outputBytes: 1 << 20,
    },
  });
  const run_result = {
    status: result.outcome === "timeout" ? "TimeLimitExceeded" : "Finished",
    execution_time: (result.wallMs ?? 0) / 1000,
    return_code: exitOf(result),
    stdout: result.stdout,
    stderr: result.message ?? "",
  };
  return {
    json: { status: result.outcome === "ok" ? "Success" : "Failed", compile_result: null, run_result },
  };
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const plain = (text: unknown): string => Buffer.from(String(text), "base64").toString();

const STATUS_OF_JUDGE0: Readonly<Record<string, number>> = { ok: 3, timeout: 5, output_limit: 8 };

/** Judge0, whose submissions run while they are asked for. */
function judge0Answerer(): (runner: CodeRunner, request: Received) => Promise<Answer> {
  const submissions: Promise<RunResult>[] = [];
  const ids = ["Python (3.12.0)", "JavaScript (Node.js 20)"].map((name, id) => ({ id, name }));
  return async (runner, { method, path, body }) => {
    if (path === "/languages") return { json: ids };
    if (method === "POST") {
      const { source_code, language_id, stdin, cpu_time_limit, memory_limit } = fields(body);
      submissions.push(
        runJob(runner, {
          language: language_id === 0 ? "python" : "javascript",
          source: plain(source_code),
          stdin: plain(stdin),
          limits: {
            timeMs: 1000 * Number(cpu_time_limit),
            memoryBytes: Number(memory_limit) << 10,
            outputBytes: 1 << 20,
          },
        }),
      );
      return { status: 201, json: { token: String(submissions.length - 1) } };
    }
    const result = await submissions[Number(/submissions\/(\d+)/.exec(path)?.[1])];
    if (result === undefined) return { status: 404, json: {} };
    return {
      json: {
        status: { id: STATUS_OF_JUDGE0[result.outcome] ?? 11 },
        stdout: base64(result.stdout),
        stderr: base64(result.message ?? ""),
        time: String((result.wallMs ?? 0) / 1000),
        memory: 1000,
        exit_code: exitOf(result),
      },
    };
  };
}

/** Services on this machine that run what they are asked to, in the embedded sandbox, by the name of their engine. */
export const SERVICES: Readonly<Record<string, (runner: CodeRunner) => Promise<LocalServer>>> = {
  piston: (runner) => serveLocally((request) => answerAsPiston(runner, request)),
  sandbox_fusion: (runner) => serveLocally((request) => answerAsSandboxFusion(runner, request)),
  judge0: (runner) => {
    const answer = judge0Answerer();
    return serveLocally((request) => answer(runner, request));
  },
};
