"""Every workshop of this server, for lists."""

from facilitation.domain.refusals import Refusal
from facilitation.runtime.workshop import LiveWorkshop
from facilitation.web.site import site


def newest_first() -> list[LiveWorkshop]:
    """The workshops on the shelf. One whose file is damaged is left out, so that the others can be reached;
    the server's log names it."""
    found = []
    for code in site().registry.codes():
        try:
            found.append(site().registry.get(code))
        except Refusal as refusal:
            if refusal.code not in ("storage_failed", "journal_damaged"):
                raise
    return sorted(found, key=lambda workshop: workshop.state.created_at, reverse=True)
