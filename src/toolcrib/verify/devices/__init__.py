"""Programs that play a piece of hardware in the room of a solution; scripts, as `inner.py` is."""
