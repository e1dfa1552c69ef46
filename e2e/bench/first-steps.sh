#!/bin/sh
# Measures the first steps of a user, several times, and prints the medians beside what they should be at most:
# starting a sandbox, installing the addon, a pod's way to Running, and how long the command line takes to answer.
#
#   e2e/bench/first-steps.sh [RUNS]      RUNS: how often each is measured (default 5)
#
# It measures the vnode on PATH (or VNODE=/path/to/vnode), in a sandbox of its own named "bench", and removes it again.
set -eu

runs=${1:-5}
vnode=${VNODE:-vnode}
name=bench
profile=sandbox-$name
scratch=$(mktemp -d)

finish() {
    "$vnode" sandbox down "$name" >/dev/null 2>&1 || true
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT TERM

now() {
    date +%s.%N
}

# measure FIGURE COMMAND...: appends the seconds that the command took to the figure's list.
measure() {
    figure=$1
    shift
    begun=$(now)
    "$@" >"$scratch/out" 2>"$scratch/err" || {
        echo "failed: $*" >&2
        cat "$scratch/out" "$scratch/err" >&2
        exit 1
    }
    echo "$begun $(now)" | awk '{ printf "%.3f\n", $2 - $1 }' >> "$scratch/$figure"
}

# row FIGURE WHAT MOST: median, least and most of a figure's list.
row() {
    sort -n "$scratch/$1" | awk -v what="$2" -v most="$3" '
        { value[NR] = $1 }
        END {
            median = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
            printf "%-46s %8.2f %8.2f %8.2f %8.1f  %s\n", what, median, value[1], value[NR], most, median <= most ? "ok" : "missed"
        }'
}

pod_runs() {
    "$kubectl" create -f "$scratch/pod.yaml"
    "$kubectl" wait pod/bench --for=jsonpath='{.status.phase}'=Running --timeout=60s
}

cat > "$scratch/pod.yaml" <<'END'
apiVersion: v1
kind: Pod
metadata:
  name: bench
  labels:
    eci: "true"
spec:
  terminationGracePeriodSeconds: 0
  containers:
    - name: main
      image: nginx
END

"$vnode" sandbox down "$name" >/dev/null 2>&1 || true
round=1
while [ "$round" -le "$runs" ]; do
    echo "round $round of $runs" >&2
    measure up "$vnode" sandbox up "$name"
    measure install "$vnode" install --profile "$profile" --yes
    KUBECONFIG=$("$vnode" sandbox status "$name" -o json | sed -n 's/.*"kubeconfig" *: *"\([^"]*\)".*/\1/p')
    export KUBECONFIG
    kubectl=$("$(dirname "$(dirname "$(readlink -f "$(command -v "$vnode")")")")/kubernetes/kubernetes-binaries.sh" 2>/dev/null)/kubectl
    "$kubectl" get serviceaccount default >/dev/null 2>&1 || "$kubectl" wait serviceaccount/default --for=create --timeout=30s >/dev/null
    measure pod pod_runs
    measure status "$vnode" status --profile "$profile"
    measure version "$vnode" --version
    measure help "$vnode" --help
    "$vnode" sandbox down "$name" >/dev/null 2>&1
    round=$((round + 1))
done

printf '%-46s %8s %8s %8s %8s\n' "seconds" "median" "least" "most" "at most"
row up "vnode sandbox up" 12
row install "vnode install" 15
row pod "a pod, kubectl create to Running (two kubectls)" 1.5
row status "vnode status" 1.2
row version "vnode --version" 0.1
row help "vnode --help" 0.1
