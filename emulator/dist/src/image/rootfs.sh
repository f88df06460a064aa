#!/bin/sh
# Makes the file system of an image from nothing: the unpacked sandbox and the few libraries of this machine that its
# Java runtime is linked to. Usage: rootfs.sh SANDBOX-FOLDER CONTEXT, where CONTEXT has the Containerfile.
set -eu

sandbox=$1
rootfs=$2/rootfs

rm -rf "${rootfs:?}" "${2:?}/home"
mkdir -p "$rootfs/opt" "$rootfs/etc" "$rootfs/tmp" "$2/home/sandbox"
cp -R "$sandbox" "$rootfs/opt/sandbox"
runtime=$rootfs/opt/sandbox/runtime

# The loader by the path that the runtime names, the libraries where it looks for them.
find "$runtime" -type f \( -name '*.so' -o -perm -u+x \) -exec ldd {} + 2>/dev/null |
  sed -n 's/.*=> \(\/[^ ]*\) (.*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) (.*/\1/p' | sort -u |
  while read -r library; do
    case "$library" in "$runtime"/*) continue ;; esac
    mkdir -p "$rootfs$(dirname -- "$library")"
    cp -L "$library" "$rootfs$library"
  done

# Names of hosts are looked up by libraries that are loaded by name; SQLite's own comes out of the jar, and needs the rest.
for library in libnss_files.so.2 libnss_dns.so.2 libresolv.so.2 libpthread.so.0 libdl.so.2 libm.so.6; do
  found=$(ldconfig -p 2>/dev/null | sed -n "s/.*$library .*=> //p" | head -n 1)
  [ -z "$found" ] || { mkdir -p "$rootfs$(dirname -- "$found")" && cp -L "$found" "$rootfs$found"; }
done
echo 'hosts: files dns' >"$rootfs/etc/nsswitch.conf"
echo 'sandbox:x:1000:1000::/var/lib/sandbox:/sbin/nologin' >"$rootfs/etc/passwd"
echo 'sandbox:x:1000:' >"$rootfs/etc/group"
chmod 1777 "$rootfs/tmp"

"$runtime/bin/java" -Xshare:dump >/dev/null 2>&1 || echo "rootfs: starts will be slower, no class-data archive was made" >&2
