#!/usr/bin/env bash
# ./dev bench flows [rows] [runs]   whole flows over HTTP on a running server, beside DuckDB and PostgreSQL in the same run
# ./dev bench modelling [rows]      calculated exports, links and drafts over HTTP; the roll-up beside DuckDB
# ./dev bench web [runs]            how soon pages can be used and keys are seen, in Chromium
# ./dev bench engine [filter]       BenchmarkDotNet on the engine
# The generator and the peers' scripts are taken from BENCH_SHARED (default ../shared/bench).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
shared=$(cd "${BENCH_SHARED:-../shared/bench}" && pwd)
work=${BENCH_WORK:-${TMPDIR:-/tmp}/espalier-bench}
mkdir -p "$work/data" "$work/peers"

# Files, peers and a built server for a script of ours.
over_http() {
  local script=$1 rows=$2 runs=$3
  dotnet build -c Release src/Server -v quiet -nologo
  for n in "$rows" $((rows / 10)); do
    [ -f "$work/data/hr-$n.csv" ] || node "$shared/generate.mjs" --n "$n" --seed 1 --out "$work/data" --formats csv
    [ -f "$work/data/hr-$n-v2.csv" ] || node "$shared/generate.mjs" --n "$n" --seed 1 --out "$work/data" --formats csv --refresh
  done
  local json=$((rows * 46 / 100))
  [ -f "$work/data/hr-$json.json" ] || node "$shared/generate.mjs" --n "$json" --seed 1 --out "$work/data" --formats json
  [ -d "$work/peers/node_modules/@duckdb" ] || (cd "$work/peers" && npm install --no-fund --no-audit --silent @duckdb/node-api@1.5.6-r.1)
  if [ "$script" = flows ]; then peers_postgres; fi
  node "bench/$script.mjs" --rows "$rows" --runs "$runs" --data "$work/data" --work "$work" --shared "$shared" \
    --server "$root/artifacts/bin/Espalier.Server/release/Espalier.Server.dll" --results "$root/bench/results"
  [ -z "${PG_BIN:-}" ] || su postgres -c "$PG_BIN/pg_ctl -D $work/pg -m fast stop" >/dev/null
}

# A PostgreSQL of our own, on a socket only. Without one the table goes without it, and says so.
peers_postgres() {
  [ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] ||
    { [ "$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq postgresql postgresql-client >/dev/null; } || return 0
  PG_BIN=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -1)")
  export PGHOST=$work/pgsocket PGUSER=postgres PGDATABASE=postgres
  mkdir -p "$PGHOST" && chown postgres "$PGHOST" && chmod 711 "$work"
  [ -d "$work/pg" ] || { mkdir "$work/pg" && chown postgres "$work/pg" && su postgres -c "$PG_BIN/initdb -D $work/pg -A trust" >/dev/null; }
  su postgres -c "$PG_BIN/pg_ctl -D $work/pg -w -l $work/pg/log -o \"-c listen_addresses='' -c unix_socket_directories=$PGHOST -c shared_buffers=4GB -c max_wal_size=8GB\" start" >/dev/null
}

case "${1:-}" in
  flows) over_http flows "${2:-1000000}" "${3:-3}" ;;
  modelling) over_http modelling "${2:-1000000}" "${3:-1}" ;;
  web) dotnet build -c Release src/Server -v quiet -nologo
    node bench/web.mjs --web "$root/web" --runs "${2:-5}" --server "$root/artifacts/bin/Espalier.Server/release/Espalier.Server.dll" --results "$root/bench/results" ;;
  engine) shift; BENCH_RESULTS=$root/bench/results dotnet run -c Release --project bench/Engine.Bench -- --filter "${1:-*}" ;;
  *) sed -n 2,6p bench/run.sh | cut -c3- ;;
esac
