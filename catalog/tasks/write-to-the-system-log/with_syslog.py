# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:syslog"
# ///
"""The system sorts lines by name, facility and priority, so a script needs no log file of its own."""

import syslog

syslog.openlog("backup", syslog.LOG_PERROR, syslog.LOG_USER)
syslog.syslog(syslog.LOG_INFO, "412 photos copied")
syslog.syslog(syslog.LOG_WARNING, "disk 91 percent full")

print("now warnings only", flush=True)
syslog.setlogmask(syslog.LOG_UPTO(syslog.LOG_WARNING))
syslog.syslog(syslog.LOG_INFO, "413 photos copied")
syslog.syslog(syslog.LOG_ERR, "target not mounted")
