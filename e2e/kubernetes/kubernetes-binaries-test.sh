#!/bin/sh
# Tests kubernetes-binaries.sh with a go, a df and five programs made of a few lines of shell: nothing
# is downloaded and nothing is compiled. Takes some seconds. TEST_SHELL names another shell than sh.
# shellcheck disable=SC2030,SC2031  # each case runs in a subshell, so that it cannot disturb the next
# shellcheck disable=SC2317,SC2329  # and is called by its name
set -u

here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
script=$here/kubernetes-binaries.sh
shell=${TEST_SHELL:-sh}
timeout=$(command -v timeout)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

programs='etcd kube-apiserver kube-controller-manager kube-scheduler kubectl'
version=$(awk '$1 == "k8s.io/kubernetes" { print substr($2, 2); exit }' "$here/go.mod")
etcd_version=$(awk '$1 == "go.etcd.io/etcd/server/v3" { print substr($2, 2); exit }' "$here/go.mod")
passed=0
failed=0

# ---- what stands in for the world ----------------------------------------------------------------

export version etcd_version

cat >"$work/write-program" <<'END'
#!/bin/sh
# write-program FILE [KUBERNETES_VERSION]: a program that knows its version and nothing else
case $1 in
  */etcd) line="etcd Version: $etcd_version" ;;
  */kubectl) line="Client Version: v${2:-$version}" ;;
  *) line="Kubernetes v${2:-$version}" ;;
esac
printf '#!/bin/sh\necho "%s"\n' "$line" >"$1"
chmod 755 "$1"
END

mkdir "$work/fakes"

# A go whose build does what FAKE_GO says at the third program: works, fails, waits until the file
# go-on appears (at most a minute), or is deaf, which is to wait and not to heed SIGTERM.
cat >"$work/fakes/go" <<'END'
#!/bin/sh
case $1 in
  env)
    echo "go${FAKE_GO_VERSION:-1.99.0}"
    echo "$FAKE/modules"
    echo "$FAKE/objects"
    exit
    ;;
  list) exit ;;
esac
printf '%s\n' "$@" >"$FAKE/arguments"
while [ $# -gt 0 ]; do
  case $1 in
    -C) cp "$2/go.mod" "$2/go.sum" "$FAKE" || exit 1 ;;
    -o) program=$2 ;;
  esac
  shift
done
echo "${program##*/}" >>"$FAKE/builds"
# The real one does not write over what is no program.
[ ! -e "$program" ] || { echo 'build output already exists' >&2; exit 1; }
case $FAKE_GO:$program in
  fails:*/kube-controller-manager)
    printf half >"$program"
    echo 'pkg/registry/rest.go:7:2: something is undefined' >&2
    exit 1
    ;;
  waits:*/kube-controller-manager | deaf:*/kube-controller-manager)
    [ "$FAKE_GO" = waits ] || trap '' TERM
    patience=600
    echo "$$" >"$FAKE/go-process"
    until [ -e "$FAKE/go-on" ] || [ "$patience" = 0 ]; do
      : >"$FAKE/half-way"
      patience=$((patience - 1))
      sleep 0.1
    done
    ;;
esac
sh "$FAKE/../write-program" "$program" ${FAKE_GO_WRITES:-}
END

cat >"$work/fakes/df" <<'END'
#!/bin/sh
echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
echo "fake 99999999 1 ${FAKE_DF:-88888888} 1% /a place"
END

# Only Linux has something to download, whatever this runs on.
cat >"$work/fakes/uname" <<'END'
#!/bin/sh
case $1 in
  -s) echo "${FAKE_SYSTEM:-Linux}" ;;
  -m) echo x86_64 ;;
  -n) echo host.of.the.test ;;
