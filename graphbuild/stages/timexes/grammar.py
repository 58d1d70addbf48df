"""The grammar of time expressions: every pattern, in order of preference, with the function that reads it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphbuild.lexicon.timewords import TimeWords, load_timewords
from graphbuild.stages.timexes import (
    absolute,
    clock,
    comparison,
    dates,
    eras,
    months,
    relative,
    seasons,
    stretches,
    years,
)
from graphbuild.stages.timexes.macros import macros
from graphbuild.stages.timexes.notation import literals
from graphbuild.stages.timexes.pattern import Grammar, Rule
from graphbuild.stages.timexes.scan import build_alphabet

if TYPE_CHECKING:
    from graphbuild.stages.timexes.reading import Readings

_DAYS: tuple[Rule[Readings], ...] = (
    Rule("{isodate}", dates.read_iso),
    Rule("{slashdate}", dates.read_slashed),
    Rule("<odddate>", absolute.read_odd),
    Rule("<day><hyphen><mon><hyphen>(?:<year>|<twodigits>)", absolute.read_odd),
    Rule("{int}<era>?<joint>{int2}{era}", eras.read_years_of_era),
    Rule("(?:{lead}|{dom}(?:of)?)?{mon}{int}{era}", eras.read_day_of_era),
    Rule("{mon}{dom}<comma>?{int}{era}", eras.read_day_of_era),
    Rule("(?:the)?{lead}?(?:the)?{season}(?:of)?{int}{era}", eras.read_day_of_era),
    Rule("{lead}?(?:{int}{era}|{era2}{int2})", eras.read_era),
    # The night between two days is named after the first.
    Rule(
        "(?:the)?{partofday}(?:of|on)(?:the)?{dom}{joint}<dom>(?:of)?{mon}(?:<comma>?{yy})?",
        clock.read_part_of_day,
    ),
    Rule("(?:the)?{partofday}(?:of|on){mon}{dom}{joint}<dom>(?:<comma>?{yy})?", clock.read_part_of_day),
    Rule(
        "(?:(?:the)?{partofday}(?:of|on)(?:the)?)?{daypair}(?:of)?{mon}(?:<comma>?{yy})?", dates.read_day_pair
    ),
    # Lists and ranges of days share a month, pairs of dates share a year.
    Rule("(?:<wd><comma>?)?{mon}{dom}{tail}(?:<comma>?{yy})?", dates.read_list_after_month),
    Rule("(?:<wd><comma>?)?(?:the)?{dom}{tail}(?:of)?{mon}(?:<comma>?{yy})?", dates.read_list_before_month),
    Rule("{mon}{dom}(?=<joint>{moo}<dom><comma>?{yy})", dates.read_shared_year),
    Rule("{dom}{mon}(?=<joint><dom>{moo}<comma>?{yy})", dates.read_shared_year),
    Rule("{lead}?{mon}(?=<joint>(?:<lead>)?{moo}(?:of|<comma>)?{yy})", dates.read_shared_year),
    # Hours and parts of days.
    Rule("{clock}{zone}?(?:on|<comma>)?{date}", clock.read_clock),
    Rule(
        "(?<=at|by|to|from|until|till|since|around|about|before|after){bareclock}(?:hours)?(?:on|<comma>)?{date}",
        clock.read_clock,
    ),
    Rule("{clock}{zone}?on the{nthd}", clock.read_clock),
    Rule("(?:the)?(?:<edge>)?{partofday}(?:hours)?(?:of|on)the{nthd}", clock.read_part_of_day),
    Rule("the{partofday}{beside}", clock.read_part_beside),
    Rule("{lead}?{date}<hyphen>?{partofday}", clock.read_part_of_day),
    Rule("(?:the)?(?:<edge>)?{partofday}(?:hours)?(?:of|on){date}", clock.read_part_of_day),
    Rule("{clock}{zone}?(?:(?:{which})?{partofday}|{tonight})", clock.read_clock_of_part),
    Rule(
        "(?:{clock}|(?<=at|by|to|from|until|till|since|around|about|before|after){bareclock}){zone}?<aside>(?:on|<comma>)?{date}",
        clock.read_clock_aside,
    ),
    Rule("{clock}{zone}?", clock.read_clock),
    Rule("(?<=at|by|to|from|until|till|since|around|about|before|after){bareclock}", clock.read_clock),
    Rule("{military}(?=<zone>|hours|hrs)(?:hours|hrs)?{zone}?", clock.read_military),
    Rule("(?<=at|by){military}", clock.read_bare_military),
    Rule("(?:<edge>)?(?:the)?{which}(?:<edge>)?{partofday}", clock.read_this_part),
    Rule("(?<=at|by|before|until|till|after){daybreak}", clock.read_daybreak),
    Rule("(?:<edge>)?tonight", clock.read_this_part),
    Rule("overnight", clock.read_overnight),
    # Days.
    Rule("{wd}(?:of)?(?:the)?{step}week", relative.read_weekday_of_week),
    Rule("(?:every|each|per)(?:{wd}|{mon}|{partofday}|{season})", stretches.read_every),
    Rule("{wdplural}", stretches.read_weekdays),
    Rule("(?:the)?week(?:of|ending){date}", relative.read_week_of),
    Rule("(?:the)?{unit}{beside}{dayword}", relative.read_day_beside),
    Rule("{wdd}the{dom}(?!of|<month>)", dates.read_weekday_the),
    Rule("{lead}?{date}", dates.read_one_day),
    Rule("(?<=on|by|until|till|from|since|to|before|after)(?:the){nthd}", dates.read_bare_ordinal),
    Rule("{feast}<hyphen>?{partofday}", clock.read_part_of_day),
    Rule("(?:the)?{partofday}(?:of|on){feast}", clock.read_part_of_day),
    Rule("{lead}?{feast}{partunit}?", dates.read_one_day),
)

_MONTHS: tuple[Rule[Readings], ...] = (
    Rule("{lead}?(?:the)?{yy}(?:<apos>s)?(?:fiscal)?{nth}<hyphen>?{part}", months.read_quarter),
    Rule("{lead}?(?:the)?{step}year<apos>s(?:fiscal)?{nth}<hyphen>?{part}", months.read_quarter),
    Rule("(?:the)?{closing}{part}(?:of|in)(?:{yy}|{step}year|the(?:<now>)?year)", months.read_quarter),
    Rule(
        "{lead}?(?:the)?(?:fiscal)?{nth}<hyphen>?{part}(?:(?:of|in)?(?:fiscal)?{yy}|of{step}year|of the(?:<now>)?year)?",
        months.read_quarter,
    ),
    Rule("{lead}?(?:the)?{short}(?:of|<hyphen>)?{yy}", months.read_quarter),
    Rule("(?:the)?{share}(?:of|in){mon}(?:(?:of|<comma>)?{yy})?", months.read_part_of_month),
    Rule("{lead}?{mon}(?:of|<comma>)?{yy}", months.read_month),
    Rule("{lead}?(?:the)?{step}{mon}(?!<dom>)", months.read_month),
    Rule("{lead}?{mon}(?:of)?(?:the)?{ofyear}year", months.read_month),
    Rule("(?:the month of)?{lead}?{mon}", months.read_bare_month),
    Rule(
        "(?:the)?{lead}?(?:the)?{season}(?:of)?(?:{yy}(?:(?:<hyphen>|<dash>){two})?|{yearpair})",
        seasons.read_season,
    ),
    Rule("{lead}?(?:the)?{steps}{season}", seasons.read_season),
    Rule("(?:(?:the)?{lead}|the|(?<=in|of)){season}(?!of)", seasons.read_season),
    Rule("{lead}?(?:the)?{now}(?:year)?{yy}", years.read_fiscal),
    Rule("{lead}?(?:the)?(?:{step}|{yy}){now}year", years.read_fiscal),
    Rule("(?:{lead}|the){now}year(?!<hyphen>)", years.read_fiscal),
    Rule("{lead}?(?:{year}(?:<hyphen>|<dash>){two}|{yearpair})", years.read_years),
    Rule("(?<=<open>){year}(?:<hyphen>|<dash>){twoyear}(?=<close>)", years.read_life),
    Rule("(?:the)?{lead}?<apos>?{decade}", years.read_decade),
    Rule("(?:the)?{lead}?<apos>{shortdecade}", years.read_decade),
    Rule("(?:the{lead}?|{lead2}){year}<apos>s", years.read_possessive_decade),
    Rule("(?:the{lead}?|{lead2}){shortdecade}", years.read_decade),
    Rule("(?:the{lead}?|{lead2}){namedecade}", years.read_decade),
    Rule("(?:the)?{lead}?nineteen{namedecade}", years.read_decade),
    Rule("{lead}?nineteen<hyphen>?{spelled}(?!<hyphen>)", years.read_spelled),
    Rule("(?:the)?{lead}?{nth}<hyphen>?century{bc}?", years.read_century),
)

_RELATIVE: tuple[Rule[Readings], ...] = (
    Rule(
        "(?:the)?(?:<ordinal>)?{now}?{singular}(?=(?:ended|ending|that ended|which ended){date})",
        relative.read_ended,
    ),
    Rule("(?:the full<hyphen>?|full<hyphen>){singular}", relative.read_full_year),
    Rule("{approx}?{count}<hyphen>?{anyunit}{half}?{ago}", relative.read_counted),
    Rule(
        "{kin}{stage}(?:(?:of|in)?(?:(?:the)?{step}year|a year{ago}|the year{beside})|(?:of|in){yy})",
        comparison.read_same,
    ),
    Rule("the(?:same|comparable|corresponding|like|similar)?{yy}{stage}", comparison.read_same),
    Rule(
        "(?:the|a)?(?:year<hyphen>(?:ago|earlier|before)|prior<hyphen>year)<hyphen>?{stage}",
        comparison.read_same,
    ),
    Rule("(?:the|a)?{unit}<hyphen>{ago}", relative.read_counted),
    Rule("(?:the)?{singular}{beside}", relative.read_day_beside),
    Rule("(?:(?:many|several|some))?{plural}(?:{ago}|{beside})", relative.read_vague_count),
    Rule("(?:the)?{recent}{count}{unit}", relative.read_stretch),
    Rule("(?:the)?{recent}{plural}", relative.read_stretch),
    Rule("(?:the)?{openended}{unit}", relative.read_stretch),
    Rule("(?:{when}|{lead})?(?:the)?{steps}{unit}", relative.read_step),
    Rule(
        "(?:{lead}|(?<=of|in|for|during|over|through)the){singular}(?!of|<int>|<hyphen>)",
        relative.read_current,
    ),
    Rule("the(?:{weekend}|{quarter})(?!of|<hyphen>|<int>)", relative.read_current),
)

_STRETCHES: tuple[Rule[Readings], ...] = (
    Rule("(?:once|twice|<number>times|<int>times)(?:a|an|every|each|per){singular}", stretches.read_every),
    Rule("(?:every|each|per)(?:{other}|{count})?{unit}", stretches.read_every),
    Rule("the(?:first|final|opening|initial)?{count}{plural}", stretches.read_duration),
    Rule("{approx}?{count}{anyunit}<comma>?(?:and)?{count2}{anyunit2}", stretches.read_compound),
    Rule("{approx}?{count}<hyphen>?{anyunit}{half}?", stretches.read_duration),
    Rule("{unit}<hyphen>?long", stretches.read_long),
    Rule("(?:the)?year<hyphen>?end{yy}?", relative.read_end),
    Rule("(?:{step}|the)?{singular}<apos>s end", relative.read_end),
    Rule("(?<=for|in|after|of|within|over|by)(?:the)?{plural}(?!<year>)", stretches.read_duration),
    Rule("(?:the)?{plural}(?=before|after|of)", stretches.read_duration),
    Rule("{frequency}", stretches.read_frequency),
    Rule("(?:the year){year}", years.read_sure_year),
    Rule(
        "(?:{lead}|(?<=in|of|by|since|from|until|till|before|after|during|between)|circa){year}",
        years.read_sure_year,
    ),
    Rule("{lead}?{year}", years.read_year),
    Rule("(?<=in|of|since|from){apos}{two}", years.read_short_year),
    Rule("{ref}(?!<hyphen>)", stretches.read_reference),
)

# Tokens that no time expression consists of alone.
_WEAK = (
    "=the =a =an =of =in =on =and =or =to =for =by =that =this =at =after =before =more =other =over =last =from =until =many =some =no "
    "=half =than =least =less =most =up =close =about =around =through =very =full =long =short =whole =further =same =next "
    "comma dot apos hyphen dash open close plus int decimal day hour military number multiplier ordinal nth vague approx step "
    "edge edgenoun fraction"
)


@cache
def grammar() -> Grammar[Readings]:
    """The grammar over the package's own words, compiled once."""
    return compile_grammar(load_timewords())


def compile_grammar(words: TimeWords) -> Grammar[Readings]:
    """The grammar over some words."""
    known = macros(words)
    rules = (*_DAYS, *_MONTHS, *_RELATIVE, *_STRETCHES)
    alphabet = build_alphabet(words, literals([*known.values(), *(rule.pattern for rule in rules)]))
    return Grammar(rules, known, alphabet, _WEAK)
