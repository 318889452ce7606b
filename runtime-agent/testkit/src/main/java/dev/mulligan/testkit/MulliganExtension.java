package dev.mulligan.testkit;

import dev.mulligan.runtime.policy.Nearest;
import dev.mulligan.runtime.time.VirtualTime;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs each test as a {@link TestRun}. Use it through {@link MulliganTest}, which also keeps such
 * tests from running at the same time.
 */
public final class MulliganExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(MulliganExtension.class);
  private static final int SHORT_SEEDS = 1_000_000;

  private static final Map<Class<?>, Function<TestRun, Object>> PARAMETERS =
      Map.of(
          TestRun.class, run -> run,
          VirtualTime.class, TestRun::time,
          Attempts.class, TestRun::attempts,
          Letters.class, TestRun::letters,
          InjectedFaults.class, TestRun::faults);

  static {
    // A test leaves nothing in the project, and nobody operates it from outside. Set before the
    // first object of a test, whose guards may be made with it.
    if (System.getProperty("mulligan.admin") == null) {
      System.setProperty("mulligan.admin", "false");
    }
  }

  /** Creates the extension. */
  public MulliganExtension() {}

  /**
   * Starts the run, before the test's own {@code @BeforeEach} methods.
   *
   * @throws ExtensionConfigurationException if a plan of faults or the seed's property cannot be
   *     read, or another run has not ended
   */
  @Override
  public void beforeEach(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    try {
      List<FaultPlan> plans = new ArrayList<>();
      List<Boolean> optional = new ArrayList<>();
      for (AnnotatedElement place : places(context)) {
        for (Faults faults : AnnotationSupport.findRepeatableAnnotations(place, Faults.class)) {
          for (String text : faults.value()) {
            plans.add(FaultPlan.parse(text, type));
            optional.add(faults.optional() || place instanceof Class);
          }
        }
      }
      String name = type.getSimpleName() + "." + context.getDisplayName();
      Started started = new Started(TestRun.start(name, seed(context), type), new ArrayList<>());
      store(context).put(Started.class, started);
      for (int i = 0; i < plans.size(); i++) {
        started.run.faults().addWeaker(plans.get(i), optional.get(i), started.queues);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The test method, its class, and the classes around that. */
  private static List<AnnotatedElement> places(ExtensionContext context) {
    List<AnnotatedElement> places = new ArrayList<>();
    context.getTestMethod().ifPresent(places::add);
    for (Class<?> c = context.getRequiredTestClass(); c != null; c = c.getEnclosingClass()) {
      places.add(c);
    }
    return places;
  }

  private static long seed(ExtensionContext context) {
    for (AnnotatedElement place : places(context)) {
      Seed seed = AnnotationSupport.findAnnotation(place, Seed.class).orElse(null);
      if (seed != null) {
        return seed.value();
      }
    }
    String given = System.getProperty(Seed.PROPERTY);
    try {
      return given == null
          ? ThreadLocalRandom.current().nextInt(SHORT_SEEDS)
          : Long.parseLong(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Seed.PROPERTY + " = " + given + " is not a number", e);
    }
  }

  /**
   * Ends the run, after the test's own {@code @AfterEach} methods. What happened is added to the
   * exception of a test that failed.
   *
   * @throws AssertionError if the test did not fail, but one of its plans never matched an attempt
   */
  @Override
  public void afterEach(ExtensionContext context) {
    Started started = store(context).remove(Started.class, Started.class);
    if (started == null) {
      return;
    }
    started.run.close();
    // A flag that the test left behind would end the first wait of the next one.
    Thread.interrupted();
    String missed = missed(started);
    Throwable failure = context.getExecutionException().orElse(null);
    if (failure != null) {
      failure.addSuppressed(new TestNote(replay(started.run) + missed));
    } else if (!missed.isEmpty()) {
      throw new AssertionError(missed.strip() + "\n" + started.run.timeline().text());
    }
  }

  private static String replay(TestRun run) {
    return "to run it again with the same jitter and faults, use @Seed("
        + run.seed()
        + ") or -D"
        + Seed.PROPERTY
        + "="
        + run.seed()
        + "; "
        + run.timeline().text();
  }

  private static String missed(Started started) {
    Set<String> known = new TreeSet<>();
    for (Moment moment : started.run.timeline().moments()) {
      if (moment.what() instanceof Begun) {
        known.addAll(Selector.names(moment.policy(), moment.location()));
      }
    }
    StringBuilder missed = new StringBuilder();
    for (FaultQueue queue : started.queues) {
      if (queue.isMissed()) {
        missed.append("\nno attempt got a fault from '").append(queue.plan()).append("'");
        missed.append(why(queue.plan().selector(), known));
      }
    }
    return missed.toString();
  }

  private static String why(Selector selector, Set<String> known) {
    if (known.isEmpty()) {
      return ": no guarded method was called";
    }
    return selector.text().equals("*") || known.contains(selector.text())
        ? ": plans before it matched all attempts"
        : ": did you mean " + Nearest.to(selector.text(), known) + "?";
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Started started = store(context).get(Started.class, Started.class);
    Function<TestRun, Object> part = PARAMETERS.get(type);
    if (started == null || part == null) {
      throw new ParameterResolutionException(
          "each test has a "
              + type.getSimpleName()
              + " of its own: take it as a parameter of the test, or of a @BeforeEach or"
              + " @AfterEach method");
    }
    return part.apply(started.run);
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** A run with the plans that the test's annotations gave it. */
  private record Started(TestRun run, List<FaultQueue> queues) {}
}
