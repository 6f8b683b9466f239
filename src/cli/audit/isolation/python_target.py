"""Serves one Python reward function to `grpo-rewards audit`: JSON-RPC 2.0, a line each, on the standard streams.

Needs nothing but the standard library. The function runs on the main thread, where timeouts by `signal.alarm` work;
what it prints goes to standard error, so that it cannot break the protocol. Where it can, the process that has loaded
the function forks: a fork that is killed, since a call hangs, is replaced by another one, which need not load it again.
"""

import copy
import importlib
import importlib.util
import inspect
import json
import mmap
import os
import signal
import sys
import time
import traceback
import zlib
from pathlib import Path

PROTOCOL = 2

# Names under which functions take the reference.
GOLD_NAMES = (
    "gold", "ground_truth", "solution", "reference", "target", "answer", "label", "expected", "references", "golds",
)


class Printed:
    """Standard output as the function sees it: what is printed goes to standard error, and is counted."""

    def __init__(self, stream):
        self.stream = stream
        self.count = 0

    def write(self, text):
        self.count += 1
        return self.stream.write(text)

    def __getattr__(self, name):
        return getattr(self.stream, name)


def take_standard_output():
    """The stream of the protocol; everything else that is printed goes to standard error."""
    protocol = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = Printed(sys.stderr)
    return protocol


def load_function(module_name, function_name):
    if module_name.endswith(".py"):
        path = Path(module_name)
        sys.path.insert(0, str(path.parent))
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[path.stem] = module
        spec.loader.exec_module(module)
    else:
        sys.path.insert(0, os.getcwd())
        module = importlib.import_module(module_name)
    found = module
    for part in function_name.split("."):
        found = getattr(found, part)
    return found


