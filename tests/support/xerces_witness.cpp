// Xerces-C as a witness: reads "schema TAB document" lines, prints "document TAB verdict TAB line".
// xerces_witness MAP   a file with "address TAB path" lines for what schemas import
// SPDX-License-Identifier: EUPL-1.2

#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <xercesc/framework/LocalFileInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

using namespace xercesc;

namespace {

std::string to_text(const XMLCh* text)
{
    std::string result;
    if (text != nullptr) {
        char* bytes = XMLString::transcode(text);
        result = bytes;
        XMLString::release(&bytes);
    }
    return result;
}

std::unique_ptr<XMLCh[]> to_xml(const std::string& text)
{
    XMLCh* bytes = XMLString::transcode(text.c_str());
    const auto size = XMLString::stringLen(bytes) + 1;
    auto copy = std::make_unique<XMLCh[]>(size);
    std::copy(bytes, bytes + size, copy.get());
    XMLString::release(&bytes);
    return copy;
}

class Witness : public DefaultHandler {
public:
    explicit Witness(std::map<std::string, std::string> addresses)
        : m_addresses(std::move(addresses))
    {
    }

    std::string verdict = "valid";
    std::uint64_t line = 0;

    void error(const SAXParseException& fault) override { take("invalid", fault); }
    void fatalError(const SAXParseException& fault) override { take("malformed", fault); }

    InputSource* resolveEntity(const XMLCh*, const XMLCh* system) override
    {
        const auto found = m_addresses.find(to_text(system));
        return found == m_addresses.end() ? nullptr
                                          : new LocalFileInputSource(to_xml(found->second).get());
    }

private:
    void take(const char* what, const SAXParseException& fault)
    {
        if (verdict == "valid" || std::string(what) == "malformed") {
            verdict = what;
            line = fault.getLineNumber();
        }
    }

    std::map<std::string, std::string> m_addresses;
};

std::unique_ptr<SAX2XMLReader> make_reader(XMLGrammarPool* pool)
{
    std::unique_ptr<SAX2XMLReader> reader(
        XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, pool));
    reader->setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
    reader->setFeature(XMLUni::fgSAX2CoreValidation, true);
    reader->setFeature(XMLUni::fgXercesDynamic, false);
    reader->setFeature(XMLUni::fgXercesSchema, true);
    reader->setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
    reader->setFeature(XMLUni::fgXercesLoadSchema, false);
    reader->setFeature(XMLUni::fgXercesHandleMultipleImports, true);
    return reader;
}

} // namespace

int main(int, char** arguments)
{
    XMLPlatformUtils::Initialize();
    {
        std::map<std::string, std::string> addresses;
        std::ifstream map(arguments[1]);
        for (std::string line; std::getline(map, line);) {
            const auto tab = line.find('\t');
            addresses[line.substr(0, tab)] = line.substr(tab + 1);
        }
        std::map<std::string, std::unique_ptr<XMLGrammarPoolImpl>> pools;
        for (std::string line; std::getline(std::cin, line);) {
            const auto tab = line.find('\t');
            const auto schema = line.substr(0, tab);
            const auto document = line.substr(tab + 1);
            auto& pool = pools[schema];
            if (!pool) {
                pool = std::make_unique<XMLGrammarPoolImpl>();
                Witness loading(addresses);
                const auto reader = make_reader(pool.get());
                reader->setEntityResolver(&loading);
                reader->setErrorHandler(&loading);
                reader->setFeature(XMLUni::fgXercesLoadSchema, true);
                reader->loadGrammar(to_xml(schema).get(), Grammar::SchemaGrammarType, true);
            }
            Witness witness(addresses);
            const auto reader = make_reader(pool.get());
            reader->setEntityResolver(&witness);
            reader->setErrorHandler(&witness);
            try {
                reader->parse(to_xml(document).get());
            } catch (const XMLException&) {
                witness.verdict = "malformed";
            } catch (const SAXException&) {
                witness.verdict = witness.verdict == "valid" ? "malformed" : witness.verdict;
            }
            std::cout << document << '\t' << witness.verdict << '\t' << witness.line << '\n';
        }
    }
    XMLPlatformUtils::Terminate();
    return 0;
}
