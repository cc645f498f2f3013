// The JDK's own validator: reads "schema TAB document" lines, prints "document TAB verdict TAB line".
// java JdkWitness.java CATALOG
// SPDX-License-Identifier: EUPL-1.2

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.catalog.CatalogResolver;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

public class JdkWitness {
    static class First implements ErrorHandler {
        String verdict = "valid";
        int line = 0;

        void take(String what, SAXParseException fault)
        {
            if (verdict.equals("valid") || (what.equals("malformed") && !verdict.equals("malformed"))) {
                verdict = what;
                line = fault.getLineNumber();
            }
        }

        public void warning(SAXParseException fault) {}
        public void error(SAXParseException fault) { take("invalid", fault); }
        public void fatalError(SAXParseException fault) throws SAXParseException
        {
            take(fault.getMessage().contains("DOCTYPE") ? "refused" : "malformed", fault);
            throw fault;
        }
    }

    public static void main(String[] arguments) throws Exception
    {
        CatalogFeatures features =
            CatalogFeatures.builder().with(CatalogFeatures.Feature.RESOLVE, "continue").build();
        CatalogResolver catalog =
            CatalogManager.catalogResolver(features, new File(arguments[0]).toURI());
        Map<String, Schema> schemas = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            String[] cells = text.split("\t");
            Schema schema = schemas.get(cells[0]);
            if (schema == null) {
                SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
                factory.setResourceResolver((LSResourceResolver) catalog);
                schema = factory.newSchema(new File(cells[0]));
                schemas.put(cells[0], schema);
            }
            First first = new First();
            try {
                SAXParserFactory parsers = SAXParserFactory.newInstance();
                parsers.setNamespaceAware(true);
                parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var reader = parsers.newSAXParser().getXMLReader();
                Validator validator = schema.newValidator();
                validator.setErrorHandler(first);
                reader.setErrorHandler(first);
                URI document = new File(cells[1]).toURI();
                validator.validate(new SAXSource(reader, new InputSource(document.toString())));
            } catch (SAXParseException known) {
                // taken by the handler
            } catch (java.io.IOException encoding) {
                first.verdict = "malformed";
            }
            System.out.println(cells[1] + "\t" + first.verdict + "\t" + first.line);
        }
    }
}
