package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Component;
import dev.mulligan.processor.model.Wrapper;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** How one kind of container finds what it creates. */
interface Container {
  /**
   * Adds the annotations that a wrapper needs; empty if the library that has them is not there.
   *
   * @param wrapper a wrapper that is not abstract
   * @param type what it wraps
   */
  Optional<Wrapper> mark(Wrapper wrapper, TypeElement type);

  /** Tells whether a class is one that this container finds. */
  boolean finds(TypeElement type);

  /** Names the library whose annotations are needed. */
  String library();

  /** The container that a compiler option asks for. */
  static Optional<Container> of(Component component, Tools tools) {
    return switch (component) {
      case NONE -> Optional.empty();
      case JSR330 -> Optional.of(new Jsr330Container(tools));
      case SPRING -> Optional.of(new SpringContainer(tools));
    };
  }
}