def limit_memory(megabytes):
    """So much more than is in use once the function is loaded."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        used = pages * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 2**20, resource.RLIM_INFINITY))
    except (ImportError, OSError, ValueError):
        pass  # Not on this system.


class Target:
    """One function, and how it is called: whatever its shape, with a list of items, each of which has a score."""

    def __init__(self, function, params):
        self.function = function
        self.is_reward = params["as"] == "reward"
        self.gold_column = params["goldColumn"]
        self.parameters = inspect.signature(function).parameters
        self.takes_any = any(one.kind is one.VAR_KEYWORD for one in self.parameters.values())
        self.takes_many = "completions" in self.parameters
        self.as_messages = False
        # Whether a call has changed what it was given.
        self.has_changed = False
        if self.takes_many:
            self.find_form(params["completions"], params["probe"])

    def find_form(self, form, probe):
        """Whether completions are texts or conversations: in which form the probe is scored, and higher."""
        if form != "auto":
            self.as_messages = form == "messages"
            return
        texts, messages = self.probed(probe, False), self.probed(probe, True)
        if isinstance(texts, Exception) and isinstance(messages, Exception):
            raise ValueError(f"it takes completions neither as texts ({texts!r}) nor as messages ({messages!r})")
        self.as_messages = isinstance(texts, Exception) or (
            not isinstance(messages, Exception) and rank(messages) > rank(texts)
        )

    def probed(self, probe, as_messages):
        self.as_messages = as_messages
        try:
            return self.call([probe])[0]
        except Exception as error:
            return error

    def call(self, items):
        """The scores of the items."""
        if self.takes_many:
            return self.call_trainer_shape(items)
        return [self.call_one(item) for item in items]

    def takes(self, name):
        return self.takes_any or name in self.parameters

    def columns(self, items):
        """By name, the column or the reference of each item."""
        if not self.is_reward:
            names = [self.gold_column] if self.gold_column else [name for name in GOLD_NAMES if self.takes(name)]
            return {name: [item["gold"] for item in items] for name in names}
        names = dict.fromkeys(name for item in items for name in item["columns"])
        return {name: [item["columns"].get(name) for item in items] for name in names if self.takes(name)}

    def call_trainer_shape(self, items):
        """As TRL does: lists of completions and of columns, all by name."""
        arguments = self.columns(items)
        if self.takes("prompts"):
            arguments["prompts"] = [self.written(item["prompt"], "user") for item in items]
        arguments["completions"] = [self.written(item["completion"], "assistant") for item in items]
        if self.takes("completion_ids"):
            arguments["completion_ids"] = [token_ids(item["completion"]) for item in items]
        for name in ("trainer_state", "log_extra", "log_metric"):
            if name in self.parameters:
                arguments[name] = None if name == "trainer_state" else lambda *_: None
        self.refuse_missing(arguments)
        given = copy.deepcopy(arguments)
        scores = list(awaited(self.function(**arguments)))
        self.has_changed = self.has_changed or arguments != given
        return scores

    def refuse_missing(self, arguments):
        missing = [
            name
            for name, one in self.parameters.items()
            if one.default is one.empty
            and one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)
            and name not in arguments
        ]
        if missing:
            raise TypeError(
                f"it reads {', '.join(missing)}, which no row has: name the column of references by --gold-column, "
                "or give rows by --tasks (--kind says what the function judges)"
            )

    def written(self, text, role):
        return [{"role": role, "content": text}] if self.as_messages else text

    def call_one(self, item):
        if "solution_str" in self.parameters and "ground_truth" in self.parameters:
            return awaited(self.call_verl_shape(item))
        if self.is_reward:
            return awaited(self.function(item["completion"], **self.named(item)))
        if self.gold_column is not None:
            return awaited(self.function(item["completion"], **{self.gold_column: item["gold"]}))
        return awaited(self.function(item["completion"], item["gold"]))

    def named(self, item):
        """What a function of one completion takes behind it: columns, and else the reference."""
        names = [
            name
            for name, one in list(self.parameters.items())[1:]
            if name in item["columns"] or (one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD)
        ]
        return {name: item["columns"].get(name, item["gold"]) for name in names}

    def call_verl_shape(self, item):
        columns = item["columns"] if self.is_reward else {}
        arguments = {"solution_str": item["completion"], "ground_truth": columns.get("ground_truth", item["gold"])}
        if "data_source" in self.parameters:
            arguments["data_source"] = "audit"
        if "extra_info" in self.parameters:
            arguments["extra_info"] = dict(columns)
        return self.function(**arguments)


def rank(value):
    """The score that is compared; what is none is less than any."""
    outcome = outcome_of(value)
    return outcome["score"] if outcome["type"] == "score" and outcome["score"] is not None else float("-inf")


def awaited(value):
    """What an asynchronous function returns in the end."""
    if not inspect.isawaitable(value):
        return value
    import asyncio  # It is large, and few functions are asynchronous.

    async def wait():
        return await value

    return asyncio.run(wait())


def token_ids(text):
    """One for each run without white space, the same for the same text."""
    return [zlib.crc32(token.encode("utf-8", "surrogatepass")) for token in text.split()]


def outcome_of(value):
    """The score as the protocol knows it; what is no score says what it is."""
    if value is None:
        return {"type": "score", "score": None}
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):
        try:
            value = value.item()
        except Exception:
            pass
    if isinstance(value, (bool, int, float)):
        number = float(value)
        if number == number and abs(number) != float("inf"):
            return {"type": "score", "score": number}
        return {"type": "invalid", "message": "the score " + str(number)}
    if isinstance(value, dict) and "score" in value:
        return outcome_of(value["score"])
    return {"type": "invalid", "message": "a " + type(value).__name__ + " instead of a score"}


def crash(error):
    text = type(error).__name__ + ": " + str(error)
    return {"type": "crash", "message": text.encode("utf-8", "replace").decode()[:200]}


def outcomes_of(target, items):
    """What came of one call."""
    try:
        values = target.call(items)
    except Exception as error:
        return [crash(error)] * len(items)
    if len(values) == len(items):
        return [outcome_of(value) for value in values]
    wrong = str(len(values)) + " scores for " + str(len(items)) + " completions"
    return [{"type": "invalid", "message": wrong}] * len(items)


def observed(target, items):
    """The outcomes, with the time that the call took, and whether text was printed."""
    printed = sys.stdout.count
    started = time.process_time()
    outcomes = outcomes_of(target, items)
    told = {"ms": 1000 * (time.process_time() - started)}
    if sys.stdout.count > printed:
        told["hasPrinted"] = True
    return [{**outcome, **told} if outcome["type"] == "score" else outcome for outcome in outcomes]


class Server:
    """The answers to what is asked of a target."""

    def __init__(self, stream):
        self.stream = stream
        self.target = None

    def send(self, message):
        self.stream.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.stream.flush()

    def initialize(self, params):
        if params["protocol"] != PROTOCOL:
            raise ValueError("this file speaks version " + str(PROTOCOL) + " of the protocol")
        target = params["target"]
        self.target = Target(load_function(target["module"], target["function"]), params)
        try:
            self.target.call([params["probe"]])  # What is loaded late takes its time here.
        except Exception as error:
            # A verifier will do so again, where it is counted; a reward has failed at a completion that does well.
            if self.target.is_reward:
                raise ValueError("it cannot score " + ascii(params["probe"]["completion"]) + ": " + repr(error)) from error
        limit_memory(params["memoryMb"])

    def score(self, params):
        for question in params["questions"]:
            start = 0
            # What takes one item at a time fails with one at a time.
            calls = question["calls"] if self.target.takes_many else [1] * len(question["items"])
            for size in calls:
                items = question["items"][start : start + size]
                start += size
                self.tell(items, question["observed"])

    def tell(self, items, is_observed):
        self.target.has_changed = False
        for outcome in (observed if is_observed else outcomes_of)(self.target, items):
            if self.target.has_changed and outcome["type"] == "score":
                outcome = {**outcome, "hasChangedInput": True}
            self.send({"method": "score/outcome", "params": outcome})

    def answer(self, request):
        try:
            {"initialize": self.initialize, "score": self.score}[request["method"]](request["params"])
            self.send({"id": request["id"], "result": {}})
        except Exception as error:
            self.send({"id": request["id"], "error": {"message": crash(error)["message"]}})


def serve(server, requests):
    for line in requests:
        server.answer(json.loads(line))


def can_fork():
    """Whether a fork is all of the process: threads would be missing in it, and where none are counted some may be."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def serve_in_forks(server, requests):
    """Lets one fork after the other answer, until there are no more requests."""
    is_over = mmap.mmap(-1, 1)
    ended = None
    while not is_over[0]:
        pid = os.fork()
        if pid == 0:
            server.send({"method": "process/started", "params": {"pid": os.getpid(), "ended": ended}})
            os._exit(exit_code_of(lambda: serve(server, requests), is_over))
        ended = end_of(os.waitpid(pid, 0)[1])


def exit_code_of(run, is_over):
    """Runs to the end, and says with which code a process would end so."""
    try:
        run()
        is_over[0] = 1
        return 0
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            return (error.code or 0) & 0xFF
        print(error.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    return 1


def end_of(status):
    if not os.WIFSIGNALED(status):
        return {"code": os.WEXITSTATUS(status), "signal": None}
    number = os.WTERMSIG(status)
    known = {one.value: one.name for one in signal.Signals}
    return {"code": None, "signal": known.get(number, "signal " + str(number))}


def main():
    server = Server(take_standard_output())
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    first = requests.readline()
    if first:
        server.answer(json.loads(first))
    (serve_in_forks if server.target is not None and can_fork() else serve)(server, requests)


if __name__ == "__main__":
    main()
