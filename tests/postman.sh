#!/usr/bin/env bash
# Runs the Postman collection against the built server, on a free port and an empty data folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

version=6.2.2
tools=$PWD/artifacts/tools/newman-$version
server=artifacts/bin/Espalier.Server/debug/Espalier.Server.dll

# What is missing skips by hand and fails under CI.
missing() {
  echo "postman: not run, $1" >&2
  [ -z "${CI:-}" ] && exit 0
  exit 1
}

[ -f "$server" ] || { echo "postman: build first (./dev build)" >&2; exit 1; }
if ! command -v npm >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq nodejs npm; } >/dev/null 2>&1 || true
fi
command -v npm >/dev/null || missing "there is no npm"
if [ ! -x "$tools/node_modules/.bin/newman" ]; then
  mkdir -p "$tools"
  timeout 300 npm install --prefix "$tools" --no-audit --no-fund --silent "newman@$version" >&2 ||
    missing "newman $version could not be installed (is there a network?)"
fi

work=$(mktemp -d)
pid=
stop() {
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap stop EXIT

dotnet "$server" --data "$work/data" --urls http://127.0.0.1:0 >"$work/log" 2>&1 &
pid=$!
for _ in $(seq 300); do
  [ "$(grep -c '^curl ' "$work/log")" = 3 ] && break
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.2
done
url=$(sed -n 's/^Espalier listens on \([^,]*\),.*/\1/p' "$work/log")
token=$(sed -n '/^eyJ/p' "$work/log")
dataset=$(sed -n "s|^curl .*/datasets/\([0-9A-F-]*\)/export/csv'\$|\1|p" "$work/log")
if [ -z "$url" ] || [ -z "$token" ] || [ -z "$dataset" ]; then
  cat "$work/log" >&2
  echo "postman: the server did not start" >&2
  exit 1
fi

timeout 300 "$tools/node_modules/.bin/newman" run postman/Espalier.postman_collection.json --color off --timeout-request 30000 \
  --env-var "baseUrl=$url" --env-var tenantId=DEMO --env-var "bearerToken=$token" --env-var "datasetId=$dataset"
