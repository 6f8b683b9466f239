import { lstatSync, readlinkSync } from "node:fs";

/** A folder of the host that a box sees, and where. */
export interface Bind {
  readonly source: string;
  readonly target: string;
}

/** Who boxes are when the host is root: limits of processes do not hold for root. */
const UNPRIVILEGED = 64_000;

/** Folders that are links into /usr on most systems, and folders of their own on the others. */
const OF_USR = ["/bin", "/lib", "/lib64", "/lib32", "/sbin"];

const DEVICES = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

/** The names of streams, which programs read and write like files. */
const STREAMS = { stdin: "0", stdout: "1", stderr: "2" };

const ENVIRONMENT = { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", HOME: "/tmp", PYTHONHASHSEED: "0" };

/**
 * What bubblewrap is called with: new namespaces of every kind, a root of read-only system folders, five devices, no
 * network, no environment. What runs in the box first may mount, and nothing else; see the supervisor.
 */
export function bubblewrapArguments(binds: readonly Bind[], command: readonly string[]): string[] {
  return [
    ...["user", "pid", "net", "ipc", "uts"].map((name) => `--unshare-${name}`),
    "--unshare-cgroup-try",
    ...["--uid", "65534", "--gid", "65534", "--hostname", "box"],
    ...["--as-pid-1", "--die-with-parent", "--new-session", "--clearenv"],
    ...Object.entries(ENVIRONMENT).flatMap(([name, value]) => ["--setenv", name, value]),
    ...["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"],
    ...["--ro-bind", "/usr", "/usr"],
    ...OF_USR.flatMap(systemFolder),
    ...["--proc", "/proc", "--dir", "/dev", "--dir", "/tmp"],
    ...DEVICES.flatMap((path) => ["--dev-bind", path, path]),
    ...Object.entries(STREAMS).flatMap(([name, fd]) => ["--symlink", `/proc/self/fd/${fd}`, `/dev/${name}`]),
    ...["--symlink", "/proc/self/fd", "/dev/fd"],
    ...binds.flatMap(({ source, target }) => ["--ro-bind", source, target]),
    ...["--remount-ro", "/", "--chdir", "/", "--", ...command],
  ];
}

function systemFolder(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isSymbolicLink() ? ["--symlink", readlinkSync(path), path] : ["--ro-bind", path, path];
}

/** Whom bubblewrap is started as: nobody in particular where that is to be chosen. */
export function boxUser(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
}
