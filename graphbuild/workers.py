"""Reading articles in several processes, with the same records in the same order as in one."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from graphbuild.errors import BuildError
from graphbuild.model.text import Article
from graphbuild.model.timeline import ArticleRecord
from graphbuild.pipeline import Toolkit, load_toolkit, read_records

PARCEL = 32  # articles sent to a process at a time
WAITING = 3  # parcels in flight per process: enough to keep it busy, few enough to hold in memory

Read = Callable[[Iterable[Article]], Iterator[ArticleRecord]]


def reader(model: str, workers: int) -> Read:
    """A function that reads articles with ``workers`` processes; one means this process itself.

    The model is loaded when the first article comes: a build with nothing new needs none.
    Raises BuildError while reading when one of the processes dies.
    """
    if workers == 1:
        return lambda articles: _read_here(articles, model)
    return lambda articles: _read_apart(articles, model, workers)


def _read_here(articles: Iterable[Article], model: str) -> Iterator[ArticleRecord]:
    stream = iter(articles)
    for first in stream:
        yield from read_records(_chain(first, stream), _load_for_good(model))


def _load_for_good(model: str) -> Toolkit:
    """Load what the stages know, and tell the garbage collector never to look at it again.

    Model and gazetteer are half a million objects that live as long as the process: without
    this every full collection walks them all, a seventh of the time of a build.
    """
    kit = load_toolkit(model)
    gc.collect()
    gc.freeze()
    return kit


def _chain(first: Article, rest: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from rest


def _read_apart(articles: Iterable[Article], model: str, workers: int) -> Iterator[ArticleRecord]:
    stream = iter(articles)
    # "spawn": a fork of a process with threads (BLAS, the parser) may hang.
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from _in_order(pool, stream, model, workers)
    except BrokenProcessPool as error:
        raise BuildError(
            "a reading process died, perhaps for lack of memory; build again with fewer --workers "
            "to go on from where this build stopped"
        ) from error


def _in_order(
    pool: ProcessPoolExecutor, stream: Iterator[Article], model: str, workers: int
) -> Iterator[ArticleRecord]:
    waiting: deque[Future[list[ArticleRecord]]] = deque()
    try:
        while parcel := list(islice(stream, PARCEL)):
            waiting.append(pool.submit(_read_parcel, parcel, model))
            if len(waiting) >= workers * WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        # A build that fails does not wait for parcels that nobody will look at.
        for future in waiting:
            future.cancel()


def _read_parcel(articles: list[Article], model: str) -> list[ArticleRecord]:
    return list(read_records(articles, load_toolkit(model)))
