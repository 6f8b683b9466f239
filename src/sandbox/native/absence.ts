/** Why the native sandbox, or a language of it, is not to be had here, and what to do about it. */
export interface Absence {
  readonly reason: string;
  readonly advice: string;
}

/** What may be missing that can be told at once. */
export const MISSING: Readonly<
  Record<"linux" | "architecture" | "bubblewrap" | "python" | "compiler", Absence>
> = {
  linux: {
    reason: "It needs Linux.",
    advice: "Run on Linux, or in the Linux of a container or virtual machine.",
  },
  architecture: {
    reason: "It knows the system calls of x86-64 and aarch64 alone.",
    advice: "Run a Node of one of these architectures.",
  },
  bubblewrap: {
    reason: "bubblewrap (bwrap) is not installed.",
    advice: "Install it: apt-get install bubblewrap, or dnf install bubblewrap.",
  },
  python: {
    reason: "There is no python3 in /usr/bin or /usr/local/bin.",
    advice: "Install it: apt-get install python3, or dnf install python3.",
  },
  compiler: {
    reason: "There is no /usr/bin/g++.",
    advice: "Install it: apt-get install g++, or dnf install gcc-c++ libstdc++-static.",
  },
};

/** What it means that Node does not start in a box. */
export function nodeAbsence(complaint: string): Absence {
  return {
    reason: `Node does not start in a box: ${complaint.trim()}`,
    advice: "Install a Node that needs no libraries beyond those in /usr.",
  };
}

/** Settings of the kernel that forbid user namespaces, and the value of each that allows them. */
const NAMESPACE_SETTINGS: readonly (readonly [
  name: string,
  forbids: (value: string) => boolean,
  allowing: string,
])[] = [
  ["kernel/unprivileged_userns_clone", (value) => value === "0", "1"],
  ["user/max_user_namespaces", (value) => value === "0", "10000"],
  ["kernel/apparmor_restrict_unprivileged_userns", (value) => value === "1", "0"],
];

const IN_CONTAINER =
  "In a container, allow them: docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined.";

/** What bubblewrap says where it may not make namespaces, in its releases so far. */
const NO_NAMESPACES = /namespace|uid map|gid map|unshare|Failed to make \/ slave/i;

const NO_PROC = "mount proc";

const OLD_PYTHON = "needs Python";

/**
 * What a failure to start a box means.
 *
 * @param complaint - what bubblewrap has written
 * @param setting - the value of a setting of the kernel, by its path in /proc/sys; `null` if there is none
 */
export function absenceOf(complaint: string, setting: (name: string) => string | null): Absence {
  if (complaint.includes(NO_PROC)) {
    return {
      reason:
        "A file system of processes (/proc) cannot be mounted here, as in containers that hide parts of it.",
      advice: "docker run --security-opt systempaths=unconfined, or podman run --security-opt unmask=ALL.",
    };
  }
  if (complaint.includes(OLD_PYTHON)) return { reason: complaint, advice: "Install Python 3.9 or newer." };
  if (NO_NAMESPACES.test(complaint)) return namespaceAbsence(complaint, setting);
  return {
    reason: `A box cannot be started: ${complaint}`,
    advice: "Run bwrap by hand and see what it lacks.",
  };
}

function namespaceAbsence(complaint: string, setting: (name: string) => string | null): Absence {
  const found = NAMESPACE_SETTINGS.find(([name, forbids]) => forbids(setting(name) ?? ""));
  if (found === undefined) {
    return { reason: `User namespaces are not allowed here (${complaint}).`, advice: IN_CONTAINER };
  }
  const [path, , allowing] = found;
  const name = path.replace("/", ".");
  return {
    reason: `User namespaces are not allowed here: ${name} is ${setting(path) ?? "not set"}.`,
    advice: `As root, sysctl -w ${name}=${allowing}.`,
  };
}
