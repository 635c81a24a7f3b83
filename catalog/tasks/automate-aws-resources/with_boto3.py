# /// script
# requires-python = ">=3.11"
# dependencies = ["boto3"]
# [tool.toolcrib]
# module = "pypi:boto3"
# ///
"""An instance takes tags one by one, a bucket only all at once: so its old ones are kept."""

import argparse
import json
import sys
from pathlib import Path

import boto3
from botocore.exceptions import BotoCoreError, ClientError


def tags_of(thing) -> list[dict[str, str]]:
    try:
        return (thing.Tagging().tag_set if hasattr(thing, "Tagging") else thing.tags) or []
    except ClientError as error:
        if error.response["Error"]["Code"] == "NoSuchTagSet":
            return []
        raise


def lacking(ec2, s3, key: str) -> list:
    alive = [each for each in ec2.instances.all() if each.state["Name"] != "terminated"]
    things = [*alive, *s3.buckets.all()]
    return [thing for thing in things if key not in [tag["Key"] for tag in tags_of(thing)]]


parser = argparse.ArgumentParser(description="Find EC2 instances and S3 buckets without a tag.")
parser.add_argument("tag", nargs="?", default="owner")
parser.add_argument("--set", metavar="VALUE", help="give the tag to them, with this value")
parser.add_argument("--region")
parser.add_argument("--first", type=Path, help="JSON file of what to make first, for a trial")
args = parser.parse_args()
try:
    ec2, s3 = (boto3.resource(name, region_name=args.region) for name in ("ec2", "s3"))
    trial = json.loads(args.first.read_text(encoding="utf-8")) if args.first else {}
    for launch in trial.get("instances", []):
        ec2.create_instances(**launch)
    for name, tags in trial.get("buckets", {}).items():
        s3.create_bucket(Bucket=name).Tagging().put(Tagging={"TagSet": tags})
    new = {"Key": args.tag, "Value": args.set}
    for thing in (found := lacking(ec2, s3, args.tag)):
        tags = tags_of(thing)
        print(thing.meta.resource_model.name, *(f"{tag['Key']}={tag['Value']}" for tag in tags))
        if args.set and hasattr(thing, "Tagging"):
            thing.Tagging().put(Tagging={"TagSet": [*tags, new]})
        elif args.set:
            thing.create_tags(Tags=[new])
    left = lacking(ec2, s3, args.tag)
    print(f"without {args.tag}: {len(found)} before, {len(left)} after")
    sys.exit(bool(left))
except KeyboardInterrupt:
    sys.exit(130)
except (OSError, ValueError, BotoCoreError, ClientError) as error:
    sys.exit(str(error).replace("\n", " "))
