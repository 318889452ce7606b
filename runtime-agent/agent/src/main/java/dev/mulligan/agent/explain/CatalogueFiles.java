package dev.mulligan.agent.explain;

import dev.mulligan.runtime.catalogue.Catalogue;
import dev.mulligan.runtime.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The catalogues of calls that jars and folders hold. */
public final class CatalogueFiles {
  private CatalogueFiles() {}

  /**
   * Reads all catalogues of a version of an application.
   *
   * @param places its jars and folders; at least one of them has a catalogue
   * @return all of them as one
   * @throws IOException if there is none, or one cannot be read; its message is for people
   */
  public static Catalogue read(List<Path> places) throws IOException {
    List<Catalogue> found = new ArrayList<>();
    for (Path place : places) {
      Archive.walk(
          place,
          (name, origin, content) -> {
            if (name.equals(CatalogueReader.PLACE)) {
              found.add(parse(origin, Archive.read(content)));
            }
          });
    }
    if (found.isEmpty()) {
      throw new IOException(
          "there is no catalogue of calls ("
              + CatalogueReader.PLACE
              + ") in "
              + String.join(", ", places.stream().map(Path::toString).toList())
              + "; compile the application with mulligan-processor, which writes one");
    }
    return Catalogue.join(found);
  }

  private static Catalogue parse(String origin, byte[] json) throws IOException {
    try {
      return CatalogueReader.read(json);
    } catch (IOException e) {
      throw new IOException(origin + ": " + e.getMessage(), e);
    }
  }
}
