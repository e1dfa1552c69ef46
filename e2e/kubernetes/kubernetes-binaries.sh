#!/bin/sh
# Finds, downloads or builds the programs of a Kubernetes control plane, all of the one version that
# go.mod beside this script pins, and prints the folder that holds them. README.md tells the rest.
# shellcheck disable=SC2317,SC2329  # some functions are called by traps only
set -u

programs='etcd kube-apiserver kube-controller-manager kube-scheduler kubectl'

# Megabytes, measured: what is written beside the cache, and what Go writes into its own caches.
download_space=512
build_space=2100
module_space=650
object_space=3050

reasons=
child=

usage() {
  cat <<END
Usage: kubernetes-binaries.sh [--version | --help]

Prints the absolute folder that holds etcd, kube-apiserver, kube-controller-manager, kube-scheduler
and kubectl. Everything else goes to standard error. The first of these ways that works is taken:

  1  the folder named by KUBEBUILDER_ASSETS
  2  the cache, \${XDG_CACHE_HOME:-\$HOME/.cache}/vnode/kubernetes/$version
  3  a download of the official releases (Linux only) into the cache
  4  a build from source with Go $go_minimum or newer into the cache

Options:
  --version   print the pinned Kubernetes version and stop
  --help      print this and stop

Environment:
  KUBEBUILDER_ASSETS             a folder that holds all five programs, of whatever version
  XDG_CACHE_HOME                 where caches live, instead of ~/.cache
  VNODE_KUBERNETES_DOWNLOAD_URL  a mirror of https://dl.k8s.io
  VNODE_ETCD_DOWNLOAD_URL        a mirror of https://github.com/etcd-io/etcd/releases/download

Exit: 0 printed a folder, 1 no way worked, 2 wrong usage
END
}

main() {
  exec 3>&1 4>&2 1>&2
  read_pins
  case $#:${1-} in
    0:) ;;
    1:--version) echo "$version" >&3; exit 0 ;;
    1:--help | 1:-h) usage >&3; exit 0 ;;
    *) echo "vnode: kubernetes-binaries.sh takes --version or --help and nothing else, not: $*"; exit 2 ;;
  esac

  from_kubebuilder_assets && finish "$KUBEBUILDER_ASSETS"
  if locate_cache; then
    from_cache && finish "$target"
    if open_workshop; then
      from_another_run && finish "$target"
      from_download && finish "$target"
      from_build && finish "$target"
    fi
  fi
  fail
}

# ---- what is pinned ------------------------------------------------------------------------------

read_pins() {
  here=$(own_folder) || exit 1
  if [ ! -r "$here/go.mod" ]; then
    echo "vnode: VN2001 cannot get the Kubernetes binaries"
    echo "  Why  $here/go.mod, which pins their version, is missing or not readable"
    echo "  Do   put go.mod and go.sum back beside kubernetes-binaries.sh"
    exit 1
  fi
  version=$(pinned_module k8s.io/kubernetes)
  etcd_version=$(pinned_module go.etcd.io/etcd/server/v3)
  go_minimum=$(awk '$1 == "go" { print $2; exit }' "$here/go.mod")
}

pinned_module() {
  awk -v module="$1" '{ sub(/^require /, "") } $1 == module { print substr($2, 2); exit }' "$here/go.mod"
}

