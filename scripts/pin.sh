#!/bin/sh
# Pin anew what pyproject.toml asks for: requirements/run.txt and requirements/test.txt, for every
# platform, each file with its SHA-256. Arguments are uv's, such as --upgrade.
set -eu
cd -- "$(dirname -- "$0")/.."
pin() {
    output=requirements/$1.txt
    shift
    uv pip compile pyproject.toml --quiet --output-file "$output" --extra run "$@" \
        --universal --python-version 3.11 --only-binary :all: \
        --generate-hashes --no-header --no-emit-index-url >/dev/null
}
pin run "$@"
pin test --extra web --group test --constraint requirements/run.txt "$@"
