"""Moments: files move or vanish, another command runs, a signal comes while a command works."""

from __future__ import annotations

from attack import Attack
from attack_situations import ONE, shell


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_places(), *_at_once(), *_signals()]


def _places() -> list[Attack]:
    """Files and folders that move, vanish, or lead elsewhere."""
    return [
        shell(
            "a folder that is gone",
            'mkdir x && cd x && rmdir "$PWD" && gaoyou annotate ../a.txt -m rules -o ../o.jsonl',
            (0, 1),
            None,
        ),
        shell(
            "an output by a linked folder",
            f"mkdir x && ln -s x y && {ONE.replace('o.j', 'y/o.j')} && cp x/o.jsonl o.jsonl",
        ),
        shell(
            "an output by a link to a file, replaced",
            f"echo mine > x; ln -s x o.jsonl; {ONE} --overwrite && grep -q mine x",
        ),
        shell(
            "days of files in the past and future",
            f"touch -d 1901-01-01 a.txt; {ONE}; rm o.jsonl; touch -d 2299-01-01 a.txt; {ONE}",
        ),
        shell(
            "a file that grows",
            "(for n in 1 2 3 4 5 6 7 8; do sleep .3; cat many.jsonl; done >> grow.jsonl) & "
            "sleep .4; gaoyou annotate grow.jsonl -m rules -o o.jsonl",
            (0, 2, 3),
            None,
        ),
        shell(
            "a file cut while it is read",
            "gaoyou annotate many.jsonl -m rules -o o.jsonl & sleep .5; cp many.jsonl k; "
            ": > many.jsonl; wait $!; code=$?; cp k many.jsonl; exit $code",
            (0, 2, 3),
            None,
        ),
        shell(
            "an output folder removed while it is written",
            "gaoyou annotate many.jsonl -m rules -o out --part-articles 5 & sleep 3; "
            "rm -rf out; wait $!",
            (0, 1),
            None,
        ),
        shell(
            "hard links of one file",
            "mkdir in; ln a.txt in/1.txt; ln a.txt in/2.txt; "
            "gaoyou annotate in -m rules -o o.jsonl",
            (0,),
            2,
        ),
        shell(
            "a name like an option",
            "cp a.txt -- --overwrite.txt; gaoyou annotate -m rules -o o.jsonl -- --overwrite.txt",
        ),
        shell(
            "a name of blanks and quotes",
            "cp a.txt $' \\'\"$(x)`y` .txt'; gaoyou annotate "
            "$' \\'\"$(x)`y` .txt' -m rules -o o.jsonl",
        ),
    ]


def _at_once() -> list[Attack]:
    """Two commands at the same time."""
    twice = "{0} & first=$!; {0}; second=$?; wait $first; exit $(( $? < second ? $? : second ))"
    return [
        shell(
            "two runs into one file",
            twice.format("gaoyou annotate many.jsonl -m rules -o o.jsonl"),
            (0, 1),
            200,
        ),
        shell(
            "two runs into one folder, replaced",
            twice.format("gaoyou annotate many.jsonl -m rules -o out --overwrite")
            + "; cat out/part* > o.jsonl",
            (0, 1),
            None,
        ),
        shell(
            "two links with the same ids",
            f"{ONE}; " + twice.format("gaoyou link o.jsonl -o l.sqlite --ids i.tsv --overwrite"),
            (0, 1),
            None,
        ),
        shell(
            "two tables in one place",
            f"{ONE}; " + twice.format("gaoyou tables o.jsonl -o t.duckdb --overwrite"),
            (0, 1),
            None,
        ),
        shell(
            "a run over what another run writes",
            "gaoyou annotate many.jsonl -m rules -o in & "
            "sleep 2; gaoyou annotate in many.jsonl -m rules -o o.jsonl; wait",
            (0, 3),
            None,
        ),
    ]


def _signals() -> list[Attack]:
    """Signals, and the same command behind them."""
    run = "gaoyou annotate many.jsonl -m rules -o o.jsonl --part-articles 20 -w 2"
    start = f'"$(dirname "$PYTHON")"/{run} & sleep 2.5; '
    return [
        shell(
            f"{signal}, then again",
            f"{start}kill -{signal} $!; wait $!; test -s o.jsonl || {run}",
            (0,),
            200,
        )
        for signal in ("HUP", "QUIT", "ALRM", "USR1", "XCPU", "PIPE")
    ] + [
        shell(
            "stopped for a while",
            f"{start}kill -STOP $!; sleep 3; kill -CONT $!; wait $!",
            (0,),
            200,
        ),
        shell(
            "workers stopped for a while",
            f"{start}pkill -STOP -P $!; sleep 3; pkill -CONT -P $!; wait $!",
            (0,),
            200,
        ),
    ]
