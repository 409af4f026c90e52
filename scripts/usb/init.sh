#!/bin/sh
# First process of the virtual machine: loads the modules, mounts this machine's files, runs the tests, switches off.
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in $(cat /lib/modules/order); do insmod "/lib/modules/$module" || echo "insmod $module failed"; done

# 9p: the host's files, read-only; the checkout, read-only, under a fixed name; the rig's folder, read-write.
share() { mount -t 9p -o "trans=virtio,version=9p2000.L,msize=262144,$3" "$1" "$2" || echo "9p $1 failed"; }
share host /mnt ro,cache=loose
mount -t tmpfs tmpfs /mnt/tmp
mount -t tmpfs tmpfs /mnt/run
mount -t proc proc /mnt/proc
mount -t sysfs sys /mnt/sys
mount --bind /dev /mnt/dev
mount -t configfs none /mnt/sys/kernel/config
mkdir -p /mnt/tmp/rig /mnt/tmp/project
share rig /mnt/tmp/rig rw
share project /mnt/tmp/project ro,cache=loose

chroot /mnt /bin/bash /tmp/rig/guest.sh
echo "GUEST-EXIT $?"
poweroff -f
