package dev.mulligan.sample.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlReportTest {
  private static final CrawlReport REPORT =
      new CrawlReport(
          "agent",
          936,
          936,
          0,
          1_200,
          250,
          3,
          200,
          14,
          186,
          12.5,
          new TreeMap<>(Map.of("NETWORK", 250L)),
          new TreeMap<>(Map.of("concurrent", 3L)),
          new TreeMap<>(Map.of("TRANSIENT", 200L)),
          List.of("forbidden.html"),
          List.of("forbidden.html"),
          "cafe");

  @Test
  void aReportSurvivesItsFile(@TempDir Path directory) {
    Path file = directory.resolve("crawl.json");
    REPORT.write(file);

    assertThat(CrawlReport.read(file)).isEqualTo(REPORT);
    assertThat(file).content().contains("\"missing\" : 0", "\"breakerTrips\" : 3");
  }

  @Test
  void theTablePutsDetailsUnderTheirTotal() {
    assertThat(ReportTable.of("after the replay", REPORT).lines())
        .contains("agent, after the replay")
        .containsSequence(
            "  breaker trips                       3", "    concurrent                        3");
  }
}
