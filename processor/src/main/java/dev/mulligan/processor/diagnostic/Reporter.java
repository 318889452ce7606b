package dev.mulligan.processor.diagnostic;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * Tells the developer what is wrong, once. Not thread-safe.
 *
 * <p>A value that applies to several methods, such as one on their class, is looked at with each of
 * them; only the first message about it is shown.
 */
public final class Reporter {
  private final Messager messager;
  private final Silence silence;
  private final Set<Told> told = new HashSet<>();

  /** Creates a reporter that has told nothing yet. */
  public Reporter(Messager messager, Silence silence) {
    this.messager = messager;
    this.silence = silence;
  }

  /**
   * Tells what is wrong at a place, unless it is switched off there.
   *
   * @param diagnostic what kind of thing
   * @param spot where
   * @param location the class and method it is about
   * @param message what is wrong and what would be right
   */
  public void report(Diagnostic diagnostic, Spot spot, String location, String message) {
    if (!silence.covers(diagnostic, spot.element())
        && told.add(new Told(diagnostic, spot, message))) {
      spot.print(messager, diagnostic.kind(), diagnostic.format(location + ": " + message));
    }
  }

  /** Tells what is wrong with the compilation as a whole. */
  public void report(Diagnostic diagnostic, String message) {
    messager.printMessage(diagnostic.kind(), diagnostic.format(message));
  }

  /** Tells of a fault of our own that no build need end with. */
  public void warn(Diagnostic diagnostic, String message) {
    messager.printMessage(Kind.WARNING, diagnostic.format(message));
  }

  private record Told(Diagnostic diagnostic, Spot spot, String message) {}
}
