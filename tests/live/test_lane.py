"""Worker threads: order, failures, the end."""

import asyncio
import threading

import pytest

from sebaya.live.lane import LaneFull


def test_result_and_failure_come_back(make_lane):
    lane = make_lane()
    assert asyncio.run(lane.call(lambda: 42)) == 42
    with pytest.raises(ZeroDivisionError):
        asyncio.run(lane.call(lambda: 1 // 0))
    assert asyncio.run(lane.call(lambda: 43)) == 43


def test_asker_that_left_is_no_failure(make_lane):
    release = threading.Event()
    lane = make_lane(threads=1)

    async def scene(work):
        asking = asyncio.create_task(lane.call(work))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        release.set()
        return await lane.call(lambda: "alive")

    assert asyncio.run(scene(lambda: release.wait(10))) == "alive"
    assert asyncio.run(scene(lambda: 1 // 0)) == "alive"


def test_loop_that_closed_does_not_end_the_thread(make_lane):
    release = threading.Event()
    lane = make_lane(threads=1)

    async def ask_and_leave():
        asyncio.get_running_loop().create_task(lane.call(lambda: release.wait(10)))
        await asyncio.sleep(0.01)

    asyncio.run(ask_and_leave())
    release.set()
    assert asyncio.run(lane.call(lambda: "alive")) == "alive"


def test_full_lane_refuses(make_lane):
    release, entered = threading.Event(), threading.Event()
    lane = make_lane(threads=1, waiting=1)
    lane.submit(lambda: (entered.set(), release.wait(10)))
    entered.wait(10)
    lane.submit(lambda: None)
    with pytest.raises(LaneFull):
        lane.submit(lambda: None)
    release.set()


def test_close_finishes_what_waits_and_says_farewell_in_each_thread(make_lane):
    done, farewells = [], []
    lane = make_lane(threads=2, farewell=lambda: farewells.append(threading.current_thread().name))
    for number in range(50):
        lane.submit(lambda number=number: done.append(number))
    lane.close()
    assert sorted(done) == list(range(50))
    assert sorted(farewells) == ["test-0", "test-1"]
