"""The API does what its description says, whatever is asked: examples made by Schemathesis."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from sites import served
from toolcrib.web.serving.application import Serving, application
from toolcrib.web.serving.limits import Limits
from toolcrib.web.serving.openapi import openapi

DESCRIPTION = schemathesis.openapi.from_dict(openapi())
# What is wrong and longer than an address may be is refused before anybody looks at it.
_REJECTION = DESCRIPTION.config.checks.negative_data_rejection
_REJECTION.expected_statuses = [*(_REJECTION.expected_statuses or ()), "414"]


@pytest.fixture(scope="module")
def api() -> Iterator[str]:
    """Return the address of an API that may be asked as much as one likes."""
    with served(application(Serving(limits=Limits(questions=0)))) as address:
        yield f"{address}/api/v1"


@DESCRIPTION.parametrize()
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_does_as_described(case: schemathesis.Case, api: str) -> None:
    """Each answer has a status, a type and a shape of the description; no question is a fault."""
    case.call_and_validate(base_url=api)
