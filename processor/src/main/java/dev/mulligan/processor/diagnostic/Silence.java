package dev.mulligan.processor.diagnostic;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings nobody wants to see: by an option of the compiler, or where
 * {@code @SuppressWarnings} names their code, or all of them by {@code "mulligan"}. Immutable.
 */
public final class Silence {
  private static final String EVERYTHING = "mulligan";

  private final Set<Diagnostic> off;

  /** Creates a silence that covers some warnings everywhere. */
  public Silence(Set<Diagnostic> off) {
    this.off = off.isEmpty() ? EnumSet.noneOf(Diagnostic.class) : EnumSet.copyOf(off);
  }

  boolean covers(Diagnostic diagnostic, Element element) {
    return diagnostic.isWarning()
        && (off.contains(diagnostic) || isSuppressed(diagnostic, element));
  }

  private static boolean isSuppressed(Diagnostic diagnostic, @Nullable Element element) {
    for (Element around = element; around != null; around = around.getEnclosingElement()) {
      SuppressWarnings suppressed = around.getAnnotation(SuppressWarnings.class);
      if (suppressed != null) {
        List<String> keys = List.of(suppressed.value());
        if (keys.contains(diagnostic.code()) || keys.contains(EVERYTHING)) {
          return true;
        }
      }
    }
    return false;
  }
}
