package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static java.util.Map.entry;

import java.util.Map;

/** The rules for clients of remote services. */
final class HttpLibraries {
  /** Spring 6 and 7 have {@code HttpStatusCode}; 5 has an enum, and a number for what it lacks. */
  private static final String SPRING_STATUS = "getStatusCode.value,getRawStatusCode";

  private static final LibraryRule JAX_RS =
      HttpRule.of("getResponse.getStatus", "getResponse.getHeaderString");
  private static final LibraryRule STATUS_ALONE = HttpRule.of("getStatusCode", "");
  private static final LibraryRule GRPC = new GrpcRule();

  static final Map<String, LibraryRule> RULES =
      Map.ofEntries(
          // Spring
          entry(
              "org.springframework.web.client.RestClientResponseException",
              HttpRule.of(SPRING_STATUS, "getResponseHeaders.getFirst")),
          entry(
              "org.springframework.web.reactive.function.client.WebClientResponseException",
              HttpRule.of(SPRING_STATUS, "getHeaders.getFirst")),
          entry(
              "org.springframework.web.server.ResponseStatusException",
              HttpRule.of(
                  SPRING_STATUS + ",getStatus.value",
                  "getHeaders.getFirst,getResponseHeaders.getFirst")),
          entry(
              "org.springframework.web.ErrorResponse",
              HttpRule.of("getStatusCode.value", "getHeaders.getFirst")),
          entry(
              "org.springframework.web.client.ResourceAccessException",
              LibraryRule.carrier(NETWORK)),
          entry("org.springframework.web.client.RestClientException", LibraryRule.carrier(SYSTEM)),
          entry(
              "org.springframework.web.reactive.function.client.WebClientRequestException",
              LibraryRule.carrier(NETWORK)),
          entry(
              "org.springframework.web.reactive.function.client.WebClientException",
              LibraryRule.carrier(SYSTEM)),
          // JAX-RS
          entry("jakarta.ws.rs.WebApplicationException", JAX_RS),
          entry("javax.ws.rs.WebApplicationException", JAX_RS),
          entry("jakarta.ws.rs.ProcessingException", LibraryRule.carrier(NETWORK)),
          entry("javax.ws.rs.ProcessingException", LibraryRule.carrier(NETWORK)),
          // Apache HttpClient 4 and 5, Retrofit, jsoup; OkHttp throws plain IOExceptions
          entry("org.apache.http.client.HttpResponseException", STATUS_ALONE),
          entry("org.apache.hc.client5.http.HttpResponseException", STATUS_ALONE),
          entry("org.jsoup.HttpStatusException", STATUS_ALONE),
          entry("retrofit2.HttpException", HttpRule.of("code", "response.headers.get")),
          // Feign
          entry("feign.FeignException", FeignRule.otherwise(NETWORK)),
          entry("feign.codec.DecodeException", FeignRule.otherwise(PERMANENT)),
          entry("feign.codec.EncodeException", FeignRule.otherwise(VALIDATION)),
          entry("feign.RetryableException", new FeignRetryRule()),
          // AWS SDK 2
          entry("software.amazon.awssdk.core.exception.SdkServiceException", new AwsRule()),
          entry(
              "software.amazon.awssdk.core.exception.SdkClientException",
              LibraryRule.carrier(NETWORK)),
          entry(
              "software.amazon.awssdk.core.exception.RetryableException",
              LibraryRule.always(TRANSIENT)),
          entry(
              "software.amazon.awssdk.core.exception.NonRetryableException",
              LibraryRule.always(PERMANENT)),
          entry(
              "software.amazon.awssdk.core.exception.AbortedException",
              LibraryRule.always(PERMANENT)),
          entry(
              "software.amazon.awssdk.core.exception.ApiCallTimeoutException",
              LibraryRule.always(TRANSIENT)),
          entry(
              "software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException",
              LibraryRule.always(TRANSIENT)),
          // gRPC
          entry("io.grpc.StatusRuntimeException", GRPC),
          entry("io.grpc.StatusException", GRPC));

  private HttpLibraries() {}
}
