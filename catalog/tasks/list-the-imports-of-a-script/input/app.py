import json

from harbour.tides import high_water

print(json.dumps(high_water("Brest")))
