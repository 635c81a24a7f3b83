"""Proof by execution: plan, environments, the pod, services, receipts."""