own_folder() {
  script=$0
  while [ -L "$script" ]; do
    link=$(readlink "$script")
    case $link in
      /*) script=$link ;;
      *) script=$(dirname "$script")/$link ;;
    esac
  done
  CDPATH='' cd -P "$(dirname "$script")" && pwd
}

# ---- way 1: KUBEBUILDER_ASSETS -------------------------------------------------------------------

from_kubebuilder_assets() {
  if [ -z "${KUBEBUILDER_ASSETS:-}" ]; then
    leave 'KUBEBUILDER_ASSETS: not set'
    return 1
  fi
  if ! holds_programs "$KUBEBUILDER_ASSETS"; then
    leave "KUBEBUILDER_ASSETS: $why"
    return 1
  fi
  KUBEBUILDER_ASSETS=$(CDPATH='' cd "$KUBEBUILDER_ASSETS" && pwd)
  if [ "$found_version" = "$version" ]; then
    say "ok  KUBEBUILDER_ASSETS: Kubernetes $found_version in $KUBEBUILDER_ASSETS"
  else
    say "ok  KUBEBUILDER_ASSETS: Kubernetes $found_version in $KUBEBUILDER_ASSETS (note: not $version, which is pinned here)"
  fi
}

# Sets found_version; or fails and sets why.
holds_programs() {
  if [ ! -d "$1" ]; then
    why="$1 is not a folder"
    return 1
  fi
  missing=
  for program in $programs; do
    if [ ! -f "$1/$program" ] || [ ! -x "$1/$program" ] || [ ! -s "$1/$program" ]; then
      missing="$missing${missing:+, }$program"
    fi
  done
  if [ -n "$missing" ]; then
    why="$1 lacks an executable $missing"
    return 1
  fi
  answer=$("$1/kube-apiserver" --version 2>&1 </dev/null 3>&-)
  case $answer in
    'Kubernetes v'*) found_version=${answer#Kubernetes v} ;;
    *)
      why="$1/kube-apiserver --version does not run ($(last_line "$answer"))"
      return 1
      ;;
  esac
}

# ---- way 2: the cache ----------------------------------------------------------------------------

# The XDG specification says that a relative XDG_CACHE_HOME is to be ignored.
locate_cache() {
  case ${XDG_CACHE_HOME:-} in
    /*) cache=$XDG_CACHE_HOME ;;
    *)
      if [ -z "${HOME:-}" ]; then
        leave 'cache: neither HOME nor XDG_CACHE_HOME is set, so there is no place for a cache'
        return 1
      fi
      cache=$HOME/.cache
      ;;
  esac
  root=$cache/vnode/kubernetes
  target=$root/$version
}

from_cache() {
  if cache_is_complete; then
    say "ok  cache: Kubernetes $version in $target"
  else
    leave "cache: $why"
    return 1
  fi
}

cache_is_complete() {
  if [ ! -e "$target" ]; then
    why="$target is not there yet"
    return 1
  fi
  holds_programs "$target" || return 1
  if [ "$found_version" != "$version" ]; then
    why="$target holds Kubernetes $found_version"
    return 1
  fi
}

# ---- the workshop: a folder of this run beside the target, and the lock --------------------------

open_workshop() {
  if ! why=$(mkdir -p "$root" 2>&1) || [ ! -w "$root" ]; then
    leave "cache: cannot write to $root${why:+ ($(last_line "$why"))}"
    return 1
  fi
  lock=$root/.$version.lock
  self=$(identity_of $$)
  workshop=$root/.$version.tmp.$self
  trap close_workshop EXIT
  trap 'stop INT' INT
  trap 'stop TERM' TERM
  trap 'stop HUP' HUP
  take_lock || return 1
  remove_leftovers
  if ! why=$(mkdir "$workshop" "$workshop/bin" 2>&1); then
    leave "cache: cannot create $workshop ($(last_line "$why"))"
    return 1
  fi
}

close_workshop() {
  if [ -n "$child" ]; then
    end "$child"
  fi
  rm -rf "$workshop" || { sleep 1; rm -rf "$workshop"; }
  if [ "$(readlink "$lock" 2>/dev/null)" = "$self" ]; then
    rm -f "$lock"
  fi
}

stop() {
  trap '' INT TERM HUP
  say "--  stopped by SIG$1"
  close_workshop
  trap - EXIT "$1"
  kill -s "$1" $$
}

# A symbolic link is created together with what it says, so a lock without an owner cannot be seen.
take_lock() {
  announced=
  unexplained=0
  until ln -s "$self" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock" 2>/dev/null)
    if [ -z "$owner" ]; then
      unexplained=$((unexplained + 1))
      if [ "$unexplained" -gt 20 ]; then
        leave "cache: cannot create the lock $lock"
        return 1
      fi
    elif lives "$owner"; then
      if [ -z "$announced" ]; then
        announced=yes
        began
        say "..  waiting for another run (process ${owner%%.*}) that is getting Kubernetes $version"
      fi
      run sleep 1
    else
      break_lock
    fi
  done
  if [ -n "$announced" ]; then
    say "ok  the other run ended after $(elapsed)"
  fi
}

# Between reading the lock and moving it a third run may have taken it. Then it is put back; should
# even that come too late, two runs do the same work, each in its own workshop.
break_lock() {
  mv "$lock" "$lock.$self" 2>/dev/null || return 0
  moved=$(readlink "$lock.$self")
  if [ "$moved" != "$owner" ]; then
    ln -s "$moved" "$lock" 2>/dev/null
  fi
  rm -f "$lock.$self"
}

remove_leftovers() {
  for leftover in "$root"/.*.tmp.*; do
    owner=${leftover##*.tmp.}
    if [ ! -d "$leftover" ] || lives "$owner"; then
      continue
    fi
    # Whether a run on another host, or in another container, still lives cannot be asked here.
    case $owner in
      *".$(uname -n)") ;;
      *) [ -n "$(find "$leftover" -prune -mtime +0)" ] || continue ;;
    esac
    worker=$(cat "$leftover/worker" 2>/dev/null)
    if lives "$worker"; then
      end "${worker%%.*}"
    fi
    rm -rf "$leftover"
    say "ok  removed what a dead run left (process ${owner%%.*})"
  done
}

# The start tells a process from a later one that was given the same number.
identity_of() {
  echo "$1.$(start_of "$1").$(uname -n)"
}

lives() {
  process=${1%%.*}
  case $process in
    '' | *[!0-9]*) return 1 ;;
  esac
  started=$(start_of "$process")
  [ -n "$started" ] && [ "$1" = "$process.$started.$(uname -n)" ]
}

# Prints nothing for a process that is not there, or that is dead and only waits for its parent.
start_of() {
  if [ -r "/proc/$1/stat" ]; then
    awk '{ sub(/.*\) /, ""); if ($1 != "Z") print $20 }' "/proc/$1/stat" 2>/dev/null
  else
    LC_ALL=C TZ=UTC0 ps -o stat= -o lstart= -p "$1" 2>/dev/null |
      awk '$1 !~ /^Z/ { $1 = ""; gsub(/[^A-Za-z0-9]/, ""); print }'
  fi
}

from_another_run() {
  if ! cache_is_complete; then
    return 1
  fi
  say "ok  cache: Kubernetes $version in $target, filled by another run"
}

# Moves the finished folder into its place in one step. What was there is broken, or it would have been taken.
put_in_place() {
  for program in $programs; do
    if ! answers_its_version "$workshop/bin/$program"; then
      leave "$1: $program is not what it should be ($(last_line "$answer"))"
      return 1
    fi
  done
  if cache_is_complete; then
    return 0
  fi
  if { [ ! -e "$target" ] || mv "$target" "$workshop/replaced"; } && mv "$workshop/bin" "$target"; then
    return 0
  fi
  leave "$1: cannot put the folder in place as $target"
  return 1
}

answers_its_version() {
  case $1 in
    */etcd) answer=$("$1" --version 2>&1 </dev/null 3>&-) expected="etcd Version: $etcd_version" ;;
    */kubectl) answer=$("$1" version --client 2>&1 </dev/null 3>&-) expected="Client Version: v$version" ;;
    *) answer=$("$1" --version 2>&1 </dev/null 3>&-) expected="Kubernetes v$version" ;;
  esac
  [ "$(printf '%s\n' "$answer" | head -n 1)" = "$expected" ]
}

