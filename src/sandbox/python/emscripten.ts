/** What the interpreter's file system calls a file, folder or device. */
export interface FileNode {
  mode: number;
  contents?: unknown;
  readonly name: string;
}

/** An open file. */
export interface FileStream {
  fd: number | null;
  /** What duplicates of a descriptor have in common. */
  shared: Record<string, unknown>;
}

/** A file in memory; its contents may have more room than it uses. */
interface MemoryFile {
  readonly contents: Uint8Array;
  readonly usedBytes: number;
}

/** Writes `length` bytes of a buffer to an open file, at `position`; returns how many. */
type WriteFile = (
  stream: { readonly node: MemoryFile },
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number,
  canOwn?: boolean,
) => number;

/** The part of Emscripten's file system in memory that grows files and makes nodes. */
interface MemoryFiles {
  readonly ops_table: { readonly file: { readonly stream: { write: WriteFile } } };
  createNode: (parent: FileNode | null, name: string, mode: number, device: number) => FileNode;
  expandFileStorage: (node: MemoryFile, capacity: number) => void;
  resizeFileStorage: (node: MemoryFile, size: number) => void;
}

/** The part of Emscripten's `FS` that keeping programs apart needs. */
export interface FileSystem {
  readonly root: FileNode;
  readonly streams: (FileStream | null | undefined)[];
  readonly filesystems: { readonly MEMFS: MemoryFiles };
  readonly ErrnoError: new (errno: number) => Error;
  ignorePermissions: boolean;
  readonly isDir: (mode: number) => boolean;
  readonly chdir: (path: string) => void;
  readonly unlink: (path: string) => void;
  readonly destroyNode: (node: FileNode) => void;
  readonly lookupPath: (path: string) => { readonly node: FileNode };
}

/** The part of Emscripten's module that runs and restores an interpreter. */
export interface EmscriptenModule {
  readonly FS: FileSystem;
  /** The memory; another array after it has grown. */
  readonly HEAPU8: Uint8Array;
  readonly stringToNewUTF8: (text: string) => number;
  /** Runs Python source in `__main__`. */
  readonly _PyRun_SimpleStringFlags: (source: number, flags: number) => number;
  /** Where the heap ends, if it is to grow by nothing. It never shrinks while a program runs. */
  readonly _sbrk: (increment: number) => number;
  readonly _emscripten_stack_get_current: () => number;
  readonly __emscripten_stack_restore: (stack: number) => void;
}
