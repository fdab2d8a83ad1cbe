"""The worker as a process: one JSON line in, one JSON line out, errors included."""

import json
import subprocess
import sys


def test_the_worker_answers_every_line_and_ends_with_its_input() -> None:
    requests = [
        {"op": "warm", "texts": ["wspólny kalendarz"], "tag": 1},
        {"op": "suggest", "ideas": [{"id": "7", "text": "wspólny kalendarz"}], "tag": {"area": "x"}},
        {"op": "suggest", "ideas": [{"id": "7", "text": "a"}, {"id": "7", "text": "b"}]},
        {"op": "dance"},
        {
            "op": "ask",
            "ideas": [{"id": "a", "text": "ławki"}, {"id": "b", "text": "park"}],
            "count": 1,
            "tag": 2,
        },
    ]
    lines = "\n".join(json.dumps(request) for request in requests) + "\n\nnot json\n"
    done = subprocess.run(
        [sys.executable, "-m", "facilitation.themes.worker"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["ok"] for answer in answers] == [True, True, False, False, True, False]
    assert [answer["tag"] for answer in answers[:2]] == [1, {"area": "x"}]
    ideas = [theme["ideas"] for theme in answers[1]["suggestion"]["themes"]] + [
        answers[1]["suggestion"]["unassigned"]
    ]
    assert [idea for group in ideas for idea in group] == ["7"]
    assert answers[2]["error"] == {"code": "idea_twice", "params": {"idea": "7"}}
    assert [answers[n]["error"]["code"] for n in (3, 5)] == ["malformed", "malformed"]
    assert answers[4] == {"ok": True, "questions": [{"idea": "a", "shown": [["b"]]}], "tag": 2}
    assert done.stderr == ""
