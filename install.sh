#!/bin/sh
# Installs vnode: from a release archive that lies beside this script, or built from the checkout it lies in.
#
#   ./install.sh                 install under ${PREFIX:-$HOME/.local}
#   ./install.sh --sandbox       install, then start a local cluster and run a pod on a virtual node in it
#   ./install.sh --uninstall     take away all that was installed, and every sandbox
#
# It writes below the prefix only. It never touches ~/.vnode, which belongs to another tool (VNodectl).
set -eu

prefix=${PREFIX:-$HOME/.local}
action=install
sandbox=no
archive=

usage() {
    cat <<'END'
Usage: ./install.sh [--prefix DIR] [--archive FILE] [--sandbox]
       ./install.sh [--prefix DIR] --uninstall

  --prefix DIR     where to install (default: $PREFIX, or ~/.local)
  --archive FILE   install this release archive (default: vnode-*.tar.gz beside this script, else build the checkout)
  --sandbox        go on to start a local cluster, install the addon into it and run a pod
  --uninstall      take away all that was installed under the prefix, and every sandbox
END
}

# fail CODE EXIT WHAT WHY DO...: the form in which vnode itself reports a failure.
fail() {
    code=$1 status=$2 what=$3 why=$4
    shift 4
    {
        printf 'install.sh: %s %s\n' "$code" "$what"
        printf '  Why  %s\n' "$why"
        for remedy in "$@"; do
            printf '  Do   %s\n' "$remedy"
        done
    } >&2
    exit "$status"
}

say() {
    printf '%s\n' "$*" >&2
}

while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -ge 2 ] || { usage >&2; exit 2; }; prefix=$2; shift ;;
        --prefix=*) prefix=${1#*=} ;;
        --archive) [ $# -ge 2 ] || { usage >&2; exit 2; }; archive=$2; shift ;;
        --archive=*) archive=${1#*=} ;;
        --sandbox) sandbox=yes ;;
        --uninstall) action=uninstall ;;
        -h|--help) usage; exit 0 ;;
        *) say "install.sh: unknown argument '$1'"; usage >&2; exit 2 ;;
    esac
    shift
done

