#!/usr/bin/env bash
# Measures what the processor adds to javac: 200 classes with 1,000 annotated methods are compiled by javac
# alone, together with the wrappers as if they had been written by hand, and with the processor; and beside
# them a module of 200 classes for Dagger, alone and with its processor.
# Usage: compile.sh [rounds] [file]   (default 5; needs all to be built; the file gets the medians as JSON)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/functions.sh"
rounds=${1:-5}
file=${2:-}
root=$here/../..
work=$here/target/compile
jars=$work/jars
processor=$(ls "$root"/processor/target/mulligan-processor-*.jar | grep -v sources | head -1)
annotations=$(ls "$root"/annotations/target/mulligan-annotations-*.jar | grep -v sources | head -1)
runtime=$(ls "$root"/runtime-agent/runtime/target/mulligan-runtime-*.jar | grep -v sources | head -1)
variants="alone byHand processor daggerAlone dagger"
need "$processor" "$annotations" "$runtime"

# One class with five methods, as they are in services.
service() {
  cat << JAVA
package services;

import dev.mulligan.annotations.*;
import java.io.IOException;
import java.util.*;

public class Service$1 {
  private final Map<String, Order> orders = new HashMap<>();

  @Idempotent @Retry(maxAttempts = 4) @CircuitBreaker
  public Order save(String id, long cents) throws IOException {
    Order order = new Order(id, cents);
    orders.put(id, order);
    return order;
  }

  @Retry @DeadLetter(queue = "orders")
  public List<Order> findAll(List<String> ids) {
    List<Order> found = new ArrayList<>();
    for (String id : ids) {
      Order order = orders.get(id);
      if (order != null) {
        found.add(order);
      }
    }
    return found;
  }

  @CircuitBreaker(failureRate = 30)
  public boolean contains(@Key String id) {
    return orders.containsKey(id);
  }

  @Timeout("2s") @Retry
  public long readTotal(Map<String, ? extends Number> weights) {
    return orders.values().stream().mapToLong(o -> o.cents() * weights.get(o.id()).longValue()).sum();
  }

  @Fallback("none") @Retry
  public String describe(Order order) {
    return order.id() + ": " + order.cents() / 100 + "." + order.cents() % 100;
  }

  private String none(Order order, Exception failure) {
    return "";
  }

  public record Order(String id, long cents) {}
}
JAVA
}

# The same without policies, created by Dagger with what it needs: the service before it.
injected() {
  service "$1" | sed -e 's/^package services/package injected/' -e '/^import dev.mulligan/d' \
    -e 's/@Key //' -e '/^  @/d' -e "s/^public class/@javax.inject.Singleton public class/" \
    -e "/orders = new/a\\  @javax.inject.Inject Service$1($( (($1 > 0)) && echo "Service$(($1 - 1)) before")) {}"
}

prepare() {
  rm -rf "$work"/{services,injected,byHand}
  mkdir -p "$work/services" "$work/injected"
  [ -d "$jars" ] || mvn -B -ntp -q -Dchecks.skip=true -f "$here/src/compile/pom.xml" package
  for ((i = 0; i < 200; i++)); do
    service "$i" > "$work/services/Service$i.java"
    injected "$i" > "$work/injected/Service$i.java"
  done
  {
    echo 'package injected; @javax.inject.Singleton @dagger.Component public interface Services {'
    for ((i = 0; i < 200; i++)); do echo "  Service$i service$i();"; done
    echo '}'
  } > "$work/injected/Services.java"
  compile processor && mv "$work/generated" "$work/byHand"
}

# Compiles a variant; more options may be given.
compile() {
  local variant=$1 options sources libraries
  shift
  rm -rf "$work"/{classes,generated}
  mkdir -p "$work"/{classes,generated}
  libraries=$annotations:$runtime:$(ls "$jars"/*.jar | paste -sd:)
  case $variant in
    alone) options="-proc:none" sources=services ;;
    byHand) options="-proc:none" sources="services byHand" ;;
    processor) options="-processor dev.mulligan.processor.MulliganProcessor" sources=services ;;
    daggerAlone) options="-proc:none" sources=injected ;;
    dagger) options="-processor dagger.internal.codegen.ComponentProcessor" sources=injected ;;
  esac
  javac "$@" -nowarn -d "$work/classes" -s "$work/generated" $options -cp "$libraries" \
    -processorpath "$processor:$libraries" \
    $(cd "$work" && find $sources -name '*.java' | sed "s#^#$work/#") > "$work/said" 2>&1 \
    || { cat "$work/said" >&2; return 1; }
}

# The smallest heap in MiB that a variant can do with.
heap() {
  local low=16 high=272 middle
  while ((high - low > 4)); do
    middle=$(((low + high) / 2))
    if compile "$1" "-J-Xmx${middle}m" 2> /dev/null; then high=$middle; else low=$middle; fi
  done
  echo "$high"
}

time_of() {
  local TIMEFORMAT='%R %U %S'
  { time compile "$1"; } 2> "$work/time"
  awk 'END {printf "%.0f %.0f\n", $1 * 1000, ($2 + $3) * 1000}' "$work/time"
}

# Prints numbers of variants as JSON: how each is got, then the variants.
numbers() {
  local get=$1 variant separator=""
  shift
  for variant in "$@"; do
    printf '%s"%s": %s' "$separator" "$variant" "$("$get" "$variant")"
    separator=", "
  done
}

clock() { cut -d' ' -f1 "$work/times/$1" | median; }
processor_time() { cut -d' ' -f2 "$work/times/$1" | median; }

prepare
load=$(load_average)
rm -rf "$work/times"
mkdir -p "$work/times"
for ((round = 0; round < rounds; round++)); do
  for variant in $variants; do time_of "$variant" >> "$work/times/$variant"; done
done
compile processor
bytes=$(find "$work/classes" -name 'Resilient*.class' -printf '%s\n' | awk '{sum += $1} END {print sum / 1000}')
{
  echo "{\"rounds\": $rounds, \"load\": $load, \"cpu\": \"$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)\","
  echo " \"milliseconds\": {$(numbers clock $variants)},"
  echo " \"processorMilliseconds\": {$(numbers processor_time $variants)},"
  echo " \"heapMebibytes\": {$(numbers heap alone processor)},"
  echo " \"bytesAMethod\": $bytes}"
} | tee ${file:+"$file"}
