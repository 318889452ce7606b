package dev.mulligan.processor.catalogue;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON for people and for version control: two spaces a level, the same on every system. */
final class Indented extends ObjectWriteContext.Base {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private Indented() {}

  static JsonGenerator generator(Writer out) {
    return new JsonFactory().createGenerator(new Indented(), out);
  }

  @Override
  public PrettyPrinter getPrettyPrinter() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
    printer.indentObjectsWith(INDENTER);
    printer.indentArraysWith(INDENTER);
    return printer;
  }

  @Override
  public boolean hasPrettyPrinter() {
    return true;
  }
}
