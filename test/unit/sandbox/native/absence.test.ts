import { describe, expect, it } from "vitest";
import { absenceOf } from "../../../../src/sandbox/native/absence.js";

const NO_NAMESPACE =
  "bwrap: No permissions to creating new namespace, likely because the kernel does not allow non-privileged user namespaces.";
const setting =
  (settings: Readonly<Record<string, string>>) =>
  (name: string): string | null =>
    settings[name] ?? null;

describe("absenceOf", () => {
  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      NO_NAMESPACE,
      { "kernel/unprivileged_userns_clone": "0" },
      "kernel.unprivileged_userns_clone is 0",
      "kernel.unprivileged_userns_clone=1",
    ],
    [
      "bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)",
      { "user/max_user_namespaces": "0" },
      "user.max_user_namespaces is 0",
      "user.max_user_namespaces=10000",
    ],
    [
      "bwrap: setting up uid map: Permission denied",
      { "kernel/unprivileged_userns_clone": "1", "kernel/apparmor_restrict_unprivileged_userns": "1" },
      "kernel.apparmor_restrict_unprivileged_userns is 1",
      "kernel.apparmor_restrict_unprivileged_userns=0",
    ],
    [
      "bwrap: Creating new namespace failed: Operation not permitted",
      {},
      "not allowed here (bwrap: Creating",
      "seccomp=unconfined",
    ],
    ["bwrap: Failed to make / slave: Permission denied", {}, "not allowed here", "apparmor=unconfined"],
    [
      "bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
      {},
      "/proc",
      "systempaths=unconfined",
    ],
    [
      "The supervisor of boxes needs Python 3.9 or newer, and this is 3.8.10.",
      {},
      "this is 3.8.10",
      "Install Python 3.9",
    ],
    ["something new", {}, "something new", "by hand"],
  ])("explains %j", (complaint, settings, reason, advice) => {
    const absence = absenceOf(complaint, setting(settings));
    expect(absence.reason).toContain(reason);
    expect(absence.advice).toContain(advice);
  });
});