# ---- way 3: the official downloads ---------------------------------------------------------------

from_download() {
  kubernetes_url=${VNODE_KUBERNETES_DOWNLOAD_URL:-https://dl.k8s.io}
  etcd_url=${VNODE_ETCD_DOWNLOAD_URL:-https://github.com/etcd-io/etcd/releases/download}
  case $(uname -s) in
    Linux) ;;
    *)
      leave "download: the servers of Kubernetes are released for Linux only, and this is $(uname -s)"
      return 1
      ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=amd64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *)
      leave "download: this script knows the releases for amd64 and arm64 only, and this is $(uname -m)"
      return 1
      ;;
  esac
  if ! command -v curl >/dev/null && ! command -v wget >/dev/null; then
    leave 'download: neither curl nor wget is on PATH'
    return 1
  fi
  enough_space download "$root" "$download_space" || return 1

  began
  say "..  download: asking $(host_of "$kubernetes_url") and $(host_of "$etcd_url") for the check sums"
  release=$kubernetes_url/v$version/bin/linux/$arch
  if ! fetch "$release/kube-apiserver.sha256" "$workshop/kube-apiserver.sha256"; then
    leave "download: cannot reach $(host_of "$kubernetes_url") ($why)"
    return 1
  fi
  if ! fetch "$etcd_url/v$etcd_version/SHA256SUMS" "$workshop/SHA256SUMS"; then
    leave "download: cannot reach $(host_of "$etcd_url") ($why)"
    return 1
  fi
  say "ok  both answered in $(elapsed)"

  for program in $programs; do
    began
    case $program in
      etcd)
        say "..  download: etcd $etcd_version"
        download_etcd || return 1
        ;;
      *)
        say "..  download: $program $version"
        download_kubernetes "$program" || return 1
        ;;
    esac
    chmod 755 "$workshop/bin/$program"
    say "ok  downloaded $program ($(size_of "$workshop/bin/$program")) in $(elapsed)"
  done
  put_in_place download
}

