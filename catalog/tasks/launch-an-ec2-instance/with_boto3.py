# /// script
# requires-python = ">=3.11"
# dependencies = ["boto3"]
# [tool.toolcrib]
# module = "pypi:boto3"
# ///
"""A call only begins the change; the waiters of the resource ask until it has come about."""

import argparse
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError

END = {"launch": "running", "start": "running", "stop": "stopped", "terminate": "terminated"}


def launch(ec2, args: argparse.Namespace) -> list:
    tags = {"Name": args.name, **dict(tag.split("=", 1) for tag in args.tag)}
    pairs = [{"Key": key, "Value": value} for key, value in tags.items()]
    what = [{"ResourceType": "instance", "Tags": pairs}]
    one = {"MinCount": 1, "MaxCount": 1, "TagSpecifications": what}
    return ec2.create_instances(ImageId=args.image, InstanceType=args.type, **one)


def act(ec2, action: str, args: argparse.Namespace) -> None:
    named = ec2.instances.filter(Filters=[{"Name": "tag:Name", "Values": [args.name]}])
    alive = [each for each in named if each.state["Name"] not in ("shutting-down", "terminated")]
    if action != "launch" and not alive:
        sys.exit(f"no instance is called {args.name}")
    for instance in launch(ec2, args) if action == "launch" else alive:
        state = instance.state["Name"]
        if action == "list":
            tags = [f"{tag['Key']}={tag['Value']}" for tag in instance.tags]
            print(state, instance.instance_type, *tags)
            continue
        if action != "launch":
            getattr(instance, action)()
        getattr(instance, f"wait_until_{END[action]}")()
        instance.reload()
        print(f"{action}: {state}, then {instance.state['Name']}")


parser = argparse.ArgumentParser(description="Launch, list and stop EC2 instances by their name.")
parser.add_argument("name", help="value of the tag Name")
parser.add_argument("actions", nargs="+", choices=["list", *END])
parser.add_argument("--image", help="AMI to launch, such as ami-0abcdef1234567890")
parser.add_argument("--type", default="t3.micro", help="default: %(default)s")
parser.add_argument("--tag", action="append", default=[], metavar="KEY=VALUE")
args = parser.parse_args()
if "launch" in args.actions and not args.image:
    parser.error("launch needs --image")
try:
    ec2 = boto3.resource("ec2")
    for action in args.actions:
        act(ec2, action, args)
except KeyboardInterrupt:
    sys.exit(130)
except (ValueError, BotoCoreError, ClientError) as error:
    sys.exit(str(error).replace("\n", " "))
