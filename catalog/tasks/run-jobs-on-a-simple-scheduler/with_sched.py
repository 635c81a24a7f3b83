# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:sched"
# ///
"""The scheduler takes any clock, so what happens in an hour can be seen at once."""

import sched


class Clock:
    """A clock of minutes that moves on only when somebody waits."""

    minutes = 0

    def time(self):
        return self.minutes

    def sleep(self, minutes):
        self.minutes += minutes


def run(job):
    print(f"minute {clock.minutes}: {job}")


clock = Clock()
scheduler = sched.scheduler(clock.time, clock.sleep)
scheduler.enter(60, 1, run, ["send the report"])
scheduler.enter(30, 2, run, ["copy the logs"])
scheduler.enter(30, 1, run, ["stop the service"])
restart = scheduler.enter(45, 1, run, ["restart the service"])
scheduler.cancel(restart)
scheduler.run()
