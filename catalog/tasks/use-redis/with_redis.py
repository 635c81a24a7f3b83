# /// script
# requires-python = ">=3.11"
# dependencies = ["redis"]
# [tool.toolcrib]
# module = "pypi:redis"
# ///
"""Every command is atomic in the server, so any number of processes may share its data."""

import redis

with redis.Redis(host="localhost", decode_responses=True) as store:
    with store.pipeline() as transaction:
        transaction.set("session:7f3a", "Ines", ex=1800)
        transaction.ttl("session:7f3a")
        _, seconds = transaction.execute()
    print(store.get("session:7f3a"), "is logged in for", seconds, "seconds")

    for _ in range(3):
        visits = store.incr("visits:/menu")
    print("/menu was seen", visits, "times")

    store.rpush("jobs", "resize menu.jpg", "print invoice 17")
    while job := store.lpop("jobs"):
        print("job:", job)

    with store.pubsub() as listener:
        listener.subscribe("kitchen")
        listener.get_message(timeout=5)  # the confirmation: from here on nothing is missed
        heard_by = store.publish("kitchen", "table 4: two soups")
        message = listener.get_message(timeout=5)
        print(f"{message['channel']}, heard by {heard_by}: {message['data']}")
