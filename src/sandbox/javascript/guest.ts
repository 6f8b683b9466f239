/** A function of the guest: what JSON says of a value, as tests compare it. Behind a `stringify` of its own. */
export const PLAIN: string = String.raw`const plain = (value) => {
    if (value instanceof Set) return { set: [...value].map(plain).sort((a, b) => (stringify(a) < stringify(b) ? -1 : 1)) };
    if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [String(k), plain(v)]));
    if (ArrayBuffer.isView(value)) return Array.from(value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value === "number" && !Number.isFinite(value)) return String(value);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  };`;

/**
 * What a program finds beside the language itself: the part of Node that contest programs use. It runs inside the
 * engine, over three functions of the host: `__read()` is all of standard input, `__write(descriptor, text)` writes, and
 * `__exit(code)` ends the program. There is no clock to wait for: timers fire in their order, at once.
 */
export const GUEST: string = String.raw`
(() => {
  const read = globalThis.__read, write = globalThis.__write, exit = globalThis.__exit;
  delete globalThis.__read; delete globalThis.__write; delete globalThis.__exit;
  const stringify = JSON.stringify;

  // A call of the host for each line would take longer than the program.
  const CHUNK = 65536;
  const pending = ["", "", ""];
  const flush = (fd) => { if (pending[fd] !== "") { write(fd, pending[fd]); pending[fd] = ""; } };
  const put = (fd, text) => { pending[fd] += text; if (pending[fd].length >= CHUNK) flush(fd); };
  const flushAll = () => { flush(1); flush(2); };

  const KEY = /^[A-Za-z_$][\w$]*$/;
  const quote = (text) => "'" + stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'") + "'";
  const inspect = (value, depth, seen) => {
    if (typeof value === "string") return quote(value);
    if (typeof value === "bigint") return value + "n";
    if (typeof value === "symbol") return value.toString();
    if (typeof value === "function") return value.name ? "[Function: " + value.name + "]" : "[Function (anonymous)]";
    if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
    if (value instanceof Error) return value.stack ? value.name + ": " + value.message + "\n" + value.stack : String(value);
    if (value instanceof Date) return value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (seen.includes(value)) return "[Circular *1]";
    if (depth > 2) return Array.isArray(value) ? "[Array]" : "[Object]";
    const inner = (each) => inspect(each, depth + 1, [...seen, value]);
    const join = (open, parts, close) => parts.length === 0 ? open + close : open + " " + parts.join(", ") + " " + close;
    if (Array.isArray(value)) return join("[", value.map(inner), "]");
    if (ArrayBuffer.isView(value)) {
      return value.constructor.name + "(" + value.length + ") " + join("[", Array.from(value, inner), "]");
    }
    if (value instanceof Set) return "Set(" + value.size + ") " + join("{", [...value].map(inner), "}");
    if (value instanceof Map) {
      return "Map(" + value.size + ") " + join("{", [...value].map(([k, v]) => inner(k) + " => " + inner(v)), "}");
    }
    const name = value.constructor && value.constructor !== Object ? value.constructor.name + " " : "";
    const parts = Object.keys(value).map((key) => (KEY.test(key) ? key : quote(key)) + ": " + inner(value[key]));
    return name + join("{", parts, "}");
  };
  const show = (value) => (typeof value === "string" ? value : inspect(value, 0, []));
  const FORMATS = {
    s: (value) => (typeof value === "object" ? show(value) : String(value)),
    d: (value) => String(Number(value)), i: (value) => String(parseInt(value, 10)), f: (value) => String(parseFloat(value)),
    j: (value) => stringify(value), o: show, O: show,
  };
  const format = (first, ...rest) => {
    let text = typeof first === "string" && rest.length > 0
      ? first.replace(/%([sdifjoO%])/g, (all, kind) =>
          kind === "%" ? "%" : rest.length > 0 ? FORMATS[kind](rest.shift()) : all)
      : show(first);
    for (const value of rest) text += " " + show(value);
    return text;
  };
  const printer = (fd) => (...values) => put(fd, (values.length === 0 ? "" : format(...values)) + "\n");
  const [log, warn, silent] = [printer(1), printer(2), () => undefined];

  let timers = [], nextTimer = 1;
  const later = (task, delay, args, every) => {
    timers.push({ id: nextTimer, at: now + Math.max(Number(delay) || 0, every ? 1 : 0), task, args, every });
    return nextTimer++;
  };
  let now = 0;
  const clear = (id) => { timers = timers.filter((timer) => timer.id !== id); };
  /** Runs the timer that is due next, and tells whether there was one. */
  const tick = () => {
    if (timers.length === 0) return false;
    const next = timers.reduce((first, each) => (each.at < first.at ? each : first));
    now = Math.max(now, next.at);
    if (next.every) next.at = now + next.every;
    else clear(next.id);
    next.task(...next.args);
    return true;
  };
  globalThis.setTimeout = (task, delay, ...args) => later(task, delay, args);
  globalThis.setInterval = (task, delay, ...args) => later(task, delay, args, Math.max(Number(delay) || 0, 1));
  globalThis.setImmediate = (task, ...args) => later(task, 0, args);
  globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = clear;
  globalThis.queueMicrotask = (task) => { Promise.resolve().then(task); };

  let rest = null;
  const input = () => { const text = rest ?? read(); rest = ""; return text; };
  const line = () => {
    rest ??= read();
    if (rest === "") return null;
    const end = rest.indexOf("\n");
    const found = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? "" : rest.slice(end + 1);
    return found.endsWith("\r") ? found.slice(0, -1) : found;
  };
  const allLines = () => {
    const lines = input().split("\n").map((each) => (each.endsWith("\r") ? each.slice(0, -1) : each));
    if (lines.at(-1) === "") lines.pop();
    return lines;
  };
  const emitter = (start) => {
    const listeners = {};
    let hasStarted = false;
    const self = {
      on: (event, listener) => {
        (listeners[event] ??= []).push(listener);
        if (!hasStarted && start.on.includes(event)) { hasStarted = true; later(() => start.run(self), 0, []); }
        return self;
      },
      emit: (event, ...values) => { for (const each of listeners[event] ?? []) each.apply(self, values); return self; },
      removeAllListeners: () => self, off: () => self, pause: () => self, resume: () => self,
    };
    self.once = self.addListener = self.on;
    return self;
  };
  const stdin = emitter({ on: ["data", "end", "readable"], run: (self) => {
    const text = input();
    if (text !== "") self.emit("data", text);
    rest = text; self.emit("readable"); rest = "";
    self.emit("end"); self.emit("close");
  } });
  Object.assign(stdin, {
    fd: 0, isTTY: false, setEncoding: () => stdin, pipe: () => stdin,
    read: () => input() || null,
    [Symbol.asyncIterator]: async function* () { const text = input(); if (text !== "") yield text; },
  });
  const createInterface = () => {
    let isClosed = false;
    const asked = [];
    const self = emitter({ on: ["line", "close"], run: () => {
      for (let next = line(); next !== null && !isClosed; next = line()) {
        if (asked.length > 0) asked.shift()(next);
        else self.emit("line", next);
      }
      self.close();
    } });
    return Object.assign(self, {
      close: () => { if (!isClosed) { isClosed = true; self.emit("close"); } },
      setPrompt: silent, prompt: silent,
      question: (query, options, then = options) => { put(1, query); asked.push(then); self.on("close", silent); },
      [Symbol.asyncIterator]: async function* () { for (const each of allLines()) yield each; },
    });
  };
  const writer = (fd) => ({
    fd, isTTY: false,
    write: (text, encoding, then) => {
      put(fd, typeof text === "string" ? text : String(text));
      const done = typeof encoding === "function" ? encoding : then;
      if (done) later(done, 0, []);
      return true;
    },
    end: (text) => { if (text !== undefined) put(fd, String(text)); },
    on: silent, once: silent,
  });
  const noFile = (path) => { throw Object.assign(new Error("ENOENT: no such file or directory, open '" + path + "'"), { code: "ENOENT" }); };
  const isInput = (path) => path === 0 || path === "/dev/stdin" || path === "/proc/self/fd/0";
  const output = (path) => ({ 1: 1, 2: 2, "/dev/stdout": 1, "/dev/stderr": 2 })[path] ?? noFile(path);
  const fs = {
    readFileSync: (path) => (isInput(path) ? input() : noFile(path)),
    writeFileSync: (path, text) => put(output(path), String(text)),
    writeSync: (fd, text) => { put(output(fd), String(text)); return String(text).length; },
    readFile: (path, options, then = options) =>
      later(() => (isInput(path) ? then(null, input()) : then(new Error("ENOENT"))), 0, []),
    existsSync: isInput, createReadStream: () => stdin, fstatSync: () => ({ size: 0 }), openSync: (path) => (isInput(path) ? 0 : output(path)), closeSync: silent,
  };
  fs.promises = { readFile: async (path) => fs.readFileSync(path), writeFile: async (path, text) => fs.writeFileSync(path, text) };
  const quit = (code) => { flushAll(); exit(Number(code ?? process.exitCode ?? 0) & 255); };
  const process = globalThis.process = {
    argv: ["node", "main.js"], env: {}, platform: "linux", version: "v20.0.0", versions: { node: "20.0.0" }, pid: 1, exitCode: undefined,
    stdin, stdout: writer(1), stderr: writer(2), exit: quit, on: () => process, once: () => process,
    cwd: () => "/", uptime: () => 0, memoryUsage: () => ({ heapUsed: 0 }),
    nextTick: (task, ...args) => { Promise.resolve().then(() => task(...args)); },
    hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }),
  };
  const util = { format, inspect: show, promisify: (f) => (...args) =>
    new Promise((done, fail) => f(...args, (error, value) => (error ? fail(error) : done(value)))) };
  const assert = Object.assign((value, message) => { if (!value) throw new Error(message ?? "AssertionError"); }, {});
  Object.assign(assert, { ok: assert, equal: (a, b) => assert(a == b), strictEqual: (a, b) => assert(Object.is(a, b)) });
  const modules = { fs, readline: { createInterface, promises: { createInterface } }, os: { EOL: "\n", cpus: () => [] }, util, assert,
    process, perf_hooks: { performance: { now: () => 0 } }, "fs/promises": fs.promises, "readline/promises": { createInterface } };
  globalThis.require = Object.assign((name) => {
    const found = modules[String(name).replace(/^node:/, "")];
    if (found === undefined) throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: "MODULE_NOT_FOUND" });
    return found;
  }, { main: undefined });
  globalThis.module = { exports: {} };
  globalThis.exports = module.exports;
  require.main = module;
  globalThis.global = globalThis;
  globalThis.performance = modules.perf_hooks.performance;
  globalThis.console = { log, info: log, debug: log, error: warn, warn, trace: warn, dir: log, table: log,
    assert: silent, time: silent, timeEnd: silent };
  globalThis.print = log;
  globalThis.readline = line;
  globalThis.structuredClone ??= (value) => JSON.parse(stringify(value));

  ${PLAIN}
  return {
    tick,
    end: () => { flushAll(); return Number(process.exitCode ?? 0) & 255; },
    fail: (error) => {
      put(2, error instanceof Error ? error.name + ": " + error.message + "\n" + error.stack : "Uncaught " + show(error));
      flushAll();
    },
    mute: () => { pending[1] = ""; process.stdout.write = console.log = console.info = print = silent; },
    give: (value) => { pending[1] = ""; write(1, stringify(plain(value)) ?? "null"); },
    call: (name, own, exported, args) => (own ?? exported?.[name] ?? module.exports[name])(...JSON.parse(args)),
  };
})()
`;
