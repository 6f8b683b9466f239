const tries = [
  () => require("child_process").spawnSync("sh", ["-c", "echo > /tmp/PWNED"]),
  () => require("child_process").fork(__filename),
  () => process.binding("spawn_sync").spawn({ file: "/bin/sh", args: ["sh", "-c", "echo 15"], stdio: [] }),
  () => process.kill(process.ppid, "SIGKILL"),
  () => process.dlopen({ exports: {} }, "/tmp/x.node"),
  () => new (require("worker_threads").Worker)("for (;;);", { eval: true }).unref(),
];
for (const attempt of tries) {
  try {
    attempt();
  } catch {}
}
process.exit(0);
