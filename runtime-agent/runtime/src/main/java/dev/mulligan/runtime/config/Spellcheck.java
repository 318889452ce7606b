package dev.mulligan.runtime.config;

import dev.mulligan.runtime.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares what is configured with what there is. Thread-safe. */
final class Spellcheck {
  /** How long classes are given to load before a policy that nobody knows is called a mistake. */
  static final long GRACE = 30_000_000_000L;

  private final Supplier<Set<String>> keys;
  private final IntSupplier count;
  private final Set<String> variables;
  private final Consumer<String> log;
  private final Names dotted = new Names(Spelling.DOTTED);
  private final Names inEnvironment = new Names(Spelling.VARIABLE);
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final AtomicInteger changes = new AtomicInteger();
  private volatile @Nullable Open open;
  private volatile @Nullable Long firstPolicy;
  private volatile boolean lateDone;

  /**
   * Makes a check.
   *
   * @param keys gives what is configured, outside the environment
   * @param count changes when keys come up of which nobody tells
   * @param variables the names of the environment
   * @param log told what is wrong
   */
  Spellcheck(
      Supplier<Set<String>> keys, IntSupplier count, Set<String> variables, Consumer<String> log) {
    this.keys = keys;
    this.count = count;
    this.variables = variables;
    this.log = log;
  }

  void add(String key) {
    dotted.add(key);
    inEnvironment.add(key);
  }

  void addPolicy(String policy) {
    dotted.addPolicy(policy);
    inEnvironment.addPolicy(policy);
  }

  void add(String policy, String annotation, Set<String> attributes) {
    dotted.add(policy, annotation, attributes);
    inEnvironment.add(policy, annotation, attributes);
    if (firstPolicy == null) {
      firstPolicy = Time.nanoTime();
    }
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    unknown((name, names) -> problems.add(message(name, names)));
    return problems;
  }

  /** There may be other keys now. */
  void keysChanged() {
    changes.incrementAndGet();
  }

  /**
   * Reports what is certainly wrong; returns whether anything else is unknown as yet. What has been
   * known once is not looked at again before the keys change: every guard asks.
   */
  boolean reportSure() {
    State state = new State(changes.get(), count.getAsInt());
    Open before = open;
    Map<String, Names> left = new LinkedHashMap<>();
    BiConsumer<String, Names> look =
        (name, names) -> {
          if (!names.isSurelyWrong(name)) {
            left.put(name, names);
          } else {
            report(name, names);
          }
        };
    if (before != null && before.state().equals(state)) {
      before
          .names()
          .forEach(
              (name, names) -> {
                if (!names.knows(name)) {
                  look.accept(name, names);
                }
              });
    } else {
      unknown(look);
    }
    open = new Open(state, left);
    return !left.isEmpty();
  }

  /** Reports all that is unknown if there was time for all policies to be found. */
  void reportChanged() {
    keysChanged();
    if (isGraceOver()) {
      unknown(this::report);
    } else {
      reportSure();
    }
  }

  /** Reports all that is unknown, once, when the time has come. */
  void reportLate() {
    if (!lateDone && isGraceOver()) {
      lateDone = true;
      unknown(this::report);
    }
  }

  private boolean isGraceOver() {
    Long first = firstPolicy;
    return first != null && Time.nanoTime() - first >= GRACE;
  }

  private void report(String name, Names names) {
    if (reported.add(name)) {
      log.accept(message(name, names));
    }
  }

  private static String message(String name, Names names) {
    return "Nothing is called " + name + "; did you mean " + names.nearest(name) + "?";
  }

  private void unknown(BiConsumer<String, Names> action) {
    for (String key : keys.get()) {
      if (!dotted.knows(key)) {
        action.accept(key, dotted);
      }
    }
    for (String variable : variables) {
      if (variable.startsWith(Spelling.VARIABLE.prefix) && !inEnvironment.knows(variable)) {
        action.accept(variable, inEnvironment);
      }
    }
  }

  /**
   * What was neither known nor certainly wrong.
   *
   * @param state when that was
   * @param names the names, and what they were compared with
   */
  private record Open(State state, Map<String, Names> names) {}

  /** As long as it is the same, so are the keys. */
  private record State(int changes, int count) {}
}
