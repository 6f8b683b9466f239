import { ALLOWED_IMPORTS, type Guard, GUARDED_IMPORTS } from "./gate-rules.js";

/** Why a run ended before its program did, or how the program ended itself. */
export type Stop =
  | { readonly why: "deadline" | "output" }
  | { readonly why: "denied"; readonly name: string }
  | { readonly why: "exit"; readonly code: number };

/** The border between the interpreter and JavaScript. */
export interface Gate {
  /** From here on, a program runs: what the rules deny ends it. */
  readonly close: (deadline: number, memoryBytes: number) => void;
  /** From here on, the interpreter may do anything again. Tells what has ended the program, if the gate has. */
  readonly open: () => Stop | null;
  /** Ends the program from within a call of its own; nothing it does can catch this. */
  readonly stop: (stop: Stop) => never;
}

/** Thrown through the interpreter, which has no means to catch what it did not throw. Made once, as its stack is long. */
const ENDED = new Error("The program has ended.");

type Imported = (this: unknown, ...args: unknown[]) => unknown;

interface State {
  isClosed: boolean;
  deadline: number;
  memoryBytes: number;
  seed: number;
  stop: Stop | null;
}

/**
 * Puts the gate between an interpreter that is yet to be instantiated and its imports, and hands it the compiled module.
 * Every import is replaced within the object itself, which the dynamic linker and the table of function pointers read
 * as well.
 */
export function installGate(module: WebAssembly.Module, memory: () => Uint8Array): Gate {
  const state: State = { isClosed: false, deadline: 0, memoryBytes: 0, seed: 0, stop: null };
  const stop = (why: Stop): never => {
    // The first reason counts: code that unwinds may run into others.
    state.stop ??= why;
    throw ENDED;
  };
  const guards = guardsOf(state, memory, stop);
  const { instantiate } = WebAssembly;
  const gated = async (source: unknown, imports: WebAssembly.Imports = {}): Promise<unknown> => {
    const { env } = imports;
    if (env === undefined) return instantiate(source, imports);
    for (const namespace of new Set(Object.values(imports))) {
      if (!isFunctionTable(namespace)) continue;
      for (const [name, imported] of Object.entries(namespace)) {
        if (typeof imported === "function") namespace[name] = guarded(name, imported as Imported, guards, state, stop);
      }
    }
    return { instance: await instantiate(module, imports), module };
  };
  Object.assign(WebAssembly, { instantiate: gated });
  return {
    close: (deadline, memoryBytes) => {
      Object.assign(state, { isClosed: true, deadline, memoryBytes, seed: FIRST_SEED, stop: null });
    },
    open: () => {
      state.isClosed = false;
      return state.stop;
    },
    stop,
  };
}

/** The tables of global addresses are proxies that make up what they are asked for. */
const isFunctionTable = (namespace: WebAssembly.ModuleImports): boolean =>
  Object.values(namespace).some((value) => typeof value === "function");

type Guards = Readonly<Record<Guard, (imported: Imported) => Imported>>;

const FIRST_SEED = 0x9e3779b9;

function guardsOf(state: State, memory: () => Uint8Array, stop: (why: Stop) => never): Guards {
  const fillRandom = (start: number, length: number): void => {
    const bytes = memory();
    for (let at = start; at < start + length; at++) {
      state.seed ^= state.seed << 13;
      state.seed ^= state.seed >>> 17;
      state.seed ^= state.seed << 5;
      bytes[at] = state.seed;
    }
  };
  return {
    memory: (imported) =>
      function (this: unknown, size, ...rest) {
        const isTooMuch = state.isClosed && Number(size) >>> 0 > state.memoryBytes;
        return isTooMuch ? 0 : imported.call(this, size, ...rest);
      },
    no: (imported) =>
      function (this: unknown, ...args) {
        return state.isClosed ? 0 : imported.apply(this, args);
      },
    random: (imported) =>
      function (this: unknown, ...args) {
        if (!state.isClosed) return imported.apply(this, args);
        fillRandom(Number(args[0]) >>> 0, Number(args[1]) >>> 0);
        return 0;
      },
    deadline: (imported) =>
      function (this: unknown, ...args) {
        if (state.isClosed && Date.now() > state.deadline) stop({ why: "deadline" });
        return imported.apply(this, args);
      },
    exit: (imported) =>
      function (this: unknown, ...args) {
        return state.isClosed ? stop({ why: "exit", code: Number(args[0]) }) : imported.apply(this, args);
      },
  };
}

function guarded(
  name: string,
  imported: Imported,
  guards: Guards,
  state: State,
  stop: (why: Stop) => never,
): Imported {
  if (ALLOWED_IMPORTS.has(name)) return imported;
  const replaced = Object.hasOwn(GUARDED_IMPORTS, name)
    ? guards[GUARDED_IMPORTS[name as keyof typeof GUARDED_IMPORTS]](imported)
    : function (this: unknown, ...args: unknown[]): unknown {
        return state.isClosed ? stop({ why: "denied", name }) : imported.apply(this, args);
      };
  // The dynamic linker reads the signature that stands on the function.
  return Object.assign(replaced, imported);
}
