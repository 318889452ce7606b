package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an AWS service answered, as the SDK tells it. Many services say by the error code what
 * others say by the status: DynamoDB answers 400 to a caller that is not allowed.
 */
final class AwsRule implements LibraryRule {
  private static final HttpRule RESPONSE =
      HttpRule.of("statusCode", "awsErrorDetails.sdkHttpResponse.firstMatchingHeader");
  private static final Path ERROR_CODE = Path.of("awsErrorDetails.errorCode");
  private static final Path THROTTLING = Path.of("isThrottlingException");
  private static final Path CLOCK_SKEW = Path.of("isClockSkewException");
  private static final Path RETRYABLE = Path.of("retryable");
  private static final Path MARKED_RETRYABLE = Path.of("isRetryableException");

  private static final Set<String> PASSING =
      Set.of("PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException");
  private static final Set<String> NOT_ALLOWED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "SignatureDoesNotMatch",
          "UnauthorizedOperation",
          "UnrecognizedClientException");

  @Override
  public @Nullable Opinion of(Throwable failure) {
    Classification response = RESPONSE.classify(failure);
    FailureType type = type(failure, response);
    return type == null ? null : Opinion.of(new Classification(type, hint(failure, response)));
  }

  private static @Nullable FailureType type(Throwable failure, @Nullable Classification response) {
    if (THROTTLING.isTrue(failure)) {
      return FailureType.RATE_LIMITED;
    }
    // The SDK corrects its clock by the answer, so that the next request is signed right.
    if (CLOCK_SKEW.isTrue(failure)) {
      return FailureType.TRANSIENT;
    }
    String code = ERROR_CODE.text(failure);
    if (code != null && NOT_ALLOWED.contains(code)) {
      return FailureType.AUTHENTICATION;
    }
    FailureType type = response == null ? null : response.type();
    boolean passes =
        (code != null && PASSING.contains(code))
            || RETRYABLE.isTrue(failure)
            || MARKED_RETRYABLE.isTrue(failure);
    return passes && (type == null || !type.isRetriable()) ? FailureType.TRANSIENT : type;
  }

  private static @Nullable Duration hint(Throwable failure, @Nullable Classification response) {
    Duration own = RetryAfter.millis(RESPONSE.header(failure, "x-amz-retry-after"));
    return own != null || response == null ? own : response.retryAfter();
  }
}
