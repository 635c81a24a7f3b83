"""Values only: frozen structs that know neither files nor sockets nor processes."""
