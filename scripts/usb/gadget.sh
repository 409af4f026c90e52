#!/usr/bin/env bash
# Inside the virtual machine: plugs in (up), pulls (down) or plugs in again (replug) an emulated USB printer.
# After `up`, /dev/g_printer0 is the printer's side; /dev/usb/lp0 and a USB device of class 7 are the computer's.
set -euo pipefail
gadget=/sys/kernel/config/usb_gadget/printer
controllers=(/sys/class/udc/*)
udc=$(basename "${controllers[0]}")
case ${1:-} in
  up)
    mkdir -p "$gadget/strings/0x409" "$gadget/configs/c.1" "$gadget/functions/printer.0"
    cd "$gadget"
    echo 0x04b8 > idVendor
    echo 0x0e15 > idProduct
    echo 0x0200 > bcdUSB
    echo RIG0001 > strings/0x409/serialnumber
    echo Rig > strings/0x409/manufacturer
    echo "Emulated printer" > strings/0x409/product
    printf %s "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;" > functions/printer.0/pnp_string
    echo 10 > functions/printer.0/q_len
    ln -s functions/printer.0 configs/c.1/
    echo "$udc" > UDC
    ;;
  down) echo "" > "$gadget/UDC" ;;
  replug) echo "$udc" > "$gadget/UDC" ;;
  *)
    echo "usage: gadget.sh up|down|replug" >&2
    exit 2
    ;;
esac
