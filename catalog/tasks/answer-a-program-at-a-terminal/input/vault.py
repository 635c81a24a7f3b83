"""Opens the vault to those who type the password at a terminal."""

import getpass

password = getpass.getpass("Password of the vault: ")
print("The vault is open." if password == "driftwood" else "The vault stays shut.")
