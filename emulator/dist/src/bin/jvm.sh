# Runs the jar that a launcher has chosen, with the words it was called with: read by the launchers of the repository and
# of the archives, with java and jar set.
# shellcheck shell=sh disable=SC2154

# The archive of class data, made in the background after a start, for this very Java and jar. The JVM passes over one
# that is of others or was damaged, but not one that was cut off: that is not as long as its label says. From Java 25 on
# it may end at a damaged one: there the checksum is compared first.
archive=
archived=
archive() {
  case "${SANDBOX_ARCHIVE:-}" in off) return ;; esac
  case "${SANDBOX_JAVA_OPTS:-}" in *-Xshare* | *Archive* | *AOT*) return ;; esac
  program=$(command -v "$java") && program=$(readlink -f "$program" 2>/dev/null) || return
  release=${program%/bin/java}/release
  [ -r "$release" ] || return
  version='' build='' maker=''
  while IFS='=' read -r name value; do
    value=${value#\"}
    value=${value%\"}
    case "$name" in
      JAVA_VERSION) version=$value ;;
      JAVA_RUNTIME_VERSION) build=${value%%[!A-Za-z0-9.+_-]*} ;;
      IMPLEMENTOR) maker=${value%%[!A-Za-z0-9]*} ;;
    esac
  done <"$release"
  feature=${version%%[!0-9]*}
  [ "${feature:-0}" -ge 17 ] || return
  name=${jar##*/}
  name=${name%.jar}-${build:-$version}${maker:+-$maker}
  if [ "$feature" -ge 25 ]; then name=$name.aot; else name=$name.jsa; fi
  archive=${jar%/*}/$name
  if [ ! -f "$archive" ] && [ ! -w "${jar%/*}" ]; then
    archive=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
    [ -n "$archive" ] || return
    sum=$(printf %s "$jar" | cksum)
    archive=$archive/kzpay-sandbox/${sum%% *}-$name
  fi
  [ -f "$archive" ] && [ -r "$archive" ] && [ -r "$archive.txt" ] || return
  { IFS= read -r length && IFS= read -r sum; } <"$archive.txt" || return
  if [ "$feature" -ge 25 ]; then
    [ "$(cksum <"$archive")" = "$sum $length" ] && archived=$feature
  else
    [ "$length" = "$(($(wc -c <"$archive")))" ] && archived=$feature
  fi
}

set -- -jar "$jar" "$@"
case "$jar" in */sandbox.jar) archive || : ;; esac
[ -z "$archive" ] || set -- "-Dkzpay.sandbox.archive=$archive" "$@"
if [ "${archived:-0}" -ge 25 ]; then
  set -- "-XX:AOTCache=$archive" '-Xlog:aot*=off,cds*=off' "$@"
elif [ -n "$archived" ]; then
  set -- "-XX:SharedArchiveFile=$archive" -XX:+VerifySharedSpaces '-Xlog:cds*=off' "$@"
fi

# With this heap a world's journal holds its 10,000 entries. What the compiler has used goes back to the system. The
# optimizing compiler waits for ten times as many calls as by default: a fifth of a start was its work.
options=-XX:+UseSerialGC
case "$jar" in
  */sandbox.jar)
    options="$options -Xms16m -Xmx384m -XX:MaxHeapFreeRatio=40"
    options="$options -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
    options="$options -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
    ! getconf GNU_LIBC_VERSION >/dev/null 2>&1 ||
      options="$options -XX:+IgnoreUnrecognizedVMOptions -XX:TrimNativeHeapInterval=5000"
    ;;
esac

# shellcheck disable=SC2086
exec "$java" ${SANDBOX_JAVA_OPTS:-$options} "$@"
