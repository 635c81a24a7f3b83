"""SARIF 2.1.0: what code scanning reads (OASIS, "Static Analysis Results Interchange Format").

Columns count characters (section 3.14.17, `unicodeCodePoints`), and the end is the column after the
last one, as here. What could not be checked is a notification of the run, not a result.
"""

from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

import msgspec

from toolcrib.model.finding import Finding, Level, Report, RuleRecord
from toolcrib.model.mention import Unchecked
from toolcrib.report.format import Format

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}

Json = dict[str, object]


def write(report: Report, _width: int) -> str:
    """Return a report as a SARIF log of one run, indented."""
    codes = [rule.code for rule in report.rules]
    run: Json = {
        "tool": {"driver": {"name": "toolcrib", "rules": [_rule(rule) for rule in report.rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_notification(one) for one in report.unchecked],
            }
        ],
        "results": [_result(finding, codes.index(finding.code)) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(rule: RuleRecord) -> Json:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(finding: Finding, rule: int) -> Json:
    region: Json = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": finding.end,
    }
    where: Json = {"artifactLocation": {"uri": _uri(finding.path)}, "region": region}
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
    }
    if finding.fix:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.fix}}
        change = {"artifactLocation": where["artifactLocation"], "replacements": [replacement]}
        description = {"text": f"write {finding.fix}"}
        result["fixes"] = [{"description": description, "artifactChanges": [change]}]
    return result


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same when lines above it come and go."""
    parts = (finding.code, PurePath(finding.path).as_posix(), finding.message)
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _notification(one: Unchecked) -> Json:
    where: Json = {"artifactLocation": {"uri": _uri(one.path)}}
    if one.line:
        where["region"] = {"startLine": one.line}
    return {
        "level": "note",
        "message": {"text": f"not checked: {one.said}"},
        "locations": [{"physicalLocation": where}],
    }


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix().encode("utf-8", "surrogateescape"), safe="/")


FORMAT = Format(name="sarif", write=write)
