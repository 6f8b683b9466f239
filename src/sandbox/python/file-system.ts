import type { FileNode, FileStream, FileSystem } from "./emscripten.js";

/** Bytes that all files of a program may have: they are outside of the memory that the interpreter is limited to. */
const MAX_BYTES = 16 << 20;

/** Files and folders that a program may make. */
const MAX_NODES = 1000;

/** Errors that programs see, by Emscripten's numbers. */
const NO_SPACE = 51;

const WORK_FOLDER = "/home/pyodide";
const WRITABLE = [WORK_FOLDER, "/tmp"];

/** What keeps a program's files within bounds, and away from other programs. */
export interface GuardedFiles {
  /** Puts everything back as it was before any program ran. */
  readonly restore: () => void;
}

/**
 * Makes the interpreter's file system read-only but for two folders, and bounds what a program may put there. Without
 * it a program could change the standard library that the next one imports.
 */
export function guardFiles(files: FileSystem): GuardedFiles {
  // Terminals lead to the standard streams of the process.
  for (const terminal of ["/dev/tty", "/dev/tty1"]) files.unlink(terminal);
  const writable = WRITABLE.map((path) => files.lookupPath(path).node);
  protect(files, files.root, new Set(writable));
  files.ignorePermissions = false;
  const resetUse = boundUse(files);
  const restoreStreams = streamKeeper(files.streams);
  const restore = (): void => {
    for (const folder of writable) empty(files, folder);
    restoreStreams();
    files.chdir(WORK_FOLDER);
    resetUse();
  };
  restore();
  return { restore };
}

const WRITE_BITS = 0o222;

function entriesOf(files: FileSystem, node: FileNode): readonly FileNode[] {
  return files.isDir(node.mode) ? Object.values(node.contents as Record<string, FileNode>) : [];
}

/** Devices stay writable, as standard output is one; the folder that holds them does not. */
function protect(files: FileSystem, node: FileNode, except: ReadonlySet<FileNode>): void {
  if (except.has(node)) return;
  if (typeof node.contents === "object" && node.contents !== null) node.mode &= ~WRITE_BITS;
  for (const entry of entriesOf(files, node)) protect(files, entry, except);
}

/** Counts bytes and nodes; the returned function forgets the count. */
function boundUse(files: FileSystem): () => void {
  const { MEMFS } = files.filesystems;
  const use = { bytes: 0, nodes: 0 };
  const grow = (by: number): void => {
    use.bytes += Math.max(by, 0);
    if (!(use.bytes <= MAX_BYTES)) throw new files.ErrnoError(NO_SPACE);
  };
  const { createNode, expandFileStorage, resizeFileStorage } = MEMFS;
  MEMFS.expandFileStorage = (node, capacity) => {
    grow(capacity - node.contents.length);
    expandFileStorage(node, capacity);
  };
  MEMFS.resizeFileStorage = (node, size) => {
    grow(size - node.contents.length);
    resizeFileStorage(node, size);
  };
  const { stream: operations } = MEMFS.ops_table.file;
  const { write } = operations;
  operations.write = (stream, buffer, offset, length, position, canOwn) => {
    // The first write to a file replaces its contents, and asks for no room.
    if (stream.node.usedBytes === 0 && position === 0) grow(length - stream.node.contents.length);
    return write(stream, buffer, offset, length, position, canOwn);
  };
  MEMFS.createNode = (parent, name, mode, device) => {
    if (++use.nodes > MAX_NODES) throw new files.ErrnoError(NO_SPACE);
    return createNode(parent, name, mode, device);
  };
  return () => Object.assign(use, { bytes: 0, nodes: 0 });
}

/** Removes what is in a folder, however deep: node by node, since a path can be too long to look up. */
function empty(files: FileSystem, folder: FileNode): void {
  const found = [...entriesOf(files, folder)];
  for (let node = found.pop(); node !== undefined; node = found.pop()) {
    found.push(...entriesOf(files, node));
    files.destroyNode(node);
  }
  folder.contents = {};
}

/** Programs close and duplicate descriptors, and move where they stand. */
function streamKeeper(streams: (FileStream | null | undefined)[]): () => void {
  const kept = streams.map((stream) => stream && { stream, shared: { ...stream.shared } });
  return () => {
    streams.length = kept.length;
    for (const [fd, entry] of kept.entries()) {
      if (entry) {
        Object.assign(entry.stream.shared, entry.shared);
        entry.stream.fd = fd;
      }
      streams[fd] = entry?.stream;
    }
  };
}
