package dev.mulligan.processor;

import com.google.auto.service.AutoService;
import dev.mulligan.annotations.Retry;
import dev.mulligan.processor.catalogue.CatalogueFile;
import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.diagnostic.Reporter;
import dev.mulligan.processor.lint.Linter;
import dev.mulligan.processor.lint.body.Bodies;
import dev.mulligan.processor.model.Wrapper;
import dev.mulligan.processor.read.CatalogueReader;
import dev.mulligan.processor.read.Lombok;
import dev.mulligan.processor.read.Reading;
import dev.mulligan.processor.read.Sources;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.processor.read.Unresolved;
import dev.mulligan.processor.read.UnresolvedTypeException;
import dev.mulligan.processor.read.UnresolvedValues;
import dev.mulligan.processor.read.WrapperReader;
import dev.mulligan.processor.write.WrapperWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Checks the policies of every type that is compiled, and writes a wrapper for those that have any.
 *
 * <p>{@code Payments} gives {@code ResilientPayments} in the same package: a subclass of a class,
 * or an implementation of an interface around another one. A member type {@code Shop.Till} gives
 * {@code ResilientShop_Till}. A wrapper of a class also guards the annotated methods that the class
 * inherits; a class that has none of its own gets no wrapper.
 *
 * <p>It looks at all types, not only at annotated ones, because a policy may also come from an
 * interface or a meta-annotation that was compiled earlier. Whatever goes wrong in here becomes a
 * message; nothing is thrown into the compiler.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
@SupportedOptions({Options.ENGINE, Options.COMPONENT, Options.ASYNC, Options.LINT})
public final class MulliganProcessor extends AbstractProcessor {
  private static final SourceVersion OLDEST = SourceVersion.RELEASE_17;
  private static final String OURS = Retry.class.getPackageName() + ".";

  private final WrapperWriter writer = new WrapperWriter(MulliganProcessor.class.getName());
  private final Sources sources = new Sources();
  private final Lombok lombok = new Lombok(sources);

  /** Types that mention what is yet to be written, or that another processor has yet to change. */
  private final Set<String> waiting = new TreeSet<>();

  private @Nullable Reporter reporter;
  private @Nullable WrapperReader reader;
  private @Nullable Linter linter;
  private @Nullable CatalogueReader catalogue;
  private boolean toldOfRelease;

  /** Every type that was looked at, by its binary name. */
  private final Map<String, TypeElement> compiled = new TreeMap<>();

