#!/bin/sh
# Measures the ECI client against the emulator, side by side with a bare HTTP client, and what the emulator can carry.
#
#   e2e/bench/eci.sh [ROUNDS]      ROUNDS: how often each figure is measured (default 5); medians are printed
set -eu
cd "$(dirname "$0")/../.."

classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -q test-compile dependency:build-classpath -pl eci-client -am -DincludeScope=test -Dmdep.outputFile="$classpath"

java=java
for home in ${JAVA25_HOME:+"$JAVA25_HOME"} /usr/lib/jvm/*25*; do
    if [ -x "$home/bin/java" ]; then
        java=$home/bin/java
        break
    fi
done
"$java" -cp "eci-client/target/test-classes:eci-client/target/classes:eci-emulator/target/classes:$(cat "$classpath")" \
    io.vnode.eci.sdk.EciBenchmark "${1:-5}"
