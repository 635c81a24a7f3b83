"""bubblewrap's options for a closed room."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

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


def test_user_has_no_rights_but_those_of_its_profile() -> None:
    """All rights are dropped; packets take one back, and a privileged room is root of its own."""
    plain = options()
    assert plain[plain.index("--cap-drop") + 1] == "ALL"
    assert "--cap-add" not in plain
    packets = options(replace(PLAIN, packets=True))
    assert packets.index("--cap-drop") < packets.index("--cap-add")
    assert packets[packets.index("--cap-add") + 1] == "CAP_NET_RAW"
    assert packets.count("--cap-add") == 1
    privileged = options(replace(PLAIN, privileged=True))
    assert "--unshare-user" in privileged
    assert {"--unshare-pid", "--unshare-ipc", "--die-with-parent"} <= set(privileged)
    assert not {"--bind", "--dev-bind"} & set(privileged)


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=3))
def test_settings_are_arguments(settings: dict[str, str]) -> None:
    """Each setting is two arguments of its own, so no value can become an option."""
    room = Closed(mounts=(), files=(), environment=settings, scratch=1)
    given_options = options(room)
    for name, value in settings.items():
        places = [i for i, option in enumerate(given_options) if option == "--setenv"]
        assert [name, value] in [given_options[i + 1 : i + 3] for i in places]


def test_the_command_as_first_process() -> None:
    """On demand the command is the room's first process, which nobody in it can end."""
    assert "--as-pid-1" in options(replace(PLAIN, as_first=True))
    assert "--as-pid-1" not in options()


def test_terminals_are_the_pods() -> None:
    """Pseudo-terminals come from the pod, which bounds them; no other mount has devices."""
    given_options = options(replace(PLAIN, terminals="/stage/terminals-0"))
    place = given_options.index("--dev-bind")
    assert given_options[place : place + 3] == ["--dev-bind", "/stage/terminals-0", "/dev/pts"]
    assert given_options.count("--dev-bind") == 1