download_kubernetes() {
  download "$release/$1.sha256" "$workshop/$1.sha256" || return 1
  download "$release/$1" "$workshop/bin/$1" || return 1
  matches "$workshop/bin/$1" "$(head -n 1 "$workshop/$1.sha256" | cut -d ' ' -f 1)" "$release/$1"
}

download_etcd() {
  folder=etcd-v$etcd_version-linux-$arch
  archive=$etcd_url/v$etcd_version/$folder.tar.gz
  download "$archive" "$workshop/$folder.tar.gz" || return 1
  matches "$workshop/$folder.tar.gz" \
    "$(awk -v file="$folder.tar.gz" '$2 == file || $2 == "*" file { print $1 }' "$workshop/SHA256SUMS")" "$archive" || return 1
  if ! why=$(tar -xzf "$workshop/$folder.tar.gz" -C "$workshop" "$folder/etcd" 2>&1); then
    leave "download: cannot unpack $archive ($(last_line "$why"))"
    return 1
  fi
  mv "$workshop/$folder/etcd" "$workshop/bin/etcd"
}

download() {
  if fetch "$1" "$2" || fetch "$1" "$2"; then
    return 0
  fi
  leave "download: cannot fetch $1 ($why)"
  return 1
}

# Five seconds for a connection, and an end to one over which nothing comes any more.
fetch() {
  if command -v curl >/dev/null; then
    run curl -fsSL --connect-timeout 5 --speed-limit 1024 --speed-time 30 -o "$2" "$1" 2>"$workshop/fetch.log"
  elif wget --help 2>&1 | grep -q -e --connect-timeout; then
    run wget -nv --tries=1 --dns-timeout=5 --connect-timeout=5 --read-timeout=30 -O "$2" "$1" 2>"$workshop/fetch.log"
  else
    run wget -q -T 5 -O "$2" "$1" 2>"$workshop/fetch.log"
  fi && return 0
  why=$(last_line "$(cat "$workshop/fetch.log")")
  return 1
}

