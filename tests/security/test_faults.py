"""Whole builds that are killed, starved and run against each other; bench/faults.py does many."""

import pytest

from bench import faults


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return faults.Bench(tmp_path_factory.mktemp("faults"))


def test_a_killed_build_leaves_old_tables_or_new_and_nothing_for_long(bench):
    left, _, kept = faults.killed(bench, 6)

    assert set(left) <= {"old", "new"}
    assert sum(left.values()) == 6
    assert kept == 0


def test_builds_at_once_equal_one(bench):
    assert faults.at_once(bench) == ([0, 0, 0], "new")


def test_a_reader_sees_whole_sets_while_they_are_exchanged(bench):
    assert set(faults.replaced_while_read(bench, 10)) <= {"old", "new"}


def test_a_full_and_a_read_only_disk_keep_the_old_tables(bench):
    with faults.small_disk() as disk:
        if disk is None:
            pytest.skip("no disk may be mounted here")
        status, said, left = faults.full(bench, disk)
        assert (status, left) == (1, "old")
        assert "the disk is full: free some space; nothing was changed" in said

        status, said, left = faults.read_only(bench, disk)
        assert (status, left) == (1, "old")
        assert "the disk is read-only: choose another folder with --out" in said


def test_tables_of_an_older_version_are_named_and_replaced(bench):
    said, left = faults.older(bench)

    assert "another version of Dateline" in said
    assert "python -m dateline build" in said
    assert left == "new"


def test_a_place_for_no_file_is_said_at_once(bench):
    status, said, seconds = faults.nowhere(bench)

    assert status == 1
    assert "no file can be made there: choose another folder with --out" in said
    assert seconds < 60


def test_tables_are_the_same_in_every_time_zone(bench):
    assert len(set(faults.zones(bench).values())) == 1
