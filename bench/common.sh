# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Sourced by the commands in this folder: builds what they need and finds out how ./run-matrix starts the aggregator.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$root/aggregator/target/bench
name=$(basename "$0")

die() {
  printf 'bench/%s: %s\n' "$name" "$1" >&2
  exit "${2:-2}"
}

# The comments at the head of a command are its help.
show_help() {
  sed -n '3,/^# shellcheck/{/^# shellcheck/d;s/^# \{0,1\}//p}' "$0"
}

need_value() {
  [ $# -ge 2 ] || die "$1 needs a value"
}

[ "$(uname -s)" = Linux ] || die "processes are measured by files in /proc, which only Linux has"

# What the start script would run, an argument a line: with a function in the place of its last command, exec, it tells
# instead. So flags, archives and libraries are those that users get.
find_aggregate_command() {
  "$root/run-matrix" aggregate --help >/dev/null
  (
    # shellcheck disable=SC2317 # the start script calls it
    exec() { printf '%s\n' "$@"; }
    export -f exec
    "$root/run-matrix" aggregate
  ) >"$work/aggregate.command"
}

build() {
  mkdir -p "$work"
  find_aggregate_command
  local log=$work/build.log
  (cd "$root" && mvn -Dquick -Dmaven.test.skip=false -DskipTests -pl aggregator -am test-compile \
    dependency:build-classpath "-Dmdep.outputFile=$work/classpath" -Dmdep.includeScope=test </dev/null) >"$log" 2>&1 || {
    grep '^\[ERROR\]' "$log" | head -n 15 >&2
    die "the build failed; its whole output is in $log" 70
  }
}

# Makes data of the catalogue if they are missing; the benchmarks make their own.
make_data() {
  case $1 in
    100k | 1m | 7.44m | 50m) ;;
    *) [ -d "$root/datasets/data/$1" ] || "$root/run-matrix" dataset generate "$1" ;;
  esac
}

# Runs a main class of the benchmarks; everything that is given follows it.
run_java() {
  local java classes=$root/aggregator/target/test-classes:$root/aggregator/target/classes
  java=$(head -n 1 "$work/aggregate.command")
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
    "-Dbench.root=$root" "-Dbench.work=$work" "-Dbench.aggregate=$work/aggregate.command" \
    "-Dbench.classes=$root/aggregator/target/test-classes" \
    "-Dbench.duckdb=$(tr ':' '\n' <"$work/classpath" | grep '/duckdb_jdbc-')" \
    -cp "$classes:$(cat "$work/classpath")" "$@"
}
