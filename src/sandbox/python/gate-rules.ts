/**
 * What WebAssembly code may ask of JavaScript while a user's program runs. The interpreter has 268 imports, and each is
 * a way to the host: `_emscripten_system` starts a shell, and any `Jsv…` call on a JavaScript object leads to `Function`.
 * So an import is denied unless it stands here, and calling one that is denied ends the run, whatever the program does
 * to catch it. A name that a new release brings is denied as well, until someone has read what it does.
 */

/** Reads clocks, without effect on anything. */
const TIME = [
  "clock_res_get",
  "_localtime_js",
  "_gmtime_js",
  "_mktime_js",
  "_timegm_js",
  "_tzset_js",
] as const;

/** Works on the file system in memory, within the limits of `file-system.ts`. No folder of the host is mounted. */
const FILES = [
  "fd_read",
  "fd_write",
  "fd_close",
  "fd_seek",
  "fd_pread",
  "fd_pwrite",
  "fd_sync",
  "fd_fdstat_get",
  "__syscall_chdir",
  "__syscall_dup",
  "__syscall_dup3",
  "__syscall_faccessat",
  "__syscall_fcntl64",
  "__syscall_fstat64",
  "__syscall_ftruncate64",
  "__syscall_getcwd",
  "__syscall_getdents64",
  "__syscall_ioctl",
  "__syscall_lstat64",
  "__syscall_mkdirat",
  "__syscall_newfstatat",
  "__syscall_openat",
  "__syscall_readlinkat",
  "__syscall_renameat",
  "__syscall_rmdir",
  "__syscall_stat64",
  "__syscall_truncate64",
  "__syscall_unlinkat",
] as const;

/** Tells constants, or calls back into WebAssembly. */
const INTERPRETER = [
  // Calls a function of the interpreter's own table.
  "_PyEM_TrampolineCall_JS",
  "__syscall_getuid32_js",
  // The environment that the interpreter was started with, which is empty but for its own settings.
  "environ_get",
  "environ_sizes_get",
  "emscripten_get_heap_max",
] as const;

/** Imports that a program may call as they are. */
export const ALLOWED_IMPORTS: ReadonlySet<string> = new Set([...TIME, ...FILES, ...INTERPRETER]);

/** Imports that a program may call, with limits that `gate.ts` puts around them. */
export const GUARDED_IMPORTS = {
  /** More memory, up to the limit; beyond it the interpreter raises MemoryError. */
  emscripten_resize_heap: "memory",
  /** Whether JavaScript may suspend the interpreter: never. */
  can_run_sync_js: "no",
  /** Random bytes: the same ones in every run, so that a verdict is too. */
  random_get: "random",
  /** Called every few bytecodes, and thus where a program ends that takes too long. */
  _Py_CheckEmscriptenSignals_Helper: "deadline",
  /** Called in a loop by `time.sleep`, so the deadline is looked at as well. */
  clock_time_get: "deadline",
  emscripten_get_now: "deadline",
  emscripten_date_now: "deadline",
  /** `os._exit`: the end of the run. */
  proc_exit: "exit",
  exit: "exit",
} as const;

export type Guard = (typeof GUARDED_IMPORTS)[keyof typeof GUARDED_IMPORTS];
