import { allowedCalls, type Architecture, ruledCall, type RuledCall } from "./syscalls.js";

/** Whom a filter is for: a submitted program, which is one process; or a compiler, which starts others. */
export type FilterPurpose = "program" | "compiler";

/** What an argument must be: one of a few values; or flags, of which one must be set and others must not. */
type ArgumentRule =
  | { readonly argument: number; readonly oneOf: readonly number[] }
  | { readonly argument: number; readonly required: number; readonly forbidden: number };

const CLONE_THREAD = 0x0001_0000;
/** All flags of `clone` that make a namespace. */
const CLONE_NAMESPACES = 0x7e02_0000;
const AF_UNIX = 1;
const [PR_SET_NAME, PR_GET_NAME] = [15, 16];
/** TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: what streams are asked. None of them writes to a terminal. */
const STREAM_REQUESTS = [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451] as const;

const rulesFor = (purpose: FilterPurpose): Readonly<Record<RuledCall, ArgumentRule>> => ({
  // With one process per program, a limit of a process is a limit of the program.
  clone: { argument: 0, required: purpose === "program" ? CLONE_THREAD : 0, forbidden: CLONE_NAMESPACES },
  socketpair: { argument: 0, oneOf: [AF_UNIX] },
  ioctl: { argument: 1, oneOf: STREAM_REQUESTS },
  prctl: { argument: 0, oneOf: [PR_SET_NAME, PR_GET_NAME] },
});

/** The kernel's names of machines (AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64). */
const AUDIT_ARCH: Readonly<Record<Architecture, number>> = { x64: 0xc000_003e, arm64: 0xc000_00b7 };

/** Opcodes of classic BPF: load a word of the call's data, compare, return. */
const [LOAD, EQUAL, GREATER, AT_LEAST, ANY_SET, RETURN] = [0x20, 0x15, 0x25, 0x35, 0x45, 0x06] as const;

/** Places in the call's data (struct seccomp_data). */
const [NUMBER_AT, ARCH_AT, ARGUMENTS_AT] = [0, 4, 16] as const;

const [ALLOW, KILL_PROCESS, ERROR] = [0x7fff_0000, 0x8000_0000, 0x0005_0000] as const;
const [EPERM, ENOSYS] = [1, 38] as const;

/** An instruction: opcode, how many to skip where its comparison holds and where it does not, and its operand. */
type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, operand: number];

const load = (at: number): Instruction => [LOAD, 0, 0, at];
const end = (action: number): Instruction => [RETURN, 0, 0, action];

/** The low half of an argument, which is all that the kernel looks at in the ones that are ruled. */
const loadArgument = (index: number): Instruction => load(ARGUMENTS_AT + 8 * index);

function checkArgument(rule: ArgumentRule): readonly Instruction[] {
  const denied = end(ERROR | EPERM);
  if ("oneOf" in rule) {
    const tests = rule.oneOf.flatMap((value) => [[EQUAL, 0, 1, value], end(ALLOW)] as const);
    return [loadArgument(rule.argument), ...tests, denied];
  }
  const required: readonly Instruction[] =
    rule.required === 0 ? [] : [[ANY_SET, 1, 0, rule.required], denied];
  return [loadArgument(rule.argument), [ANY_SET, 0, 1, rule.forbidden], denied, ...required, end(ALLOW)];
}

/** Skips the instructions unless the call has that number. They must all end with a return. */
const ifCall = (number: number, then: readonly Instruction[]): readonly Instruction[] => [
  [EQUAL, 0, then.length, number],
  ...then,
];

function ranges(ascending: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of ascending) {
    const current = found.at(-1);
    if (current && number <= current[1] + 1) current[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/**
 * A seccomp filter, as the kernel takes it: an array of `struct sock_filter`. A call that is not known to be harmless
 * fails as one that the kernel does not have, which libraries are used to; calls by the numbers of another machine end
 * the process.
 */
export function seccompFilter(architecture: Architecture, purpose: FilterPurpose): Buffer {
  const ruled = Object.entries(rulesFor(purpose)) as [RuledCall, ArgumentRule][];
  const allowed = ranges(allowedCalls(architecture, purpose === "compiler"));
  return encode([
    load(ARCH_AT),
    [EQUAL, 1, 0, AUDIT_ARCH[architecture]],
    end(KILL_PROCESS),
    load(NUMBER_AT),
    ...ruled.flatMap(([name, rule]) => ifCall(ruledCall(name, architecture), checkArgument(rule))),
    ...allowed.flatMap(([first, last]): Instruction[] => [
      [AT_LEAST, 0, 2, first],
      [GREATER, 1, 0, last],
      end(ALLOW),
    ]),
    end(ERROR | ENOSYS),
  ]);
}

function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * program.length);
  program.forEach(([code, ifTrue, ifFalse, operand], index) => {
    bytes.writeUInt16LE(code, 8 * index);
    bytes.writeUInt8(ifTrue, 8 * index + 2);
    bytes.writeUInt8(ifFalse, 8 * index + 3);
    bytes.writeUInt32LE(operand >>> 0, 8 * index + 4);
  });
  return bytes;
}