matches() {
  if [ -n "$2" ] && [ "$(sha256_of "$1")" = "$2" ]; then
    return 0
  fi
  leave "download: the SHA-256 of $3 is not the published one"
  return 1
}

sha256_of() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1"
  elif command -v shasum >/dev/null; then
    shasum -a 256 <"$1"
  else
    openssl dgst -sha256 -r <"$1"
  fi | cut -d ' ' -f 1
}

host_of() {
  host=${1#*://}
  host=${host%%/*}
  echo "${host:-$1}"
}

# ---- way 4: a build ------------------------------------------------------------------------------

from_build() {
  if ! command -v go >/dev/null; then
    leave "build: go is not on PATH, and Go $go_minimum or newer is needed"
    return 1
  fi
  answer=$(CDPATH='' cd / && GOTOOLCHAIN=local go env GOVERSION GOMODCACHE GOCACHE 2>&1 3>&-)
  go_version=$(printf '%s\n' "$answer" | sed -n '1s/.*go\([0-9][0-9.]*\).*/\1/p')
  if [ -z "$go_version" ]; then
    leave "build: go env does not answer ($(last_line "$answer"))"
    return 1
  fi
  if ! at_least "$go_version" "$go_minimum"; then
    leave "build: Go $go_version is too old, $go_minimum or newer is needed"
    return 1
  fi
  module_cache=$(printf '%s\n' "$answer" | sed -n 2p)
  object_cache=$(printf '%s\n' "$answer" | sed -n 3p)
  enough_space build "$root" "$build_space" "$module_cache" "$module_space" "$object_cache" "$object_space" || return 1

  # The build works on copies: the folder of this script may be read-only.
  rm -rf "${workshop:?}/bin"
  mkdir "$workshop/bin" "$workshop/module" "$workshop/go"
  if ! cp "$here/go.mod" "$here/go.sum" "$workshop/module"; then
    leave "build: go.mod or go.sum is missing in $here"
    return 1
  fi

  began
  say "..  build: fetching the source of Kubernetes $version and etcd $etcd_version as Go modules"
  # shellcheck disable=SC2046  # one word for each program
  if ! with_go list -C "$workshop/module" -deps $(for program in $programs; do package_of "$program"; done); then
    leave "build: cannot fetch the Go modules ($why)"
    return 1
  fi
  say "ok  fetched the Go modules in $(elapsed)"

  # One after the other, so that each can say when it is done and that less lies about compiled and not
  # yet linked (2 GB instead of 3.3). What they have in common they share through Go's cache.
  for program in $programs; do
    began
    say "..  build: compiling $program with Go $go_version, which takes minutes unless Go's cache has it"
    if ! with_go build -C "$workshop/module" -trimpath -buildvcs=false -ldflags "$(version_stamp)" \
      -o "$workshop/bin/$program" "$(package_of "$program")"; then
      leave "build: cannot compile $program ($why)"
      return 1
    fi
    say "ok  built $program ($(size_of "$workshop/bin/$program")) in $(elapsed)"
  done
  put_in_place build
}

package_of() {
  case $1 in
    etcd) echo go.etcd.io/etcd/server/v3 ;;
    *) echo "k8s.io/kubernetes/cmd/$1" ;;
  esac
}

with_go() {
  if run env GOTOOLCHAIN=local GOFLAGS=-mod=readonly GOWORK=off GO111MODULE=on GOOS= GOARCH= CGO_ENABLED=0 \
    GOTMPDIR="$workshop/go" go "$@" >"$workshop/go.out" 2>"$workshop/go.log"; then
    return 0
  fi
  grep -v '^go: downloading ' "$workshop/go.log" | tail -n 20
  why=$(last_line "$(grep -v '^go: downloading ' "$workshop/go.log")")
  return 1
}

