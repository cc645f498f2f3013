#!/bin/bash
# Checks the DVDV entry of services, and judges the recipient certificate that is registered there.
# SPDX-License-Identifier: EUPL-1.2
#
# check-directory.sh ENV FOLDER SERVICE...
#
# Services are those of the profile (ANB_PROFILE). The registered certificates are left in FOLDER, one
# PEM file each. Prints one line per service: code of the entry, code of the certificate, name; ends with
# the worst of them.
set -u

env=${1:?environment} folder=${2:?folder}
shift 2
mkdir -p "$folder"
worst=0
for service in "$@"; do
    entry=0 certificate=0
    dvdv-lookup -q --env "$env" check "$service" >/dev/null || entry=$?
    dvdv-lookup -q --env "$env" show "$service" --print recipient-cert -o "$folder/$service.pem" &&
        cert-check -q --for osci --env "$env" "$folder/$service.pem" >/dev/null || certificate=$?
    echo "$entry $certificate $service"
    for code in "$entry" "$certificate"; do
        [ "$code" -le "$worst" ] || worst=$code
    done
done
exit "$worst"
