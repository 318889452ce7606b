package dev.mulligan.conformance;

import java.io.IOException;

/** Methods whose policies stand elsewhere. */
class InheritedSubject implements Stored<String> {
  @Override
  public String store(String item, Script script) throws Exception {
    return item + " in " + script.run();
  }

  @Override
  public String keep(String item) throws Exception {
    throw new IOException(item);
  }

  @Patient
  public String patiently(Script script) throws Exception {
    return script.run();
  }
}
