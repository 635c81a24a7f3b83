TITLE, PIECES = "Maps and sea charts", 87
