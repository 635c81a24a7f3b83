"""A travel agency that asks a ferry for its fares, and asks for too much."""

from xmlrpc.client import Fault, ServerProxy

with ServerProxy("http://localhost:8000/") as ferry:
    print(*ferry.system.listMethods())
    print(ferry.system.methodHelp("fare"))
    print("two adults, a child:", ferry.fare([35, 41, 7]))
    print("still free:", ferry.book("Zoë & Tom", 2))
    for call in (lambda: ferry.book("a choir", 60), lambda: ferry.sink()):
        try:
            call()
        except Fault as fault:
            print("refused:", fault.faultString.rpartition(":")[2])
