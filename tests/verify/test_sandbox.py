"""bubblewrap's options for a closed room."""

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.sandbox import Closed, File, Mount, closed_room

PLAIN = Closed(mounts=(), files=(), environment={}, scratch=1024)


def options(room: Closed = PLAIN) -> list[str]:
    """Return the options of a room."""
    return closed_room(room, seccomp=7, info=8)


def test_nothing_of_the_host_is_writable() -> None:
    """No option mounts anything of the host to be written to."""
    room = Closed(
        mounts=(Mount(source="/data", target="/opt/env"),),
        files=(File(descriptor=5, target="/home/crib/task/a"),),
        environment={},
        scratch=1024,
    )
    assert not {"--bind", "--bind-try", "--dev-bind", "--bind-data"} & set(options(room))


def test_network_of_the_holder() -> None:
    """The room makes no network of its own: it shares its holder's, which has a loopback only."""
    assert "--unshare-net" not in options()
    assert "--share-net" not in options()


def test_walls() -> None:
    """Every wall that a room has is asked for."""
    wanted = {"--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts"}
    wanted |= {"--disable-userns", "--die-with-parent", "--new-session", "--clearenv"}
    assert wanted <= set(options())


def test_root_is_closed_last() -> None:
    """Nothing is mounted or written after the root was made read-only."""
    room = Closed(
        mounts=(Mount(source="/data", target="/opt/env"),),
        files=(File(descriptor=5, target="/x"),),
        environment={},
        scratch=1024,
    )
    given_options = options(room)
    last = len(given_options) - 1 - given_options[::-1].index("--remount-ro")
    assert given_options[last + 1] == "/"
    assert given_options[last - 1] == "/dev"
    rest = given_options[last + 2 :]
    assert not [option for option in rest if "bind" in option or option in ("--tmpfs", "--file")]


def test_scratch_space_is_bounded() -> None:
    """Every file system in memory has a size."""
    given_options = options()
    places = [place for place, option in enumerate(given_options) if option == "--tmpfs"]
    assert places
    assert all("--size" in given_options[max(0, place - 4) : place] for place in places)


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=3))
def test_settings_are_arguments(settings: dict[str, str]) -> None:
    """Each setting is two arguments of its own, so no value can become an option."""
    room = Closed(mounts=(), files=(), environment=settings, scratch=1)
    given_options = options(room)
    for name, value in settings.items():
        places = [i for i, option in enumerate(given_options) if option == "--setenv"]
        assert [name, value] in [given_options[i + 1 : i + 3] for i in places]
