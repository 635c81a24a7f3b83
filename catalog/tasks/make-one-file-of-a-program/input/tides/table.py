HIGH_WATER = {"Calais": "11:42", "Dover": "11:20"}
