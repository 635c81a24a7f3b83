NAMES = ["Mona", "Orla"]
