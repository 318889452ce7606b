package dev.mulligan.sample.site;

import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a crawler where a page lives, as the name service of this little web. */
public final class SiteMap {
  /** The page that a crawl starts from. */
  public static final String ENTRY = "index.html";

  private final Map<Host, URI> roots;
  private final Set<String> outside;

  /**
   * Creates the map.
   *
   * @param outside the pages that do not belong to this site, though its pages link to them
   */
  SiteMap(Map<Host, URI> roots, Set<String> outside) {
    this.roots = new EnumMap<>(roots);
    this.outside = Set.copyOf(outside);
  }

  /** The address of the entry page. */
  public URI entry() {
    return address(ENTRY);
  }

  /** The address of a page, whether it exists or not; null if it is outside of the site. */
  public @Nullable URI locate(String path) {
    return path.endsWith(".html") && !outside.contains(path) ? address(path) : null;
  }

  /** The host behind the authority of an address, such as {@code 127.0.0.1:40123}. */
  public String hostName(String authority) {
    return roots.entrySet().stream()
        .filter(root -> root.getValue().getAuthority().equals(authority))
        .map(root -> root.getKey().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(authority);
  }

  private URI address(String path) {
    URI root = roots.get(Host.of(path));
    if (root == null) {
      throw new IllegalStateException("no host serves " + path);
    }
    return root.resolve(path);
  }
}
