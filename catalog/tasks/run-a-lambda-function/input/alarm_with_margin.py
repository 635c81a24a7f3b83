def handler(event, context):
    margins = {t["time"]: round(t["metres"] - event["limit"], 2) for t in event["tides"]}
    return {"station": event["station"], "margins": margins}