esac
END
chmod 755 "$work/fakes"/*

write_programs() {
  mkdir -p "$1"
  for program in $programs; do
    sh "$work/write-program" "$1/$program" "${2:-$version}"
  done
}

# A release site of files, as dl.k8s.io and the releases of etcd are laid out.
write_release_site() {
  bin=$site/v$version/bin/linux/amd64
  write_programs "$bin"
  for program in kube-apiserver kube-controller-manager kube-scheduler kubectl; do
    sha256 "$bin/$program" >"$bin/$program.sha256"
  done
  folder=etcd-v$etcd_version-linux-amd64
  mkdir -p "$site/v$etcd_version" "$site/$folder"
  mv "$bin/etcd" "$site/$folder/etcd"
  tar -czf "$site/v$etcd_version/$folder.tar.gz" -C "$site" "$folder"
  echo "$(sha256 "$site/v$etcd_version/$folder.tar.gz")  $folder.tar.gz" >"$site/v$etcd_version/SHA256SUMS"
  VNODE_KUBERNETES_DOWNLOAD_URL=file://$(printf '%s' "$site" | sed 's/ /%20/g')
  VNODE_ETCD_DOWNLOAD_URL=$VNODE_KUBERNETES_DOWNLOAD_URL
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi <"$1" | cut -d ' ' -f 1
}

# A PATH with everything that the script uses, and without what is named.
path_without() {
  mkdir "$FAKE/tools"
  for tool in awk cat chmod cp curl cut date df dirname du env find go grep head ln ls mkdir mv ps \
    readlink rm sed setsid sha256sum sh sleep tail tar uname wc wget "$shell"; do
    case " $* " in
      *" $tool "*) ;;
      *) if found=$(command -v "$tool"); then ln -sf "$found" "$FAKE/tools"; fi ;;
    esac
  done
  echo "$FAKE/tools"
}

# ---- running and looking -------------------------------------------------------------------------

# Each case gets a home of its own, with a space in its name, where nothing is reachable and go works.
try() {
  name=$1
  FAKE="$work/case $((passed + failed))"
  mkdir -p "$FAKE/home"
  (
    set -eu
    export FAKE FAKE_GO=works HOME="$FAKE/home" PATH="$work/fakes:$PATH"
    export VNODE_KUBERNETES_DOWNLOAD_URL=http://127.0.0.1:1 VNODE_ETCD_DOWNLOAD_URL=http://127.0.0.1:1
    unset KUBEBUILDER_ASSETS XDG_CACHE_HOME
    root=$HOME/.cache/vnode/kubernetes
    target=$root/$version
    site=$FAKE/site
    out=$FAKE/out
    err=$FAKE/err
    "$2"
  ) 2>"$FAKE/complaints"
  outcome=$?
  : >"$FAKE/go-on"
  if [ "$outcome" = 0 ]; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    for file in complaints out err; do
      if [ -s "$FAKE/$file" ]; then
        sed "s/^/        $file: /" "$FAKE/$file"
      fi
    done
  fi
}

binaries() {
  status=0
  ${timeout:+"$timeout" 60} "$shell" "$script" "$@" >"$out" 2>"$err" || status=$?
}

start() {
  "$shell" "$script" >"$out" 2>"$err" &
  started=$!
}

status_of() {
  status=0
  wait "$1" || status=$?
}

complain() {
  echo "$*" >&2
  exit 1
}

exits() {
  [ "$status" = "$1" ] || complain "exit $status instead of $1"
}

prints() {
  printf '%s\n' "$1" | cmp -s - "$out" || complain "standard output is not exactly: $1"
}

prints_nothing() {
  [ ! -s "$out" ] || complain 'standard output is not empty'
}

says() {
  grep -qF -e "$1" "$err" || complain "does not say: $1"
}

does_not_say() {
  ! grep -qF -e "$1" "$err" || complain "should not say: $1"
}

# How often go was asked to build etcd, which is the first.
builds() {
  count=0
  [ ! -e "$FAKE/builds" ] || count=$(grep -c '^etcd$' "$FAKE/builds")
  [ "$count" -eq "$1" ] || complain "$count builds instead of $1"
}

cache_is_whole() {
  for program in $programs; do
    [ -x "$target/$program" ] || complain "$program is not in the cache"
  done
  [ "$("$target/kube-apiserver" --version)" = "Kubernetes v$version" ] || complain 'the cache holds another version'
  [ "$("$target/etcd" --version)" = "etcd Version: $etcd_version" ] || complain 'the cache holds another etcd'
}

only_remains() {
  remains=
  if [ -d "$root" ]; then
    remains=$(ls -A "$root")
  fi
  [ "$remains" = "$1" ] || complain "in the cache folder remains: $remains"
}

ends() {
  sed -n '/^vnode: VN2001/,$p' "$err" >"$FAKE/block"
  [ "$(head -n 1 "$FAKE/block")" = "vnode: VN2001 cannot get the Kubernetes $version binaries" ] ||
    complain 'the VN2001 block is missing'
  for way in KUBEBUILDER_ASSETS cache download build; do
    [ "$(grep -c "^  Why  $way: ." "$FAKE/block")" = 1 ] || complain "the block does not say once why not by: $way"
  done
  grep -q '^  Do   .*KUBEBUILDER_ASSETS' "$FAKE/block" || complain 'the block does not say what to do'
  if sed 1d "$FAKE/block" | grep -qv -e '^  Why  ' -e '^  Do   '; then
    complain 'the block holds other lines'
  fi
}

until_true() {
  patience=300
  until "$@"; do
    patience=$((patience - 1))
    [ "$patience" -gt 0 ] || complain "waited in vain for: $*"
    sleep 0.1
  done
}

half_way() {
  [ -e "$FAKE/half-way" ]
}

waits_for_another() {
  grep -q 'waiting for another run' "$FAKE/err-2"
}

# A process that is dead but not yet collected by its parent counts as gone.
gone() {
  if [ -r "/proc/$1/stat" ]; then
    grep -q '^[0-9]* ([^)]*) Z' "/proc/$1/stat" 2>/dev/null || [ ! -e "/proc/$1/stat" ]
  elif kill -s 0 "$1" 2>/dev/null; then
    return 1
  fi
}

entries_of() {
  find "$1" ! -path "$1" -prune | wc -l
}

# ---- the cases -----------------------------------------------------------------------------------

prints_the_pinned_version() {
  binaries --version

  exits 0
  prints "$version"
  [ ! -s "$err" ] || complain 'standard error is not empty'
}

helps() {
  binaries --help

  exits 0
  grep -q '^Usage: kubernetes-binaries.sh' "$out" || complain 'no usage'
}

refuses_what_it_does_not_know() {
  binaries --verbose

  exits 2
  prints_nothing
  says '--verbose'
}

takes_kubebuilder_assets() {
  write_programs "$FAKE/assets"
  KUBEBUILDER_ASSETS="$FAKE/assets"
  export KUBEBUILDER_ASSETS

  binaries

  exits 0
  prints "$FAKE/assets"
  does_not_say note
  builds 0
}

takes_relative_assets_of_another_version_with_a_note() {
  write_programs "$FAKE/assets" 1.30.1
  cd "$FAKE"
  KUBEBUILDER_ASSETS=assets
  export KUBEBUILDER_ASSETS

  binaries

  exits 0
  prints "$FAKE/assets"
  says "Kubernetes 1.30.1 in $FAKE/assets (note: not $version"
}

passes_by_incomplete_assets() {
  write_programs "$FAKE/assets"
  write_programs "$target"
  rm "$FAKE/assets/kube-scheduler"
  chmod a-x "$FAKE/assets/etcd"
  KUBEBUILDER_ASSETS="$FAKE/assets"
  export KUBEBUILDER_ASSETS

  binaries

  exits 0
  prints "$target"
  says "--  KUBEBUILDER_ASSETS: $FAKE/assets lacks an executable etcd, kube-scheduler"
}

passes_by_assets_that_do_not_run() {
  write_programs "$FAKE/assets"
  write_programs "$target"
  printf '#!/bin/sh\necho wrong machine >&2\nexit 126\n' >"$FAKE/assets/kube-apiserver"
  KUBEBUILDER_ASSETS="$FAKE/assets"
  export KUBEBUILDER_ASSETS

  binaries

  exits 0
  prints "$target"
  says '--version does not run (wrong machine)'
}

takes_the_cache() {
  write_programs "$target"

  binaries

  exits 0
  prints "$target"
  says "ok  cache: Kubernetes $version"
  builds 0
}

uses_xdg_cache_home() {
  target="$FAKE/other cache/vnode/kubernetes/$version"
  write_programs "$target"
  XDG_CACHE_HOME="$FAKE/other cache"
  export XDG_CACHE_HOME

  binaries

  exits 0
  prints "$target"
}

replaces_a_broken_cache() {
  write_programs "$target"
  rm "$target/kubectl"
  echo half >"$target/half"

  binaries

  exits 0
  prints "$target"
  says "--  cache: $target lacks an executable kubectl"
  builds 1
  cache_is_whole
  [ ! -e "$target/half" ] || complain 'what was broken is still there'
  only_remains "$version"
}

replaces_a_cache_of_another_version() {
  write_programs "$target" 1.2.3

  binaries

  exits 0
  says "holds Kubernetes 1.2.3"
  cache_is_whole
}

builds_when_nothing_can_be_downloaded() {
  binaries

  exits 0
  prints "$target"
  says '--  download: cannot reach 127.0.0.1:1 ('
  for program in $programs; do
    says "..  build: compiling $program"
    grep -Eq "^ok  built $program \([0-9]+ MB\) in [0-9]+ s\$" "$err" || complain "does not say how long $program took"
  done
  cache_is_whole
  only_remains "$version"
}

builds_without_touching_its_own_folder() {
  mkdir "$FAKE/shipped"
  cp "$here/kubernetes-binaries.sh" "$here/go.mod" "$here/go.sum" "$FAKE/shipped"
  chmod -R a-w "$FAKE/shipped"
  ln -s "shipped/kubernetes-binaries.sh" "$FAKE/link"
  ln -s "$FAKE/link" "$FAKE/link to the link"
  script="$FAKE/link to the link"
  cd /

  binaries

  chmod -R u+w "$FAKE/shipped"
  exits 0
  prints "$target"
  cmp -s "$FAKE/go.mod" "$here/go.mod" || complain 'the build saw another go.mod'
  cmp -s "$FAKE/go.sum" "$here/go.sum" || complain 'the build saw another go.sum'
  [ "$(entries_of "$FAKE/shipped")" -eq 3 ] || complain 'something was written beside the script'
  grep -A 1 -x -e -C "$FAKE/arguments" | grep -q "^$root/" || complain 'go did not work in the cache'
}

stamps_the_version() {
  binaries

  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    grep -qF -e "-X $package.gitVersion=v$version -X $package.gitMajor=1 " "$FAKE/arguments" ||
      complain "$package is not stamped"
  done
}

leaves_nothing_of_a_build_that_fails_half_way() {
  FAKE_GO=fails

  binaries

  exits 1
  prints_nothing
  says '--  build: cannot compile kube-controller-manager (pkg/registry/rest.go:7:2: something is undefined)'
  ends
  only_remains ''
}

refuses_a_build_of_another_version() {
  export FAKE_GO_WRITES=1.2.3

  binaries

  exits 1
  says 'build: kube-apiserver is not what it should be (Kubernetes v1.2.3)'
  only_remains ''
}

keeps_a_broken_cache_until_there_is_better() {
  FAKE_GO=fails
  write_programs "$target" 1.2.3

  binaries

  exits 1
  ends
  [ "$("$target/kubectl")" = 'Client Version: v1.2.3' ] || complain 'the old cache is gone'
}

asks_for_a_newer_go() {
  export FAKE_GO_VERSION=1.9.7

  binaries

  exits 1
  says '--  build: Go 1.9.7 is too old, 1.'
  ends
  builds 0
}

does_without_go_and_curl() {
  PATH=$(path_without go curl wget)

  binaries

  exits 1
  says '--  download: neither curl nor wget is on PATH'
  says '--  build: go is not on PATH, and Go 1.'
  ends
  only_remains ''
}

needs_room_on_the_disk() {
  export FAKE_DF=2000000

  binaries

  exits 1
  says '--  build: not enough room on the disk (/a place has 1953 MB free, and 5800 MB are needed)'
  ends
  builds 0
}

downloads_nothing_but_for_linux() {
  export FAKE_SYSTEM=Darwin

  binaries

  exits 0
  says '--  download: the servers of Kubernetes are released for Linux only, and this is Darwin'
  builds 1
}

downloads() {
  write_release_site

  binaries

  exits 0
  prints "$target"
  grep -Eq '^ok  downloaded kubectl \([0-9]+ MB\) in [0-9]+ s$' "$err" || complain 'does not say how long it took'
  builds 0
  cache_is_whole
  only_remains "$version"
}

refuses_a_download_with_a_wrong_check_sum() {
  write_release_site
  echo '# changed on the way' >>"$site/v$version/bin/linux/amd64/kube-scheduler"
  FAKE_GO=fails

  binaries

  exits 1
  says 'kube-scheduler is not the published one'
  ends
  only_remains ''
}

refuses_an_etcd_without_a_check_sum() {
  write_release_site
  echo "$(sha256 "$script")  etcd-of-another-machine.tar.gz" >"$site/v$etcd_version/SHA256SUMS"

  binaries

  exits 0
  says "etcd-v$etcd_version-linux-amd64.tar.gz is not the published one"
  builds 1
  cache_is_whole
}

builds_after_a_download_that_breaks_off() {
  write_release_site
  rm "$site/v$version/bin/linux/amd64/kubectl"

  binaries

  exits 0
  says '--  download: cannot fetch file://'
  builds 1
  cache_is_whole
  only_remains "$version"
}

builds_once_for_two() {
  FAKE_GO=waits
  start
  first=$started
  until_true half_way

  "$shell" "$script" >"$FAKE/out-2" 2>"$FAKE/err-2" &
  second=$!
  until_true waits_for_another
  : >"$FAKE/go-on"
  status_of "$first"
  exits 0
  status_of "$second"

  exits 0
  prints "$target"
  cmp -s "$out" "$FAKE/out-2" || complain 'the second run printed something else'
  [ "$(grep -c "waiting for another run (process $first)" "$FAKE/err-2")" = 1 ] || complain 'not one line about waiting'
  builds 1
  cache_is_whole
  only_remains "$version"
}

takes_over_when_the_first_is_killed() {
  FAKE_GO=waits
  start
  until_true half_way
  "$shell" "$script" >"$FAKE/out-2" 2>"$FAKE/err-2" &
  second=$!
  until_true waits_for_another

  kill -s KILL "$started"
  status_of "$started"
  until_true grep -q 'removed what a dead run left' "$FAKE/err-2"
  : >"$FAKE/go-on"
  status_of "$second"

  exits 0
  builds 2
  cache_is_whole
  only_remains "$version"
}

cleans_up_after_a_killed_run() {
  FAKE_GO=waits
  start
  until_true half_way
  kill -s KILL "$started"
  status_of "$started"
  exits 137
  [ "$(entries_of "$root")" -eq 2 ] || complain 'the killed run should leave its lock and its folder'
  orphan=$(cat "$FAKE/go-process")
  FAKE_GO=works

  binaries

  exits 0
  prints "$target"
  says "ok  removed what a dead run left (process $started)"
  gone "$orphan" || complain 'the go of the killed run still works'
  cache_is_whole
  only_remains "$version"
}

breaks_a_lock_whose_process_number_was_given_again() {
  mkdir -p "$root/.$version.tmp.$$.1.host.of.the.test"
  ln -s "$$.1.host.of.the.test" "$root/.$version.lock"

  binaries

  exits 0
  does_not_say 'waiting for another run'
  cache_is_whole
  only_remains "$version"
}

leaves_the_folder_of_another_host_alone_for_a_day() {
  mkdir -p "$root/.$version.tmp.7.1.another.host" "$root/.$version.tmp.8.1.another.host"
  touch -t 200001010000 "$root/.$version.tmp.8.1.another.host"

  binaries

  exits 0
  only_remains ".$version.tmp.7.1.another.host
$version"
}

stops_at() {
  signal=$1
  FAKE_GO=waits
  if [ "$signal" = INT ]; then
    # A shell starts what goes behind with this signal ignored, unlike a terminal.
    env --default-signal=INT "$shell" "$script" >"$out" 2>"$err" &
    started=$!
  else
    start
  fi
  until_true half_way

  kill -s "$signal" "$started"
  status_of "$started"

  exits "$2"
  prints_nothing
  says "stopped by SIG$signal"
  gone "$(cat "$FAKE/go-process")" || complain 'go still works'
  only_remains ''
}

stops_at_sigterm() {
  stops_at TERM 143
}

stops_at_sighup() {
  stops_at HUP 129
}

stops_at_ctrl_c() {
  stops_at INT 130
}

stops_when_go_itself_is_stopped() {
  FAKE_GO=waits
  start
  until_true half_way
  kill -s STOP "$(cat "$FAKE/go-process")"

  kill -s TERM "$started"
  status_of "$started"

  exits 143
  gone "$(cat "$FAKE/go-process")" || complain 'go still works'
  only_remains ''
}

ends_a_go_that_does_not_listen() {
  FAKE_GO=deaf
  start
  until_true half_way

  kill -s TERM "$started"
  status_of "$started"

  exits 143
  gone "$(cat "$FAKE/go-process")" || complain 'go still works'
  only_remains ''
}

stops_without_setsid() {
  PATH=$(path_without setsid)
  stops_at TERM 143
}

stops_while_it_waits_for_another() {
  FAKE_GO=waits
  start
  first=$started
  until_true half_way
  "$shell" "$script" >"$FAKE/out-2" 2>"$FAKE/err-2" &
  second=$!
  until_true waits_for_another

  kill -s TERM "$second"
  status_of "$second"
  exits 143
  : >"$FAKE/go-on"
  status_of "$first"

  exits 0
  builds 1
  cache_is_whole
  only_remains "$version"
}

says_so_when_the_cache_cannot_be_written() {
  mkdir "$HOME/.cache"
  : >"$HOME/.cache/vnode"

  binaries

  exits 1
  prints_nothing
  says "--  cache: cannot write to $root"
  says 'vnode: VN2001 cannot get'
}

says_so_when_there_is_no_home() {
  unset HOME

  binaries

  exits 1
  says 'neither HOME nor XDG_CACHE_HOME is set'
}

says_so_when_go_mod_is_missing() {
  cp "$script" "$FAKE/alone.sh"
  script=$FAKE/alone.sh

  binaries

  exits 1
  says "  Why  $FAKE/go.mod"
}

can_send() {
  env --default-signal="$1" true 2>/dev/null
}

try '--version prints the pinned version' prints_the_pinned_version
try '--help prints the usage' helps
try 'an unknown option is refused with 2' refuses_what_it_does_not_know
try 'KUBEBUILDER_ASSETS of the pinned version is taken' takes_kubebuilder_assets
try 'KUBEBUILDER_ASSETS, relative and of another version, is taken with a note' takes_relative_assets_of_another_version_with_a_note
try 'KUBEBUILDER_ASSETS without some programs is named and passed by' passes_by_incomplete_assets
try 'KUBEBUILDER_ASSETS whose kube-apiserver does not run is passed by' passes_by_assets_that_do_not_run
try 'a complete cache is taken' takes_the_cache
try 'the cache is below XDG_CACHE_HOME' uses_xdg_cache_home
try 'an incomplete cache is replaced as a whole' replaces_a_broken_cache
try 'a cache of another version is replaced' replaces_a_cache_of_another_version
try 'a machine without internet builds' builds_when_nothing_can_be_downloaded
try 'called through links from a read-only folder it builds elsewhere' builds_without_touching_its_own_folder
try 'a build is stamped with its version' stamps_the_version
try 'a build that fails half way leaves nothing' leaves_nothing_of_a_build_that_fails_half_way
try 'a build of another version is refused' refuses_a_build_of_another_version
try 'a broken cache stays until there is something better' keeps_a_broken_cache_until_there_is_better
try 'an old Go is refused' asks_for_a_newer_go
try 'a machine without go, curl and wget is told so' does_without_go_and_curl
try 'a full disk is refused before the build' needs_room_on_the_disk
try 'nothing is downloaded for another system than Linux' downloads_nothing_but_for_linux
if command -v curl >/dev/null; then
  try 'a download fills the cache' downloads
  try 'a download with a wrong check sum is refused' refuses_a_download_with_a_wrong_check_sum
  try 'an etcd without a check sum is refused' refuses_an_etcd_without_a_check_sum
  try 'a download that breaks off is followed by a build' builds_after_a_download_that_breaks_off
else
  echo 'skip    downloads (they need curl, which reads file: addresses)'
fi
try 'of two runs at the same time one builds' builds_once_for_two
try 'when the one that builds is killed, the one that waits takes over' takes_over_when_the_first_is_killed
try 'a run after kill -9 cleans up, ends the orphaned go and succeeds' cleans_up_after_a_killed_run
try 'a lock is broken whose process number was given again' breaks_a_lock_whose_process_number_was_given_again
try 'the folder of a run on another host stays for a day' leaves_the_folder_of_another_host_alone_for_a_day
try 'SIGTERM ends go and leaves nothing' stops_at_sigterm
try 'SIGHUP ends go and leaves nothing' stops_at_sighup
if can_send INT; then
  try 'Ctrl-C ends go and leaves nothing' stops_at_ctrl_c
else
  echo 'skip    Ctrl-C (this env cannot start a program with its signals reset)'
fi
try 'SIGTERM ends a go that is suspended' stops_when_go_itself_is_stopped
try 'SIGTERM ends a go that does not listen' ends_a_go_that_does_not_listen
try 'SIGTERM ends go where setsid is missing, too' stops_without_setsid
try 'SIGTERM while waiting does not disturb the other run' stops_while_it_waits_for_another
try 'a cache that cannot be written is reported' says_so_when_the_cache_cannot_be_written
try 'a missing HOME is reported' says_so_when_there_is_no_home
try 'a missing go.mod is reported' says_so_when_go_mod_is_missing

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
