import type { Program } from "./runner.js";

/** A program that runs a checker on files and tells how it ended, and what that program is told of the files. */
export interface CheckerProgram {
  readonly program: Program;
  /** Standard input of the program: the files, in the order in which the checker is given their names. */
  readonly inputOf: (files: Readonly<Record<string, string>>) => string;
}

/** What is read of a checker's words. */
const LONGEST_REMARK = 1000;

/**
 * A checker's output is kept apart from the report, which is the last line of JSON. A checker that raises ends this
 * program too, and so there is no report.
 */
const inPython = (checker: string): string => `
import io, json, sys

def _captured():
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True)

def _text(stream):
    return stream.buffer.getvalue().decode("utf-8", "replace").strip()[:${LONGEST_REMARK}]

_files = json.load(sys.stdin)
for _name, _content in _files.items():
    with open(_name, "w", encoding="utf-8", errors="replace", newline="") as _file:
        _file.write(_content)
_stdout, _out, _err = sys.stdout, _captured(), _captured()
sys.argv, sys.stdin, sys.stdout, sys.stderr = ["checker.py", *_files], io.StringIO(), _out, _err
_exit = None
try:
    exec(compile(${JSON.stringify(checker)}, "checker.py", "exec"), {"__name__": "__main__"})
except SystemExit as _end:
    _exit = 0 if _end.code is None else int(_end.code) if isinstance(_end.code, int) else 1
_stdout.write("\\n" + json.dumps({"exit": _exit, "stdout": _text(_out), "stderr": _text(_err)}) + "\\n")
`;

/** The checker's text, beside the harness, and with a `main` of its own. */
const CPP_FILE = "checking.cpp";

/**
 * What stands beside a checker in C++. Before the checker's `main`, it stores the files and becomes the same program
 * once more, with their names as its arguments; as that one ends, it reports. A checker that is killed, or that ends by
 * `_exit`, leaves no report.
 */
const CPP_HARNESS = String.raw`
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

const int REPORT = 9;

std::string start_of(const char* path) {
  char text[${LONGEST_REMARK}];
  FILE* file = std::fopen(path, "r");
  size_t length = file ? std::fread(text, 1, sizeof text, file) : 0;
  while (length > 0 && static_cast<unsigned char>(text[length - 1]) <= ' ') length--;
  size_t start = 0;
  while (start < length && static_cast<unsigned char>(text[start]) <= ' ') start++;
  return std::string(text + start, length - start);
}

std::string quoted(const std::string& text) {
  std::string json = "\"";
  for (unsigned char byte : text) {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", byte);
    if (byte < ' ' || byte == '"' || byte == '\\') json += code;
    else json += static_cast<char>(byte);
  }
  return json + '"';
}

void report(int status, void*) {
  std::cout.flush();
  std::cerr.flush();
  std::fflush(nullptr);
  std::string json = "\n{\"exit\":" + std::to_string(status) + ",\"stdout\":" + quoted(start_of("stdout.txt")) +
                     ",\"stderr\":" + quoted(start_of("stderr.txt")) + "}\n";
  _exit(write(REPORT, json.data(), json.size()) == static_cast<ssize_t>(json.size()) ? 0 : 1);
}

void redirect(const char* path, int flags, int target) {
  int file = open(path, flags, 0600);
  if (file < 0 || dup2(file, target) < 0) _exit(1);
  close(file);
}

/* Standard input is a line with the name and the length of each file, each followed by its bytes. */
std::vector<std::string> store_files() {
  std::vector<std::string> names;
  char name[64];
  size_t length;
  while (std::scanf("%63s %zu", name, &length) == 2) {
    std::getchar();
    std::string content(length, '\0');
    FILE* file = std::fopen(name, "w");
    bool is_stored = file && std::fread(&content[0], 1, length, stdin) == length &&
                     std::fwrite(content.data(), 1, length, file) == length && std::fclose(file) == 0;
    if (!is_stored) _exit(1);
    names.push_back(name);
  }
  return names;
}

__attribute__((constructor)) void begin(int argc, char** argv) {
  if (argc > 1) {
    on_exit(report, nullptr);
    return;
  }
  std::vector<std::string> names = store_files();
  if (dup2(STDOUT_FILENO, REPORT) < 0) _exit(1);
  redirect("/dev/null", O_RDONLY, STDIN_FILENO);
  redirect("stdout.txt", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect("stderr.txt", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  std::vector<char*> arguments = {argv[0]};
  for (std::string& each : names) arguments.push_back(&each[0]);
  arguments.push_back(nullptr);
  execv("/proc/self/exe", arguments.data());
  _exit(1);
}

}  // namespace
`;

/** A file's length counts bytes. */
const framed = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([name, content]) => `${name} ${Buffer.byteLength(content)}\n${content}`)
    .join("");

/** The program that runs a checker; `null` for a language that none is written in. */
export function checkerProgram({ language, source, files = {} }: Program): CheckerProgram | null {
  if (language === "python") {
    return { program: { language, source: inPython(source) }, inputOf: (given) => JSON.stringify(given) };
  }
  if (language !== "cpp") return null;
  const program = { language, source: CPP_HARNESS, files: { ...files, [CPP_FILE]: source } };
  return { program, inputOf: framed };
}
