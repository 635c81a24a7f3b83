"""Why something cannot be installed, in one line: messages as uv 0.13 wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.reasons import one_line

MESSAGES = [
    (
        "there is no version of pyyaml==0.0.1",
        """error: No solution found when resolving dependencies
  cause: Because there is no version of pyyaml==0.0.1 and you require pyyaml==0.0.1, we can \
conclude that your requirements are unsatisfiable.""",
    ),
    (
        "all versions of rpi-gpio have no usable wheels",
        """error: No solution found when resolving dependencies
  cause: Because all versions of rpi-gpio have no usable wheels and you require rpi-gpio, we can \
conclude that your requirements are unsatisfiable.

hint: Wheels are required for `rpi-gpio` because building from source is disabled for all packages \
(i.e., with `--no-build`)""",
    ),
    (
        "evil==1.0 has no usable wheels",
        """error: No solution found when resolving dependencies
  cause: Because evil==1.0 has no usable wheels and only evil==1.0 is available, we can conclude \
that all versions of evil cannot be used.
         And because you require evil, we can conclude that your requirements are unsatisfiable.""",
    ),
    (
        "no-such-thing was not found in the package registry",
        """error: No solution found when resolving dependencies
  cause: Because no-such-thing was not found in the package registry and you require \
no-such-thing, we can conclude that your requirements are unsatisfiable.""",
    ),
    (
        "tensorflow==2.15.0 has no wheels with a matching Python ABI tag (e.g., `cp313`)",
        """error: No solution found when resolving dependencies
  cause: Because tensorflow==2.15.0 has no wheels with a matching Python ABI tag (e.g., `cp313`) \
and you require tensorflow==2.15.0, we can conclude that your requirements are unsatisfiable.

hint: You require CPython 3.13 (`cp313`), but we only found wheels for `tensorflow` (v2.15.0) with \
the following Python ABI tags: `cp39`, `cp310`, `cp311`""",
    ),
    (
        """the requested Python version (>=3.8) does not satisfy Python>=3.10 and django==5.2 \
depends on Python>=3.10""",
        """error: No solution found when resolving dependencies
  cause: Because the requested Python version (>=3.8) does not satisfy Python>=3.10 and \
django==5.2 depends on Python>=3.10, we can conclude that django==5.2 cannot be used.
         And because you require django==5.2, we can conclude that your requirements are \
unsatisfiable.""",
    ),
    (
        "pywin32>=303 has no wheels with a matching platform tag (e.g., `manylinux_2_36_x86_64`)",
        """error: No solution found when resolving dependencies
  cause: Because pywin32<=302 has no wheels with a matching Python ABI tag (e.g., `cp311`) and \
only the following versions of pywin32 are available:
             pywin32<=302
             pywin32>=303
         we can conclude that pywin32<303 cannot be used.
         And because pywin32>=303 has no wheels with a matching platform tag (e.g., \
`manylinux_2_36_x86_64`) and you require pywin32, we can conclude that your requirements are \
unsatisfiable.

hint: Wheels are available for `pywin32` (v312) on the following platforms: `win32`, `win_amd64`""",
    ),
    (
        "pandas==2.0.0 depends on numpy>=1.21.0, and you require numpy<1.20",
        """error: No solution found when resolving dependencies
  cause: Because pandas==2.0.0 depends on numpy>=1.21.0 and you require pandas==2.0.0, we can \
conclude that you require numpy>=1.21.0.
         And because you require numpy<1.20, we can conclude that your requirements are \
unsatisfiable.""",
    ),
    (
        "no wheels that fit: scikit-learn",
        """error: No solution found when resolving dependencies
  cause: Because all of:
             scikit-learn<=0.20.4
             scikit-learn>=0.22.2.post1
          have no usable wheels and only the following versions of scikit-learn are available:
             scikit-learn<=0.20.4
             scikit-learn==0.22.2
             scikit-learn>=0.22.2.post1
         we can conclude that all of:
             scikit-learn<0.22.2
             scikit-learn>0.22.2
          cannot be used.
         And because all of:
             scikit-learn==0.21.0
             scikit-learn==0.22.2
          have no wheels with a matching Python ABI tag (e.g., `cp314`) and you require \
scikit-learn, we can conclude that your requirements are unsatisfiable.

hint: Wheels are required for `scikit-learn` because building from source is disabled""",
    ),
    (
        "no wheels that fit: cryptography, moto",
        """error: No solution found when resolving dependencies
  cause: Because cryptography>=3.3.1 has no usable wheels and moto>=2.0.0,<=5.0.22 depends on \
cryptography>=3.3.1, we can conclude that moto>=2.0.0,<=5.0.22 cannot be used.
         And because moto<=1.0 has no usable wheels, we can conclude that moto<=5.0.22 cannot be \
used. (1)

         Because cryptography>=35.0.0 has no usable wheels and moto>=5.0.23.dev23 depends on \
cryptography>=35.0.0, we can conclude that moto>=5.0.23.dev23 cannot be used.
         And because we know from (1) that moto<=5.0.22 cannot be used, we can conclude that all \
versions of moto cannot be used.
         And because you require moto, we can conclude that your requirements are unsatisfiable.""",
    ),
    (
        "you require requests<2 and requests>2.30",
        """error: No solution found when resolving dependencies
  cause: Because you require requests<2 and requests>2.30, we can conclude that your requirements \
are unsatisfiable.""",
    ),
    (
        """Failed to download `good==1.0`: Hash mismatch for `good==1.0` Expected: sha256:00 \
Computed: sha256:cd""",
        """error: Failed to download `good==1.0`
  cause: Hash mismatch for `good==1.0`

         Expected:
           sha256:00

         Computed:
           sha256:cd""",
    ),
    (
        """Failed to install: evil-1.0-py3-none-any.whl (evil==1.0): Scripts must not use the \
reserved name `python`, got: `python`""",
        """error: Failed to install: evil-1.0-py3-none-any.whl (evil==1.0)
  cause: Scripts must not use the reserved name `python`, got: `python`""",
    ),
    (
        "Failed to fetch: http://127.0.0.1:9/simple/pyyaml/: Connection refused (os error 111)",
        """error: Failed to fetch: http://127.0.0.1:9/simple/pyyaml/
  cause: error sending request for url (http://127.0.0.1:9/simple/pyyaml/)
  cause: client error (Connect)
  cause: tcp connect error
  cause: Connection refused (os error 111)""",
    ),
    ("uv ended with -9", "uv ended with -9"),
]


@pytest.mark.parametrize(("line", "message"), MESSAGES)
def test_a_message_becomes_a_line(line: str, message: str) -> None:
    """What is said is the fact that leads to the end, without hints."""
    assert one_line(message) == line


WORDS = [
    "error:",
    "\n  cause:",
    "Because",
    "And because",
    "a",
    "b[x]==1",
    "all of:",
    "have no usable",
]
WORDS += [
    "wheels",
    "and",
    "you require",
    ", we can conclude that",
    "we know from (1)",
    ".",
    "(1)\n",
]


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_message_becomes_a_line(message: str) -> None:
    """Whatever uv says, it comes to one line of bounded length."""
    line = one_line(message)
    assert len(line.splitlines()) <= 1
    assert len(line) <= 240
