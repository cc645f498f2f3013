# OSCI messages of ours are read by others: a reader in another language takes off every layer, the
# official schemas accept every envelope, and xmlsec1 verifies the signatures it knows.
. "$E2E_SOURCE/lib.bash"
PATH=$PATH:$E2E_BUILD/tests/bin
need osci_driver openssl jq xmllint xmlsec1
need_python lxml cryptography
reader=$E2E_SOURCE/../witness/osci_reader.py
schemas=$REFERENCE/osci/schema

mkdir keys
for name in client intermed recipient; do
    for use in signature:digitalSignature,nonRepudiation cipher:keyEncipherment,dataEncipherment; do
        file=keys/${name}_${use%%:*}
        openssl req -x509 -newkey rsa:3072 -nodes -keyout "$file.key" -out "$file.pem" -days 30 \
            -subj "/CN=GRP: $name ${use%%:*}" -addext "keyUsage=critical,${use#*:}" 2>/dev/null
        openssl pkcs12 -export -in "$file.pem" -inkey "$file.key" -out "$file.p12" \
            -passout pass:123456
    done
done

for method in rsa-sha256 rsa-sha512 sha256-rsa-MGF1 sha512-rsa-MGF1; do
    mkdir "$method"
    run osci_driver keys "$method" "$method"
    expect_code 0
    run /usr/bin/python3 "$reader" keys "$method"/*.mime
    expect_code 0
done

# All layers were there, and the content is the same wherever it travelled.
expect_equal "$(find rsa-sha256 -name '*.plain.mime' | wc -l)" 20 'plain messages'
expect_equal "$(jq -c .layers rsa-sha256/StoreDelivery.attachment.mime.json)" \
    '["MessageEncrypted","StoreDelivery"]' layers
expect_equal "$(cat ./*/StoreDelivery.attachment*.json ./*/ResponseToFetchDelivery.attachment*.json |
    jq -c '[.container, .data.data]' | sort -u | wc -l)" 1 'different contents'
expect_equal "$(cat ./*/*.attachment*.json | jq -r '.data["anlage-1.txt"]' | sort -u | wc -l)" 1 \
    'different attachments'
expect_equal "$(jq -r '.signatures[].by' rsa-sha256/ResponseToFetchDelivery.attachment.mime.json |
    tr '\n' ' ')" 'intermed originator ' signers

# The reader finds what is wrong.
sed 's/<osci:Subject>Antrag</<osci:Subject>Betrag</' rsa-sha256/StoreDelivery.plain.mime >wrong.mime
run /usr/bin/python3 "$reader" keys wrong.mime
expect_code 1
expect_contains stderr 'digest of #storedelivery'

# The official schemas.
if [ -d "$schemas" ]; then
    export XML_CATALOG_FILES=$schemas/catalog-offline.xml
    for envelope in rsa-sha256/*.xml sha512-rsa-MGF1/*.xml; do
        type=${envelope##*-}
        type=${type%.xml}
        case $type in ContentContainer | Fault) continue ;; esac
        run xmllint --nonet --noout --schema "$schemas/soap$type.xsd" "$envelope"
        expect_code 0
    done
    sed 's/LanguagesList/LanguageList/' rsa-sha256/InitDialog.plain.mime.1-InitDialog.xml >wrong.xml
    run xmllint --nonet --noout --schema "$schemas/soapInitDialog.xsd" wrong.xml
    expect_code 3
fi

# Signatures that xmlsec1 knows: it does not know "cid:" and not PSS.
ids=()
for name in ControlBlock DesiredLanguages QualityOfTimestamp NonIntermediaryCertificates \
    IntermediaryCertificates storeDelivery forwardDelivery mediateDelivery fetchDelivery \
    responseToStoreDelivery responseToForwardDelivery responseToMediateDelivery \
    responseToFetchDelivery; do
    ids+=("--id-attr:Id" "http://www.osci.de/2002/04/osci:$name")
done
ids+=("--id-attr:Id" "http://xoev.de/transport/osci12/7:FeatureDescription"
    "--id-attr:Id" "http://schemas.xmlsoap.org/soap/envelope/:Body")
for envelope in rsa-sha256/*.plain.mime.1-*.xml; do
    case $envelope in *attachment*) continue ;; esac
    signer=client
    case $envelope in */ResponseTo*) signer=intermed ;; esac
    run xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem \
        "keys/${signer}_signature.pem" "${ids[@]}" "$envelope"
    expect_code 0
done
sed 's/LanguagesList="de"/LanguagesList="en"/' rsa-sha256/InitDialog.plain.mime.1-InitDialog.xml >wrong.xml
run xmlsec1 --verify --enabled-key-data key-name --pubkey-cert-pem keys/client_signature.pem \
    "${ids[@]}" wrong.xml
expect_code 1

finish
