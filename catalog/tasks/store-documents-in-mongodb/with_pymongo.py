# /// script
# requires-python = ">=3.11"
# dependencies = ["pymongo"]
# [tool.toolcrib]
# module = "pypi:pymongo"
# ///
"""Operators such as $set change a document where it lies, so two programs lose no update."""

import json
from pathlib import Path

from pymongo import ASCENDING, DESCENDING, MongoClient
from pymongo.errors import DuplicateKeyError

with MongoClient("mongodb://localhost:27017") as client:
    ships = client.harbour.ships
    ships.create_index([("imo", ASCENDING)], unique=True)
    inserted = ships.insert_many(json.loads(Path("ships.json").read_text(encoding="utf-8")))
    print("inserted:", len(inserted.inserted_ids))
    try:
        ships.insert_one({"imo": 9811000, "name": "a second one with that number"})
    except DuplicateKeyError as error:
        print(f"refused: 9811000 is taken (error {error.code})")

    change = {"$set": {"port": "Antwerp"}, "$push": {"calls": "2026-03-14"}, "$inc": {"moves": 1}}
    result = ships.update_many({"port": "Rotterdam", "teu": {"$lt": 20000}}, change)
    print("updated:", result.modified_count)
    print(ships.find_one({"port": "Antwerp"}, {"_id": False, "imo": False}))

    for ship in ships.find({"teu": {"$gte": 16000}}).sort("teu", DESCENDING):
        print(f"{ship['teu']:>6} {ship['name']}")
    per_port = {"_id": "$port", "ships": {"$sum": 1}, "teu": {"$sum": "$teu"}}
    for row in ships.aggregate([{"$group": per_port}, {"$sort": {"teu": -1}}]):
        print(f"{row['_id']}: {row['ships']} of {row['teu']} TEU")
    print("deleted:", ships.delete_many({"teu": {"$lt": 15000}}).deleted_count)
    print("left:", ships.count_documents({}))
