#!/usr/bin/env bash
# Measures what the agent adds to the start of a program that has no annotated class.
# Usage: startup.sh [rounds] [file]   (default 10; needs the agent's jar to be built; the file gets
# the medians as JSON)
set -euo pipefail
rounds=${1:-10}
here=$(cd "$(dirname "$0")" && pwd)
agent=$here/../agent/target/mulligan-agent.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Hello.java" <<'JAVA'
public class Hello {
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
JAVA
javac -d "$work" "$work/Hello.java"

# Prints the milliseconds of one start.
start() {
  local begin end
  begin=$(date +%s%N)
  java "$@" -cp "$work" Hello > "$work/out"
  end=$(date +%s%N)
  grep -q hello "$work/out"
  echo $(((end - begin) / 10000)) | sed 's/..$/.&/'
}

median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

start -Xshare:auto > /dev/null
start "-javaagent:$agent" > /dev/null
for _ in $(seq "$rounds"); do
  # One after the other, so that both see the same machine.
  start -Xshare:auto >> "$work/bare"
  start "-javaagent:$agent" >> "$work/agent"
done
bare=$(median < "$work/bare")
with=$(median < "$work/agent")
echo "median of $rounds starts: bare $bare ms, with the agent $with ms, difference $(awk "BEGIN {print $with - $bare}") ms"
if [ -n "${2:-}" ]; then
  echo "{\"bare\": $bare, \"agent\": $with}" > "$2"
fi
