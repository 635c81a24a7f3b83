def handler(event, context):
    high = [tide["time"] for tide in event["tides"] if tide["metres"] >= event["limit"]]
    return {"station": event["station"], "high": high}
