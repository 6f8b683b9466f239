import type { Submission } from "./sum.js";

interface OwnAttack extends Submission {
  readonly name: string;
  readonly verdicts: readonly string[];
}

const python = (name: string, verdicts: readonly string[], source: string): OwnAttack => ({
  name: `python: ${name}`,
  verdicts,
  language: "python",
  mode: "stdin",
  source,
});
const script = (name: string, verdicts: readonly string[], source: string): OwnAttack => ({
  name: `javascript: ${name}`,
  verdicts,
  language: "javascript",
  mode: "stdin",
  source,
});

/** Attacks on what only the embedded sandbox has: its gate, its harness, and what it puts back between runs. */
export const OWN_ATTACKS: readonly OwnAttack[] = [
  python(
    "catches everything at the deadline",
    ["timeout"],
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
  ),
  python("turns the harness off", ["wrong_answer"], "import sys\nh = sys.modules['_harness']\nh._exit(0)"),
  python(
    "replaces the harness for the next run",
    ["wrong_answer"],
    "import sys, os\nh = sys.modules['_harness']\nh.run = lambda s: (os.write(1, b'15\\n'), os._exit(0))\nh._end = lambda e: os._exit(0)\nos._exit(0)",
  ),
  python(
    "breaks the standard library for the next run",
    ["wrong_answer", "runtime_error"],
    "import builtins, sys, io, os\nbuiltins.int = lambda *a: 15\nbuiltins.sum = lambda *a: 15\nio.TextIOWrapper.write = lambda *a: 0\nsys.stdout = None",
  ),
  python(
    "plants a module where the next run imports from",
    ["wrong_answer"],
    "open('math.py', 'w').write('raise SystemExit')\nopen('sitecustomize.py', 'w').write('x')\nprint(1)",
  ),
  python(
    "closes and swaps descriptors",
    ["wrong_answer", "runtime_error"],
    "import os\nos.dup2(1, 0)\nos.dup2(2, 1)\nfor fd in range(20):\n    try: os.close(fd)\n    except OSError: pass",
  ),
  python("leaves a dirty heap", ["wrong_answer"], "a = bytearray(b'\\xff') * (80 << 20)\nprint(len(a))"),
  python(
    "fills the disk, a file at a time",
    ["runtime_error"],
    "for i in range(40):\n    with open(f'/tmp/{i}', 'wb') as f: f.write(b'0' * (1 << 20))",
  ),
  python("changes modes of files", ["runtime_error"], "import os\nos.chmod('/lib', 0o777)"),
  python("links to the library", ["runtime_error"], "import os\nos.symlink('/lib', '/tmp/lib')"),
  python("moves a folder away", ["runtime_error"], "import os\nos.rename('/home/pyodide', '/tmp/x')"),
  python("removes the devices", ["runtime_error"], "import os\nos.remove('/dev/stdout')"),
  python("opens the terminal", ["runtime_error"], "open('/dev/tty', 'w').write('15\\n')"),
  python("loads native code", ["runtime_error"], "import ctypes\nctypes.CDLL(None)"),
  python("loads a library", ["runtime_error"], "import _ctypes\nprint(_ctypes.dlopen('/tmp/x.so', 0))"),
  python("asks JavaScript for its process", ["runtime_error"], "import js\nprint(js.process.env)"),
  python(
    "runs JavaScript",
    ["runtime_error"],
    "from pyodide.code import run_js\nprint(run_js('process.env'))",
  ),
  python(
    "asks the core for JavaScript",
    ["runtime_error"],
    "import _pyodide_core as c\nprint(c.create_proxy({}))",
  ),
  python(
    "fetches a page",
    ["runtime_error"],
    "import urllib.request as r\nr.urlopen('http://127.0.0.1:39999')",
  ),
  python(
    "runs bytecode of its own making",
    ["runtime_error", "wrong_answer", "timeout", "memory_limit"],
    "def f(): pass\nf.__code__ = f.__code__.replace(co_code=bytes([100, 255] * 50 + [83, 0]), co_consts=())\nf()",
  ),
  python(
    "writes wherever a memory view can be made to point",
    ["runtime_error", "wrong_answer"],
    "import array\na = array.array('B', b'x' * 64)\nm = memoryview(a)\ntry: a.extend(b'y' * (1 << 20))\nexcept BufferError: pass\nprint(m[0])",
  ),
  python(
    "makes a deep tree of folders",
    ["timeout", "runtime_error"],
    "import os\nwhile True:\n    os.mkdir('d')\n    os.chdir('d')",
  ),
  python(
    "makes a file with a hole",
    ["runtime_error"],
    "f = open('/tmp/a', 'wb')\nf.seek(1 << 40)\nf.write(b'x')\nf.flush()",
  ),
  python("floods standard error", ["timeout"], "import sys\nwhile True: sys.stderr.write('x' * 65536)"),
  python(
    "traces the harness",
    ["wrong_answer", "runtime_error"],
    "import sys\nsys.settrace(lambda *a: 1 / 0)\nsys.setprofile(print)",
  ),
  python(
    "looks for what is expected in every object",
    ["wrong_answer", "runtime_error", "timeout"],
    "import gc, sys\nfound = [o for o in gc.get_objects() if isinstance(o, str) and o == '15\\n']\nf = sys._getframe()\nwhile f: found += [v for v in f.f_locals.values() if v in ('15', '15\\n')]; f = f.f_back\nprint(found[0] if found else 0)",
  ),
  script("catches everything at the deadline", ["timeout"], "for (;;) { try { for (;;); } catch {} }"),
  script(
    "never lets the engine look at the clock",
    ["timeout"],
    "'a'.repeat(2e6).indexOf('a'.repeat(1e6) + 'b');",
  ),
  script(
    "fills the memory",
    ["memory_limit", "runtime_error", "timeout"],
    "const a = []; for (;;) a.push(new Array(1e5).fill(1.5));",
  ),
  script("asks for processes", ["runtime_error"], "require('child_process').execSync('id > /tmp/PWNED')"),
  script("imports processes", ["runtime_error"], "import('child_process').then((c) => c.execSync('id'))"),
  script(
    "changes what every program starts from",
    ["wrong_answer", "runtime_error"],
    "Array.prototype.map = Array.prototype.reduce = () => 15; JSON.stringify = () => '15'; console.log = () => {}; globalThis.leak = 15;",
  ),
  script("queues itself for ever", ["timeout"], "const f = () => Promise.resolve().then(f); f();"),
  script("recurses", ["runtime_error"], "const f = (n) => f(n + 1) + 1; f(0);"),
  script("floods its output", ["output_limit"], "for (;;) console.log('x'.repeat(1000));"),
  script("exits well and goes on", ["wrong_answer"], "process.exit(0); for (;;);"),
  script(
    "looks for the host's functions",
    ["wrong_answer", "runtime_error"],
    "console.log(typeof __write, typeof __read); __exit(0);",
  ),
  script(
    "matches a pattern that backtracks",
    ["timeout"],
    "/^(a+)+$/.test('a'.repeat(40) + 'b'); /(x+x+)+y/.test('x'.repeat(60));",
  ),
];
