"""How alive distributions are: their last release, and what verification says of them."""

from collections.abc import Iterable

from toolcrib.app.bundle import open_bundle
from toolcrib.identify.identify import Lookup, locate
from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.project import is_quiet
from toolcrib.model.finding import Standing
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof, Word
from toolcrib.model.version import version_number

_NO_PROJECT = frozenset({State.STDLIB, State.BUILTIN, State.STDLIB_ATTRIBUTE, State.PYTHON2})


def projects(names: Iterable[str], known: Knowledge) -> tuple[str, ...]:
    """Return the distributions behind names, as far as the tables know them."""
    found = (locate(name, known) for name in dict.fromkeys(names))
    return tuple(dict.fromkeys(name for one in found if one and (name := project(one))))


def project(identity: Identity) -> str:
    """Return the distribution that a name stands for; empty where it is none."""
    origin, _, name = (identity.id or "").partition(":")
    return name if origin == "pypi" and identity.state not in _NO_PROJECT else ""


def standings(identities: Iterable[Identity], lookup: Lookup) -> dict[str, Standing]:
    """Return the standing of distributions that the index was asked for, by their names.

    What verification says is looked up of those alone that are quiet.
    """
    found, quiet = dict[str, Standing](), []
    for name in dict.fromkeys(filter(None, map(project, identities))):
        published = lookup(name)
        if published and published.exists and published.released and not published.listed:
            found[name] = Standing(released=published.released, as_of=published.as_of)
            quiet += [name] if is_quiet(published) else []
    proofs = proofs_of(quiet) if quiet else {}
    return found | {name: _proven(found[name], proofs.get(name, ())) for name in quiet}


def proofs_of(names: Iterable[str]) -> dict[str, tuple[Proof, ...]]:
    """Return what is known by execution of the solutions with each distribution."""
    with open_bundle() as bundle:
        return {name: bundle.proofs(ModuleId(f"pypi:{name}")) for name in names}


def _proven(standing: Standing, proofs: Iterable[Proof]) -> Standing:
    from msgspec.structs import replace  # noqa: PLC0415 -- only for what is quiet

    on: dict[Word, set[str]] = {word: set() for word in Word}
    for proof in proofs:
        on[proof.word].update(proof.on)
        on[Word.FAILS].update((*proof.fails_on, *proof.cannot_install_on))
    proven, ran = on[Word.PROVEN], on[Word.RAN]
    failed = on[Word.FAILS] | on[Word.CANNOT_INSTALL]
    return replace(
        standing,
        proven_on=_sorted(proven),
        ran_on=_sorted(ran - proven),
        fails_on=_sorted(failed - proven - ran),
    )


def _sorted(versions: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(versions, key=version_number))
