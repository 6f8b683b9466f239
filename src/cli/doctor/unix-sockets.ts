import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ok, type Finding, type Probe } from "./probe.js";

async function connectToOurselves(folder: string): Promise<Finding> {
  const path = join(folder, "probe.sock");
  const server = createServer((socket) => socket.end());
  try {
    server.listen(path);
    await once(server, "listening");
    const client = connect(path);
    await once(client, "connect");
    client.destroy();
    return ok(`one was made in ${folder}`);
  } finally {
    server.close();
  }
}

/** Whether servers can be shared by the processes of a host. */
export const unixSockets: Probe = {
  name: "unix sockets",
  advice: "Set TMPDIR and XDG_RUNTIME_DIR to folders of a local file system, with short paths.",
  run: async () => {
    if (process.platform === "win32") {
      const advice = "Share a server with `grpo-rewards serve --http` in place of --socket.";
      return { status: "absent", detail: "not on Windows", advice };
    }
    const folder = await mkdtemp(join(tmpdir(), "grpo-rewards-"));
    try {
      return await connectToOurselves(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
