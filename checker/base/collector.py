"""What lives as long as a run is left out of garbage collections: looking through it again and again took a fifth of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_kept = False
_one_run = False


def keep() -> None:
    """Leave all that is there now out of garbage collections for good, and what is there when a run begins.

    For a process of many runs: each then throws away what the one before left, since nothing else ever would.
    """
    global _kept
    _kept = True
    gc.collect()
    gc.freeze()


@contextmanager
def one_run() -> Iterator[None]:
    """Take the block for all that this process does: what it leaves is not looked through once more before the process ends."""
    global _one_run
    _one_run = True
    gc.freeze()
    try:
        yield
    finally:
        gc.freeze()


@contextmanager
def loading(for_good: bool = False) -> Iterator[None]:
    """Leave the garbage collector out while modules are imported: what they make stays, and where a process has just begun, *for_good*."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good or _one_run:
            gc.freeze()  # or it would be looked through as soon as the collector is back
        if was:
            gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector out: what is read stays until the report is written, so collecting frees nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was and not _one_run:  # switched on again, it would look through all that the run has made
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """Leave all that is there now out of garbage collections; what somebody has left out before stays left out afterwards."""
    if _kept:
        keep()
        yield
        return
    before = gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        if not before:  # else what was left out further out would be looked through in each collection from now on
            gc.unfreeze()


@contextmanager
def by_hand() -> Iterator[None]:
    """Collect no garbage but where `gc.collect` is called: a case of many rows is looked through as it grows for nothing."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
