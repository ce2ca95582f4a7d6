#!/bin/bash
# A partner's receiver with curl and jq: follows the feed, takes each event once and answers its office's referrals. Ends when nothing came for CNAIM_WAIT seconds; without it, never.
set -euo pipefail
: "${CNAIM_GATEWAY:?}" "${CNAIM_CLIENT_ID:?}" "${CNAIM_CLIENT_SECRET:?}" "${CNAIM_OFFICE:?}" "${CNAIM_STATE:?}"
mkdir -p "$CNAIM_STATE"
events=$CNAIM_STATE/events.jsonl cursor=$CNAIM_STATE/cursor
touch "$events"

token=
api() { curl -sS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
renew() {
  token=$(curl -sS --fail-with-body "$CNAIM_GATEWAY/connect/token" --data-urlencode grant_type=client_credentials \
    --data-urlencode "client_id=$CNAIM_CLIENT_ID" --data-urlencode "client_secret=$CNAIM_CLIENT_SECRET" | jq -r .access_token)
}

# Asks the office's service for a move; that it was made already (409) is as good. Tries again what may yet succeed: a fresh event can be faster than the referral itself.
# A refusal that stays is for people to look at, and holds nothing else up.
move() { # referral action body time
  local status fresh
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    status=$(api -o /dev/null -w '%{http_code}' -X POST -H "Idempotency-Key: $1-$2" -d "$3" "$CNAIM_GATEWAY/api/$CNAIM_OFFICE/v1/referrals/$1/$2")
    fresh=$(($(date +%s) - $(date -d "$4" +%s) < 10))
    case $status-$fresh in
      2??-? | 409-?) return 0 ;;
      429-? | 5??-? | 404-1) sleep 1 ;;
      *) break ;;
    esac
  done
  echo "$2 of $1: $status" >&2
  case $status in 429 | 5??) return 1 ;; esac
}

# Takes an event once: first what it asks for, then the note that it was done. Both may happen again, neither counts twice.
take() {
  local id
  id=$(jq -r .id <<<"$1")
  if grep -qF "\"id\":\"$id\"" "$events"; then return 0; fi
  if [ "$(jq -r '.type + " " + (.data.receiver // "")' <<<"$1")" = "pt.cnaim.referral.requested.v1 $CNAIM_OFFICE" ]; then
    local referral time
    read -r referral time < <(jq -r '.subject + " " + .time' <<<"$1")
    move "$referral" accept '{}' "$time"
    move "$referral" complete '{"outcome":"helped"}' "$time"
  fi
  printf '%s\n' "$1" >>"$events"
}

while renew; do
  page=$(api --fail-with-body "$CNAIM_GATEWAY/api/subscriptions/v1/events?wait=${CNAIM_WAIT:-25}$([ -s "$cursor" ] && echo "&after=$(cat "$cursor")")")
  while IFS= read -r event; do take "$event"; done < <(jq -c '.items[]' <<<"$page")
  jq -r .next <<<"$page" >"$cursor"
  if [ -n "${CNAIM_WAIT:-}" ] && [ "$(jq '(.items | length) == 0 and (.more | not)' <<<"$page")" = true ]; then exit 0; fi
done
