# /// script
# requires-python = ">=3.11"
# dependencies = ["boto3"]
# [tool.toolcrib]
# module = "pypi:boto3"
# ///
"""The resource pages through long listings and deletes in batches without being told."""

import argparse
import sys

import boto3
from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError

ACTIONS = ["buckets", "create", "upload", "list", "read", "link", "empty", "delete"]


def act(action: str, name: str, key: str) -> None:
    s3 = boto3.resource("s3")
    client, bucket = s3.meta.client, s3.Bucket(name)
    match action:
        case "buckets":
            for each in s3.buckets.all():
                print(each.name)
        case "create":
            where = {"CreateBucketConfiguration": {"LocationConstraint": client.meta.region_name}}
            bucket.create(**where if client.meta.region_name != "us-east-1" else {})
        case "upload":
            bucket.upload_file(key, key)
        case "list":
            for item in bucket.objects.all():
                print(f"{item.size:>9} {item.key}")
        case "read":
            print(bucket.Object(key).get()["Body"].read().decode(), end="")
        case "link":
            print(client.generate_presigned_url("get_object", {"Bucket": name, "Key": key}))
        case "empty":
            bucket.objects.delete()
        case "delete":
            bucket.delete()


parser = argparse.ArgumentParser(description="Work with an S3 bucket, one action at a time.")
parser.add_argument("bucket")
parser.add_argument("actions", nargs="+", metavar="action", choices=ACTIONS, help="%(choices)s")
parser.add_argument("--file", default="", help="what to upload, read or link")
args = parser.parse_args()
if not args.file and {"upload", "read", "link"}.intersection(args.actions):
    parser.error("upload, read and link need --file")
try:
    for action in args.actions:
        act(action, args.bucket, args.file)
except KeyboardInterrupt:
    sys.exit(130)
except (OSError, ValueError, Boto3Error, BotoCoreError, ClientError) as error:
    sys.exit(str(error).replace("\n", " "))
