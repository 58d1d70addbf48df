"""Parse to actors and places: names, descriptions and pronouns of one article."""

from graphbuild.stages.mentions.finding import ActorKnowledge, find_mentions

__all__ = ["ActorKnowledge", "find_mentions"]
