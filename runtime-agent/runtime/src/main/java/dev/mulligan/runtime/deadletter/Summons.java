package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.catalogue.Advice;
import dev.mulligan.runtime.catalogue.Catalogue;
import dev.mulligan.runtime.catalogue.CatalogueCall;
import dev.mulligan.runtime.catalogue.CatalogueParameter;
import dev.mulligan.runtime.catalogue.Catalogues;
import dev.mulligan.runtime.catalogue.NearestCall;
import dev.mulligan.runtime.letter.Letter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class of a letter's call that no guard of this process is known for yet, and has it
 * make itself known. Only a class that a catalogue names is loaded, never one that just the letter
 * names. Not thread-safe.
 */
final class Summons {
  private final Letter letter;
  private final Set<ClassLoader> loaders = new LinkedHashSet<>();
  private String reason;

  /**
   * Prepares a search.
   *
   * @param letter the letter
   * @param known class loaders of methods that have made themselves known
   */
  Summons(Letter letter, Collection<ClassLoader> known) {
    this.letter = letter;
    this.reason = "no method " + letter.callId() + " has been called in this process yet";
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    loaders.add(ClassLoader.getSystemClassLoader());
    loaders.addAll(known);
  }

  /** Initialises the wrapper of the letter's call, whose guards make themselves known with it. */
  void summon() {
    for (ClassLoader loader : loaders) {
      CatalogueCall call = Catalogues.of(loader).call(letter.callId());
      if (call != null) {
        summon(call, loader);
        return;
      }
    }
    for (ClassLoader loader : loaders) {
      if (explains(Catalogues.of(loader), loader)) {
        return;
      }
    }
  }

  /** Why no method was found. */
  String reason() {
    return reason;
  }

  private void summon(CatalogueCall call, ClassLoader loader) {
    if (!call.keepsLetters()) {
      reason += "; " + call.signature() + " has no @DeadLetter any more";
      return;
    }
    String wrapper = wrapper(call.type());
    try {
      Class<?> unused = Class.forName(wrapper, true, loader);
    } catch (ClassNotFoundException e) {
      reason += "; without a wrapper, " + call.type() + " is not known before its first call";
    } catch (LinkageError | RuntimeException e) {
      reason += ", and " + wrapper + " cannot be initialised: " + rootOf(e);
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  /** As the processor names it: {@code ResilientOuter_Inner} for a member. */
  private static String wrapper(String type) {
    int simple = type.lastIndexOf('.') + 1;
    return type.substring(0, simple) + "Resilient" + type.substring(simple).replace('$', '_');
  }

  private boolean explains(Catalogue catalogue, ClassLoader loader) {
    CatalogueCall nearest = NearestCall.to(asCall(), catalogue.calls());
    boolean knowsType =
        catalogue.calls().stream().anyMatch(call -> call.type().equals(letter.receiver()));
    if (knowsType && !stillDeclares(loader)) {
      reason = "no longer fits: there is no " + letter.callId() + " any more" + mention(nearest);
      return true;
    }
    reason += knowsType ? "" : mention(nearest);
    return knowsType || nearest != null;
  }

  private String mention(@Nullable CatalogueCall nearest) {
    if (nearest == null) {
      return "";
    }
    String mention = "; the nearest is " + nearest.signature();
    return nearest.takesTypesOf(asCall())
        ? mention + ": " + Advice.giveId(letter.callId(), nearest)
        : mention;
  }

  /** Such as a method that has its policies from a file, which the compiler does not know. */
  private boolean stillDeclares(ClassLoader loader) {
    try {
      for (Method method : Class.forName(letter.receiver(), false, loader).getDeclaredMethods()) {
        if (letter.callId().equals(idOf(method))) {
          return true;
        }
      }
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
    return false;
  }

  private static String idOf(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(
            Collectors.joining(
                ",", method.getDeclaringClass().getName() + "#" + method.getName() + "(", ")"));
  }

  private CatalogueCall asCall() {
    List<CatalogueParameter> parameters =
        letter.arguments().stream()
            .map(argument -> new CatalogueParameter(argument.name(), argument.type(), false))
            .toList();
    return new CatalogueCall(
        letter.callId(), letter.receiver(), letter.method(), parameters, "", "", Map.of());
  }
}
