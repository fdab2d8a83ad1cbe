"""The worker as a process: one JSON line in, one JSON line out, errors included."""

import json
import subprocess
import sys


def test_the_worker_answers_every_line_and_ends_with_its_input() -> None:
    ideas = [{"id": "a", "text": "ławki"}, {"id": "b", "text": "park"}]
    requests = [
        {"op": "know", "area": "X/w", "ideas": ideas, "tag": 1},
        {"op": "group", "area": "X/w", "tag": {"any": "thing"}},
        {"op": "group", "area": "Y/w"},
        {"op": "dance"},
        {"op": "next", "areas": ["X/w"], "person": "P1", "own": ["b"], "tag": 2},
    ]
    lines = "\n".join(json.dumps(request) for request in requests) + "\n\nnot json\n"
    done = subprocess.run(
        [sys.executable, "-m", "facilitation.themes.worker"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["is"] for answer in said] == [
        "done",
        "suggestion",
        "refused",
        "refused",
        "asks",
        "refused",
    ]
    assert [answer["tag"] for answer in said] == [1, {"any": "thing"}, None, None, 2, None]
    standing = [theme["ideas"] for theme in said[1]["themes"]] + [said[1]["unassigned"]]
    assert sorted(idea for group in standing for idea in group) == ["a", "b"]
    assert said[2] == {"is": "refused", "code": "area_unknown", "params": {"area": "Y/w"}, "tag": None}
    assert [said[n]["code"] for n in (3, 5)] == ["malformed", "malformed"]
    assert (said[4]["idea"], [choice["ideas"] for choice in said[4]["choices"]]) == ("a", [["b"]])
    assert done.stderr == ""
