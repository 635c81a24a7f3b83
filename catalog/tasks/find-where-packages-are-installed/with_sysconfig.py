# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sysconfig"
# ///
"""Each way of installing has a scheme, that names its folders, also for another place or Python."""

import sysconfig
from pathlib import Path

place = Path("/srv/shop")
values = {"base": place, "platbase": place, "userbase": place, "py_version_short": "3.12"}
values |= {"py_version_nodot_plat": "312", "abi_thread": ""}
for scheme in "posix_venv", "nt_venv", "posix_user":
    folders = sysconfig.get_paths(scheme, vars={name: str(value) for name, value in values.items()})
    packages, scripts = (Path(folders[kind]).relative_to(place) for kind in ("purelib", "scripts"))
    print(f"{scheme}: packages in {packages}, scripts in {scripts}")
