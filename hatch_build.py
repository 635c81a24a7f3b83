"""Build hook: the wheel gets the bundle that is compiled from the content.

An installed toolcrib has no catalog and no receipts, but the one bundle made of both, and the
pictures that receipts name.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[BuilderConfig]):
    """Compile `catalog/` and `receipts/` into `toolcrib/bundle.sqlite` of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the bundle, unless the wheel only points to the checkout."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        bundle = Path(self._folder.name) / "bundle.sqlite"
        compile_content(Path(self.root), bundle)
        build_data["force_include"][str(bundle)] = "toolcrib/bundle.sqlite"
        build_data["force_include"][str(Path(self.root) / "receipts/pictures")] = (
            "toolcrib/pictures"
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 -- hatchling's signature
        """Remove what was compiled for the wheel, which holds it now."""
        if version != "editable":
            self._folder.cleanup()


def compile_content(root: Path, bundle: Path) -> None:
    """Compile the content of a checkout with the very code that is being packed."""
    sys.path.insert(0, str(root / "src"))
    try:
        from toolcrib.catalog.beside import read_beside  # noqa: PLC0415 -- after its path
        from toolcrib.catalog.compile import compile_bundle  # noqa: PLC0415 -- the same
        from toolcrib.catalog.folder import read_catalog  # noqa: PLC0415 -- the same
        from toolcrib.identify.stdlib import read_stdlib_names  # noqa: PLC0415 -- the same
        from toolcrib.identify.tables import ranks  # noqa: PLC0415 -- the same

        catalog = read_catalog(root / "catalog")
        beside = read_beside(root / "receipts", root / "facts")
        compile_bundle(
            catalog,
            beside.receipts,
            bundle,
            beside.measurements,
            read_stdlib_names().attributes,
            exported=beside.exported.values(),
            index=beside.told,
            versions=beside.versions,
            ranks=ranks(id_.partition(":")[2] for id_ in catalog.modules),
            vectors=beside.vectors,
        )
    finally:
        sys.path.remove(str(root / "src"))
