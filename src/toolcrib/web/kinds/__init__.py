"""All kinds of pages; a new one is a file here and a line in this tuple."""

from toolcrib.web.kinds import (
    catalog,
    category,
    check,
    collection,
    compare,
    coverage,
    home,
    method,
    module,
    name,
    offline,
    rule,
    search,
    task,
)
from toolcrib.web.page import Kind

KINDS: tuple[Kind, ...] = (
    home.KIND,
    search.KIND,
    catalog.KIND,
    category.KIND,
    collection.KIND,
    module.KIND,
    task.KIND,
    compare.KIND,
    name.KIND,
    check.KIND,
    coverage.KIND,
    method.KIND,
    *rule.KINDS,
    offline.KIND,
)
"""In the order in which an address is tried."""
