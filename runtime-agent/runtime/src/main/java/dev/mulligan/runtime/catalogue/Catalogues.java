package dev.mulligan.runtime.catalogue;

import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The catalogues that class loaders see. Each loader is asked once. Thread-safe. */
public final class Catalogues {
  private static final Map<ClassLoader, Catalogue> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Catalogues() {}

  /**
   * Reads the catalogues of all jars that a class loader sees.
   *
   * @param loader the class loader
   * @return all of them as one; what cannot be read is logged and left out
   */
  public static Catalogue of(ClassLoader loader) {
    Catalogue known = KNOWN.get(loader);
    if (known == null) {
      known = read(loader);
      KNOWN.put(loader, known);
    }
    return known;
  }

  private static Catalogue read(ClassLoader loader) {
    List<Catalogue> found = new ArrayList<>();
    try {
      for (URL place : Collections.list(loader.getResources(CatalogueReader.PLACE))) {
        read(place, found);
      }
    } catch (IOException | RuntimeException e) {
      Log.warn("The catalogues of calls are not found: " + e);
    }
    return Catalogue.join(found);
  }

  private static void read(URL place, List<Catalogue> found) {
    try {
      URLConnection connection = place.openConnection();
      // A jar in the cache stays open, and cannot be replaced while the application runs.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        found.add(CatalogueReader.read(in));
      }
    } catch (IOException | RuntimeException e) {
      Log.warn(place + " cannot be read: " + e);
    }
  }
}
