# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:doctest"
# ///
"""The examples stand where readers look, and a run tells when one of them is no longer true."""

import doctest

import shares


class ShortReport(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        out(f"{example.source}expected {example.want}got      {got}")


runner = ShortReport()
for test in doctest.DocTestFinder().find(shares):
    runner.run(test)
print(f"attempted {runner.tries}, failed {runner.failures}")
