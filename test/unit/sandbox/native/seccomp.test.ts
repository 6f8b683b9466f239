import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FilterPurpose, seccompFilter } from "../../../../src/sandbox/native/seccomp.js";
import { allowedCalls, type Architecture } from "../../../../src/sandbox/native/syscalls.js";

const ARCH = { x64: 0xc000003e, arm64: 0xc00000b7 };
const NAMES = { 0x7fff0000: "allow", 0x80000000: "kill", 0x00050001: "EPERM", 0x00050026: "ENOSYS" };

type Verdict = (typeof NAMES)[keyof typeof NAMES];

/** What a filter does with a call: the machine of classic BPF, as far as seccomp knows it. */
function verdictOf(filter: Buffer, arch: number, number: number, ...args: bigint[]): Verdict {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number >>> 0, 0);
  data.writeUInt32LE(arch, 4);
  args.forEach((value, index) => data.writeBigUInt64LE(value, 16 + 8 * index));
  let accumulator = 0;
  for (let at = 0; at < filter.length / 8; at++) {
    const code = filter.readUInt16LE(8 * at);
    const [ifTrue, ifFalse] = [filter.readUInt8(8 * at + 2), filter.readUInt8(8 * at + 3)];
    const operand = filter.readUInt32LE(8 * at + 4);
    const jumps: Readonly<Record<number, () => boolean>> = {
      0x15: () => accumulator === operand,
      0x25: () => accumulator > operand,
      0x35: () => accumulator >= operand,
      0x45: () => (accumulator & operand) !== 0,
    };
    if (code === 0x06) return NAMES[operand as keyof typeof NAMES];
    if (code === 0x20) accumulator = data.readUInt32LE(operand);
    else if (jumps[code]) at += jumps[code]() ? ifTrue : ifFalse;
    else throw new Error(`unknown instruction ${code.toString(16)}`);
  }
  throw new Error("the filter has no end");
}

const MACHINES: readonly Architecture[] = ["x64", "arm64"];
const RULED = {
  x64: { clone: 56, socketpair: 53, ioctl: 16, prctl: 157 },
  arm64: { clone: 220, socketpair: 199, ioctl: 29, prctl: 167 },
};

describe.each(MACHINES)("the filter for %s", (machine) => {
  const of = (purpose: FilterPurpose): Buffer => seccompFilter(machine, purpose);
  const ruled = Object.values(RULED[machine]);

  it.each<FilterPurpose>(["program", "compiler"])(
    "lets a %s make the calls of the table, and no other",
    (purpose) => {
      const allowed = new Set(allowedCalls(machine, purpose === "compiler"));
      for (let number = 0; number < 1024; number++) {
        if (ruled.includes(number)) continue;
        const expected = allowed.has(number) ? "allow" : "ENOSYS";
        expect(`${number} ${verdictOf(of(purpose), ARCH[machine], number)}`).toBe(`${number} ${expected}`);
      }
    },
  );

  it("has no instruction that jumps out of it, and fits into the kernel's limit", () => {
    const filter = of("compiler");
    expect(filter.length % 8).toBe(0);
    expect(filter.length / 8).toBeLessThan(4096);
    for (let at = 0; at < filter.length - 8; at += 8) {
      const furthest = Math.max(filter.readUInt8(at + 2), filter.readUInt8(at + 3));
      expect(at / 8 + 1 + furthest).toBeLessThan(filter.length / 8);
    }
  });

  it.each(
    MACHINES.filter((each) => each !== machine)
      .map((each) => ARCH[each])
      .concat([0x40000003, 0x40000028, 0]),
  )("ends a process that calls by the numbers of machine %s", (arch) => {
    expect(verdictOf(of("program"), arch, 0)).toBe("kill");
  });

  it("denies the numbers of x32", () => {
    for (const number of [0, 39, 59, 520]) {
      expect(verdictOf(of("program"), ARCH[machine], 0x40000000 + number)).toBe("ENOSYS");
    }
  });

  const { clone, socketpair, ioctl, prctl } = RULED[machine];
  const THREAD = 0x3d0f00n;
  it.each<[string, FilterPurpose, number, bigint[], Verdict]>([
    ["a thread", "program", clone, [THREAD], "allow"],
    ["a process", "program", clone, [17n], "EPERM"],
    ["a process that shares memory", "program", clone, [0x4111n], "EPERM"],
    ["a process", "compiler", clone, [0x4111n], "allow"],
    ["a namespace of users", "program", clone, [THREAD | 0x10000000n], "EPERM"],
    ["a namespace of users", "compiler", clone, [17n | 0x10000000n], "EPERM"],
    ["a namespace of mounts", "compiler", clone, [17n | 0x20000n], "EPERM"],
    ["a namespace of processes", "compiler", clone, [17n | 0x20000000n], "EPERM"],
    ["a namespace of the network", "compiler", clone, [17n | 0x40000000n], "EPERM"],
    ["a pair of local sockets", "program", socketpair, [1n], "allow"],
    ["a pair of packet sockets", "program", socketpair, [17n], "EPERM"],
    ["the size of a terminal", "program", ioctl, [0n, 0x5413n], "allow"],
    ["typing for a terminal (TIOCSTI)", "program", ioctl, [0n, 0x5412n], "EPERM"],
    ["typing, with a high half that the kernel drops", "program", ioctl, [0n, 0x1_0000_5412n], "EPERM"],
    ["selecting for a terminal (TIOCLINUX)", "program", ioctl, [0n, 0x541cn], "EPERM"],
    ["the name of a thread", "program", prctl, [15n], "allow"],
    ["a filter of its own", "program", prctl, [22n], "EPERM"],
    ["being debugged", "program", prctl, [0x59616d61n], "EPERM"],
  ])("decides on %s for a %s", (_what, purpose, number, args, expected) => {
    expect(verdictOf(of(purpose), ARCH[machine], number, ...args)).toBe(expected);
  });
});

