"""The process that writes papers: one job a line on stdin, one reply a line on stdout.
`python -m facilitation.runtime.paper_worker`

A process of its own, since a Word file of a large workshop takes a second of pure Python, in which a thread
of the server would hold up every phone. It ends when stdin ends, that is, when the server does. Who starts it
is `worker_process.py`; who asks it is `papers.py`.
"""

from datetime import timedelta, timezone
from typing import BinaryIO

import msgspec

from facilitation.charter import PAPERS, Occasion
from facilitation.runtime.jobs import Broken
from facilitation.runtime.paper_jobs import PaperJob, PaperReply, Written
from facilitation.runtime.worker import run


def do(job: PaperJob) -> PaperReply:
    """The reply to one job; whatever goes wrong is a reply, too."""
    try:
        zone = timezone(timedelta(seconds=job.zone_seconds))
        return Written(PAPERS[job.name].write(job.workshop, Occasion(job.day, zone, job.logos)))
    except Exception as error:  # the server that asked must get its answer
        return Broken(f"{type(error).__name__}: {error}")


def serve(jobs: BinaryIO, replies: BinaryIO) -> None:
    """Writes paper after paper until there are no more to write."""
    decoder = msgspec.json.Decoder(PaperJob)
    for line in jobs:
        replies.write(msgspec.json.encode(do(decoder.decode(line))) + b"\n")
        replies.flush()


if __name__ == "__main__":
    run(serve)
