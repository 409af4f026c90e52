#!/usr/bin/env bash
# Runs inside the virtual machine, in the host's files: starts what a desktop has (udev), then the tests.
set -uo pipefail
rig=/tmp/rig
# Connect and disconnect events come through udev. It needs no rules here.
"$rig/udev/bin/udevadm" --version > /dev/null || exit 90
cp "$rig/udev/bin/udevadm" /tmp/systemd-udevd
/tmp/systemd-udevd --daemon --resolve-names=never || exit 91
export NO_COLOR=1
cd "$rig" || exit 92
. "$rig/environment"
"$NODE" --test --test-reporter=spec --test-concurrency=1 "$rig/rig.test.mjs"