/** Calls that must never be in the table, whoever extends it. */
const DANGEROUS = [
  "ptrace",
  "process_vm_readv",
  "process_vm_writev",
  "mount",
  "umount2",
  "pivot_root",
  "chroot",
  "unshare",
  "setns",
  "clone3",
  "bpf",
  "perf_event_open",
  "userfaultfd",
  "io_uring_setup",
  "keyctl",
  "add_key",
  "request_key",
  "seccomp",
  "memfd_create",
  "memfd_secret",
  "socket",
  "connect",
  "bind",
  "listen",
  "accept",
  "accept4",
  "open_by_handle_at",
  "name_to_handle_at",
  "init_module",
  "finit_module",
  "kexec_load",
  "shmget",
  "semget",
  "msgget",
  "mq_open",
  "mknodat",
  "pidfd_getfd",
  "fsopen",
  "move_mount",
  "open_tree",
  "setuid",
  "setgid",
  "capset",
  "personality",
  "splice",
  "vmsplice",
];

/** The kernel's own tables, where its headers are installed. */
const HEADERS: Readonly<Record<Architecture, string>> = {
  x64: "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
  arm64: "/usr/include/asm-generic/unistd.h",
};

describe.each(MACHINES)("the table for %s", (machine) => {
  const path = HEADERS[machine];
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const numbers = new Map(
    [...text.matchAll(/^#define __NR(?:3264)?_(\w+) (\d+)$/gm)].map(([, name = "", number]) => [
      name,
      Number(number),
    ]),
  );

  it.skipIf(text === "")("has the kernel's numbers, and none of a dangerous call", () => {
    const allowed = allowedCalls(machine, true);
    const known = new Set(numbers.values());
    expect(allowed.filter((number) => !known.has(number))).toEqual([]);
    expect(DANGEROUS.filter((name) => allowed.includes(numbers.get(name) ?? -1))).toEqual([]);
    for (const [name, number] of Object.entries(RULED[machine])) expect(numbers.get(name)).toBe(number);
    for (const name of [
      "read",
      "write",
      "mmap",
      "futex",
      "execve",
      "exit_group",
      "rt_sigreturn",
      "getrandom",
    ]) {
      expect(`${name} ${allowed.includes(numbers.get(name) ?? -1)}`).toBe(`${name} true`);
    }
  });
});
