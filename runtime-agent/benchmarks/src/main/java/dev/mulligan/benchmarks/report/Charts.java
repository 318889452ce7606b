package dev.mulligan.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** Draws measured cases as bars, one below the other, the shorter the better. */
final class Charts {
  private static final Color ONE_THREAD = new Color(0x4E79A7);
  private static final Color TWO_THREADS = new Color(0xF28E2B);
  private static final int WIDTH = 900;
  private static final int CASE_HEIGHT = 40;

  private final Results results;
  private final Path folder;

  Charts(Results results, Path folder) throws IOException {
    this.results = results;
    this.folder = Files.createDirectories(folder);
  }

  void draw(String file, String title, List<Case> cases) throws IOException {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    ChartEncoder.saveChart(chart(title, cases), svg, "svg");
    // Letters are outlines: a tenth of a pixel is enough for them, and halves the file.
    String rounded = svg.toString(UTF_8).replaceAll("(\\d\\.\\d)\\d+", "$1");
    Files.writeString(folder.resolve(file), rounded);
  }

  HorizontalBarChart chart(String title, List<Case> cases) {
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(WIDTH)
            .height(110 + CASE_HEIGHT * cases.size())
            .title(title)
            .xAxisTitle("nanoseconds a call")
            .build();
    chart
        .getStyler()
        .setLabelsVisible(true)
        .setLabelsPosition(1.02)
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false)
        .setLegendVisible(false)
        .setSeriesColors(new Color[] {ONE_THREAD, TWO_THREADS});
    chart
        .getStyler()
        // The library takes this one for categories on either axis, and leaves labels out by it.
        .setXAxisTickMarkSpacingHint(CASE_HEIGHT / 2)
        .setXAxisMax(1.1 * longest(cases));
    // The first bar is drawn at the bottom.
    List<Case> upward = new ArrayList<>(cases);
    Collections.reverse(upward);
    add(chart, "1 thread", upward, 1);
    if (cases.stream().allMatch(one -> results.has(one.name(), 2))) {
      chart.getStyler().setLegendVisible(true);
      add(chart, "2 threads", upward, 2);
    }
    return chart;
  }

  /** Its label needs room beside it. */
  private double longest(List<Case> cases) {
    return cases.stream()
        .flatMapToDouble(
            one ->
                IntStream.of(1, 2)
                    .filter(threads -> results.has(one.name(), threads))
                    .mapToDouble(threads -> results.nanos(one.name(), threads)))
        .max()
        .orElseThrow();
  }

  private void add(HorizontalBarChart chart, String series, List<Case> cases, int threads) {
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Case one : cases) {
      values.add(Math.round(results.nanos(one.name(), threads) * 100) / 100.0);
      labels.add(one.label());
    }
    chart.addSeries(series, values, labels);
  }
}
