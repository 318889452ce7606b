package dev.mulligan.processor.catalogue;

import dev.mulligan.processor.model.Catalogue;
import dev.mulligan.processor.model.CatalogueCall;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * The file {@code META-INF/mulligan/calls.json} in the output folder, and what native images need
 * of it.
 *
 * <p>A compiler that is incremental shows only what has changed. So what the file says already is
 * kept, but for the types that were compiled now, and those that are gone.
 */
public final class CatalogueFile {
  /** Where the catalogue is in a jar. */
  public static final String NAME = "META-INF/mulligan/calls.json";

  /** What a native image must keep, beside it. */
  static final String REACHABILITY =
      "META-INF/native-image/dev.mulligan/calls/reachability-metadata.json";

  private final Filer filer;

  /** Creates the file's writer. */
  public CatalogueFile(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes what was compiled now, and what is kept. A folder without calls gets no file.
   *
   * @param compiled the calls of this compilation
   * @param kept tells of a type that the file mentions, by its binary name, whether it is still
   *     there and was not compiled now
   * @param origins the types that were compiled now
   * @throws IOException if the file cannot be written
   */
  public void write(Catalogue compiled, Predicate<String> kept, List<? extends Element> origins)
      throws IOException {
    Catalogue earlier = earlier();
    List<CatalogueCall> calls = new ArrayList<>(compiled.calls());
    earlier.calls().stream().filter(call -> kept.test(call.type())).forEach(calls::add);
    SortedMap<String, SortedMap<String, String>> types = new TreeMap<>(earlier.types());
    types.keySet().removeIf(kept.negate());
    types.putAll(compiled.types());
    types.keySet().retainAll(new Mentions(types).of(calls));
    if (calls.isEmpty() && earlier.calls().isEmpty()) {
      return;
    }
    Catalogue all = new Catalogue(calls, types);
    write(NAME, origins, out -> CatalogueFormat.write(all, out));
    write(REACHABILITY, origins, out -> ReachabilityFormat.write(all, out));
  }

  private void write(String name, List<? extends Element> origins, Consumer<Writer> content)
      throws IOException {
    Element[] all = origins.toArray(Element[]::new);
    try (Writer out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, all).openWriter()) {
      content.accept(out);
    }
  }

  /** What cannot be read is written anew: it is made from sources alone. */
  private Catalogue earlier() {
    try {
      return CatalogueParser.parse(
          filer.getResource(StandardLocation.CLASS_OUTPUT, "", NAME).getCharContent(true));
    } catch (IOException | RuntimeException none) {
      return Catalogue.EMPTY;
    }
  }
}
