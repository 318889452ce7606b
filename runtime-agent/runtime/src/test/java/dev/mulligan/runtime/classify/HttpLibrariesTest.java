package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.RATE_LIMITED;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jsoup.HttpStatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.UnknownHttpStatusCodeException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;
import retrofit2.HttpException;

/** What the exceptions of HTTP clients stand for, with the real libraries. */
class HttpLibrariesTest {
  private static final URI PAGE = URI.create("http://localhost/");

  static Stream<Arguments> spring() {
    HttpHeaders wait7 = new HttpHeaders();
    wait7.add("retry-after", "7");
    HttpHeaders waitUntil = new HttpHeaders();
    waitUntil.add("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
    waitUntil.add("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT");
    HttpHeaders none = new HttpHeaders();
    return Stream.of(
        arguments(new HttpClientErrorException(HttpStatus.NOT_FOUND), Judged.as(PERMANENT)),
        arguments(new HttpClientErrorException(HttpStatus.BAD_REQUEST), Judged.as(VALIDATION)),
        arguments(new HttpClientErrorException(HttpStatus.UNAUTHORIZED), Judged.as(AUTHENTICATION)),
        arguments(new HttpClientErrorException(HttpStatus.REQUEST_TIMEOUT), Judged.as(TRANSIENT)),
        arguments(
            new HttpClientErrorException(HttpStatus.TOO_MANY_REQUESTS, "", wait7, null, UTF_8),
            Judged.as(RATE_LIMITED, 7)),
        arguments(
            new HttpServerErrorException(
                HttpStatus.SERVICE_UNAVAILABLE, "", waitUntil, null, UTF_8),
            Judged.as(TRANSIENT, 30)),
        arguments(new HttpServerErrorException(HttpStatus.BAD_GATEWAY), Judged.as(TRANSIENT)),
        arguments(
            new UnknownHttpStatusCodeException(599, "", wait7, new byte[0], UTF_8),
            Judged.as(SYSTEM, 7)),
        arguments(new ResourceAccessException("", refused()), Judged.as(NETWORK)),
        arguments(new ResourceAccessException(""), Judged.as(NETWORK)),
        arguments(
            new RestClientException("", new NullPointerException()),
            Judged.of(new NullPointerException())),
        arguments(new RestClientException(""), Judged.as(SYSTEM)),
        arguments(
            WebClientResponseException.create(429, "", wait7, new byte[0], UTF_8),
            Judged.as(RATE_LIMITED, 7)),
        arguments(
            WebClientResponseException.create(503, "", waitUntil, new byte[0], UTF_8),
            Judged.as(TRANSIENT, 30)),
        arguments(
            new CompletionException(
                WebClientResponseException.create(422, "", none, new byte[0], UTF_8)),
            Judged.as(VALIDATION)),
        arguments(
            new WebClientRequestException(refused(), HttpMethod.GET, PAGE, none),
            Judged.as(NETWORK)),
        arguments(new ResponseStatusException(HttpStatus.FORBIDDEN), Judged.as(AUTHENTICATION)),
        arguments(new ResponseStatusException(HttpStatusCode.valueOf(503)), Judged.as(TRANSIENT)),
        arguments(new ErrorResponseException(HttpStatus.CONFLICT), Judged.as(PERMANENT)));
  }

  static Stream<Arguments> jaxRs() {
    Response busy = Response.status(503).header("Retry-After", 12).build();
    Response until =
        Response.status(429)
            .header("Retry-After", "Sunday, 06-Nov-94 08:49:47 GMT")
            .header("Date", "Sun Nov  6 08:49:37 1994")
            .build();
    return Stream.of(
        arguments(new WebApplicationException(busy), Judged.as(TRANSIENT, 12)),
        arguments(new WebApplicationException(until), Judged.as(RATE_LIMITED, 10)),
        arguments(new WebApplicationException(), Judged.as(SYSTEM)),
        arguments(new ServiceUnavailableException(9L), Judged.as(TRANSIENT, 9)),
        arguments(new ForbiddenException(), Judged.as(AUTHENTICATION)),
        arguments(new ProcessingException(refused()), Judged.as(NETWORK)),
        arguments(new ProcessingException(new FileNotFoundException()), Judged.as(PERMANENT)),
        arguments(new ProcessingException("without a cause"), Judged.as(NETWORK)));
  }

  static Stream<Arguments> apacheAndOkHttp() {
    return Stream.of(
        arguments(apache4(404), Judged.as(PERMANENT)),
        arguments(apache4(502), Judged.as(TRANSIENT)),
        arguments(apache5(429), Judged.as(RATE_LIMITED)),
        arguments(apache5(500), Judged.as(SYSTEM)),
        arguments(new org.apache.http.conn.ConnectTimeoutException(""), Judged.as(NETWORK)),
        arguments(new HttpStatusException("", 410, ""), Judged.as(PERMANENT)),
        arguments(new HttpStatusException("", 503, ""), Judged.as(TRANSIENT)),
        arguments(retrofit(429, "5"), Judged.as(RATE_LIMITED, 5)),
        arguments(retrofit(503, "soon"), Judged.as(TRANSIENT)),
        arguments(retrofit(415, "5"), Judged.as(VALIDATION, 5)));
  }

  static Stream<Arguments> feign() {
    return Stream.of(
        arguments(feign(404, Map.of()), Judged.as(PERMANENT)),
        arguments(feign(429, Map.of("X", "1")), Judged.as(RATE_LIMITED)),
        arguments(feign(500, Map.of()), Judged.as(SYSTEM)),
        // The error decoder makes a RetryableException of any answer with this header.
        arguments(feign(429, Map.of("retry-after", "3")), Judged.as(RATE_LIMITED, 3)),
        arguments(feign(503, Map.of("Retry-After", "4")), Judged.as(TRANSIENT, 4)),
        arguments(feign(403, Map.of("Retry-After", "60")), Judged.as(TRANSIENT, 60)),
        arguments(
            feign(
                503,
                Map.of(
                    "Retry-After", "Sun, 06 Nov 1994 08:49:57 GMT",
                    "Date", "Sun, 06 Nov 1994 08:49:37 GMT")),
            Judged.as(TRANSIENT, 20)),
        arguments(unreachable(refused()), Judged.as(NETWORK)),
        arguments(unreachable(new FileNotFoundException()), Judged.as(PERMANENT)),
        arguments(
            new feign.codec.DecodeException(200, "not the expected body", request()),
            Judged.as(PERMANENT)),
        arguments(
            new feign.codec.DecodeException(200, "", request(), new IOException()),
            Judged.as(NETWORK)),
        arguments(new feign.codec.DecodeException(502, "", request()), Judged.as(TRANSIENT)),
        arguments(new feign.codec.EncodeException("no encoder"), Judged.as(VALIDATION)));
  }

  @ParameterizedTest
  @MethodSource({"spring", "jaxRs", "apacheAndOkHttp", "feign"})
  void theResponseDecidesOrElseTheCause(Throwable thrown, Judged expected) {
    assertThat(Judged.of(thrown)).isEqualTo(expected);
  }

  private static IOException refused() {
    return new ConnectException("Connection refused");
  }

  private static Throwable apache4(int status) {
    return new org.apache.http.client.HttpResponseException(status, "reason");
  }

  private static Throwable apache5(int status) {
    return new org.apache.hc.client5.http.HttpResponseException(status, "reason");
  }

  private static Throwable retrofit(int status, String retryAfter) {
    okhttp3.Response raw =
        new okhttp3.Response.Builder()
            .request(new Request.Builder().url(PAGE.toString()).build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .header("Retry-After", retryAfter)
            .build();
    return new HttpException(retrofit2.Response.error(ResponseBody.create("", null), raw));
  }

  private static Throwable feign(int status, Map<String, String> headers) {
    feign.Response.Builder response =
        feign.Response.builder().status(status).reason("").request(request());
    response.headers(
        headers.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
    return new feign.codec.ErrorDecoder.Default().decode("Client#get()", response.build());
  }

  /** What Feign's own method handler throws when the client cannot reach the server. */
  private static Throwable unreachable(IOException cause) {
    return new feign.RetryableException(
        -1, cause.getMessage(), feign.Request.HttpMethod.GET, cause, (Long) null, request());
  }

  private static feign.Request request() {
    return feign.Request.create(
        feign.Request.HttpMethod.GET, PAGE.toString(), Map.of(), null, UTF_8, null);
  }
}
