"""What runs need and workers offer."""

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.model.receipt import EMSCRIPTEN, Cell
from toolcrib.model.task import Run, Task
from toolcrib.verify.resources import lacking, needed, offered, places, worker_command
from toolcrib.verify.services import ALL, services_named

NAMES = st.frozensets(st.sampled_from(["python3.11", "python3.13", "display", "redis"]))
OFFERS = st.lists(NAMES.map(lambda names: dict.fromkeys(sorted(names), 1.0)), max_size=4)


def task(*services: str) -> Task:
    """Return a task beside services."""
    return Task(id="t", title="Do", category="text", run=Run(services=services))


def test_a_run_needs_its_python_and_the_packages_of_its_services() -> None:
    """A service that is made of distributions alone is installed anywhere, so it is no need."""
    assert needed(task(), Cell(python="3.13")) == {"python3.13"}
    assert needed(task(), Cell(python="3.14", platform=EMSCRIPTEN)) == {"pyodide"}
    assert needed(task("display", "moto"), Cell(python="3.11")) == {"python3.11", "display"}


def test_an_offer_serves_what_it_names() -> None:
    """A machine with all services and a Python can do every run on that Python."""
    offer = dict.fromkeys(offered([Cell(python="3.13")], ALL), 1.0)
    every = task(*(service.name for service in ALL))
    assert lacking(needed(every, Cell(python="3.13")), [offer]) == ""
    assert lacking(needed(every, Cell(python="3.12")), [offer]) == "no worker offers python3.12"


@given(NAMES.filter(bool), OFFERS)
def test_what_has_a_place_lacks_nothing(needs: frozenset[str], offers: list[dict[str, float]]):
    """Either there is a place for a run, or the words say what is missing."""
    said = lacking(needs, offers)
    assert bool(said) == (places(needs, offers) == 0)
    everything = {name for offer in offers for name in offer}
    missing = needs - everything
    assert all(name in said for name in missing)
    if said and not missing:
        assert said.endswith(" together")


def test_places_are_counted() -> None:
    """A worker with several of a resource has as many places; the scarcest decides."""
    offers = [{"python3.13": 4.0, "display": 1.0}, {"python3.13": 2.0}]
    assert places(frozenset({"python3.13"}), offers) == 6
    assert places(frozenset({"python3.13", "display"}), offers) == 1


def test_the_line_for_a_worker() -> None:
    """The line names the scheduler, the processes and one of each resource."""
    offer = offered([Cell(python="3.13")], services_named(("display",)))
    assert worker_command("tcp://host:8786", 2, offer) == (
        'dask worker tcp://host:8786 --nthreads 1 --nworkers 2 --resources "python3.13=1,display=1"'
    )
