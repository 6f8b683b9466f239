"""Serves one Python reward function to `grpo-rewards audit`: JSON-RPC 2.0, a line each, on the standard streams.

Needs nothing but the standard library. The function runs on the main thread, where timeouts by `signal.alarm` work;
what it prints goes to standard error, so that it cannot break the protocol.
"""

import copy
import importlib
import importlib.util
import inspect
import json
import os
import sys
import time
from pathlib import Path

PROTOCOL = 1

# Names under which functions take what is judged, and the reference.
COMPLETION_NAMES = ("completion", "solution_str", "response", "model_output", "output", "prediction", "answer", "text")
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


def first_named(parameters, names):
    return next((name for name in names if name in parameters), None)


def shape_of(function, gold_column):
    """How the function is called: a caller of (completion, gold, prompt) for one item, and one for many."""
    parameters = inspect.signature(function).parameters
    if "completions" in parameters:
        return trainer_shape(function, parameters, gold_column)
    if "solution_str" in parameters and "ground_truth" in parameters:
        return verl_shape(function, parameters)
    if gold_column is not None:
        return lambda completion, gold, prompt: function(completion, **{gold_column: gold}), None
    return lambda completion, gold, prompt: function(completion, gold), None


def verl_shape(function, parameters):
    more = {}
    if "data_source" in parameters:
        more["data_source"] = "audit"

    def call(completion, gold, prompt):
        result = function(solution_str=completion, ground_truth=gold, **more)
        return result["score"] if isinstance(result, dict) and "score" in result else result

    return call, None


# Whether a function has changed the lists that it was given.
seen = {"changed": False}


def trainer_shape(function, parameters, gold_column):
    """TRL: lists of completions and of columns, all by name; completions are texts, or conversations."""
    takes_any = any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values())
    columns = [gold_column] if gold_column else [name for name in GOLD_NAMES if takes_any or name in parameters]
    takes_prompts = takes_any or "prompts" in parameters

    def call_many(items, wrap):
        arguments = {name: [gold for _, gold, _ in items] for name in columns}
        if takes_prompts:
            arguments["prompts"] = [wrap(prompt, "user") for _, _, prompt in items]
        arguments["completions"] = [wrap(completion, "assistant") for completion, _, _ in items]
        given = copy.deepcopy(arguments)
        scores = list(function(**arguments))
        seen["changed"] = seen["changed"] or arguments != given
        return scores

    def as_text(text, role):
        return text

    def as_conversation(text, role):
        return [{"role": role, "content": text}]

    try:
        call_many([("1", "1", "")], as_text)
        wrap = as_text
    except Exception:
        call_many([("1", "1", "")], as_conversation)
        wrap = as_conversation

    def call(completion, gold, prompt):
        return call_many([(completion, gold, prompt)], wrap)[0]

    return call, lambda items: call_many(items, wrap)


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


def outcome_from(call, item):
    try:
        return outcome_of(call(*item))
    except Exception as error:
        return crash(error)


def observed(call, item):
    """The outcome, with the time that it took, and whether text was printed or a list changed."""
    printed = sys.stdout.count
    seen["changed"] = False
    started = time.process_time()
    outcome = outcome_from(call, item)
    if outcome["type"] != "score":
        return outcome
    told = {**outcome, "ms": 1000 * (time.process_time() - started)}
    if sys.stdout.count > printed:
        told["hasPrinted"] = True
    if seen["changed"]:
        told["hasChangedInput"] = True
    return told


class Server:
    """One function, and the answers to what is asked of it."""

    def __init__(self, stream):
        self.stream = stream
        self.call = None
        self.call_many = None

    def send(self, message):
        self.stream.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.stream.flush()

    def tell(self, outcome):
        self.send({"method": "score/outcome", "params": outcome})

    def initialize(self, params):
        if params["protocol"] != PROTOCOL:
            raise ValueError("this file speaks version " + str(PROTOCOL) + " of the protocol")
        target = params["target"]
        function = load_function(target["module"], target["function"])
        self.call, self.call_many = shape_of(function, params["goldColumn"])
        try:
            self.call("1", "1", "")  # What is loaded late takes its time here.
        except Exception:
            pass  # It will do so again, where it is counted.
        limit_memory(params["memoryMb"])

    def score(self, params):
        for question in params["questions"]:
            items = [(item["completion"], item["gold"], item["prompt"]) for item in question["items"]]
            if question.get("together") and self.call_many is not None:
                self.score_together(items)
                continue
            for item in items:
                self.tell(observed(self.call, item) if question.get("observed") else outcome_from(self.call, item))

    def score_together(self, items):
        try:
            values = self.call_many(items)
            if len(values) == len(items):
                outcomes = [outcome_of(value) for value in values]
            else:
                wrong = str(len(values)) + " scores for " + str(len(items)) + " completions"
                outcomes = [{"type": "invalid", "message": wrong}] * len(items)
        except Exception as error:
            outcomes = [crash(error)] * len(items)
        for outcome in outcomes:
            self.tell(outcome)

    def answer(self, request):
        try:
            {"initialize": self.initialize, "score": self.score}[request["method"]](request["params"])
            self.send({"id": request["id"], "result": {}})
        except Exception as error:
            self.send({"id": request["id"], "error": {"message": crash(error)["message"]}})


def main():
    server = Server(take_standard_output())
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    for line in requests:
        server.answer(json.loads(line))


if __name__ == "__main__":
    main()
