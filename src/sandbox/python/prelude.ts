/** Exit codes by which the harness tells how a program has failed; any other but 0 is a runtime error. */
export const EXIT_MEMORY = 101;
export const EXIT_SYNTAX = 102;

/**
 * The Python module `_harness`, which runs users' programs in every sandbox that has Python. It holds no secret:
 * a program that changes it can do no more than end itself or write what it likes, both of which it may. The exit code
 * tells how a program has ended.
 */
export const HARNESS: string = String.raw`
import atexit, builtins, io, json, os, sys, threading, traceback
import abc, array, bisect, cmath, collections, collections.abc, copy, dataclasses, datetime, decimal, enum, fractions
import functools, heapq, itertools, math, operator, random, re, statistics, string, time, typing

_exit, _dumps, _loads, _write = os._exit, json.dumps, json.loads, os.write
_main = sys.modules["__main__"].__dict__

def _names_at_hand():
    # Functions are often written for sites that import all of this before them. What a program defines comes first.
    modules = [typing, string, re, datetime, collections, heapq, bisect, copy, math, random, statistics, itertools,
               functools, operator]
    names = {}
    for module in modules:
        public = getattr(module, "__all__", None) or [name for name in dir(module) if name[0] != "_"]
        names.update((name, getattr(module, name)) for name in public)
    names.update((module.__name__, module) for module in modules)
    return {**names, **vars(builtins)}

_at_hand = _names_at_hand()

def _open_streams():
    # Programs may print a line at a time: without a buffer each line is a call of the system.
    raw = [io.FileIO(fd, mode, closefd=False) for fd, mode in enumerate(["r", "w", "w"])]
    encoding = {"encoding": "utf-8", "errors": "surrogateescape"}
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(raw[0], 1 << 16), **encoding)
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(io.BufferedWriter(raw[1], 1 << 16), **encoding)
    sys.stderr = sys.__stderr__ = io.TextIOWrapper(
        io.BufferedWriter(raw[2]), encoding="utf-8", errors="backslashreplace", line_buffering=True)
    return sys.stdout, sys.stderr

def _plain(value):
    if isinstance(value, dict):
        return {key if isinstance(key, str) else _dumps(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return {"set": sorted((_plain(each) for each in value), key=_dumps)}
    return value

def _report(error):
    # The interpreter's own report looks for what else could have been meant, which takes up to a second.
    if not isinstance(error, SyntaxError):
        traceback.print_tb(error.__traceback__, limit=-10)
    sys.stderr.write(f"{type(error).__name__}: {error}\n")

def _end(error):
    code = 0
    if isinstance(error, SystemExit):
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    elif error is not None:
        code = ${EXIT_MEMORY} if isinstance(error, MemoryError) else 1
        _report(error)
    for stream in (sys.stdout, sys.stderr, *_streams):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
    _exit(code & 255)

def _compiled(source):
    try:
        return compile(source, "main.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        _report(error)
    _exit(${EXIT_SYNTAX})

def check(source):
    _compiled(source)
    _exit(0)

def run(source):
    code, error = _compiled(source), None
    try:
        exec(code, _main)
    except BaseException as raised:
        error = raised
    try:
        atexit._run_exitfuncs()
    except BaseException as raised:
        error = error or raised
    _end(error)

def _function(name):
    return _main[name] if name in _main else getattr(_main["Solution"](), name)

def _write_value(source, compute):
    code = _compiled(source)
    # What the program prints is not its result.
    sys.stdout = io.StringIO()
    try:
        exec(code, _main)
        text = _dumps(_plain(compute())).encode()
    except BaseException as error:
        _end(error)
    while text:
        text = text[_write(1, text):]
    _end(None)

def call(source, name, args):
    _main["__builtins__"] = _at_hand
    _write_value(source, lambda: _function(name)(*_loads(args)))

def evaluate(source, expression):
    _write_value(source, lambda: eval(expression, _main))

sys.setrecursionlimit(50000)
`;

/** What only the interpreter in WebAssembly needs of the harness; the streams are opened once, before its snapshot. */
const EMBEDDED = String.raw`
_streams = _open_streams()

def _run_threads_at_once():
    # There is one thread. Contest programs start another for the sake of its stack, and wait for it.
    def start(self):
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        self._started.set()
        try:
            self.run()
        except SystemExit:
            pass
        except Exception:
            traceback.print_exc()
    threading.Thread.start = start
    threading.Thread.join = lambda self, timeout=None: None
    threading.Thread.is_alive = lambda self: False

_run_threads_at_once()
`;

/** Python that loads a harness, and leaves nothing else behind. */
const loading = (source: string): string => `
import sys, types
sys.modules["_harness"] = types.ModuleType("_harness")
exec(compile(${JSON.stringify(source)}, "_harness", "exec"), sys.modules["_harness"].__dict__)
del sys, types
`;

/** A program that runs another one, or one of its functions, as every sandbox does, in a Python that knows nothing of it. */
export const harnessed = (call: readonly string[]): string => {
  const [name = "", ...args] = call.map((each) => JSON.stringify(each));
  return `${loading(`${HARNESS}\n_streams = _open_streams()\n`)}
getattr(__import__("_harness"), ${name})(${args.join(", ")})
`;
};

/** What an interpreter runs before its snapshot is taken. */
export const PRELUDE: string = loading(HARNESS + EMBEDDED);
