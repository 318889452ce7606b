package dev.mulligan.agent.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericTypeTest {
  private final Types types = new Types(ClassFiles.of(GenericTypeTest.class.getClassLoader()));

  @ParameterizedTest
  @ValueSource(
      classes = {
        Given.class,
        OfClass.class,
        Deep.class,
        Raw.class,
        Bounded.class,
        Nested.User.class,
        Primitives.class,
        OwnVariables.class,
        Wildcards.class
      })
  void whatAMethodImplementsIsFound(Class<?> type) {
    TypeInfo read = Objects.requireNonNull(types.find(Type.getInternalName(type)));
    MethodInfo written = method(read, "send");

    assertThat(filledIn(GenericType.of(read), "send")).contains(written.parameters());
  }

  @Test
  void theResultIsFilledInToo() {
    TypeInfo read = Objects.requireNonNull(types.find(Type.getInternalName(Deep.class)));
    GenericType above = Objects.requireNonNull(GenericType.of(read).superclass(types));

    assertThat(above.typesOf(method(above.type(), "answer")).result()).isEqualTo("[[I");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<", "<T", "<T:Ljava", "L", "TT", ">>", "(", "(TT;", "()", "<T:>("})
  void aSignatureThatSomebodyBrokeIsNone(String signature) {
    TypeInfo type = new TypeInfo("a/Broken", 0, "java/lang/Object", List.of(), signature);
    MethodInfo method = new MethodInfo("a/Broken", 0, "run", "(I)J", signature, List.of());

    assertThat(GenericType.of(type).typesOf(method))
        .isEqualTo(new GenericType.MethodTypes(List.of("I"), "J"));
  }

  @Test
  void typesThatAreAbsentAreLeftOut() {
    TypeInfo type = new TypeInfo("a/Lonely", 0, "a/Absent", List.of("a/Nowhere"), null);

    assertThat(GenericType.of(type).superclass(types)).isNull();
    assertThat(GenericType.of(type).interfaces(types)).isEmpty();
  }

  private List<List<String>> filledIn(GenericType type, String name) {
    List<List<String>> found = new ArrayList<>();
    for (GenericType above : type.interfaces(types)) {
      for (MethodInfo method : above.type().methods()) {
        if (method.name().equals(name)) {
          found.add(above.typesOf(method).parameters());
        }
      }
      found.addAll(filledIn(above, name));
    }
    GenericType superclass = type.superclass(types);
    if (superclass != null) {
      found.addAll(filledIn(superclass, name));
    }
    return found;
  }

  private static MethodInfo method(TypeInfo type, String name) {
    return type.methods().stream()
        .filter(method -> method.name().equals(name) && !method.isMadeByCompiler())
        .findFirst()
        .orElseThrow();
  }

  interface Sender<T extends Number, U> {
    void send(T[] one, List<U> many, U last);
  }

  static class Given implements Sender<Integer, String> {
    @Override
    public void send(Integer[] one, List<String> many, String last) {}
  }

  static class OfClass<K extends Comparator<K> & Runnable> implements Sender<Long, K> {
    @Override
    public void send(Long[] one, List<K> many, K last) {}
  }

  abstract static class Above<X, Y> implements Sender<Integer, Y[]> {
    abstract X answer();
  }

  static class Deep extends Above<int[][], Map.Entry<String, ?>> {
    @Override
    int[][] answer() {
      return new int[0][];
    }

    @Override
    public void send(
        Integer[] one, List<Map.Entry<String, ?>[]> many, Map.Entry<String, ?>[] last) {}
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  static class Raw implements Sender {
    @Override
    public void send(Number[] one, List many, Object last) {}
  }

  interface Narrower<V extends Runnable> extends Sender<Short, V> {}

  static class Bounded<W extends Thread> implements Narrower<W> {
    @Override
    public void send(Short[] one, List<W> many, W last) {}
  }

  static class Nested<A> {
    class Inner<B> {
      B held;
    }

    static class User implements Sender<Byte, Nested<String>.Inner<Integer>> {
      @Override
      public void send(
          Byte[] one,
          List<Nested<String>.Inner<Integer>> many,
          Nested<String>.Inner<Integer> last) {}
    }
  }

  static class Primitives implements Sender<Double, int[]> {
    @Override
    public void send(Double[] one, List<int[]> many, int[] last) {}
  }

  interface Shadowing<T> {
    <T extends Number> void send(T shadow, Map<T, T> both);
  }

  static class OwnVariables implements Shadowing<String> {
    @Override
    public <N extends Number> void send(N shadow, Map<N, N> both) {}
  }

  static class Wildcards implements Sender<Float, List<? super Number>> {
    @Override
    public void send(Float[] one, List<List<? super Number>> many, List<? super Number> last) {}
  }
}
