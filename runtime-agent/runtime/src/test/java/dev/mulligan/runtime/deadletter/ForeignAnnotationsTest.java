package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.method.Parameter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Annotations of Jackson that are another class than the runtime's, as they are under the agent.
 */
class ForeignAnnotationsTest {
  private final Application application = Application.start();
  private final Json json = new Json();

  @AfterEach
  void stop() throws IOException {
    application.close();
  }

  @Test
  void theyAreOtherClassesIndeed() throws Exception {
    assertThat(application.type(JsonProperty.class)).isNotEqualTo(JsonProperty.class);
  }

  @Test
  void namesAreTheApplications() throws Exception {
    Object renamed = make(FaithfulArgumentsTest.Renamed.class, 7, "x");

    assertThat(throughJson(renamed, renamed.getClass())).contains("\"amount_in_cents\":7");
  }

  @Test
  void creatorsAreTheApplications() throws Exception {
    Object created = make(FaithfulArgumentsTest.Created.class, "ada");

    assertThat(throughJson(created, created.getClass())).isEqualTo("{\"who\":\"ada\"}");
  }

  @Test
  void subtypesAreToldApartAsTheApplicationSays() throws Exception {
    Class<?> animal = application.type(FaithfulArgumentsTest.Animal.class);

    assertThat(throughJson(make(FaithfulArgumentsTest.Cat.class, 9), animal))
        .isEqualTo("{\"kind\":\"cat\",\"lives\":9}");
  }

  @Test
  void whatIsIgnoredIsMissed() throws Exception {
    Object ignoring = make(FaithfulArgumentsTest.Ignoring.class, "a", "b");

    assertThat(written(ignoring, ignoring.getClass()).note()).contains("more than its JSON shows");
  }

  @Test
  void classesInDataAreRefused() throws Exception {
    Object byClass = make(FaithfulArgumentsTest.ByClass.class);
    Object byField = make(FaithfulArgumentsTest.ByField.class);

    assertThat(written(byClass, byClass.getClass()).note()).contains("data names classes");
    assertThat(written(byField, byField.getClass()).note()).contains("data names classes");
  }

  @Test
  void redactionIsTheApplications() throws Exception {
    Object card = make(SecretsCampaignTest.Card.class, "4111");

    assertThat(written(card, card.getClass()).note()).isEqualTo("[redacted]");
  }

  private String throughJson(Object value, Type type) {
    LetterArgument written = written(value, type);
    assertThat(written.note()).isEmpty();
    Object back =
        new ArgumentReader(json)
            .read(
                Letters.of("Shop#pay", "Shop", List.of(written)),
                List.of(new Parameter("value", type, false)))[0];
    assertThat(back).isEqualTo(value);
    return written.json();
  }

  private LetterArgument written(Object value, Type type) {
    return new ArgumentWriter(json)
        .capture(List.of(new Parameter("value", type, false)), List.of(value))
        .forLetter("1", null)
        .get(0);
  }

  private Object make(Class<?> sameName, Object... arguments) throws Exception {
    Constructor<?> constructor =
        Arrays.stream(application.type(sameName).getDeclaredConstructors())
            .filter(one -> one.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }
}
