package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainAgainstTest {
  private static final String PLACE = "META-INF/mulligan/calls.json";
  private static final String PAY = call("pay", "order", "4");
  private static final String CENTS = "\"cents\": \"long\"";
  private static final String TENANT = "\"tenant\": \"java.lang.String\"";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void lettersThatFitAreSaidToAndHarmlessChangesAreListed() throws IOException {
    Path old = jar("old.jar", PLACE, catalogue(PAY, TENANT));
    Path now = jar("new.jar", PLACE, catalogue(call("pay", "purchase", "5"), TENANT, CENTS));

    assertThat(explain("--against", old, now)).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "com.shop.Payments#pay(com.shop.Order)",
            "  still fits",
            "  also: parameter order is called purchase now",
            "  also: Retry.maxAttempts is 5 now, and was 4",
            "1 call keeps letters, 0 no longer fit");
  }

  @Test
  void lettersThatNoLongerFitAreAProblemWithReasonAndAdvice() throws IOException {
    Path old = jar("old.jar", PLACE, catalogue(PAY, TENANT, CENTS));
    Path now = jar("new.jar", PLACE, catalogue(PAY, TENANT));

    assertThat(explain("--against", old, now)).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "com.shop.Payments#pay(com.shop.Order)",
            "  no longer fits:",
            "    order.cents is not there any more",
            "  to do: replay or discard its letters with the old version, before the new one runs",
            "1 call keeps letters, 1 no longer fits");
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    Path old = jar("old.jar", PLACE, catalogue(PAY));
    Path now = jar("new.jar", PLACE, catalogue(call("charge", "order", "4")));

    assertThat(explain("--json", "--against", old, now)).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"call\" : \"com.shop.Payments#pay(com.shop.Order)\"")
        .contains("\"fits\" : false")
        .contains("\"now\" : \"com.shop.Payments#charge(com.shop.Order)\"")
        .contains("@DeadLetter(id = ");
  }

  @Test
  void cataloguesOfFoldersAndOfJarsInsideOfJarsAreRead() throws IOException {
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve("META-INF/mulligan"));
    Files.writeString(classes.resolve(PLACE), catalogue(PAY));
    byte[] inner = zip(PLACE, bytes(catalogue(PAY)));
    Path boot = folder.resolve("boot.jar");
    Files.write(boot, zip("BOOT-INF/lib/payments.jar", inner));
    Path war = jar("shop.war", "WEB-INF/classes/" + PLACE, catalogue(PAY));

    assertThat(explain("--against", classes, boot)).isZero();
    assertThat(explain("--against", boot, war)).isZero();
    assertThat(out.toString()).doesNotContain(" 0 calls");
  }

  @Test
  void anArchiveWithoutCatalogueSaysHowToGetOne() throws IOException {
    Path old = jar("old.jar", "readme.txt", "nothing");
    Path now = jar("new.jar", PLACE, catalogue(PAY));

    assertThat(explain("--against", old, now)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("explain: there is no catalogue of calls (" + PLACE + ") in " + old)
        .contains("compile the application with mulligan-processor");
  }

  @Test
  void aCatalogueThatCannotBeReadIsNamedByItsArchive() throws IOException {
    Path old = jar("old.jar", PLACE, "{\"format\": 7}");
    Path now = jar("new.jar", PLACE, catalogue(PAY));

    assertThat(explain("--against", old, now)).isEqualTo(2);
    assertThat(err.toString()).startsWith("explain: " + old + ": ").contains("format 7");
  }

  @Test
  void whatDoesNotGoWithAComparisonIsRefused() throws IOException {
    Path jar = jar("old.jar", PLACE, catalogue(PAY));

    assertThat(explain("--against", jar, jar, "--config", "shop.properties")).isEqualTo(2);
    assertThat(err.toString()).contains("--against takes no other option");
  }

  private int explain(Object... arguments) {
    String[] line = new String[arguments.length];
    for (int i = 0; i < line.length; i++) {
      line[i] = arguments[i].toString();
    }
    return new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  private static String call(String method, String parameter, String maxAttempts) {
    return """
    {"id": "com.shop.Payments#%1$s(com.shop.Order)",
     "class": "com.shop.Payments", "method": "%1$s",
     "parameters": [{"name": "%2$s", "type": "com.shop.Order"}],
     "result": "void", "fingerprint": "",
     "policies": {"Retry": {"maxAttempts": "%3$s"}, "DeadLetter": {}}}
    """
        .formatted(method, parameter, maxAttempts);
  }

  private static String catalogue(String call, String... fields) {
    return "{\"format\": 1, \"calls\": ["
        + call
        + "], \"types\": {\"com.shop.Order\": {"
        + String.join(", ", fields)
        + "}}}";
  }

  private Path jar(String name, String entry, String content) throws IOException {
    return Files.write(folder.resolve(name), zip(entry, bytes(content)));
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
