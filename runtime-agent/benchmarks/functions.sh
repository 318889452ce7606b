# What measure.sh and startup.sh have in common; to be sourced.

# Prints the home of a JDK of the given feature release, if one is installed.
find_jdk() {
  local default_home candidate
  default_home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  for candidate in "${JAVA_HOME_25:-}" "$(dirname "$default_home")"/*; do
    if [ -x "$candidate/bin/javac" ] && grep -qs "^JAVA_VERSION=\"$1[.\"]" "$candidate/release"; then
      echo "$candidate"
      return
    fi
  done
}

# Prints the median of numbers, a line each.
median() {
  sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}

# Prints how many processes wanted a core in the last minute.
load_average() {
  cut -d' ' -f1 /proc/loadavg
}

# Ends the script when a file has not been built.
need() {
  local needed
  for needed in "$@"; do
    [ -f "$needed" ] || { echo "build first: $needed is missing" >&2; exit 1; }
  done
}
