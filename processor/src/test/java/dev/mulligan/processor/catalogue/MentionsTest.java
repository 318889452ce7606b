package dev.mulligan.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.model.CatalogueCall;
import dev.mulligan.processor.model.CatalogueParameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void namesMayHaveAnyLetters() {
    CatalogueParameter parameter =
        new CatalogueParameter("größe", "java.util.List<com.acme.Straße$Größe>", null, false);
    CatalogueCall call =
        new CatalogueCall("id", "A", "m", List.of(parameter), "void", "", Map.of());

    Mentions mentions = new Mentions(Map.of("com.acme.Straße$Größe", new TreeMap<>()));

    assertThat(mentions.of(List.of(call))).containsExactly("com.acme.Straße$Größe");
  }
}
