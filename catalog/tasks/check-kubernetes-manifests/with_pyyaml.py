# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""compose_all keeps the line of each document, so that kubectl's verdict can be told of a place."""

import argparse
import subprocess
import sys

import yaml

KUBECTL = ["kubectl", "create", "--dry-run=client", "--validate=false", "-f", "-"]


def check(document: yaml.Node) -> tuple[int, str]:
    """Ask kubectl about one document; return its status and its first line."""
    done = subprocess.run(
        KUBECTL, input=yaml.serialize(document), capture_output=True, text=True, check=False
    )
    verdict = (done.stdout or done.stderr).strip().splitlines()[0]
    return done.returncode, verdict.partition('"STDIN": ')[2] or verdict


def main() -> int:
    parser = argparse.ArgumentParser(description="Ask kubectl about manifests, without applying.")
    parser.add_argument("files", nargs="+", metavar="file")
    worst = 0
    for name in parser.parse_args().files:
        try:
            with open(name, encoding="utf-8") as file:
                documents = [each for each in yaml.compose_all(file, yaml.SafeLoader) if each]
        except yaml.MarkedYAMLError as error:
            sys.exit(f"{name}:{error.problem_mark.line + 1}: {error.problem}")
        for document in documents:
            status, verdict = check(document)
            worst = worst or min(status, 1)
            print(f"{name}:{document.start_mark.line + 1}: {verdict}")
    return worst


if __name__ == "__main__":
    try:
        sys.exit(main())
    except FileNotFoundError as error:
        print(f"{error.filename}: not found", file=sys.stderr)
        sys.exit(127 if error.filename == KUBECTL[0] else 1)
    except (OSError, ValueError, yaml.YAMLError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
