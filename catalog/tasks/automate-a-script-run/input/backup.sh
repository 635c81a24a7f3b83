#!/bin/sh
for table in customers orders invoices; do
    echo "dumping $table"
done
echo "copying to backup.example.com"
echo "no space left on device" >&2
exit 3
