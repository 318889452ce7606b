#!/usr/bin/env bash
# Measures the journal of dead letters, and fills the tables of docs/reliability.md.
# Usage: letters.sh [folder] [rounds] [letters]
#   folder: on the disk that is meant (default: target); 12 rounds take four minutes
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/functions.sh"
folder=${1:-$here/target}
jar=$here/target/benchmarks.jar
page=$here/../../docs/reliability.md
need "$jar"
echo "load $(load_average)"
work=$(mktemp -d "$folder/measured.XXXXXX")
trap 'rm -rf "$work"' EXIT
java -cp "$jar" dev.mulligan.benchmarks.letters.AppendRates "$work" "${2:-12}" "$page"
java -Xmx1g -cp "$jar" dev.mulligan.benchmarks.letters.LargeJournal "$work" "${3:-1000000}" 5 "$page"
