#!/usr/bin/env bash
# Measures everything, fills the tables of docs/performance.md and draws docs/charts.
# Usage: measure.sh [quick|full]   (default full; quick takes 4 minutes, full takes 15)
set -euo pipefail
mode=${1:-full}
here=$(cd "$(dirname "$0")" && pwd)
source "$here/functions.sh"
root=$here/../..
jar=$here/target/benchmarks.jar
out=$here/target/measured

case $mode in
  quick) forks=1 args=(-wi 2 -i 3 -w 400ms -r 400ms) bursts=(-wi 15 -i 15) starts=5 programs="hello first many" ;;
  full) forks=${FORKS:-2} args=(-wi 3 -i 5 -w 1s -r 1s) bursts=(-wi 40 -i 40) starts=10 programs="hello first many spring" ;;
  *) echo "usage: measure.sh [quick|full]" >&2; exit 2 ;;
esac
need "$jar" "$here/../agent/target/mulligan-agent.jar"
rm -rf "$out"
mkdir -p "$out"

# Runs benchmarks; the name of the result comes first.
jmh() {
  local name=$1
  shift
  echo "== $name"
  java -jar "$jar" -rf json -rff "$out/jmh-$name.json" -prof gc -foe true "$@" > "$out/$name.log"
}

jdk=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.vm.version = //p')
cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
load=$(load_average)
{
  echo "**Machine**: $(nproc) virtual cores, $cpu; $(uname -s) $(uname -r | cut -d. -f1-2); JVM $jdk; $(LC_ALL=C date '+%-d %B %Y')."
  echo "A $mode run: JMH with \`-f $forks ${args[*]}\`, two threads and rate limits in one fork; rate limits in bursts with \`${bursts[*]}\`. Load of the machine before it began: $load."
} > "$out/machine.txt"

single='HappyPath|Parts|FailedAttempt|Refusal|BulkheadBenchmark'
shared='HappyPath|Parts|BulkheadBenchmark'
jmh one-thread "$single" -f "$forks" "${args[@]}" -t 1
jmh two-threads "$shared" -f 1 "${args[@]}" -t 2
jmh one-thread-bursts RateLimitBenchmark -f 1 "${bursts[@]}" -t 1
jmh two-threads-bursts RateLimitBenchmark -f 1 "${bursts[@]}" -t 2

jdk25=$(find_jdk 25)
if [ -n "$jdk25" ]; then
  echo "== waiters"
  "$jdk25/bin/java" -Xmx1g -cp "$jar" dev.mulligan.benchmarks.VirtualThreadWaiters "$out/waiters.json"
else
  echo "== no JDK 25 found, the waiters are left out"
fi

echo "== start"
PROGRAMS=$programs "$here/startup.sh" "$starts" "$out/start.json"
java -cp "$jar" dev.mulligan.benchmarks.report.Report "$out" "$root/docs/performance.md" "$root/docs/charts"
