"""`/metrics`: the server's meters for Prometheus. Counters and gauges without a name or a text in them.

Only where the setting `metrics` is on; prometheus-client is an optional extra (`obrus[metrics]`). To programs
on this computer, where no proxy stands in front, and to whoever has the moderator key.
"""

import ipaddress
from collections.abc import Iterator
from functools import cache

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from facilitation.domain.refusals import Refusal
from facilitation.meters import Histogram, Meters
from facilitation.web import access
from facilitation.web.site import site

blueprint = Blueprint("metrics", __name__)


@blueprint.get("/metrics")
def metrics() -> ResponseReturnValue:
    """Everything that is counted, in Prometheus' text format."""
    if not _is_from_here():
        key = access.bearer()
        if not key or not access.show_key(key):
            raise Refusal("unauthorized")
    return Response(generate_latest(_registry(site().meters)), content_type=CONTENT_TYPE_LATEST)


def _is_from_here() -> bool:
    """Whether a program on this computer asks for itself. Behind a proxy, everybody's address is that of the
    proxy."""
    if site().public_url or "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(access.address()).is_loopback
    except ValueError:
        return False


@cache
def _registry(meters: Meters) -> CollectorRegistry:
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_Shown(meters))
    return registry


class _Shown:
    """The meters, as prometheus-client asks for them."""

    def __init__(self, meters: Meters) -> None:
        self._meters = meters

    def collect(self) -> Iterator[Metric]:
        meters = self._meters
        commands = CounterMetricFamily(
            "obrus_commands", "Commands answered, by type and outcome.", labels=("type", "outcome")
        )
        for labels, count in sorted(meters.commands.items()):
            commands.add_metric(labels, count)
        yield commands
        yield CounterMetricFamily(
            "obrus_commits_failed", "Batches the disk did not take.", value=meters.commits_failed
        )
        yield CounterMetricFamily(
            "obrus_copies_failed", "Copies at a round's end that failed.", value=meters.copies_failed
        )
        yield CounterMetricFamily(
            "obrus_cut_off", "Connections cut off because nobody read what was sent.", value=meters.cut_off
        )
        yield _histogram("obrus_commit_seconds", "How long a batch took to be on disk.", meters.commits)
        yield _histogram("obrus_hub_lag_seconds", "How late the hub woke a sleeper.", meters.lag)
        yield GaugeMetricFamily(
            "obrus_hub_lag_longest_seconds", "The longest of these since the start.", value=meters.lag.longest
        )
        for gauge in meters.gauges:
            yield GaugeMetricFamily(gauge.name, gauge.sentence, value=gauge.read())


def _histogram(name: str, sentence: str, histogram: Histogram) -> HistogramMetricFamily:
    return HistogramMetricFamily(name, sentence, buckets=histogram.cumulated(), sum_value=histogram.total)
