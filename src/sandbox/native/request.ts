import type { FilterPurpose } from "./seccomp.js";

/** What a box is asked to run, once. */
export interface BoxRequest {
  /** A function of the Python harness and its arguments behind the program's text; `null` to execute a file. */
  readonly call: readonly string[] | null;
  /** What is executed, with its arguments; nothing for the program itself. */
  readonly argv: readonly string[];
  /** The name in the working folder under which the program's text is there; `null` for nowhere. */
  readonly programFile: string | null;
  /** The name of a file that is returned; `null` for none. */
  readonly resultFile: string | null;
  /** Further files of the working folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly filter: FilterPurpose;
  readonly timeMs: number;
  /** Of all threads together. */
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  /** What counts as memory: all that is mapped; or what can be written to, for engines that reserve much more. */
  readonly memoryOf: "address_space" | "data";
  readonly stackBytes: number;
  readonly outputBytes: number;
  /** Of all files together. */
  readonly diskBytes: number;
  /** How many processes and threads there may be. */
  readonly processes: number;
}

/** What a box is told to run. */
export interface BoxTask {
  /** The text or the compiled program: the same object for each task of a program, so that it is sent once. */
  readonly image: Uint8Array;
  readonly request: BoxRequest;
  readonly stdin: string;
}

/** How a run ended. */
export interface BoxReport {
  readonly ended: "itself" | "deadline" | "output";
  readonly exitCode: number | null;
  readonly signal: number | null;
  readonly wallMs: number;
  /** The most memory that was resident, the supervisor's own before the program is loaded included. */
  readonly memoryBytes: number;
  /** Whether it has used up its time on the processor. */
  readonly isOutOfTime: boolean;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly result: Buffer;
}

/** What a run may use unless its language needs something else. */
export const PROGRAM: Pick<
  BoxRequest,
  | "argv"
  | "call"
  | "programFile"
  | "resultFile"
  | "files"
  | "filter"
  | "memoryOf"
  | "stackBytes"
  | "diskBytes"
  | "processes"
> = {
  argv: [],
  call: null,
  programFile: null,
  resultFile: null,
  files: {},
  filter: "program",
  memoryOf: "address_space",
  stackBytes: 64 << 20,
  diskBytes: 16 << 20,
  processes: 64,
};

/** Why there is no report. `isLost` if the box has ended while the program ran. */
interface BoxFailure {
  readonly failure: string;
  readonly isLost: boolean;
}

export type BoxReply = BoxReport | BoxFailure;