case $prefix in
    /*) ;;
    *) prefix=$(pwd)/$prefix ;;
esac
here=$(cd "$(dirname "$0")" && pwd -P)
share=$prefix/share/vnode
bash_completion=$prefix/share/bash-completion/completions/vnode
zsh_completion=$prefix/share/zsh/site-functions/_vnode
fish_completion=$prefix/share/fish/vendor_completions.d/vnode.fish

# A path is ours when it is a link into our folder.
ours() {
    [ -L "$1" ] && case $(readlink "$1") in *share/vnode/current/*) true ;; *) false ;; esac
}

uninstall() {
    if [ -x "$share/current/bin/vnode" ]; then
        say "stopping every sandbox"
        "$share/current/bin/vnode" sandbox down --all || fail VN3104 1 "a sandbox could not be stopped" \
            "'vnode sandbox down --all' failed; nothing was removed" "vnode sandbox status"
    fi
    removed=
    for link in "$prefix/bin/vnode" "$prefix/bin/kubectl-vnode" "$bash_completion" "$zsh_completion" "$fish_completion"; do
        if ours "$link"; then
            rm -f "$link"
            removed=yes
        fi
    done
    if [ -d "$share" ]; then
        rm -rf "$share"
        removed=yes
    fi
    if [ -n "$removed" ]; then
        say "vnode is removed from $prefix"
        say "kept: downloaded or built Kubernetes binaries in ${XDG_CACHE_HOME:-$HOME/.cache}/vnode (remove the folder to free the space)"
    else
        say "nothing of vnode is installed under $prefix"
    fi
}

# The first JDK of version 25 or newer: what the user named, what is on PATH, then where JDKs usually live.
find_jdk() {
    on_path=$(command -v javac 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        while [ -L "$on_path" ]; do
            link=$(readlink "$on_path")
            case $link in /*) on_path=$link ;; *) on_path=${on_path%/*}/$link ;; esac
        done
        on_path=${on_path%/bin/javac}
    fi
    for candidate in "${VNODE_JAVA_HOME:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$on_path" \
        /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/jdk* /opt/java/*; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] && [ -f "$candidate/release" ]; then
            major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
            if [ "${major:-0}" -ge 25 ]; then
                printf '%s\n' "$candidate"
                return
            fi
        fi
    done
}

build() {
    command -v mvn >/dev/null 2>&1 || fail VN3102 3 "Maven is needed to build the checkout" \
        "there is no 'mvn' on PATH" "install Maven 3.8.7 or newer, for example: apt-get install maven" \
        "or put a release archive (vnode-*.tar.gz) beside install.sh"
    [ -x "$jdk/bin/javac" ] || fail VN3101 3 "no JDK 25 to build with" "$jdk has no compiler; it is a run-time only" \
        "install a JDK 25, for example from https://adoptium.net"
    say "building vnode from $here (the first time, Maven fetches libraries)"
    started=$(date +%s)
    log=$(mktemp)
    # Tests and the checks of the sources have their own command: mvn verify.
    if ! (cd "$here" && JAVA25_HOME=$jdk mvn -B -q -pl cli -am package -DskipTests \
        -P '!formatter-in-this-jvm,!formatter-in-jdk-25' >"$log" 2>&1); then
        tail -n 25 "$log" >&2
        fail VN3103 1 "the build failed" "Maven's output is in $log, its end is above" "mvn -pl cli -am package -DskipTests"
    fi
    rm -f "$log"
    say " ok  built in $(($(date +%s) - started)) s"
    version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$here/pom.xml" | head -n 1)
    archive=$here/cli/target/vnode-$version.tar.gz
}

install() {
    jdk=$(find_jdk)
    [ -n "$jdk" ] || fail VN3101 3 "no JDK 25 on this machine" \
        "none in JAVA_HOME (${JAVA_HOME:-not set}), on PATH (${on_path:-no javac}) or where JDKs usually live" \
        "install one, for example from https://adoptium.net" "export JAVA_HOME=/path/to/jdk-25, then run this again"
    for name in vnode kubectl-vnode; do
        link=$prefix/bin/$name
        if [ -e "$link" ] || [ -L "$link" ]; then
            ours "$link" || fail VN4101 7 "$link belongs to somebody else" \
                "it is not a link into $share; VNodectl, another tool, also installs a command named vnode" \
                "./install.sh --prefix DIR   to install elsewhere" "or move that file away"
        fi
    done
    if [ -z "$archive" ]; then
        archive=$(find "$here" -maxdepth 1 -name 'vnode-*.tar.gz' | sort | tail -n 1)
    fi
    if [ -z "$archive" ]; then
        [ -f "$here/pom.xml" ] || fail VN3102 2 "nothing to install" \
            "there is neither a release archive (vnode-*.tar.gz) nor a checkout beside $0" "./install.sh --archive FILE"
        build
    fi
    [ -r "$archive" ] || fail VN3102 2 "cannot read the archive" "$archive" "./install.sh --archive FILE"

    mkdir -p "$share" "$prefix/bin" || fail VN3105 1 "cannot write to $prefix" "see above" "./install.sh --prefix DIR"
    staging=$(mktemp -d "$share/.incoming-XXXXXX")
    trap 'rm -rf "$staging"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    tar -xzf "$archive" -C "$staging" --strip-components 1 || fail VN3105 1 "cannot unpack $archive" "see above" \
        "check the space under $prefix: df -h $prefix"
    printf '%s\n' "$jdk" > "$staging/java-home"
    chmod 755 "$staging"

    # The folder's name holds the content's hash: a new build never changes the files of a running one.
    digest=$( (sha256sum "$archive" 2>/dev/null || shasum -a 256 "$archive") | cut -c 1-12)
    name=$(basename "$archive" .tar.gz)
    target=$share/${name#vnode-}-$digest
    if [ -d "$target" ]; then
        rm -rf "$staging"
        printf '%s\n' "$jdk" > "$target/java-home"
    else
        mv "$staging" "$target"
    fi
    previous=$(readlink "$share/current" 2>/dev/null || true)
    ln -sfn "${target##*/}" "$share/current"
    for old in "$share"/*; do
        # The version before this one stays: a sandbox that it started may still run from its files.
        case ${old##*/} in
            current | "${target##*/}" | "${previous:-current}") ;;
            *) rm -rf "$old" ;;
        esac
    done

    ln -sf ../share/vnode/current/bin/vnode "$prefix/bin/vnode"
    ln -sf ../share/vnode/current/bin/vnode "$prefix/bin/kubectl-vnode"
    link_completion bash/vnode "$bash_completion"
    link_completion zsh/_vnode "$zsh_completion"
    link_completion fish/vnode.fish "$fish_completion"

    say " ok  $("$prefix/bin/vnode" --version) installed in $prefix"
    on_path=$(command -v vnode 2>/dev/null || true)
    case ":$PATH:" in
        *":$prefix/bin:"*)
            if [ -n "$on_path" ] && [ "$on_path" != "$prefix/bin/vnode" ]; then
                say "  !  another command named vnode comes first on PATH: $on_path (VNodectl installs one too)"
                say "     kubectl vnode  always means this one"
            fi
            ;;
        *)
            say "  !  $prefix/bin is not on PATH; add it with"
            say "     export PATH=\"$prefix/bin:\$PATH\""
            ;;
    esac
}

link_completion() {
    if [ -f "$share/current/completions/$1" ]; then
        mkdir -p "${2%/*}"
        ln -sf "$share/current/completions/$1" "$2"
    fi
}

try_it() {
    vnode=$prefix/bin/vnode
    "$vnode" sandbox up
    "$vnode" install --profile sandbox --yes
    kubectl=$("$share/current/kubernetes/kubernetes-binaries.sh" 2>/dev/null)/kubectl
    KUBECONFIG=${XDG_STATE_HOME:-$HOME/.local/state}/vnode/sandbox/default/kubeconfig
    export KUBECONFIG
    say
    say "running a pod labelled eci=true"
    "$kubectl" get pod hello >/dev/null 2>&1 || "$kubectl" run hello --image=nginx:1.29 --labels=eci=true >&2
    "$kubectl" wait pod/hello --for=jsonpath='{.status.phase}'=Running --timeout=60s >&2

    shown="export KUBECONFIG=$KUBECONFIG"
    echo
    echo "\$ kubectl get nodes"
    "$kubectl" get nodes
    echo
    echo "\$ kubectl get pods -o wide"
    "$kubectl" get pods -o wide
    echo
    echo "\$ vnode status --profile sandbox"
    "$vnode" status --profile sandbox
    cat <<END

Try next:
  $shown
  kubectl run web --image=nginx --labels=eci=true      a second pod on the virtual node
  vnode status --profile sandbox                       the addon, its nodes, pods and container groups
  vnode uninstall --profile sandbox                    empty the virtual node and take the addon away
  vnode sandbox down                                   stop the cluster and remove all its files
END
}

case $action in
    uninstall) uninstall ;;
    install)
        install
        if [ "$sandbox" = yes ]; then
            try_it
        else
            cat <<END

Try it without a cloud account:
  vnode sandbox up
  vnode install --profile sandbox
Or install the addon into your cluster:
  vnode install --help
END
        fi
        ;;
esac
