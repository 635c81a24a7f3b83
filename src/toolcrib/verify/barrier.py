"""A run in which a solution's module is barred: if it still passes, it never needed the module."""

SCRIPT = "barred.py"

MARK = b"toolcrib barred an import"
"""What stands on standard error once the solution has asked for its module."""

PROGRAM = f"""\
import builtins, importlib, runpy, sys

modules = sys.argv[1].split(",")
del sys.argv[:2]
import_name, import_module = builtins.__import__, importlib.import_module


def bar(name, parts=()):
    for wanted in (name, *(f"{{name}}.{{part}}" for part in parts)):
        for module in modules:
            if wanted == module or wanted.startswith(module + "."):
                print("{MARK.decode()}", file=sys.stderr)
                raise ImportError(f"{{wanted}} is barred from this run")


# Only the program itself is barred: the standard library and distributions may import for
# themselves whatever they like.
def barred_import(name, globals=None, locals=None, fromlist=(), level=0):
    if globals is not None and globals.get("__name__") == "__main__":
        bar(name, fromlist or ())
    return import_name(name, globals, locals, fromlist, level)


def barred_module(name, package=None):
    if sys._getframe(1).f_globals.get("__name__") == "__main__":
        bar(name)
    return import_module(name, package)


builtins.__import__, importlib.import_module = barred_import, barred_module
runpy.run_path(sys.argv[0], run_name="__main__")
"""
