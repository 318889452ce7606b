import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationSource;
import net.bytebuddy.matcher.ElementMatcher;

/** An agent as Byte Buddy's own documentation writes it: advice on annotated methods. */
public final class PlainAgent {
  private static final ElementMatcher.Junction<AnnotationSource> ANNOTATED =
      isAnnotatedWith(named("dev.mulligan.annotations.Retry"));

  private PlainAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .type(declaresMethod(ANNOTATED))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Leaving.class).on(ANNOTATED)))
        .installOn(instrumentation);
  }

  static final class Leaving {
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void leave(@Advice.Thrown Throwable failure) {
      if (failure != null) {
        failure.addSuppressed(new IllegalStateException("seen"));
      }
    }
  }
}
