#!/bin/sh
# Creates TEMPORAL_NAMESPACE, with closed runs kept for seven days, unless it is there. The CLI reads TEMPORAL_ADDRESS.
# A failure ends the job; compose starts it again.
set -eu

temporal operator cluster health
if temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  echo "The namespace $TEMPORAL_NAMESPACE is there."
else
  temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention 7d
fi

# A new namespace takes the server a few seconds to serve; a worker that came sooner would be refused.
tries=30
until temporal workflow list -n "$TEMPORAL_NAMESPACE" --limit 1 >/dev/null 2>&1; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || exit 1
  sleep 1
done
