# /// script
# requires-python = ">=3.11"
# dependencies = ["ruamel.yaml"]
# [tool.toolcrib]
# module = "pypi:ruamel-yaml"
# ///
"""Only what is set is changed: comments, order and quotes go through as people wrote them."""

import argparse
import sys
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError


def count(text: str) -> int:
    if int(text) < 0:
        raise argparse.ArgumentTypeError(f"{text} is below 0")
    return int(text)


parser = argparse.ArgumentParser(description="Print a manifest with changed deployments.")
parser.add_argument("file", type=Path)
parser.add_argument("--image", nargs=2, metavar=("CONTAINER", "IMAGE"), help="new image")
parser.add_argument("--replicas", type=count, metavar="N", help="new number of pods")
args = parser.parse_args()
yaml = YAML()
yaml.preserve_quotes = True
yaml.width = 1000
try:
    documents = [document for document in yaml.load_all(args.file) if document]
    specs = [document["spec"] for document in documents if document["kind"] == "Deployment"]
    if args.replicas is not None:
        for spec in specs:
            spec["replicas"] = args.replicas
    if args.image:
        name, image = args.image
        containers = [c for spec in specs for c in spec["template"]["spec"]["containers"]]
        found = [container for container in containers if container["name"] == name]
        if not found:
            sys.exit(f"{args.file}: no container is called {name}")
        for container in found:
            container["image"] = image
    yaml.dump_all(documents, sys.stdout)
except MarkedYAMLError as error:
    sys.exit(f"{args.file}:{error.problem_mark.line + 1}: {error.problem}")
except (ValueError, YAMLError):
    sys.exit(f"{args.file}: not a YAML file")
except (KeyError, TypeError):
    sys.exit(f"{args.file}: not Kubernetes manifests")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
