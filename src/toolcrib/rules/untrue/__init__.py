"""Statements about modules that are known to be untrue, each with its source."""

from toolcrib.rules.untrue.distributions import STATEMENTS as OF_DISTRIBUTIONS
from toolcrib.rules.untrue.formats import STATEMENTS as OF_FORMATS
from toolcrib.rules.untrue.standard import STATEMENTS as OF_STANDARD
from toolcrib.rules.untrue.statement import Statement

ALL: tuple[Statement, ...] = (*OF_STANDARD, *OF_FORMATS, *OF_DISTRIBUTIONS)
"""The whole table."""
