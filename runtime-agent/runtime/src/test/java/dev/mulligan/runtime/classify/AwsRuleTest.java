package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.RATE_LIMITED;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.NonRetryableException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

class AwsRuleTest {
  static Stream<Arguments> answers() {
    return Stream.of(
        arguments(answer(400, "ValidationException"), Judged.as(VALIDATION)),
        arguments(answer(404, "NoSuchKey"), Judged.as(PERMANENT)),
        arguments(answer(409, "ResourceInUseException"), Judged.as(PERMANENT)),
        arguments(answer(500, "InternalError"), Judged.as(SYSTEM)),
        arguments(answer(503, "ServiceUnavailable"), Judged.as(TRANSIENT)),
        arguments(answer(429, "Whatever"), Judged.as(RATE_LIMITED)),
        arguments(answer(503, "SlowDown"), Judged.as(RATE_LIMITED)),
        arguments(answer(400, "ThrottlingException"), Judged.as(RATE_LIMITED)),
        arguments(answer(400, "ProvisionedThroughputExceededException"), Judged.as(RATE_LIMITED)),
        arguments(answer(403, "RequestTimeTooSkewed"), Judged.as(TRANSIENT)),
        arguments(answer(400, "RequestTimeout"), Judged.as(TRANSIENT)),
        arguments(answer(400, "AccessDeniedException"), Judged.as(AUTHENTICATION)),
        arguments(answer(400, "ExpiredToken"), Judged.as(AUTHENTICATION)),
        arguments(answer(403, "SignatureDoesNotMatch"), Judged.as(AUTHENTICATION)),
        arguments(SdkServiceException.builder().statusCode(502).build(), Judged.as(TRANSIENT)));
  }

  static Stream<Arguments> hints() {
    return Stream.of(
        arguments(answer(503, "SlowDown", "Retry-After", "2"), Judged.as(RATE_LIMITED, 2)),
        arguments(answer(503, "", "retry-after", "3"), Judged.as(TRANSIENT, 3)),
        arguments(
            answer(500, "", "x-amz-retry-after", "1500"),
            new Judged(SYSTEM, Duration.ofMillis(1500))),
        arguments(answer(500, "", "x-amz-retry-after", "-1"), Judged.as(SYSTEM)));
  }

  static Stream<Arguments> clientSide() {
    return Stream.of(
        arguments(SdkClientException.create("", new ConnectException()), Judged.as(NETWORK)),
        arguments(SdkClientException.create(""), Judged.as(NETWORK)),
        arguments(
            SdkClientException.create("", new NoSuchFileException("f")), Judged.as(PERMANENT)),
        arguments(SdkClientException.create("", answer(404, "")), Judged.as(PERMANENT)),
        arguments(RetryableException.builder().build(), Judged.as(TRANSIENT)),
        arguments(NonRetryableException.builder().build(), Judged.as(PERMANENT)),
        arguments(AbortedException.builder().build(), Judged.as(PERMANENT)),
        arguments(ApiCallTimeoutException.builder().build(), Judged.as(TRANSIENT)),
        arguments(ApiCallAttemptTimeoutException.builder().build(), Judged.as(TRANSIENT)));
  }

  @ParameterizedTest
  @MethodSource({"answers", "hints", "clientSide"})
  void theErrorCodeDecidesThenTheStatus(Throwable thrown, Judged expected) {
    assertThat(Judged.of(thrown)).isEqualTo(expected);
  }

  private static Throwable answer(int status, String code) {
    return answer(status, code, "Server", "AmazonS3");
  }

  private static Throwable answer(int status, String code, String header, String value) {
    SdkHttpResponse response =
        SdkHttpResponse.builder().statusCode(status).putHeader(header, value).build();
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).sdkHttpResponse(response).build();
    return AwsServiceException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
