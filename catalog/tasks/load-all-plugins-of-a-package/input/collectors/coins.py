TITLE, PIECES = "Coins and medals", 412
