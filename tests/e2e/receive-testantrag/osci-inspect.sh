# A captured OSCI message is taken apart offline: without a key as far as that goes, with keys down
# to the attachments.
# SPDX-License-Identifier: EUPL-1.2
. "$E2E_SOURCE/lib.bash"
. "$E2E_SOURCE/testantrag.bash"
. "$E2E_SOURCE/postbox.bash"
need jq
need_python jsonschema
prepare_osci
drop_message --attach nachweis.pdf
order=$(find "$XDG_STATE_HOME" -name message.mime)
pki=sandbox/pki
stop_sandbox
unset ANB_PROFILE

# Without a key: for whom, how, and what could not be looked at.
run receive-testantrag inspect "$order"
expect_code 0
expect_contains stdout 'MessageEncrypted'
expect_contains stdout 'aes256-gcm, IV 12 Byte, rsa-oaep sha256/mgf1sha256'
expect_contains stdout 'kein Schlüssel'
run receive-testantrag inspect "$order" --json
expect_code 0
expect_schema receive-testantrag
expect_json '.osci.transport.opened == false and (.osci.transport.recipient.subject | length > 0)'
expect_json '[.unchecked[] | select(.reason == "no_key") | .element] == ["signature", "content"]'
cp "$E2E_LAST/stdout" datei
run receive-testantrag inspect - --json <"$order"
expect_equal "$(jq -c .osci "$E2E_LAST/stdout")" "$(jq -c .osci datei)" 'what standard input shows'

# With the key of a recipient of neither layer.
run receive-testantrag inspect "$order" --p12 $pki/absender-osci-test.p12 --password-file $pki/absender-osci-test.password
expect_code 77
expect_contains stderr ANB-O201
run receive-testantrag inspect "$order" --p12 $pki/absender-osci-test.p12 --password-file "$order"
expect_code 77
run receive-testantrag inspect "$order" --p12 testantrag-hzl.xml --password-file "$order"
expect_code 65

# What is no message is a token or nothing; a cut one is damaged.
run receive-testantrag inspect testantrag-hzl.xml
expect_code 65
expect_contains stderr ANB-S640
head -c 3000 "$order" >halb.mime
run receive-testantrag inspect halb.mime
expect_code 65
expect_contains stderr ANB-O1

# Messages of our own writer, with the key.
printf 123456 >kennwort
chmod 600 kennwort
for name in transport content; do
    file=$TESTDATA/fuzz/osci_encrypted/$name.mime
    run receive-testantrag inspect "$file" --p12 "$TESTDATA/fuzz/INSECURE-osci.p12" --password-file kennwort --json
    expect_code 0
    expect_schema receive-testantrag
    expect_json '.osci.files | length > 0'
done
run receive-testantrag inspect "$TESTDATA/fuzz/osci_encrypted/relative-namespace.mime" \
    --p12 "$TESTDATA/fuzz/INSECURE-osci.p12" --password-file kennwort
expect_code 65
expect_contains stderr 'ANB-X110: '
expect_missing stderr 'C14N error'

if [ -d "$REFERENCE/osci/samples" ]; then
    samples=$REFERENCE/osci/samples
    keys=()
    for name in client intermed recipient; do
        keys+=(--p12 "$samples/pki/${name}_cipher.p12")
    done
    for file in "$samples"/*/*.mime; do
        run receive-testantrag inspect "$file" "${keys[@]}" --password-file kennwort --json
        expect_code 0
        expect_schema receive-testantrag
        expect_json '.findings == []'
    done
    file=$samples/signed-encrypted/04_storeDelivery.request.mime
    run receive-testantrag inspect "$file" "${keys[@]}" --password-file kennwort -o teile
    expect_code 0
    for text in StoreDelivery XSOZIAL_DATA 'rsa-sha256: gilt' SignatureCertificateOriginator cid:anlage1.pdf \
        attachments/anlage1.pdf 'Testnachricht'; do
        expect_contains stdout "$text"
    done
    expect_contains teile/data.xml '<nachricht'
    expect_json '.via == "osci" and (.verified | contains(["author_signature"]))' teile/manifest.json
    expect_equal "$(jq -r '.files[0].sha256' teile/manifest.json)" \
        "$(sha256sum teile/data.xml | cut -d' ' -f1)" 'the hash of the data'
    expect_equal "$(find teile -perm /077 | wc -l)" 0 'what others may read'
    run receive-testantrag inspect "$file" "${keys[@]}" --password-file kennwort -o teile
    expect_code 73
    run receive-testantrag inspect "$samples/plain/09_fault_initDialog.response.mime"
    expect_contains stdout 9400
    run receive-testantrag inspect "$samples/plain/06_fetchDelivery_none.response.mime"
    expect_contains stdout 9803
    sed 's/LanguagesList="de"/LanguagesList="en"/' "$samples/signed/04_storeDelivery.request.mime" >anders.mime
    run receive-testantrag inspect anders.mime -o nichts
    expect_code 76
    expect_contains stderr ANB-O302
    expect_contains stdout 'GILT NICHT'
    expect_missing nichts
fi
finish
