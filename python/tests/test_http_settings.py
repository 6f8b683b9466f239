"""How servers at URLs are named and reached: paths, tokens, certificates, and settings that make no sense."""

from __future__ import annotations

import pickle
import secrets
import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grpo_rewards import (
    InvalidRequest,
    RewardClient,
    ServerLost,
    http_endpoint,
)
from http_servers import ScriptedServer, score_lengths

TOKEN = secrets.token_hex(8)


def test_a_pickled_client_keeps_its_urls_and_token(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    client = RewardClient(urls=[server.url], token=TOKEN)
    data = pickle.dumps(client)
    client.close()
    del client
    with pickle.loads(data) as restored:
        assert score_lengths(restored, ["abc"]) == [3.0]
    assert server.headers["Authorization"] == f"Bearer {TOKEN}"


def test_the_token_comes_from_the_environment_and_is_never_shown(
    scripted: Callable[..., ScriptedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    monkeypatch.setenv("GRPO_REWARDS_TOKEN", "from-outside")
    with RewardClient(urls=server.url) as client:
        client.list()
    assert server.headers["Authorization"] == "Bearer from-outside"
    with RewardClient(urls=server.url, token=TOKEN) as client:
        client.list()
        assert TOKEN not in repr(client) + repr(vars(client)) + repr(vars(client)["_settings"])
    assert server.headers["Authorization"] == f"Bearer {TOKEN}"


def test_the_path_of_a_url_is_kept(scripted: Callable[..., ScriptedServer]) -> None:
    server = scripted()
    for url in (f"{server.url}/", f"{server.url}/rpc", f"{server.url}/behind/a/proxy/"):
        with RewardClient(urls=url) as client:
            assert score_lengths(client, ["abc"]) == [3.0]


def certificate(folder: Path) -> ssl.SSLContext:
    """What a server at 127.0.0.1 shows, who has signed it itself."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    key, proof = folder / "key.pem", folder / "certificate.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(proof)]
    subprocess.run([*new, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(proof, key)
    return context


def test_https_with_certificates_that_are_checked(
    scripted: Callable[..., ScriptedServer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = scripted()
    server.secure(certificate(tmp_path))
    with RewardClient(urls=server.url, retries=0) as client:
        with pytest.raises(ServerLost, match="certificate verify failed"):
            score_lengths(client, ["abc"])
        trusting = ssl.create_default_context(cafile=tmp_path / "certificate.pem")
        monkeypatch.setattr(http_endpoint, "_tls_context", lambda: trusting)
        for size in range(3):
            assert score_lengths(client, ["x" * size]) == [size]


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"urls": []}, "at least one URL"),
    ({"urls": "host:8000"}, "expected one such as http://host:8000"),
    ({"urls": "http://:8000"}, "expected one such as"),
    ({"urls": "http://host/a b"}, "expected one such as"),
    ({"urls": "http://höst"}, "expected one such as"),
    ({"urls": "http://host:port"}, "cannot be used"),
    ({"urls": "http://user:secret@host"}, r"'http://\.\.\.@host'.*a token goes to token="),
    ({"urls": "http://host?token=x"}, "a token goes to token="),
    ({"urls": "http://host", "token": "two\nlines"}, "no HTTP header can carry"),
    ({"urls": "http://host", "command": "grpo-rewards"}, "servers that run already"),
    ({"urls": "http://host", "rewards": [__file__]}, "--rewards FILE"),
    ({"urls": "http://host", "shared": True}, "servers that run already"),
    ({"token": TOKEN}, "there are none"),
]


@pytest.mark.parametrize(("settings", "message"), NONSENSE)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidRequest, match=message):
        RewardClient(**settings)
