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


def count(text: str) -> int:
    if int(text) < 0:
        raise argparse.ArgumentTypeError(f"{text} is below 0")
    return int(text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Print a manifest with changed deployments.")
    parser.add_argument("file")
    parser.add_argument("--image", nargs=2, metavar=("CONTAINER", "IMAGE"), help="new image")
    parser.add_argument("--replicas", type=count, metavar="N", help="new number of pods")
    args = parser.parse_args()
    try:
        with open(args.file, encoding="utf-8") as file:
            documents = [document for document in yaml.safe_load_all(file) if document]
    except OSError as error:
        sys.exit(f"{args.file}: {error.strerror}")
    except yaml.MarkedYAMLError as error:
        sys.exit(f"{args.file}:{error.problem_mark.line + 1}: {error.problem}")
    except (ValueError, yaml.YAMLError):
        sys.exit(f"{args.file}: not a YAML file")
    try:
        specs = [document["spec"] for document in documents if document["kind"] == "Deployment"]
        for spec in specs:
            if args.replicas is not None:
                spec["replicas"] = args.replicas
        if args.image:
            name, image = args.image
            containers = [c for spec in specs for c in spec["template"]["spec"]["containers"]]
            found = [container for container in containers if container["name"] == name]
            if not found:
                sys.exit(f"{args.file}: no container is called {name}")
            for container in found:
                container["image"] = image
    except (KeyError, TypeError):
        sys.exit(f"{args.file}: not Kubernetes manifests")
    yaml.safe_dump_all(documents, sys.stdout, sort_keys=False, allow_unicode=True)


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
