# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:cmd"
# ///
"""Each do_ method is a command, its docstring the help; unknown ones are reported by themselves."""

import cmd


class Till(cmd.Cmd):
    intro = "The till is open."
    prompt = "till> "
    taken = ()

    def do_sell(self, line):
        """Sell something: sell ITEM PRICE."""
        item, price = line.split()
        self.taken += (int(price),)
        print(f"{item} costs {price}")

    def do_total(self, line):
        """Show what was taken so far."""
        print(sum(self.taken), "in", len(self.taken), "sales")

    def do_quit(self, line):
        """Close the till."""
        return True


Till().cmdloop()
