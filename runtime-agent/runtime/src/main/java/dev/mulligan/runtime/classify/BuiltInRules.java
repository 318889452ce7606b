package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.STRUCTURAL;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static java.util.Map.entry;

import dev.mulligan.annotations.FailureType;
import java.util.Map;

/**
 * What the exceptions of the JDK stand for. The nearest superclass in the table decides; names
 * rather than classes, because {@code java.sql} may be absent.
 */
final class BuiltInRules {
  private static final Map<String, FailureType> TYPES =
      Map.ofEntries(
          entry("java.lang.Throwable", SYSTEM),
          entry("java.lang.Exception", TRANSIENT),
          entry("java.lang.Error", SYSTEM),
          entry("java.lang.LinkageError", STRUCTURAL),
          entry("java.lang.AssertionError", STRUCTURAL),
          entry("java.lang.InterruptedException", PERMANENT),
          entry("java.util.concurrent.CancellationException", PERMANENT),
          entry("java.util.concurrent.TimeoutException", TRANSIENT),
          // Arguments
          entry("java.lang.IllegalArgumentException", VALIDATION),
          entry("java.net.URISyntaxException", VALIDATION),
          entry("java.net.MalformedURLException", VALIDATION),
          entry("java.nio.charset.CharacterCodingException", VALIDATION),
          entry("java.text.ParseException", VALIDATION),
          entry("java.time.DateTimeException", VALIDATION),
          // Programming errors
          entry("java.lang.NullPointerException", STRUCTURAL),
          entry("java.lang.ClassCastException", STRUCTURAL),
          entry("java.lang.IndexOutOfBoundsException", STRUCTURAL),
          entry("java.lang.ArithmeticException", STRUCTURAL),
          entry("java.lang.ArrayStoreException", STRUCTURAL),
          entry("java.lang.NegativeArraySizeException", STRUCTURAL),
          entry("java.lang.UnsupportedOperationException", STRUCTURAL),
          entry("java.lang.CloneNotSupportedException", STRUCTURAL),
          entry("java.lang.ReflectiveOperationException", STRUCTURAL),
          entry("java.util.NoSuchElementException", STRUCTURAL),
          entry("java.io.ObjectStreamException", STRUCTURAL),
          entry("java.sql.SQLSyntaxErrorException", STRUCTURAL),
          // Rights
          entry("java.lang.SecurityException", AUTHENTICATION),
          entry("java.security.GeneralSecurityException", AUTHENTICATION),
          entry("java.nio.file.AccessDeniedException", AUTHENTICATION),
          entry("javax.net.ssl.SSLPeerUnverifiedException", AUTHENTICATION),
          entry("javax.security.auth.login.LoginException", AUTHENTICATION),
          entry("java.sql.SQLInvalidAuthorizationSpecException", AUTHENTICATION),
          // Input and output
          entry("java.io.IOException", NETWORK),
          entry("java.io.FileNotFoundException", PERMANENT),
          entry("java.nio.file.FileSystemException", SYSTEM),
          entry("java.nio.file.NoSuchFileException", PERMANENT),
          entry("java.nio.file.FileAlreadyExistsException", PERMANENT),
          entry("java.nio.file.NotDirectoryException", PERMANENT),
          entry("java.net.ProtocolException", PERMANENT),
          // Databases
          entry("java.sql.SQLException", SYSTEM),
          entry("java.sql.SQLTransientException", TRANSIENT),
          entry("java.sql.SQLTransientConnectionException", NETWORK),
          entry("java.sql.SQLRecoverableException", NETWORK),
          entry("java.sql.SQLNonTransientException", PERMANENT),
          entry("java.sql.SQLNonTransientConnectionException", NETWORK),
          entry("java.sql.SQLDataException", VALIDATION),
          entry("java.sql.SQLIntegrityConstraintViolationException", VALIDATION));

  private BuiltInRules() {}

  static FailureType typeOf(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      FailureType known = TYPES.get(type.getName());
      if (known != null) {
        return known;
      }
    }
    return SYSTEM;
  }
}
