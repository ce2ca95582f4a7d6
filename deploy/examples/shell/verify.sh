#!/bin/bash
# Checks a webhook that another program took: verify.sh ID TIMESTAMP SIGNATURES < body. Ends with 0 when one of the signatures is good and not older than five minutes.
set -euo pipefail
: "${CNAIM_WEBHOOK_SECRET:?}"
id=$1 timestamp=$2 signatures=$3
age=$(($(date +%s) - timestamp))
[ "${age#-}" -le 300 ] || { echo "too old or too new" >&2; exit 1; }
key=$(printf '%s' "${CNAIM_WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
expected=$( { printf '%s.%s.' "$id" "$timestamp"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64 -w0)
for signature in $signatures; do
  # The digests of both are compared, so that the time tells nothing of the signature.
  [ "$(printf '%s' "$signature" | sha256sum)" = "$(printf '%s' "v1,$expected" | sha256sum)" ] && exit 0
done
echo "no signature is good" >&2
exit 1
