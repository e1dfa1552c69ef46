#!/bin/sh
# Measures how long a virtual node takes for many pods, and what it costs: a provider as a process of its own, a real API
# server, and an emulated ECI that does everything at once.
#
#   e2e/bench/pods.sh [PODS] [ROUNDS] [--published] [--steady=SECONDS]
#
#   PODS      1 to 10000 (default 500)
#   ROUNDS    how often everything is measured (default 1); medians are printed
#   --published       keep to the rate limits that are published for ECI; without it there are none
#   --steady=SECONDS  how long to look at a node that has nothing to do (default 60; 0 leaves it out)
#
# BUILT=1 in the environment measures what was built before.
set -eu
cd "$(dirname "$0")/../.."

classpath=e2e/target/benchmark.classpath
if [ -z "${BUILT:-}" ] || [ ! -f "$classpath" ]; then
    mvn -q package dependency:build-classpath -DskipTests -pl e2e -am -DincludeScope=test -Dmdep.outputFile="$PWD/$classpath"
fi

java=java
for home in ${JAVA25_HOME:+"$JAVA25_HOME"} /usr/lib/jvm/*25*; do
    if [ -x "$home/bin/java" ]; then
        java=$home/bin/java
        break
    fi
done
exec "$java" -XX:+UseSerialGC -Xmx1500m -cp "e2e/target/test-classes:$(cat "$classpath")" \
    -Dvnode.templates="$PWD/templates" \
    -Dvnode.kubernetes.script="$PWD/e2e/kubernetes/kubernetes-binaries.sh" \
    -Dvnode.provider.jar="$PWD/provider-runtime/target/provider-runtime.jar" \
    -Dvnode.provider.dockerfile="$PWD/provider-runtime/Dockerfile" \
    io.vnode.e2e.provider.bench.PodBenchmark "$@"
