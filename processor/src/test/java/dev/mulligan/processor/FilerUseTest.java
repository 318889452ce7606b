package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilerUseTest {
  private static final Path SOURCES = Cases.FOLDER.resolve("good").resolve("class");

  @TempDir Path output;

  @Test
  void aWrapperHasTheOneTypeThatItComesFromAsGradleDemands() {
    List<String> origins = new ArrayList<>();

    Compilation.of(
        SOURCES,
        output,
        new WithFiler(
            (filer, method, arguments) -> {
              Arrays.stream((Element[]) arguments[1]).map(Element::toString).forEach(origins::add);
              return method.invoke(filer, arguments);
            }));

    assertThat(origins).containsExactly("com.acme.Payments");
  }

  @Test
  void aFailureInsideTheProcessorIsAMessageAndNotACrash() {
    Compilation compilation =
        Compilation.of(
            SOURCES,
            output,
            new WithFiler(
                (filer, method, arguments) -> {
                  throw new IllegalStateException("disk on fire");
                }));

    assertThat(compilation.messages())
        .startsWith("Payments.java:8:8: error: [MulliganInternal] com.acme.Payments: ")
        .contains("disk on fire");
  }

  /** The processor, in an environment whose filer somebody listens to. */
  @SupportedAnnotationTypes("*")
  private static final class WithFiler extends AbstractProcessor {
    private final MulliganProcessor processor = new MulliganProcessor();
    private final InvocationHandler listener;

    WithFiler(InvocationHandler listener) {
      this.listener = listener;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer =
          proxy(
              Filer.class,
              (proxy, method, arguments) ->
                  listener.invoke(environment.getFiler(), method, arguments));
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              (proxy, method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer
                      : method.invoke(environment, arguments)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
      return type.cast(proxy);
    }
  }
}
