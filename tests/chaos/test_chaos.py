"""A short form of ``make chaos``: one run of each kind, with a pipeline that loads quickly."""

import chaos
import pytest


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> chaos.Bench:
    """Sixty articles and what becomes of them undisturbed."""
    folder = tmp_path_factory.mktemp("chaos")
    return chaos.prepare(folder, 1, chaos.small_pipeline(folder), 60)


@pytest.mark.slow
@pytest.mark.parametrize(
    "scenario",
    chaos.SCENARIOS,
    ids=lambda scenario: scenario.__name__,
)
def test_a_disturbed_run_ends_with_the_same_bytes(scenario, bench: chaos.Bench) -> None:  # type: ignore[no-untyped-def]
    try:
        scenario(bench, 0)
    except chaos.Impossible as error:
        pytest.skip(str(error))
