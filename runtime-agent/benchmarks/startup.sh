#!/usr/bin/env bash
# Measures what agents add to the start of programs: one that does nothing, Mulligan's, a plain one of
# Byte Buddy's AgentBuilder, and OpenTelemetry's without exporters.
# Usage: startup.sh [rounds] [file]   (default 10; needs all to be built; the file gets the medians as
# JSON). QUIET is a command that each round runs under, such as "taskset -c 0,1" or "flock FILE";
# PROGRAMS names the programs to start, by default "hello first many spring".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/functions.sh"
work=$here/target/start
agent=$here/../agent/target/mulligan-agent.jar
annotations=$(ls "$here"/../../annotations/target/mulligan-annotations-*.jar | head -1)
application=$work/spring/application.jar
telemetry=$work/spring/opentelemetry-javaagent.jar
variants="bare nothing mulligan byteBuddy openTelemetry"

# Options of the JVM for a variant.
options() {
  case $1 in
    bare) ;;
    nothing) echo "-javaagent:$work/nothing.jar" ;;
    mulligan) echo "-javaagent:$agent -Dmulligan.dir=$work/mulligan" ;;
    byteBuddy) echo "-javaagent:$work/plain.jar" ;;
    openTelemetry)
      echo "-javaagent:$telemetry -Dotel.traces.exporter=none -Dotel.metrics.exporter=none" \
        "-Dotel.logs.exporter=none -Dotel.javaagent.logging=none"
      ;;
  esac
}

# What to start, for a program and a variant. The bare ones have no annotations.
command_of() {
  case $1/$2 in
    spring/*) echo "-jar $application" ;;
    hello/*) echo "-cp $work/hello Program" ;;
    */bare | */nothing) echo "-cp $work/$1-bare Program" ;;
    *) echo "-cp $work/$1:$annotations Program" ;;
  esac
}

# Starts a program once: milliseconds by the clock, then milliseconds of processor time.
start() {
  local TIMEFORMAT='%R %U %S'
  { time java $(options "$2") $(command_of "$1" "$2") > "$work/out" 2> "$work/err"; } 2> "$work/time"
  grep -q "$(said_by "$1")" "$work/out"
  awk '{printf "%.0f %.0f\n", $1 * 1000, ($2 + $3) * 1000}' "$work/time"
}

said_by() {
  case $1 in
    spring) echo "Started Application" ;;
    *) echo "all called" ;;
  esac
}

# Starts all variants of a program, one after another, so that all see the same machine.
round() {
  local variant
  for variant in $variants; do
    start "$1" "$variant" >> "$work/times/$1-$variant"
  done
}

# Writes a program of so many classes, which calls each of them once.
program() {
  local folder=$work/$1 count=$2 annotated=$3 i
  mkdir -p "$folder"
  {
    echo 'public class Program {'
    echo '  public static void main(String[] arguments) {'
    echo '    int sum = 0;'
    for ((i = 0; i < count; i++)); do echo "    sum += new Called$i().call(sum);"; done
    echo '    System.out.println("all called " + sum);'
    echo '  }'
    echo '}'
  } > "$folder/Program.java"
  for ((i = 0; i < count; i++)); do
    echo "class Called$i {
      $annotated
      public int call(int before) { return before + $i; }
    }" > "$folder/Called$i.java"
  done
  javac -proc:none -cp "$annotations" -d "$folder" "$folder"/*.java
}

# Writes the jar of an agent: the folder of its classes, its entry, the jar that it needs.
agent_jar() {
  printf 'Premain-Class: %s\nCan-Retransform-Classes: true\nClass-Path: file:%s\n' "$2" "$3" > "$1.manifest"
  jar cfm "$1.jar" "$1.manifest" -C "$1" .
}

prepare() {
  local policies="@dev.mulligan.annotations.Retry @dev.mulligan.annotations.CircuitBreaker"
  rm -rf "$work"/{hello,first,many}* "$work"/nothing* "$work"/plain* "$work"/timed* "$work/times"
  mkdir -p "$work/times" "$work/nothing" "$work/plain" "$work/timed"
  program hello 0 ""
  program first 1 "$policies"
  program first-bare 1 ""
  program many 200 "$policies"
  program many-bare 200 ""
  [ -f "$application" ] && [ -f "$telemetry" ] || mvn -B -ntp -q -f "$here/src/start/spring/pom.xml" package
  javac -proc:none -cp "$work/spring/byte-buddy.jar" -d "$work/plain" "$here/src/start/plain/PlainAgent.java"
  agent_jar "$work/plain" PlainAgent "$work/spring/byte-buddy.jar"
  javac -proc:none -d "$work/nothing" "$here/src/start/plain/NothingAgent.java"
  agent_jar "$work/nothing" NothingAgent "$work/spring/byte-buddy.jar"
  (cd "$here/target/classes" && cp --parents dev/mulligan/benchmarks/start/*.class "$work/timed")
  agent_jar "$work/timed" dev.mulligan.benchmarks.start.TimedAgent "$agent"
}

# What the agent's transformer takes for a class of the application: when it starts, and warm.
transformer() {
  local timed=$work/timed.jar
  rm -rf "$work/libraries"
  mkdir "$work/libraries"
  (cd "$work/libraries" && jar xf "$application" BOOT-INF)
  $QUIET java "-javaagent:$timed=$work/cold.json" -Dmulligan.dir="$work/mulligan" -jar "$application" > "$work/out"
  $QUIET java "-javaagent:$timed=$work/start.json" -cp "$timed" \
    dev.mulligan.benchmarks.start.TransformerTimes "$work/libraries/BOOT-INF" "$work/warm.json"
}

classes_of_application() {
  java "-Xlog:class+load:file=$work/classes.log" -jar "$application" > "$work/out"
  grep -c ' source: ' "$work/classes.log"
}

# Prints medians as JSON: by the clock (column 1) or of processor time (column 2).
medians() {
  local program=$1 column=$2 variant separator=""
  for variant in $variants; do
    printf '%s"%s": %s' "$separator" "$variant" \
      "$(cut -d' ' -f"$column" "$work/times/$program-$variant" | median)"
    separator=", "
  done
}

# Prints all that was measured.
as_json() {
  local program
  echo "{\"rounds\": $rounds, \"load\": $load, \"cpu\": \"$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)\", \"jdk\": \"$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.vm.version = //p')\","
  for program in $programs; do
    echo " \"$program\": {$(medians "$program" 1), \"processor\": {$(medians "$program" 2)}},"
  done
  case $programs in
    *spring*)
      echo " \"classes\": $(classes_of_application), \"cold\": $(cat "$work/cold.json"), \"warm\": $(cat "$work/warm.json"),"
      ;;
  esac
  echo " \"jar\": {\"mulligan\": $(stat -c %s "$agent"), \"openTelemetry\": $(stat -c %s "$telemetry")}}"
}

rounds=${1:-10}
QUIET=${QUIET:-}
programs=${PROGRAMS:-hello first many spring}
if [ "$rounds" = round ]; then
  round "$2"
  exit
fi
load=$(load_average)
need "$agent" "$annotations" "$here/target/classes/dev/mulligan/benchmarks/start/TimedAgent.class"
prepare
for program in $programs; do
  # The first round fills the caches of the machine.
  round "$program"
  rm -f "$work/times/$program"-*
done
for _ in $(seq "$rounds"); do
  for program in $programs; do
    $QUIET bash "$here/startup.sh" round "$program"
  done
done
case $programs in
  *spring*) transformer ;;
esac
as_json | tee "${2:-$work/measured.json}"
