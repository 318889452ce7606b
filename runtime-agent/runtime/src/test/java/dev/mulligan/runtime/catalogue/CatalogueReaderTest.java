package dev.mulligan.runtime.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
  private static final String WHOLE =
      """
      {
        "format": 1,
        "calls": [
          {
            "id": "com.shop.Payments#pay(com.shop.Order)",
            "class": "com.shop.Payments",
            "method": "pay",
            "parameters": [
              {"name": "order", "type": "com.shop.Order", "key": "tenant"},
              {"name": "pin", "type": "java.lang.String", "redacted": true, "later": 1}
            ],
            "result": "void",
            "fingerprint": "9f86d081884c7d65",
            "policies": {"Retry": {"maxAttempts": "4"}, "DeadLetter": {}},
            "later": [1]
          }
        ],
        "types": {"com.shop.Order": {"tenant": "java.lang.String", "cents": "long"}},
        "later": {}
      }
      """;

  @Test
  void everyKnownMemberIsReadAndOthersAreLeftOut() throws IOException {
    Catalogue catalogue = read(WHOLE);

    CatalogueCall call = catalogue.call("com.shop.Payments#pay(com.shop.Order)");
    assertThat(call)
        .isEqualTo(
            new CatalogueCall(
                "com.shop.Payments#pay(com.shop.Order)",
                "com.shop.Payments",
                "pay",
                List.of(
                    new CatalogueParameter("order", "com.shop.Order", false),
                    new CatalogueParameter("pin", "java.lang.String", true)),
                "void",
                "9f86d081884c7d65",
                Map.of("Retry", Map.of("maxAttempts", "4"), "DeadLetter", Map.of())));
    assertThat(call.keepsLetters()).isTrue();
    assertThat(catalogue.types())
        .containsExactly(
            Map.entry("com.shop.Order", Map.of("tenant", "java.lang.String", "cents", "long")));
  }

  @Test
  void aLaterFormatIsRefusedByItsNumber() {
    assertThatThrownBy(() -> read(WHOLE.replace("\"format\": 1", "\"format\": 2")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is of format 2")
        .hasMessageContaining("use a newer one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "nonsense",
        "{\"format\":\"1\"}",
        "{\"format\":1e999999999}",
        "{\"format\":99999999999999999999}",
        "{\"format\":0,\"calls\":[],\"types\":{}}",
        "{\"format\":1}",
        "{\"format\":1,\"calls\":{},\"types\":{}}",
        "{\"format\":1,\"calls\":[],\"types\":[]}",
        "{\"format\":1,\"calls\":[null],\"types\":{}}",
        "{\"format\":1,\"calls\":[{\"id\":7}],\"types\":{}}",
        "{\"format\":1,\"calls\":[{\"parameters\":[{\"redacted\":{}}]}],\"types\":{}}",
        "{\"format\":1,\"calls\":[],\"types\":{\"com.shop.Order\":7}}",
        "{\"format\":1,\"calls\":[],\"types\":{\"com.shop.Order\":{\"cents\":{}}}}",
      })
  void whatIsNoCatalogueIsAnIoException(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the catalogue of calls");
  }

  @Test
  void whatIsNestedWithoutEndIsAnIoException() {
    assertThatThrownBy(() -> read("{\"format\":1,\"calls\":" + "[".repeat(1_000_000)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the catalogue of calls is not JSON");
  }

  @Test
  void whatIsTooLargeIsNotReadToItsEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };

    assertThatThrownBy(() -> CatalogueReader.read(endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is larger than");
  }

  private static Catalogue read(String json) throws IOException {
    return CatalogueReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
