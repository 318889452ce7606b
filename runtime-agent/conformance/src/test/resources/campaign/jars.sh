#!/usr/bin/env bash
# Has Maven copy the jars of the campaign to a folder.
# Usage: jars.sh ci|full FOLDER MVN REPOSITORY   (Maven's local repository)
set -euo pipefail
effort=$1
folder=$2
mvn=$3
repository=$4
here=$(cd "$(dirname "$0")" && pwd)

# Prints the coordinates that are wanted, a line each.
wanted() {
  case $effort in
    ci) sed -n '/^#/d; s/ ci$//p' "$here/jars.txt" ;;
    full) sed '/^#/d; s/ ci$//' "$here/jars.txt" ;;
    *) echo "usage: jars.sh ci|full FOLDER MVN REPOSITORY" >&2; exit 2 ;;
  esac
}

# Prints a project that does nothing but copy; the plugin's version is that of the real one. Maven
# takes the path to it as relative in any case: to where this one lies, in target/campaign.
project() {
  cat <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>dev.mulligan</groupId>
    <artifactId>mulligan-parent</artifactId>
    <version>0.1.0-SNAPSHOT</version>
    <relativePath>../../../../pom.xml</relativePath>
  </parent>
  <artifactId>campaign-jars</artifactId>
  <packaging>pom</packaging>
  <build><plugins><plugin>
    <artifactId>maven-dependency-plugin</artifactId>
    <configuration>
      <outputDirectory>$folder</outputDirectory>
      <prependGroupId>true</prependGroupId>
      <artifactItems>
XML
  awk -F: '{
    printf "<artifactItem><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></artifactItem>\n", $1, $2, $3
  }'
  echo "</artifactItems></configuration></plugin></plugins></build></project>"
}

mkdir -p "$(dirname "$folder")"
wanted > "$folder.wanted"
if ! cmp -s "$folder.wanted" "$folder.there"; then
  rm -rf "$folder"
  project < "$folder.wanted" > "$folder.xml"
  "$mvn" -B -ntp -q "-Dmaven.repo.local=$repository" -f "$folder.xml" dependency:copy
  mv "$folder.wanted" "$folder.there"
fi