  /** Creates the processor, as the compiler does. */
  public MulliganProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Reporter created =
        new Reporter(environment.getMessager(), Options.silence(environment.getOptions()));
    reporter = created;
    Tools tools =
        new Tools(
            environment.getElementUtils(),
            environment.getTypeUtils(),
            sources,
            created,
            Options.engine(environment.getOptions(), created),
            Options.component(environment.getOptions(), created),
            Options.async(environment.getOptions()));
    reader = new WrapperReader(tools);
    linter = new Linter(tools);
    catalogue = new CatalogueReader(tools);
    if (!isTooOld(environment)) {
      lintBodies(environment, tools);
    }
  }

  /** Before there are modules, the compiler cannot tell what we need to know. */
  private static boolean isTooOld(ProcessingEnvironment environment) {
    return environment.getSourceVersion().compareTo(OLDEST) < 0;
  }

  /** Where the compiler is not javac, its classes may not even be there. */
  private static void lintBodies(ProcessingEnvironment environment, Tools tools) {
    try {
      Bodies.lint(environment, tools);
    } catch (LinkageError noTrees) {
      // Then bodies are not looked at, as the page about messages says.
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (isTooOld(processingEnv)) {
      refuse(annotations);
      return false;
    }
    sources.add(round.getRootElements());
    types(round).forEach(type -> process(type, round));
    if (round.processingOver()) {
      writeCatalogue();
    }
    return false;
  }

  private void refuse(Set<? extends TypeElement> annotations) {
    boolean used =
        annotations.stream().anyMatch(type -> type.getQualifiedName().toString().startsWith(OURS));
    if (used && !toldOfRelease) {
      toldOfRelease = true;
      Objects.requireNonNull(reporter)
          .report(
              Diagnostic.BAD_OPTION,
              "--release %d: Mulligan needs Java %d or later; nothing is guarded"
                  .formatted(processingEnv.getSourceVersion().ordinal(), OLDEST.ordinal()));
    }
  }

  /** The types of this round and those left from the last, in an order that never changes. */
  private List<TypeElement> types(RoundEnvironment round) {
    List<TypeElement> types = new ArrayList<>();
    for (String name : waiting) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    waiting.clear();
    ElementFilter.typesIn(round.getRootElements()).forEach(type -> add(type, types));
    // Annotation types come first, so that a problem is told where it is written.
    types.sort(
        Comparator.comparing((TypeElement type) -> type.getKind() != ElementKind.ANNOTATION_TYPE)
            .thenComparing(type -> type.getQualifiedName().toString()));
    return types;
  }

  private static void add(TypeElement type, List<TypeElement> types) {
    types.add(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(member -> add(member, types));
  }

  private void process(TypeElement type, RoundEnvironment round) {
    try {
      boolean unknown = UnresolvedValues.areIn(type);
      // In the last round there may be types for which no other round came.
      if (round.processingOver() && round.errorRaised() && !unknown) {
        return;
      }
      if (Unresolved.isIn(type) || lombok.mayChange(type) || (unknown && !round.processingOver())) {
        waiting.add(type.getQualifiedName().toString());
        return;
      }
      compiled.put(processingEnv.getElementUtils().getBinaryName(type).toString(), type);
      Reading reading = Objects.requireNonNull(reader).read(type);
      Wrapper wrapper = reading.wrapper();
      if (wrapper != null && !unknown) {
        write(wrapper, type);
      }
      reading.guarded().forEach(Objects.requireNonNull(linter)::check);
      reading.guarded().forEach(Objects.requireNonNull(catalogue)::add);
    } catch (UnresolvedTypeException missing) {
      postpone(type, round, missing);
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      report(Diagnostic.INTERNAL, type, "the processor failed with " + e + origin(e));
    }
  }

  /** What is being compiled and mentions what there is not, the compiler itself complains of. */
  private void postpone(TypeElement type, RoundEnvironment round, UnresolvedTypeException missing) {
    waiting.add(type.getQualifiedName().toString());
    if (round.processingOver() && !round.errorRaised() && !Unresolved.isAbove(type, sources)) {
      report(
          Diagnostic.PRIVATE_TYPE,
          type,
          "the wrapper would mention %s, which is not on the class path; add it"
              .formatted(missing.getMessage()));
    }
  }

  private void write(Wrapper wrapper, Element origin) throws IOException {
    String source = writer.write(wrapper);
    try (Writer file =
        processingEnv.getFiler().createSourceFile(wrapper.qualifiedName(), origin).openWriter()) {
      file.write(source);
    } catch (FilerException taken) {
      report(
          Diagnostic.NAME_TAKEN,
          origin,
          "the wrapper would be called "
              + wrapper.qualifiedName()
              + ", which there is already; rename that class");
    }
  }

  private void writeCatalogue() {
    try {
      new CatalogueFile(processingEnv.getFiler())
          .write(
              Objects.requireNonNull(catalogue).catalogue(),
              this::isKept,
              List.copyOf(compiled.values()));
    } catch (IOException | RuntimeException | LinkageError e) {
      Objects.requireNonNull(reporter)
          .report(Diagnostic.INTERNAL, CatalogueFile.NAME + " cannot be written: " + e);
    }
  }

  /** A name with a dollar may be that of a member, or of a type that is called so. */
  private boolean isKept(String binaryName) {
    Elements elements = processingEnv.getElementUtils();
    return !compiled.containsKey(binaryName)
        && (elements.getTypeElement(binaryName.replace('$', '.')) != null
            || elements.getTypeElement(binaryName) != null);
  }

  private void report(Diagnostic diagnostic, Element element, String message) {
    Objects.requireNonNull(reporter)
        .report(diagnostic, Place.of(element), element.toString(), message);
  }

  private static String origin(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
