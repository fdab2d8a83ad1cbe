"""What a campaign comes to: the phones' memory of it compared with what the journal has."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from facilitation import archive
from tests.soak.phones import Crowd

MARK = re.compile(r"@(\d+)-(\d+)@")


class Tally(NamedTuple):
    """`lost`: acknowledged and not in the journal. `doubled`: more than once in it. `stuck`: written, and
    neither acknowledged nor there, or phones that never got a seat: somebody has to lend a hand. `disorder`:
    phones whose ideas stand in another order than they were written."""

    written: int
    lost: int
    doubled: int
    stuck: int
    disorder: int
    whole: bool

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return self.whole and not (self.lost or self.doubled or self.stuck or self.disorder)


def tally(folder: Path, crowds: Sequence[Crowd]) -> Tally:
    """Over all crowds, each in a workshop of its own. The server has been stopped."""
    each = [_tally(folder, crowd) for crowd in crowds]
    sums = [sum(one[place] for one in each) for place in range(5)]
    return Tally(*sums, whole=all(one.whole for one in each))


def _tally(folder: Path, crowd: Crowd) -> Tally:
    texts = [idea.text for idea in archive.workshop(folder, crowd.code).ideas.values()]
    there = set(texts)
    lost = stuck = disorder = 0
    for phone in crowd.phones:
        lost += len(phone.saved.keys() - there)
        stuck += len(set(phone.written) - phone.saved.keys()) + (not phone.joined) + len(phone.refused)
        own = [
            int(found[2]) for text in texts if (found := MARK.search(text)) and _is_by(found, phone.number)
        ]
        disorder += own != sorted(own)
    written = sum(len(phone.written) for phone in crowd.phones)
    whole = archive.check(folder, crowd.code).whole
    return Tally(written, lost, len(texts) - len(there), stuck, disorder, whole)


def _is_by(found: re.Match[str], number: int) -> bool:
    return int(found[1]) == number
