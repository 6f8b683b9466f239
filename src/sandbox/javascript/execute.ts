import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import type { RunInput } from "../../code/index.js";
import type { RunReport } from "../protocol.js";
import { GUEST } from "./guest.js";
import { isModule } from "./modules.js";
import type { Run } from "./run.js";

type Outcome = RunReport["outcome"];

/** What evaluating came to. */
type Evaluated =
  | { readonly value: QuickJSHandle; readonly error?: undefined }
  | { readonly error: QuickJSHandle; readonly value?: undefined };

/** The functions of the guest, which the program does not see. */
type Guest = (name: string, ...values: readonly QuickJSHandle[]) => Evaluated;

/** Runs the program of a task, or only compiles it where there is no input. */
export type Program = (run: Run) => Outcome;

/** Puts into a fresh context what programs find there; `current` is the run that functions of the host work for. */
export function prepareProgram(context: QuickJSContext, current: () => Run | null): Program {
  defineHost(context, current);
  const object = context.unwrapResult(context.evalCode(GUEST, "guest.js"));
  const guest: Guest = (name, ...values) => folded(context.callMethod(object, name, [...values]));
  return (run) =>
    run.task.input === null ? compile(context, run) : execute(context, run, run.task.input, guest);
}

const evaluationOf = (source: string): { readonly type: "module" | "global" } => ({
  type: isModule(source) ? "module" : "global",
});

function compile(context: QuickJSContext, run: Run): Outcome {
  const { source } = run.task;
  const { error } = context.evalCode(source, "main.js", { ...evaluationOf(source), compileOnly: true });
  if (!error) return "ok";
  const { name, message } = errorText(context.dump(error));
  run.write(2, `${name}: ${message}`);
  return "compile_error";
}

function execute(context: QuickJSContext, run: Run, input: RunInput, guest: Guest): Outcome {
  const { source } = run.task;
  const failure = (error: QuickJSHandle): Outcome => {
    const { name, message } = errorText(context.dump(error));
    if (run.ended() === null) guest("fail", error);
    return name === "InternalError" && message === "out of memory" ? "memory_limit" : "runtime_error";
  };
  if (input.kind !== "stdin") guest("mute");
  const evaluated = folded(context.evalCode(source, "main.js", evaluationOf(source)));
  const main = settled(context, run, guest, evaluated);
  if (main.error) return failure(main.error);
  if (input.kind === "stdin") {
    const code = guest("end").value;
    return code && context.getNumber(code) === 0 ? "ok" : "runtime_error";
  }
  const value = settled(context, run, guest, compute(context, input, guest, main.value));
  const given = value.error ? value : guest("give", value.value);
  return given.error ? failure(given.error) : "ok";
}

function folded(result: ReturnType<QuickJSContext["evalCode"]>): Evaluated {
  return result.error ? { error: result.error } : { value: result.value };
}

function errorText(dumped: unknown): { readonly name: string; readonly message: string } {
  const { name = "Error", message = "" } = (typeof dumped === "object" && dumped !== null ? dumped : {}) as {
    name?: unknown;
    message?: unknown;
  };
  return { name: String(name), message: String(message) };
}

const IDENTIFIER = /^[a-z_$][\w$]*$/i;

/** A function is one of the script's, or one that a module exports. */
function compute(
  context: QuickJSContext,
  input: Exclude<RunInput, { kind: "stdin" }>,
  guest: Guest,
  main: QuickJSHandle,
): Evaluated {
  if (input.kind === "expression") return folded(context.evalCode(`(${input.text}\n)`, "test.js"));
  const { name } = input;
  // What a script declares by const is no property of the global object.
  const own = context.evalCode(
    IDENTIFIER.test(name) ? `typeof ${name} === "undefined" ? undefined : ${name}` : "",
  );
  if (own.error) return own;
  return guest("call", context.newString(name), own.value, main, context.newString(input.args));
}

/** Runs jobs and timers until none is left, and then looks what a promise has become. */
function settled(context: QuickJSContext, run: Run, guest: Guest, evaluated: Evaluated): Evaluated {
  if (evaluated.error) return evaluated;
  const { runtime } = context;
  for (let isBusy = true; isBusy && run.ended() === null;) {
    const jobs = runtime.executePendingJobs();
    if (jobs.error) return { error: jobs.error };
    const tick = guest("tick");
    if (tick.error) return tick;
    isBusy = context.dump(tick.value) === true || runtime.hasPendingJob();
    if (Date.now() > run.deadline) run.end("deadline");
  }
  const state = context.getPromiseState(evaluated.value);
  if (state.type === "rejected") return { error: state.error };
  return { value: state.type === "fulfilled" ? state.value : evaluated.value };
}

function defineHost(context: QuickJSContext, current: () => Run | null): void {
  const define = (
    name: string,
    body: (first: QuickJSHandle, second: QuickJSHandle) => QuickJSHandle,
  ): void => {
    context.setProp(context.global, name, context.newFunction(name, body));
  };
  define("__read", () => {
    const input = current()?.task.input;
    return context.newString(input?.kind === "stdin" ? input.text : "");
  });
  define("__write", (descriptor, text) => {
    current()?.write(context.getNumber(descriptor), context.getString(text));
    return context.undefined;
  });
  define("__exit", (code) => {
    current()?.end(context.getNumber(code));
    // The engine looks whether it is to stop soon, and not at once.
    throw new Error("exit");
  });
}
