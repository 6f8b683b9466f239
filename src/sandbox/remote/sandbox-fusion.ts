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

/** What the service calls a language. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: "bash",
    cpp: "cpp",
    csharp: "csharp",
    go: "go",
    java: "java",
    julia: "julia",
    javascript: "nodejs",
    kotlin: "kotlin_script",
    lua: "lua",
    perl: "perl",
    php: "php",
    python: "python",
    r: "R",
    ruby: "ruby",
    rust: "rust",
    scala: "scala",
    typescript: "typescript",
  }),
);

const BYTES_PER_MB = 1 << 20;

function requestOf({ source, stdin, limits }: RemoteTask, language: string): object {
  return {
    code: source,
    language,
    stdin,
    run_timeout: limits.timeMs / 1000,
    memory_limit_MB: Math.ceil(limits.memoryBytes / BYTES_PER_MB),
  };
}

function reportOf(json: unknown): RemoteReport | Outage {
  const { status, message, compile_result, run_result } = fieldsOf(json);
  if (status === "SandboxError") return { outage: `its sandbox failed: ${textOf(message)}` };
  const compile = fieldsOf(compile_result);
  const hasCompiled = compile_result === undefined || compile_result === null || compile.return_code === 0;
  const last = hasCompiled ? fieldsOf(run_result) : compile;
  const { status: end, stdout, stderr, return_code, execution_time } = last;
  const seconds = numberOf(execution_time);
  const report = {
    exitCode: numberOf(return_code),
    stdout: textOf(stdout),
    stderr: textOf(stderr),
    ...(seconds !== null && { wallMs: seconds * 1000 }),
  };
  if (!hasCompiled) return { ...report, ended: "compile_error" };
  if (end === "Finished") return { ...report, ended: "itself" };
  if (end === "TimeLimitExceeded") return { ...report, ended: "timeout" };
  return { outage: `its sandbox failed: ${textOf(stderr) || textOf(message) || "a reply without a run"}` };
}

/** SandboxFusion, `POST /run_code`: https://github.com/bytedance/SandboxFusion. */
export const sandboxFusion: OpenEngine = ({ send, root }) =>
  engineOf(
    () => Promise.resolve(LANGUAGES),
    async (task, language, signal) => {
      const url = new URL(`${root}/run_code`);
      const json = requestOf(task, language);
      const reply = jsonOf(await send({ method: "POST", url, json }, signal));
      return "json" in reply ? reportOf(reply.json) : reply;
    },
  );
