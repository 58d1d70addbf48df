"""Which mentions tell the same event.

Two mentions are one event when they have the same action (or the same type, told by verb
or noun), could have happened on the same day, share an actor or are told alike, and
contradict each other in no role. Mentions are taken in a fixed order and held against what
a cluster holds already, so that no chain of halves glues two different events.
"""

from graphbuild.stages.merging.clusters import merge
from graphbuild.stages.merging.digests import Comparison, Digest, digest

__all__ = ["Comparison", "Digest", "digest", "merge"]
