package dev.mulligan.sample.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gets a page over HTTP and reads its links; tries once and has no policy. */
public final class PageClient {
  private final HttpClient http;
  private final Duration timeout;

  /**
   * Creates a client.
   *
   * @param timeout how long an answer may take to begin
   */
  public PageClient(Duration timeout) {
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.timeout = timeout;
  }

  /**
   * Gets a page.
   *
   * @throws HttpStatusException if the answer is not 200
   * @throws IOException if there is no whole answer in time
   */
  public Page get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(timeout).build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw HttpStatusException.of(response);
    }
    byte[] body = response.body();
    return new Page(pathOf(uri), Digests.sha256(body), links(uri, body));
  }

  /** The path of an address within the site, without its leading slash. */
  static String pathOf(URI uri) {
    return uri.getPath().substring(1);
  }

  private static Set<String> links(URI uri, byte[] body) throws IOException {
    Document document = Jsoup.parse(new ByteArrayInputStream(body), "UTF-8", uri.toString());
    String own = uri.resolve("/").toString();
    Set<String> paths = new TreeSet<>();
    for (Element anchor : document.select("a[href]")) {
      String target = anchor.absUrl("href");
      if (target.startsWith(own)) {
        paths.add(withoutQueryAndFragment(target.substring(own.length())));
      }
    }
    return paths;
  }

  private static String withoutQueryAndFragment(String link) {
    int end = 0;
    while (end < link.length() && link.charAt(end) != '#' && link.charAt(end) != '?') {
      end++;
    }
    return link.substring(0, end);
  }
}