# As hack/lib/version.sh of Kubernetes does it; a Go module does not say which commit it was made of.
version_stamp() {
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  stamp='-s -w'
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    stamp="$stamp -X $package.gitVersion=v$version -X $package.gitMajor=$major -X $package.gitMinor=$minor"
    stamp="$stamp -X $package.gitCommit=unknown -X $package.gitTreeState=clean"
    stamp="$stamp -X $package.buildDate=$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  done
  echo "$stamp"
}

at_least() {
  printf '%s\n%s\n' "$1" "$2" | awk -F . '
    NR == 1 { split($0, have) }
    NR == 2 { for (i = 1; i <= 3; i++) if (have[i] + 0 != $i + 0) exit !(have[i] + 0 > $i + 0) }'
}

# ---- small things --------------------------------------------------------------------------------

# A trap may find standard error turned into a log file, hence the copy of it.
say() {
  printf '%s\n' "$1" >&4
}

leave() {
  say "--  $1"
  reasons="$reasons  Why  $1
"
}

finish() {
  printf '%s\n' "$1" >&3
  exit 0
}

fail() {
  echo "vnode: VN2001 cannot get the Kubernetes $version binaries"
  printf '%s' "$reasons"
  echo "  Do   set KUBEBUILDER_ASSETS to a folder that holds $(echo "$programs" | sed 's/ /, /g')"
  echo "  Do   or allow access to dl.k8s.io and github.com, or name mirrors of them (see --help)"
  echo "  Do   or install Go $go_minimum or newer and allow access to its module proxy (go env GOPROXY)"
  exit 1
}

began() {
  began_at=$(date +%s)
}

elapsed() {
  echo "$(($(date +%s) - began_at)) s"
}

# A shell acts on a signal only when the command in front of it ends, so long ones go behind and are
# waited for. With setsid each is a group of its own, which is ended as a whole: go starts compilers.
run() {
  if command -v setsid >/dev/null; then
    setsid "$@" </dev/null 3>&- 4>&- &
  else
    "$@" </dev/null 3>&- 4>&- &
  fi
  child=$!
  if [ -d "$workshop" ]; then
    identity_of "$child" >"$workshop/worker"
  fi
  wait "$child"
  status=$?
  child=
  return "$status"
}

# SIGCONT, because a process that somebody has stopped does not act on SIGTERM either.
end() {
  send TERM "$1"
  send CONT "$1"
  patience=50
  while [ -n "$(start_of "$1")" ] && [ "$patience" -gt 0 ]; do
    patience=$((patience - 1))
    sleep 0.1
  done
  send KILL "$1"
  wait "$1" 2>/dev/null
}

send() {
  kill -s "$1" -- "-$2" 2>/dev/null || kill -s "$1" "$2" 2>/dev/null
}

# Takes what for, and then folders, each followed by the megabytes that will be written there.
enough_space() {
  purpose=$1
  shift
  short=$(
    while [ $# -gt 0 ]; do
      folder=$1
      while [ ! -d "$folder" ]; do
        folder=$(dirname "$folder")
      done
      df -Pk "$folder" | awk -v needed="$2" 'NR == 2 { mount = $6; for (i = 7; i <= NF; i++) mount = mount " " $i
        print needed "\t" int($4 / 1024) "\t" mount }'
      shift 2
    done | awk -F '\t' '{ needed[$3] += $1; free[$3] = $2 }
      END { for (mount in needed) if (free[mount] < needed[mount])
        printf "%s has %d MB free, and %d MB are needed; ", mount, free[mount], needed[mount] }'
  )
  if [ -n "$short" ]; then
    leave "$purpose: not enough room on the disk (${short%; })"
    return 1
  fi
}

size_of() {
  echo "$(($(du -sk "$1" | cut -f 1) / 1024)) MB"
}

last_line() {
  text=$(printf '%s\n' "$1" | sed '/^[[:space:]]*$/d' | tail -n 1 | cut -c 1-300)
  printf '%s\n' "${text:-it says nothing}"
}

main "$@"
