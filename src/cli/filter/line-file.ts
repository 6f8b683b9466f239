import { open } from "node:fs/promises";

/** A file that is written line by line. */
export interface LineFile {
  readonly write: (line: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Lines wait until there are so many characters of them. */
const PART_CHARACTERS = 64 * 1024;

/** @throws what the file system says if the file cannot be written */
export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, "w");
  let waiting = "";
  async function flush(): Promise<void> {
    const part = waiting;
    waiting = "";
    await file.writeFile(part);
  }
  return {
    write: async (line) => {
      waiting += `${line}\n`;
      if (waiting.length >= PART_CHARACTERS) await flush();
    },
    close: async () => {
      await flush();
      await file.close();
    },
  };
}
