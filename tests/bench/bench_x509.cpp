// What people would write with OpenSSL alone: reads every PEM file of a folder and looks at the end
// of validity; with two more files, intermediate and root, also verifies each chain.
// SPDX-License-Identifier: EUPL-1.2

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <cstdio>
#include <filesystem>

namespace {

X509* read(const char* path)
{
    auto* file = BIO_new_file(path, "r");
    auto* certificate =
        file == nullptr ? nullptr : PEM_read_bio_X509(file, nullptr, nullptr, nullptr);
    BIO_free(file);
    return certificate;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2 && argc != 4) {
        return 64;
    }
    auto* store = X509_STORE_new();
    for (int i = 2; i < argc; ++i) {
        X509_STORE_add_cert(store, read(argv[i]));
    }
    int good = 0;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
        auto* certificate = read(entry.path().c_str());
        bool valid =
            certificate != nullptr && X509_cmp_time(X509_get0_notAfter(certificate), nullptr) > 0;
        if (valid && argc == 4) {
            auto* context = X509_STORE_CTX_new();
            X509_STORE_CTX_init(context, store, certificate, nullptr);
            valid = X509_verify_cert(context) == 1;
            X509_STORE_CTX_free(context);
        }
        good += valid ? 1 : 0;
        X509_free(certificate);
    }
    X509_STORE_free(store);
    std::printf("%d\n", good);
    return 0;
}
