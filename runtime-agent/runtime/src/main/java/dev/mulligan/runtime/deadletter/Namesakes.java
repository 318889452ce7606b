package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import java.util.List;
import java.util.function.Predicate;

/** Tells methods with the same given id apart, by what a letter says of the method it is from. */
final class Namesakes {
  private Namesakes() {}

  /**
   * First the class decides, then the method's name, then its parameters; none is ruled out by all.
   */
  static List<LetterBox> meantBy(Letter letter, List<LetterBox> boxes) {
    List<LetterBox> left = boxes;
    left = narrow(left, box -> box.method().declaring().getName().equals(letter.receiver()));
    left = narrow(left, box -> box.method().name().equals(letter.method()));
    return narrow(left, box -> types(box).equals(types(letter)));
  }

  /** What fits none, such as the name of a class that was renamed, says nothing. */
  private static List<LetterBox> narrow(List<LetterBox> boxes, Predicate<LetterBox> fits) {
    List<LetterBox> fitting = boxes.stream().filter(fits).toList();
    return fitting.isEmpty() ? boxes : fitting;
  }

  private static List<String> types(LetterBox box) {
    return box.method().parameters().stream().map(p -> p.type().getTypeName()).toList();
  }

  private static List<String> types(Letter letter) {
    return letter.arguments().stream().map(LetterArgument::type).toList();
  }
}
