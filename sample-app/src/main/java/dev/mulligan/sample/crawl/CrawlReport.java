package dev.mulligan.sample.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run says about itself, as the file that it leaves.
 *
 * @param engine which engine guarded the fetcher
 * @param pages how many pages arrived
 * @param expected how many pages a crawl without faults finds
 * @param missing how many of these did not arrive
 * @param attempts how many requests the fetcher made
 * @param retries how often the retry policy decided on a further attempt
 * @param breakerTrips how often a breaker opened
 * @param deadLetters how many letters were written
 * @param permanent how many letters stay, because their pages are forbidden or not there
 * @param replayed how many letters were replayed with success
 * @param seconds how long the crawl took, from the first fault to the last page
 * @param retriesByType the retries by type of failure
 * @param breakerTripsByHost the trips by host
 * @param deadLettersByType the letters by the type of failure that wrote them
 * @param permanentLetters the paths of the letters that stay, sorted
 * @param failuresWithoutFaults the paths that fail without any fault too, sorted
 * @param pageSetSha256 one digest over the paths and contents of all pages
 */
public record CrawlReport(
    String engine,
    long pages,
    long expected,
    long missing,
    long attempts,
    long retries,
    long breakerTrips,
    long deadLetters,
    long permanent,
    long replayed,
    double seconds,
    SortedMap<String, Long> retriesByType,
    SortedMap<String, Long> breakerTripsByHost,
    SortedMap<String, Long> deadLettersByType,
    List<String> permanentLetters,
    List<String> failuresWithoutFaults,
    String pageSetSha256) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Reads a report back. */
  public static CrawlReport read(Path file) {
    return JSON.readValue(file, CrawlReport.class);
  }

  /** Writes the report as JSON. */
  public void write(Path file) {
    JSON.writeValue(file, this);
  }
}
