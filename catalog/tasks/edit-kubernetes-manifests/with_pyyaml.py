# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""safe_load_all reads every document of the file, and values in quotes stay strings."""

import argparse
import sys

import yaml


def main() -> None:
    parser = argparse.ArgumentParser(description="Print a manifest with changed deployments.")
    parser.add_argument("file")
    parser.add_argument("--image", nargs=2, metavar=("CONTAINER", "IMAGE"), help="new image")
    parser.add_argument("--replicas", type=int, metavar="N", help="new number of pods")
    args = parser.parse_args()
    try:
        with open(args.file, encoding="utf-8") as file:
            documents = [document for document in yaml.safe_load_all(file) if document]
    except OSError as error:
        sys.exit(f"{args.file}: {error.strerror}")
    except yaml.MarkedYAMLError as error:
        sys.exit(f"{args.file}:{error.problem_mark.line + 1}: {error.problem}")

    specs = [document["spec"] for document in documents if document["kind"] == "Deployment"]
    if args.replicas is not None:
        for spec in specs:
            spec["replicas"] = args.replicas
    if args.image:
        name, image = args.image
        containers = [c for spec in specs for c in spec["template"]["spec"]["containers"]]
        if name not in [container["name"] for container in containers]:
            sys.exit(f"{args.file}: no container is called {name}")
        for container in containers:
            if container["name"] == name:
                container["image"] = image
    yaml.safe_dump_all(documents, sys.stdout, sort_keys=False, allow_unicode=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
