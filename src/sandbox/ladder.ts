import { type CodeRunner, languageName, type Program, type RunnerCapabilities } from "../code/index.js";
import { checkName, RewardError } from "../core/index.js";
import { embeddedRunner } from "./embedded-runner.js";
import { nativeRunner } from "./native/runner.js";
import { remoteRunner, type RemoteRunnerOptions } from "./remote/runner.js";

/**
 * Which sandbox runs programs: the embedded one; the native one; or, of each language, the first of the two that runs it.
 * There is no other choice: nothing runs outside of a sandbox.
 */
export type RunnerName = "auto" | "embedded" | "native";

/** A sandbox of this machine by its name, or a service that has sandboxes elsewhere. */
export type RunnerChoice = RemoteRunnerOptions | RunnerName;

type RungName = Exclude<RunnerName, "auto">;

/** The sandboxes, from the one that needs least of its host. */
const RUNGS: Readonly<Record<RungName, () => CodeRunner>> = {
  embedded: () => embeddedRunner(),
  native: () => nativeRunner(),
};

/**
 * The runner of a choice.
 *
 * @throws {RewardError} `bad_options` for a name or an engine that there is not
 */
export function createRunner(choice: RunnerChoice): CodeRunner {
  if (typeof choice !== "string") return remoteRunner(choice);
  checkName("runner", choice, ["auto", ...Object.keys(RUNGS)]);
  return choice === "auto" ? ladderRunner(Object.values(RUNGS).map((create) => create())) : RUNGS[choice]();
}

/**
 * @throws {RewardError} if a runner that was asked for runs nothing, with the reason and what to do
 */
export async function requireRunner(runner: CodeRunner): Promise<void> {
  const { isolation, languages } = await runner.capabilities();
  const states = Object.values(languages);
  const [first] = states;
  if (first === undefined || "available" in first || states.some((state) => "available" in state)) return;
  const { reason, advice = "" } = first;
  throw new RewardError(
    "bad_options",
    `The runner "${isolation}" cannot run here: ${reason} ${advice}`.trimEnd(),
  );
}

/** What each sandbox can run here, by its name, from the first that is tried. */
export async function sandboxLadder(): Promise<readonly RunnerCapabilities[]> {
  return Promise.all(Object.values(RUNGS).map((create) => create().capabilities()));
}

type LanguageState = RunnerCapabilities["languages"][string];

/** What the handle of an artifact is: the runner that made it, and its own artifact. */
interface Handle {
  readonly rung: CodeRunner;
  readonly artifact: Parameters<CodeRunner["run"]>[0];
}

/** Runs a program on the first of the runners that runs its language. */
export function ladderRunner(rungs: readonly CodeRunner[]): CodeRunner {
  const statesOf = (
    language: string,
    files: Program["files"],
  ): Promise<readonly (LanguageState | undefined)[]> =>
    Promise.all(
      rungs.map(async (rung) => {
        const { languages, takesFiles = false } = await rung.capabilities();
        return files && !takesFiles ? undefined : languages[language];
      }),
    );
  return {
    capabilities: async () => {
      const all = await Promise.all(rungs.map((rung) => rung.capabilities()));
      const names = [...new Set(all.flatMap(({ languages }) => Object.keys(languages)))];
      const merged = names.map((name) => [name, mergeStates(all.map(({ languages }) => languages[name]))]);
      return {
        isolation: all.map(({ isolation }) => isolation).join(", "),
        languages: Object.fromEntries(merged) as RunnerCapabilities["languages"],
        takesFiles: all.some(({ takesFiles = false }) => takesFiles),
      };
    },
    compile: async (program, signal) => {
      const language = languageName(program.language);
      const states = await statesOf(language, program.files);
      const rung = rungs[states.findIndex((state) => state !== undefined && "available" in state)];
      if (rung === undefined) {
        const state = mergeStates(states);
        return { outcome: "infra_error", message: "reason" in state ? state.reason : "" };
      }
      const compiled = await rung.compile(program, signal);
      if (compiled.outcome !== "ok") return compiled;
      const handle: Handle = { rung, artifact: compiled.artifact };
      return { outcome: "ok", artifact: { language, handle } };
    },
    run: ({ handle }, inputs, limits, signal) => {
      const { rung, artifact } = handle as Handle;
      return rung.run(artifact, inputs, limits, signal);
    },
    close: async () => {
      await Promise.all(rungs.map((rung) => rung.close()));
    },
  };
}

/** Whether any runner runs a language; or the reasons of all that know it. */
function mergeStates(states: readonly (LanguageState | undefined)[]): LanguageState {
  const known = states.filter((state) => state !== undefined);
  const available = known.find((state) => "available" in state);
  if (available !== undefined) return available;
  const reasons = known.flatMap((state) => ("reason" in state ? [state.reason] : []));
  const advice = known.flatMap((state) => ("advice" in state && state.advice ? [state.advice] : []));
  const reason = reasons.join(" ") || "No sandbox runs this language.";
  return advice.length === 0 ? { reason } : { reason, advice: advice.join(" ") };
}
