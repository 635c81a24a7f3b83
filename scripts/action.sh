#!/usr/bin/env bash
# The steps of action.yml: annotations at the lines of a pull request, the summary of the job, and
# SARIF where it is asked for. What is asked for comes by the environment, never as text of a shell.
set -euo pipefail
shopt -s globstar nullglob
# shellcheck disable=SC2206 # patterns are to be expanded
files=($CRIB_FILES)
if [ "${#files[@]}" -eq 0 ]; then
    echo "::error::no file matches $CRIB_FILES"
    exit 2
fi
crib() { "$CRIB_HOME/run" "$@"; }
options=(--fail-on never)
[ -z "${CRIB_TARGET:-}" ] || options+=(--target "$CRIB_TARGET")

[ -z "${CRIB_SARIF:-}" ] || crib check "${options[@]}" --format sarif -- "${files[@]}" >"$CRIB_SARIF"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] ||
    crib check "${options[@]}" --format markdown -- "${files[@]}" >>"$GITHUB_STEP_SUMMARY"
options[1]=${CRIB_FAIL_ON:-error}
crib check "${options[@]}" --format github -- "${files[@]}"
