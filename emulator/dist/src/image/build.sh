#!/bin/sh
# Builds the image of the sandbox from its archive for Linux, with buildah, podman or docker: no base image, no network.
# Usage: build.sh ARCHIVE.tar.gz [CONTEXT] [NAME]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
archive=$1
context=${2:-$here/../../target/image}
name=${3:-kzpay-sandbox}

case "$archive" in
  *-linux-*.tar.gz) [ -f "$archive" ] || { echo "image: $archive is not there: sandbox dist makes it, on Linux by a JDK with jmods" >&2; exit 1; } ;;
  *) echo "image: $archive is not an archive for Linux" >&2; exit 2 ;;
esac
if [ -e "$context" ] && [ ! -f "$context/Containerfile" ]; then
  echo "image: $context is there already, and no folder of an earlier build" >&2
  exit 2
fi

rm -rf "$context"
mkdir -p "$context/unpacked"
tar xzf "$archive" -C "$context/unpacked" --strip-components 1
"$here/rootfs.sh" "$context/unpacked" "$context"
rm -rf "$context/unpacked"
cp "$here/Containerfile" "$context/Containerfile"

if command -v buildah >/dev/null 2>&1; then
  buildah ${STORAGE_DRIVER:+--storage-driver "$STORAGE_DRIVER"} build --format docker --tag "$name" "$context"
elif command -v podman >/dev/null 2>&1; then
  podman build --format docker --tag "$name" "$context"
elif command -v docker >/dev/null 2>&1; then
  docker build --file "$context/Containerfile" --tag "$name" "$context"
else
  echo "image: no buildah, podman or docker here; take $context to where one is: docker build -f Containerfile -t $name ." >&2
  exit 1
fi
